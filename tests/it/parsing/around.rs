//! What stands around bulletins where they come from the web, from a mail, from a typewriter.

use jianbao::parse::bulletins;

use super::outline::outline;

/// Checks what a file is read as; problems are left aside.
fn check(input: &str, expected: &str) {
    let found = outline(&bulletins(input));
    let close = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.starts_with('!')).collect()
    };
    assert_eq!(close(&found), close(expected.trim()));
}

/// The title and the labels of the page above the masthead, its buttons below the text.
#[test]
fn a_page_of_the_web() {
    check(
        r"杨柳乡：五支队伍守好一河清水
来源：澄川县水利局　　发布时间：2021-06-09　　浏览次数：88

澄川水利简报
2021年第14期
澄川县水利局
2021年6月8日

    入汛以来，杨柳乡组建巡河、清淤等 5 支队伍，巡查河道 320 公里，清理垃圾 46 吨。

    下一步，该乡将继续做好值守。

【打印本页】
关闭窗口",
        r"
《澄川水利简报》 2021 第14期 | 澄川县水利局 | 2021-06-08 | [来源：澄川县水利局] [发布时间：2021-06-09] [浏览次数：88] [【打印本页】] [关闭窗口]
# 杨柳乡：五支队伍守好一河清水
P 入汛以来，杨柳乡组建巡河、清淤等 5 支队伍，巡查河道 320 公里，清理垃圾 46 吨。
P 下一步，该乡将继续做好值守。",
    );
}

/// Labels with ｜; the by-line stands apart from those of the editors.
#[test]
fn a_page_of_a_telephone() {
    check(
        r"点击蓝字，关注我们

澄川文旅简报

第7期

澄川县文化和旅游局

2022年5月6日

杨柳乡：一条古街留住游客

五一期间，杨柳乡古街接待游客 3.2 万人次，实现收入 410 万元，带动 96 户村民增收。

供稿｜杨柳乡人民政府

来源｜县文化和旅游局
编辑｜沈小满
审核｜方知秋",
        r"
《澄川文旅简报》 2022 第7期 | 澄川县文化和旅游局 | 2022-05-06 | [点击蓝字，关注我们] [来源｜县文化和旅游局] [编辑｜沈小满] [审核｜方知秋]
# 杨柳乡：一条古街留住游客（供稿｜杨柳乡人民政府）
P 五一期间，杨柳乡古街接待游客 3.2 万人次，实现收入 410 万元，带动 96 户村民增收。",
    );
}

/// A mail that hands a mail on: its labels are marks, its words are the first article, the text is quoted.
#[test]
fn a_mail() {
    check(
        r"发件人：云溪县农业农村局信息科 <info@yunxi.example>
收件人：各乡镇农技站
主题：转发：云溪农情简报第6期
日期：2021年7月5日 09:12

各站：

现将第6期简报转发给你们，请组织学习。

> -----原始邮件-----
> 云溪农情简报
>
> 2021年第6期
>
> 云溪县农业农村局
>
> 2021年7月2日
>
> 双河镇早稻病虫防治抢在前头
>
> 双河镇组织飞防队 4 支，完成统防统治 1.2 万亩。一是早测报。设测报点 12 个。二是早用药。
>
>> 报：市农业农村局。",
        r"
《云溪农情简报》 2021 第6期 | 云溪县农业农村局 | 2021-07-02 | [发件人：云溪县农业农村局信息科 <info@yunxi.example>] [收件人：各乡镇农技站] [主题：转发：云溪农情简报第6期] [日期：2021年7月5日 09:12] [-----原始邮件-----]
#
P 各站：
P 现将第6期简报转发给你们，请组织学习。
# 双河镇早稻病虫防治抢在前头
P 双河镇组织飞防队 4 支，完成统防统治 1.2 万亩。
一是 早测报｜设测报点 12 个。
二是 早用药。
报 市农业农村局",
    );
}

