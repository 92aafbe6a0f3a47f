//! The units of quantities: how they are printed, what they are called, what kind they are.

use std::sync::LazyLock;

use super::words::Words;

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Money of any currency.
    Money,
    /// A part or a multiple of something: %, 百分点, 倍, 比例.
    Share,
    /// Lengths, areas, masses, energy: what one need not name to count.
    Measure,
    /// A span of time.
    Time,
    /// Persons.
    Person,
    /// Classifiers: 家, 个, 台.
    Count,
}

/// One unit as it is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// What it is called in the output.
    pub name: &'static str,
    pub kind: Kind,
    /// No unit where one of these characters follows: 元旦, 处理.
    unless: &'static str,
}

/// The unit that `chars` begin with, and its length.
pub(super) fn at(chars: &[char]) -> Option<(usize, Unit)> {
    static WORDS: LazyLock<Words<Unit>> = LazyLock::new(|| {
        let rows = UNITS.iter().flat_map(|&(kind, name, prints, unless)| {
            let unit = Unit { name, kind, unless };
            let prints = prints.split(' ').chain((!prints.contains(name)).then_some(name));
            prints.filter(|print| !print.is_empty()).map(move |print| (print, unit))
        });
        Words::forward(rows)
    });
    let (length, unit) = WORDS.at(chars)?;
    let next = chars.get(length);
    let cut = next.is_some_and(|&next| unit.unless.contains(next));
    // 21个点位 are 21个.
    if cut { at(chars.get(..length.checked_sub(1)?)?) } else { Some((length, unit)) }
}

/// A unit of this name that no word prints: 元 in 收入破百万.
pub(super) const fn implied(name: &'static str, kind: Kind) -> Unit {
    Unit { name, kind, unless: "" }
}

use Kind::{Count, Measure, Money, Person, Share, Time};

