//! The messages about figures: rows of the same table.

/// Makes the table of messages of these rows and of those of this file.
macro_rules! messages_with_figures {
    ($($rows:tt)*) => {
        messages! {
            $($rows)*
    // The browser.
    TablesShown: "举措下列出数据", "figures stand under their measures";
    TablesHidden: "举措下不列数据", "figures do not stand under their measures";
    FiguresFirst: "先按 F 打开数据", "press F for the figures first";
    LastFigure: "这是最后一项数据", "this is the last figure";
    FirstFigure: "这是第一项数据", "this is the first figure";
    PaneFigures: "数据", "Figures";
    ScopeAll: "全部各期", "all issues";
    FiguresOf: "{}：{}", "{}: {}";
    ReadingFigures: "读取数据{}%", "reading figures {}%";
    ColumnPrinted: "原文", "printed";
    ColumnValue: "数值", "value";
    ColumnUnit: "单位", "unit";
    ColumnBound: "界限", "bound";
    ColumnState: "状态", "state";
    ColumnNoun: "内容", "what";
    ColumnPlace: "位置", "place";
    ColumnDate: "日期", "date";
    ColumnSentence: "句子", "sentence";
    ColumnIssue: "期次", "issue";
    HintSentence: "看原文", "text";
    HintFigures: "数据", "figures";
    HintSort: "排序", "sort";
    HintChart: "画图", "chart";
    HintGroup: "分组", "group";
    HintScope: "范围", "scope";
    // Figures across bulletins.
    StateAchieved: "完成", "achieved";
    StatePlanned: "计划", "planned";
    StateCumulative: "累计", "cumulative";
    StateYearly: "每年", "yearly";
    StatePer: "人均", "per";
    StateGrowth: "增减", "growth";
    StateNorm: "标准", "norm";
    BoundExact: "确数", "exact";
    BoundAbout: "约", "about";
    BoundMore: "多于", "more";
    BoundLess: "少于", "less";
    BoundRange: "区间", "range";
    GroupNone: "（无）", "(none)";
    GroupHead: "{}（{}项）", "{} ({})";
    SumExact: "{}：{}（{}项）", "{}: {} (figures: {})";
    SumHedged: "{}：{}（{}项，其中{}项为约数）", "{}: {} (figures: {}, of them not exact: {})";
    SumNothing: "{}：没有可以相加的数据", "{}: nothing to add";
    SumRange: "{}至{}", "{} to {}";
    SumAbout: "约 {}", "about {}";
    SumMore: "至少 {}", "at least {}";
    SumLess: "至多 {}", "at most {}";
    SumCount: "{} {}项", "{} {}";
    SumNever: "不能相加的单位：{}", "units that cannot be added: {}";
    SumLeftOut: "未计入：{}（要计入请用 state: 指定）", "left out: {} (ask for them by state:)";
    SumParts: "未计入：“其中”后面的分项 {}项，已含在前面的总数中", "left out: {} parts behind 其中, which the total before them holds";
    SumRepeated: "重复，只计一次：{}，已计于{}", "told again, counted once: {} is in {}";
    SumHeading: "标题中的数据，正文已有，只计一次：{}", "in a heading and its text, counted once: {}";
    SumMoreRepeated: "另有{}项重复", "{} more are told again";
    SumGistLeftOut: "未计入：{}", "left out: {}";
    SumGistParts: "“其中”分项", "parts";
    SumGistRepeated: "重复", "told again";
    SumOf: "合计 {}", "Sum of {}";
    SumOfGroup: "合计（{}） {}", "Sum ({}) of {}";
    SumReckons: "{}：正在计算……", "{}: reckoning …";
    SumShortCaveat: "合计由程序识别得出，引用前请核对原文", "read by a program: check the texts before use";
    SumTinyCaveat: "须核对", "to check";
    TitleSum: "合计", "Sum";
    ByYear: "年份", "year";
    ByMonth: "月份", "month";
    BySerial: "刊名", "serial";
    ChartTitle: "单位：{}　按{}合计", "Unit: {}. Sums by {}";
    ChartTitleOf: "单位：{}　内容：{}　按{}合计", "Unit: {}, of: {}. Sums by {}";
    ChartNothing: "没有可以相加的", "nothing to add";
    ChartGreatest: "最高：{} {}", "greatest: {} {}";
    ChartAcross: "{}项在几组中重复，在各组分别计入", "{} are told again in another group, and counted in each";
    ChartOtherUnits: "另有其他单位的数据{}项，未画", "{} figures of other units are not drawn";
    ChartUndated: "{}项没有日期，未画", "{} without a date are not drawn";
    ChartMore: "另有{}组较少，未画", "{} lesser groups are not drawn";
    ChartEarlier: "更早的{}年未画", "{} earlier years are not drawn";
    ChartGaps: "空缺处没有数据", "where nothing stands there are no figures";
    Drawing: "正在画图……", "drawing …";
    NoChart: "没有可以画的数据：要有能相加的单位", "nothing to draw: it takes figures of a unit that can be added";
    SumWarning: "注意：{}", "mind: {}";
    WarnCumulative: "{}项为累计数，可能已包含其他各项", "{} cumulative, which may hold others";
    WarnYearly: "{}项为每年的数，并非同一时间", "{} yearly, not of one time";
    WarnAskedFor: "{}项为计划、增减、标准或人均数", "{} asked for: plans, growth, norms or per-capita values";
    WarnMixed: "所计不止一种，共{}种：{}；可用 noun: 限定", "{} different things are counted: {}; choose by noun:";
    SumCaveat: "说明：合计只是所列数据之和；数据由程序从文字中识别，各项之间可能互有包含，引用前请核对原文。", "Caveat: a sum only adds what the program read in the texts; some may hold or repeat others. Check the texts before you use it.";
    NoFigures: "没有符合条件的数据", "no figures found";
    AboutFigures: "列出文中的数据，可筛选、排序、分组、合计", "List the figures in the texts: filter, sort, group, sum";
    UsageFigures: "jianbao figures [选项] [路径]...", "jianbao figures [OPTIONS] [PATH]...";
    ArgWhere: "只要符合条件的，例如 \"unit:元 value>1000万\"", "Only these, such as \"unit:元 value>1000万\"";
    ArgSort: "value、date、issue、unit、noun、state、bound；前加-倒序", "value, date, issue, unit, noun, state, bound; - reverses";
    ArgGroup: "按unit、year、month、serial、issue、noun分组", "By unit, year, month, serial, issue or noun";
    ArgSum: "合计：每个单位一项，附说明", "Sum them up, a unit at a time, with what to mind";
    ArgChart: "画图：bar条形（按--group或年），spark逐年月", "Draw bar (by --group or year) or spark (in time)";
    ArgPicture: "把图写成SVG文件；不写则用文字画出", "Write the chart to a file as SVG; without it, as text";
    ValueKind: "种类", "KIND";
    ArgExcel: "CSV开头加BOM，供电子表格软件", "Begin the CSV with a BOM, for spreadsheets";
    ValueExpression: "条件", "EXPR";
    ValueSortKey: "项", "KEY";
    ValueGroupKey: "项", "KEY";
    AfterFigures: "条件由空格分开，须都符合；前加-为不符合；值内|为任一。\n  unit:元  value>1000万  value:5%..10%  state:achieved|cumulative\n  bound:more  noun:资金  text:帮扶  serial:交通  issue:2022-12\n  year:2020..2022  date>=2022-06\nstate：achieved完成 planned计划 cumulative累计 yearly每年 per人均\n  growth增减 norm标准\nbound：exact确数 about约 more多于 less少于 range区间\n合计不含计划、人均、增减和标准，除非用state:要求。", "Terms are parted by blanks, and all have to hold; - in front turns a term round;\n| between two values means either.\n  unit:元  value>1000万  value:5%..10%  state:achieved|cumulative\n  bound:more  noun:资金  text:帮扶  serial:交通  issue:2022-12\n  year:2020..2022  date>=2022-06\nstate: achieved planned cumulative yearly per growth norm\nbound: exact about more less range\nSums leave plans, per-capita values, growth and norms out, unless state: asks.";
        }
    };
}

pub(super) use messages_with_figures;
