//! The words of a clause that tell what kind of statement its figures belong to.

use std::sync::LazyLock;

use super::words::Words;

/// What a word tells about the figures behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// 预计, 力争: a plan, to the end of the sentence.
    Planned,
    /// 目标: a plan, where it is not 完成.
    Goal,
    /// 完成.
    Completed,
    /// 确保: a plan, to the end of the clause.
    Aim,
    /// 可吸纳, 可达: a plan, where nothing else is told of the figure.
    Possible,
    /// 目前, 去年: what follows is done.
    Done,
    /// 今年: what follows belongs to a period, and to no total.
    Period,
    /// 累计: from here to the end of the sentence, until a period is named.
    Cumulative,
    /// 截至, 以来: with 共 behind it, cumulative.
    Since,
    /// 共, 总共.
    Altogether,
    /// 每年, 年产.
    Yearly,
    /// 人均, 每亩.
    Per,
    /// 标准, 按照: a rule.
    Norm,
    /// 比例…不低于: a rule, if the figure is a share.
    ShareNorm,
    /// 同比, 较上年: a comparison.
    Compared,
    /// 增长, 高于.
    Up,
    /// 下降, 低于.
    Down,
    /// 提高到, 降至.
    To,
}

/// A cue that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub cue: Cue,
    /// Glyphs.
    pub length: usize,
}

/// The cue that stands at `at`.
pub(super) fn at(chars: &[char], at: usize) -> Option<Found> {
    static WORDS: LazyLock<Words<Row>> = LazyLock::new(|| {
        Words::forward(ROWS.iter().flat_map(|row| row.words.split_whitespace().map(move |word| (word, *row))))
    });
    let (length, row) = WORDS.at(chars.get(at..)?)?;
    let previous = at.checked_sub(1).and_then(|at| chars.get(at));
    let next = chars.get(at + length);
    let cut = previous
        .is_some_and(|&c| row.not_after.contains(c) || row.not_after.contains('0') && c.is_ascii_digit())
        || next.is_some_and(|&c| row.not_before.contains(c));
    (!cut).then_some(Found { cue: row.cue, length })
}

/// 到2026年 at the beginning of a clause: a year to be reached.
pub(super) fn is_goal(chars: &[char], at: usize) -> bool {
    let opens = at.checked_sub(1).and_then(|at| chars.get(at));
    let text = chars.get(at + 1..).unwrap_or_default();
    let digits = text.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    chars.get(at) == Some(&'到')
        && opens.is_none_or(|c| !c.is_alphanumeric())
        && digits == 4
        && text.get(4) == Some(&'年')
}

/// The verb of growth that the text ends with: its length and its cue.
pub(super) fn growth_ending(chars: &[char]) -> Option<(usize, Cue)> {
    static WORDS: LazyLock<Words<Cue>> = LazyLock::new(|| {
        let rows = ROWS.iter().filter(|row| matches!(row.cue, Cue::Up | Cue::Down | Cue::To));
        Words::backward(rows.flat_map(|row| row.words.split_whitespace().map(move |word| (word, row.cue))))
    });
    WORDS.ending(chars)
}

/// Words of one cue.
#[derive(Debug, Clone, Copy)]
struct Row {
    cue: Cue,
    words: &'static str,
    /// No cue behind one of these; `0` stands for any digit.
    not_after: &'static str,
    /// No cue before one of these.
    not_before: &'static str,
}

const fn row(cue: Cue, words: &'static str) -> Row {
    Row { cue, words, not_after: "", not_before: "" }
}