/// Kind, name, other ways to print it, and the characters that make a word of it.
#[rustfmt::skip]
const UNITS: &[(Kind, &str, &str, &str)] = &[
    // Money.
    (Money, "元", "元 块钱 元钱 元人民币 圆 元整", "旦月宵素件器代"),
    (Money, "角", "角 角钱 毛钱 毛", "度色落逐线织衣发巾病笔竹利入坯"),
    (Money, "分钱", "分钱", ""),
    (Money, "美元", "美元 美金", ""),
    (Money, "欧元", "欧元", ""),
    (Money, "日元", "日元", ""),
    (Money, "港元", "港元 港币", ""),
    (Money, "英镑", "英镑", ""),
    (Money, "卢布", "卢布", ""),
    // Shares.
    (Share, "%", "% 个% 个百分数", ""),
    (Share, "‰", "‰", ""),
    (Share, "百分点", "个百分点 百分点 个点", "位"),
    (Share, "千分点", "个千分点 千分点", ""),
    (Share, "基点", "个基点 基点 BP bp", ""),
    (Share, "倍", "倍", "增数"),
    // Areas.
    (Measure, "亩", "亩 市亩", "均"),
    (Measure, "亩次", "亩次", ""),
    (Measure, "公顷", "公顷 hm²", ""),
    (Measure, "平方米", "平方米 平米 ㎡ m² m2 平方", "公尺"),
    (Measure, "平方尺", "平方尺", ""),
    (Measure, "平方公里", "平方公里 平方千米 km² km2", ""),
    // Volumes.
    (Measure, "立方米", "立方米 m³ m3 立方 方", "面案式向法便针位舱"),
    (Measure, "升", "公升 升", "级至到温高值学旗"),
    (Measure, "毫升", "毫升 ml mL ML", ""),
    (Measure, "桶", "桶", "装"),
    // Lengths.
    (Measure, "公里", "公里 千米 km KM Km", ""),
    (Measure, "米", "米 延米 m", "线粉面饭"),
    (Measure, "厘米", "厘米 公分 cm", ""),
    (Measure, "毫米", "毫米 mm", ""),
    (Measure, "微米", "微米 μm", ""),
    (Measure, "海里", "海里", ""),
    (Measure, "里", "里 华里", "面程外"),
    // Masses.
    (Measure, "总吨", "总吨", ""),
    (Measure, "吨", "吨 公吨 t", "位"),
    (Measure, "吨标准煤", "吨标煤", ""),
    (Measure, "公斤", "公斤 千克 kg KG Kg", ""),
    (Measure, "斤", "斤 市斤", ""),
    (Measure, "克", "克 g", "服隆扣己"),
    (Measure, "毫克", "毫克 mg", ""),
    (Measure, "微克", "微克 μg ug", ""),
    (Measure, "微克/立方米", "微克/立方米 微克每立方米 μg/m³ μg/m3 ug/m3 微克/m³ 微克/m3", ""),
    (Measure, "毫克/升", "毫克/升 mg/L mg/l 毫克每升", ""),
    (Measure, "毫克/立方米", "毫克/立方米 mg/m³ mg/m3", ""),
    (Measure, "担", "担", "保任当心负忧"),
    // Energy, temperature, information.
    (Measure, "千瓦", "千瓦 kW KW kw 瓩", ""),
    (Measure, "兆瓦", "兆瓦 MW", ""),
    (Measure, "吉瓦", "吉瓦 GW", ""),
    (Measure, "千瓦时", "千瓦时 kWh 千瓦小时 KWh kwh", ""),
    (Measure, "兆瓦时", "兆瓦时 MWh", ""),
    (Measure, "吉瓦时", "吉瓦时 GWh", ""),
    (Measure, "千伏安", "千伏安 kVA KVA", ""),
    (Measure, "兆伏安", "兆伏安 MVA", ""),
    (Measure, "度", "度电 度", "假过数"),
    (Measure, "摄氏度", "摄氏度 ℃ °C", ""),
    (Measure, "标准立方米", "标准立方米 标方", ""),
    (Measure, "字", "字 余字", "样典"),
    (Measure, "分贝", "分贝 dB", ""),
    // Time.
    (Time, "年", "年 周年 个年头", "级生度龄前后底初末中来间轻货"),
    (Time, "月", "个月 月", "份底初末中"),
    (Time, "季度", "个季度", ""),
    (Time, "周", "周 个星期 星期", "边围年岁末"),
    (Time, "天", "天 日", "然空津地下报"),
    (Time, "昼夜", "昼夜 个昼夜", ""),
    (Time, "工作日", "个工作日 工作日", ""),
    (Time, "小时", "小时 个小时 个钟头 h", ""),
    (Time, "分钟", "分钟", ""),
    (Time, "秒", "秒 秒钟", ""),
    (Time, "岁", "岁 周岁", "月"),
    (Time, "学时", "学时 个学时 课时 个课时", ""),
    // Persons.
    (Person, "人", "人 名 位 口人 个人", "次均口大民才工员们力为道造数气类列于义称单一居社体"),
    (Person, "人次", "人次 人（次） 人(次)", ""),
    (Person, "人日", "人日 人天", ""),
    (Person, "工日", "工日 个工日", ""),
    (Person, "对", "对", "接应口外于照比"),
    // Households and bodies.
    (Count, "户", "户", "均籍口主"),
    (Count, "户次", "户次", ""),
    (Count, "家", "家", "庭具长"),
    (Count, "家次", "家次", ""),
    (Count, "所", "所", "有在属以需谓得长"),
    (Count, "支", "支", "持付出撑部行援教农"),
    (Count, "队", "队", "伍员"),
    (Count, "班", "班", "级长子"),
    (Count, "组", "组", "织建长团合"),
    // Times and rounds.
    (Count, "次", "次 余次", "日年产要元生级"),
    (Count, "批", "批", "准评发复示"),
    (Count, "批次", "批次", ""),
    (Count, "场", "场", "所地景馆面合"),
    (Count, "场次", "场次", ""),
    (Count, "辆次", "辆次", ""),
    (Count, "台次", "台次", ""),
    (Count, "车次", "车次", ""),
    (Count, "艘次", "艘次", ""),
    (Count, "架次", "架次", ""),
    (Count, "班次", "班次 趟次", ""),
    (Count, "件次", "件次", ""),
    (Count, "处次", "处次", ""),
    (Count, "剂次", "剂次", ""),
    (Count, "剂", "剂", "量型"),
    (Count, "头次", "头次", ""),
    (Count, "羽次", "羽次", ""),
    (Count, "只次", "只次", ""),
    (Count, "例次", "例次", ""),
    (Count, "轮次", "轮次", ""),
    (Count, "点次", "点次", ""),
    (Count, "站次", "站次", ""),
    (Count, "船次", "船次", ""),
    (Count, "条次", "条次", ""),
    (Count, "册次", "册次", ""),
    (Count, "标段", "个标段 标段", ""),
    (Count, "餐", "餐", "饮厅馆桌"),
    (Count, "杆", "杆", ""),
    (Count, "挂", "挂", "牌职钩号点"),
    (Count, "丘", "丘", "陵"),
    (Count, "垄", "垄", "断"),
    (Count, "步", "步", "行道骤伐"),
    (Count, "份次", "份次", ""),
    (Count, "轮", "轮", "廓船换流岗"),
    (Count, "期", "期", "间限盼待望"),
    (Count, "届", "届", "时"),
    (Count, "趟", "趟", ""),
    (Count, "遍", "遍", "布及地"),
    (Count, "回", "回", "收升落归应复报访"),
    (Count, "圈", "圈", ""),
    // Things.
    (Count, "个", "个", "人性体别税"),
    (Count, "项", "项", "目"),
    (Count, "件", "件 余件", ""),
    (Count, "起", "起", "到草来点步诉源"),
    (Count, "例", "例", "如行会外"),
    (Count, "宗", "宗", "教旨族"),
    (Count, "条", "条", "件例款约"),
    (Count, "种", "种", "植养子粮业苗"),
    (Count, "类", "类", "别似型"),
    (Count, "款", "款", "项待"),
    (Count, "处", "处", "理于置罚分级长在方"),
    (Count, "座", "座", "谈右位落"),
    (Count, "栋", "栋", ""),
    (Count, "幢", "幢", ""),
    (Count, "间", "间", "接隔断距"),
    (Count, "套", "套", "路餐种"),
    (Count, "层", "层", "面级次"),
    (Count, "台", "台", "账湾风胞阶州"),
    (Count, "台套", "台套 台(套) 台/套", ""),
    (Count, "部", "部", "门署分队委长落位"),
    (Count, "辆", "辆", ""),
    (Count, "艘", "艘", ""),
    (Count, "架", "架", "构设"),
    (Count, "列", "列", "入为举席出"),
    (Count, "盏", "盏", ""),
    (Count, "只", "只", "有能要需是"),
    (Count, "头", "头", "部雁"),
    (Count, "匹", "匹", "配"),
    (Count, "羽", "羽", "毛绒"),
    (Count, "尾", "尾", "矿款水"),
    (Count, "株", "株", ""),
    (Count, "棵", "棵", ""),
    (Count, "颗", "颗", "粒"),
    (Count, "粒", "粒", ""),
    (Count, "袋", "袋", ""),
    (Count, "箱", "箱", ""),
    (Count, "瓶", "瓶", ""),
    (Count, "包", "包", "括干保联含村"),
    (Count, "盒", "盒", ""),
    (Count, "罐", "罐", ""),
    (Count, "份", "份", "额"),
    (Count, "册", "册", ""),
    (Count, "本", "本", "科地市县级次年月土周省村报着质身"),
    (Count, "篇", "篇", "章"),
    (Count, "封", "封", "闭控存"),
    (Count, "幅", "幅", "度射"),
    (Count, "张", "张", "贴家"),
    (Count, "块", "块", "状"),
    (Count, "片", "片", "区面长"),
    (Count, "枚", "枚", ""),
    (Count, "把", "把", "手关握脉好"),
    (Count, "根", "根", "据本治"),
    (Count, "口", "口", "号岸径头碑味"),
    (Count, "眼", "眼 眼井", "睛科镜"),
    (Count, "道", "道", "路德理"),
    (Count, "孔", "孔", ""),
    (Count, "门", "门", "店类户口诊票槛"),
    (Count, "面", "面", "对向积临世貌粉"),
    (Count, "顶", "顶", "层"),
    (Count, "床", "床", "位"),
    (Count, "桩", "桩", "基"),
    (Count, "笔", "笔", "试记"),
    (Count, "单", "单", "位元独一项"),
    (Count, "票", "票", ""),
    (Count, "节", "节", "能约日假点水省目庆气"),
    (Count, "堂", "堂 堂课", ""),
    (Count, "首", "首", "先次家批要席府个位届期创席款"),
    (Count, "副", "副", "主书局县市"),
    (Count, "双", "双", "向方碳减"),
    (Count, "亭", "亭", ""),
    (Count, "柜", "柜", ""),
    (Count, "标箱", "标箱 标准箱 TEU", ""),
    (Count, "车", "车", "间站辆主位队道厢"),
    (Count, "船", "船", "舶员"),
    (Count, "分", "分", "别之为布类析级管工配批步层散期区享房局公成厂会支"),
];