/// A report without a masthead: its title runs over two lines, its date stands in brackets.
#[test]
fn a_report() {
    check(
        r"　　关于2021年度全县森林防火和林业
　　　　　有害生物防控情况的报告
　　　　　（2021年12月28日）

县人民政府：
　　今年以来，我局认真落实防火责任，现将情况报告如下。
　　一、基本情况
　　全县森林覆盖率达到 71%。
　　特此报告。",
        r"
《》 | 2021-12-28
# 关于2021年度全县森林防火和林业 有害生物防控情况的报告
P 县人民政府：
P 今年以来，我局认真落实防火责任，现将情况报告如下。
1 一、 基本情况
P 全县森林覆盖率达到 71%。
P 特此报告。",
    );
}

/// To whom a sheet goes above its title, 内部通讯 as the title of the serial, crosses between the articles,
/// a title spaced out, lines of a typewriter, copies of 本期.
#[test]
fn a_typed_sheet() {
    check(
        r"发至各公社

　　　　　　　　　内　部　通　讯
　　　　　　　　　　第 三 期
中共柳川县委办公室编　　　一九六一年五月廿日
阅后妥为保存，不得翻印

　　　　　　　青山公社怎样安排社员口粮
　　　　　　　　（县委工作组　陈□林）

　　青山公社有二十一个大队，社员一万四千多人。五月上旬，公社
党委把口粮安排到户，做法是：队里算账到人，食堂公布上墙，剩余
归社员自己。
　　安排以后，出勤人数由四千二百人增加到六千一百人。

　　　　　　　　×　　　　×　　　　×

　　　　　　　　各 社 插 秧 进 度

　　截至五月十八日，全县插秧十二万四千亩，占计划的百分之六十
二，其中青山公社最快，已完成百分之八十一。

————————————————————
已发：各公社党委。
　　　　　　　　　　　　　　本期共印六十五份",
        r"
《内部通讯》 1961 第3期 | 中共柳川县委办公室 | 1961-05-20 | [发至各公社] [阅后妥为保存，不得翻印]
# 青山公社怎样安排社员口粮（县委工作组　陈□林）
P 青山公社有二十一个大队，社员一万四千多人。五月上旬，公社党委把口粮安排到户，做法是：队里算账到人，食堂公布上墙，剩余归社员自己。
P 安排以后，出勤人数由四千二百人增加到六千一百人。
# 各 社 插 秧 进 度
P 截至五月十八日，全县插秧十二万四千亩，占计划的百分之六十二，其中青山公社最快，已完成百分之八十一。
发 各公社党委
印 65份",
    );
}

/// Office and date in brackets, rules of block elements, 1-5月 behind the number of an entry, a by-line in
/// brackets behind a full stop, 简讯 without brackets.
#[test]
fn items_between_rules() {
    check(
        r"开发区招商动态
（青浦滩经济开发区管委会办公室　2020年6月12日）
▁▁▁▁▁▁▁▁▁▁▁▁▁▁
目录：
1、1-5月招商引资情况通报
2、三举措破解用工难
▁▁▁▁▁▁▁▁▁▁▁▁▁▁

1-5月招商引资情况通报

    1-5月，全区新签约项目 42 个，合同金额 36.8 亿元。（区投资局 宋一舟）

三举措破解用工难

    全区组织招聘会 6 场，达成意向 1200 人。

简讯

    ▲区税务局：办理留抵退税 3200 万元。
    ▲区总工会：走访一线职工 460 人。",
        r"
《开发区招商动态》 | 青浦滩经济开发区管委会办公室 | 2020-06-12
目录 1-5月招商引资情况通报 / 三举措破解用工难
# 1-5月招商引资情况通报（区投资局 宋一舟）
P 1-5月，全区新签约项目 42 个，合同金额 36.8 亿元。
# 三举措破解用工难
P 全区组织招聘会 6 场，达成意向 1200 人。
# 简讯
P 区税务局：办理留抵退税 3200 万元。
P 区总工会：走访一线职工 460 人。",
    );
}