const fn guarded(cue: Cue, words: &'static str, not_after: &'static str, not_before: &'static str) -> Row {
    Row { cue, words, not_after, not_before }
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row(Cue::Planned, "预计 预期 预估 预测 力争 到“十四五 到“十五五 到十四五末 到十五五末 有望 建成后 投产后 达产后 投用后 投入使用后 投入运营后 运营后 实施后 完工后 \
        建成投产后 竣工后 满产后 全部建成 建成达产 明年 到明年 下一步 未来 计划总投资 计划投资 计划建设 计划新增 计划完成 计划新建 \
        计划用 计划安排 计划在 计划到 计划于 计划实施 计划明年 计划再 计划今年 计划引进 计划培育 计划改造 计划招 计划开 计划通过 计划年 计划发放 计划选派 \
        计划培训 计划总 计划种 计划建 计划打造 计划累计 \
        谋划 目标是 目标为 规划建设用地 规划总 规划到 规划面积 规划投资 拟建 拟投资 拟投入 拟安排 拟新增 \
        将新增 将建 将达 将实现 将投 将于 将在 将有 将继续 将带动 将进一步 将新 将全 将超 将突破 将完成 将为 将再 将形成 将吸纳 将创 将开 将提 将增 将安排 \
        将改造 将支持 将推 将引 将培 将减 将节 将使 将给 将惠 将覆盖 将组织 将年 将用 将可 将从 将由 将发放 将补 \
        即将 也将 还将 预计将 可望 到年底 到本世纪中叶 年内将 全年将 全部建成后 今后 要实现 要达到 要完成 筹建"),
    guarded(Cue::Planned, "计划", "动作划生展的《年", "》。，、的”表书报生单列外"),
    guarded(Cue::Planned, "拟", "模虚草", ""),
    guarded(Cue::Planned, "争取", "", "上中省到资专国项各市政转"),
    row(Cue::Goal, "目标任务 目标"),
    row(Cue::Completed, "完成"),
    row(Cue::Aim, "确保"),
    row(Cue::Possible, "可吸纳 可实现 可达 可带动 可年 可增 可储 可减 可新增 可创 可节 可产 可解决 可惠及 可辐射 可供 可安置 可处理 可使 可形成 可消化"),
    row(Cue::Done, "目前 已 已经 去年 上年 今年以来 截至 截止 上半年 一季度 前三季度 存栏 当前 现已 现有 至今 本月 上月"),
    row(Cue::Period, "今年 当年 本月 本年"),
    row(Cue::Cumulative, "累计 已累计 历年 总共已 先后累计"),
    guarded(Cue::Since, "以来 截至 截止 至今 来", "近年未原回将外带往从历本带起由", "自源到电访宾料历"),
    guarded(Cue::Altogether, "共 总共 共计 合计 一共", "公一", "同建享富治商管青产党和识用性谋创赢"),
    row(Cue::Yearly, "每年 逐年 常年 一年可 年复一年"),
    guarded(Cue::Yearly, "年均", "", "浓气降温值"),
    guarded(Cue::Yearly, "年产 年销 年发 年处 年创 年可 年纳 年营 年利 年接 年加 年供 年节 年减 年增 年租 年出 年生 年用 年耗 年综 年吞 年游 年缴 年收 年培 年上 年养 年分", "今去当全上往本同近历前多后明次逐青少0二三四五六七八九十一度定", ""),
    guarded(Cue::Yearly, "日处理 日产 日供", "每今昨当", ""),
    guarded(Cue::Per, "日均 月均", "每今昨当", ""),
    row(Cue::Per, "人均 户均 村均 亩均 镇均 乡均 县均 校均 店均 企均 社均 单产 平均每 均破 均超 均达 均在 均为"),
    guarded(Cue::Per, "每", "", "逢当"),
    guarded(Cue::Per, "亩产", "", "业"),
    row(Cue::Norm, "保底 封顶 上限 下限 限额 标准为 标准是 补助标准 补贴标准 资助标准 奖励标准 低保标准 供养标准 保障标准 收费标准 \
        指导价 最低工资 门槛 比例不 不得超过 不得低于 不得少于 最高可 最高奖 最高补 最高不 最高贷 最高给 最高授 给予最高 一次性奖励 一次性给予 给予一次性 最高额 额度为 \
        起征点 配比 按每"),
    guarded(Cue::ShareNorm, "按", "", "期时质规定月年季量可"),
    row(Cue::ShareNorm, "按照 依照 年化 不超过 不低于 比例的 标准"),
    row(Cue::Compared, "同比 环比 较 比上 比去 比2 比1 比全 比同 比原 比往 比前 比年 比计划 比市 比省 比县 上浮 下浮"),
    row(Cue::Up, "增长 提高 提升 上升 增加 上涨 上调 扩大 增长率 增长了 提高了 提升了 增加了 高于 高出 多出 回升 攀升 增幅 涨幅 增速 升高 快于 \
        偏高 偏多 净增 递增 增收 增产 多增 翻 增 涨 升 高 快 多 超出 增长约 正增长 新增 拉动 加快 上浮 增效 优于 改善 超收 领先"),
    row(Cue::Down, "下降 减少 降低 压缩 缩短 下调 回落 缩减 低于 下滑 降幅 压减 收窄 负增长 缩小 放缓 慢于 下降了 减少了 降低了 缩短了 下跌 \
        递减 减产 少于 降 减 跌 低 少 慢 下浮 减亏 递降 跌幅 降本 精简 偏低 偏少 削减 减排 节约 节省 提前"),
    row(Cue::To, "提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 增到 上升到 上升至 上涨到 上涨至 上调至 上调到 升至 升到 涨到 涨至 \
        扩大到 扩大至 扩至 扩展到 扩展至 拓展到 拓展至 发展到 发展至 壮大到 降至 降到 降为 减为 升为 缩短为 提高为 降低到 降低至 下降到 下降至 下调至 下调到 减至 减到 减少到 减少至 缩短至 缩短到 \
        缩减至 缩减到 压缩至 压缩到 压减至 压减到 精简至 精简到 恢复至 恢复到 回升至 回升到 跃升至 跃升到 攀升至 优化至 优化为 调整为 调整至 调整到 回落至 \
        跌至 控制到 缩小至 缩小到 增长为 改善至 改善到 提至 提到 增为 延长至 延长到 上浮至 下浮至 扩容至 扩容到 扩增至 扩面到 扩面至 翻到"),
];