/// A number without a unit before one of these counts that: 2.3万群众.
pub(super) fn of_noun(chars: &[char]) -> Option<Unit> {
    static WORDS: LazyLock<Words<Unit>> = LazyLock::new(|| {
        let rows = NOUNS
            .iter()
            .flat_map(|&(kind, name, nouns)| nouns.split(' ').map(move |noun| (noun, implied(name, kind))));
        Words::forward(rows)
    });
    WORDS.at(chars).map(|(_, unit)| unit)
}

/// Kind, unit, and the nouns that imply it.
const NOUNS: &[(Kind, &str, &str)] = &[
    (
        Person,
        "人",
        "群众 村民 居民 农民 市民 学生 师生 教师 游客 党员 干部 党员干部 党员群众 志愿者 职工 工人 \
         老人 老年人 儿童 青年 青少年 妇女 人口 农村劳动力 劳动力 农村人口 贫困人口 脱贫人口 低收入人口 \
         移民 学员 人才 考生 观众 读者 旅客 乘客 骑手 网格员 医务人员 工作人员 人员 患者 残疾人 毕业生 \
         高校毕业生 大学生 中小学生 农民工 创业者 代表 民警 网民 用工 就业人员 名群众 困难群众 基层干部",
    ),
    (Count, "户", "农户 家庭 贫困户 脱贫户 低收入农户 用户 居民户 困难家庭 经营户 养殖户 种植户 商户"),
    (Count, "家", "企业 家企业 市场主体 经营主体 小微企业 民营企业 合作社 门店 机构"),
    (Count, "个", "县 校 村 行政村 自然村 社区 乡镇 岗位 项目 就业岗位 村庄 村集体 小区"),
];
