//! The table of messages: a name, the Chinese, the English. Blanks `{}` are filled in order.

use super::Lang;
use super::figures::messages_with_figures;
use super::search::with_search;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        /// A message to a person.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "a message is documented by its text")]
        pub enum Msg { $($(#[$doc])* $name,)* }

        impl Msg {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The text, blanks unfilled.
            pub const fn text(self, lang: Lang) -> &'static str {
                match (self, lang) { $(
                    (Self::$name, Lang::Zh) => $zh,
                    (Self::$name, Lang::En) => $en,
                )* }
            }
        }
    };
}

with_search! { messages_with_figures! {
    // Problems in files.
    MissingArticle: "目录第{}条“{}”没有正文", "entry {} of the contents, “{}”, has no article";
    UnlistedArticle: "“{}”未列入本期目录", "“{}” is not in the contents";
    TitleDiffers: "目录“{}”与标题“{}”不一致", "the contents say “{}”, the title says “{}”";
    SkippedOrdinal: "序号由“{}”跳到“{}”，缺“{}”", "the series goes from “{}” to “{}”; “{}” is missing";
    RepeatedOrdinal: "序号“{}”重复", "ordinal “{}” is repeated";
    NoNumber: "报头没有期号", "the masthead has no issue number";
    NoDate: "报头没有日期", "the masthead has no date";
    DateDiffers: "报头日期{}与印发日期{}不一致", "the masthead is dated {}, the imprint {}";
    NumberGap: "《{}》{}年缺第{}期", "{} {}: no issue {}";
    DuplicateIssue: "《{}》{}另见{}", "{} {} is also in {}";
    DroppedText: "{}：{}", "{}：{}";
    BadEncoding: "有{}处不能按{}解码", "{} places could not be decoded as {}";
    SumDiffers: "合计{}与分项之和{}不符", "the total {} is not the sum of its parts, {}";
    MixedUnits: "同一组数据混用单位{}", "one series of figures mixes units: {}";
    Unreadable: "不能读取：{}", "cannot be read: {}";
    Skipped: "已略过：{}", "left out: {}";

    // Addresses.
    AddressEmpty: "请写地址，例如 2022-12/1/3/2", "write an address, such as 2022-12/1/3/2";
    AddressNoBulletin: "没有“{}”这一期；jianbao list 列出各期地址", "there is no issue “{}”; `jianbao list` shows the addresses";
    AddressSeveral: "“{}”不止一期，请选一个：{}", "“{}” names several issues; choose one of: {}";
    AddressNoNumber: "地址中的“{}”不是数字", "“{}” in the address is not a number";
    AddressNoPart: "没有{}；上一级只有{}项", "there is no {}; the part above it has {} of them";

    // The card of a bulletin.
    NoSerial: "（无刊名）", "(no serial title)";
    Untitled: "（无标题）", "(untitled)";
    LabelNumber: "期号：", "Issue: ";
    NumberOf: "{}年第{}期", "{}, no. {}";
    TotalNumber: "（总第{}期）", " (no. {} in all)";
    LabelIssuer: "编发：", "Issuer: ";
    LabelDate: "日期：", "Date: ";
    LabelMarks: "标记：", "Marks: ";
    LabelContents: "本期目录", "Contents";
    LabelImprint: "印发：", "Imprint: ";
    Copies: "共印{}份", "{} copies";
    LabelFile: "文件：", "File: ";
    LineNumber: "第{}行：", "Line {}: ";

    // The actions, for the help.
    Down: "下一行", "one line down";
    Up: "上一行", "one line up";
    HalfPageDown: "下半页", "half a page down";
    HalfPageUp: "上半页", "half a page up";
    PageDown: "下一页", "a page down";
    PageUp: "上一页", "a page up";
    Top: "到开头；前加数字则到第几行", "to the first line; with a number before it, to that line";
    Bottom: "到末尾；前加数字则到第几行", "to the last line; with a number before it, to that line";
    Left: "到左边一栏", "to the pane on the left";
    Right: "到右边一栏", "to the pane on the right";
    NextPane: "到下一栏", "to the next pane";
    PreviousPane: "到上一栏", "to the pane before";
    Open: "打开选中的内容", "open what is selected";
    Fold: "折叠或展开", "fold or unfold";
    FoldAll: "全部折叠", "fold everything";
    UnfoldAll: "全部展开", "unfold everything";
    NextArticle: "下一篇文章", "to the next article";
    PreviousArticle: "上一篇文章", "to the article before";
    NextMeasure: "下一条举措", "to the next measure";
    PreviousMeasure: "上一条举措", "to the measure before";
    NextIssue: "下一期", "to the next issue";
    PreviousIssue: "上一期", "to the issue before";
    GoTo: "按地址前往，例如 2022-12/1/3/2", "go to an address such as 2022-12/1/3/2";
    Find: "在显示的内容中查找", "find in what is shown";
    FindNext: "下一处", "to the next place found";
    FindPrevious: "上一处", "to the place found before";
    Zoom: "只显示当前栏，或恢复各栏", "show this pane alone, or all of them";
    Wider: "加宽当前栏", "make this pane wider";
    Narrower: "收窄当前栏", "make this pane narrower";
    Reverse: "期次倒序或正序", "turn the order of the issues round";
    Tables: "在举措下列出其中的数据，或不列", "the figures of each measure under its text, or not";
    Figures: "全部数据；再按则返回", "the figures of all bulletins, or back to the bulletins";
    Filter: "按条件筛选各期和文章；在数据中筛选数据", "show only articles that a query chooses; of figures, those";
    Sort: "按下一项排序数据；前加数字则按第几项", "sort the figures by the next column; with a number before it, by that one";
    Group: "按另一项分组数据", "group the figures by something else";
    Chart: "把数据画成条形、逐年月的柱形，再按回到列表", "the figures as bars, as columns through time, as a list again";
    Sum: "合计的说明：未计入的、重复的、要注意的", "what the sum leaves out, counts once, and what to mind";
    Scope: "只看所读的一期、一篇、一节的数据，或全部", "the figures of the issue, article, section being read, or all";
    Problems: "问题列表", "the list of problems";
    Help: "按键说明", "the list of keys";
    Redraw: "重画屏幕", "draw the screen anew";
    Suspend: "挂起，用 fg 返回", "suspend; fg brings it back";
    Back: "返回；到头则退出", "back; from the first step, quit";
    Quit: "退出", "quit";

    // What the browser says.
    LastArticle: "这是最后一篇文章", "this is the last article";
    FirstArticle: "这是第一篇文章", "this is the first article";
    LastMeasure: "后面没有举措了", "no measure follows";
    FirstMeasure: "前面没有举措了", "no measure before";
    LastIssue: "这是最后一期", "this is the last issue";
    FirstIssue: "这是第一期", "this is the first issue";
    EndOfIssue: "本期到此结束；按 J 看下一期", "end of the issue; J goes to the next";
    StartOfIssue: "本期开头", "beginning of the issue";
    NothingToFind: "按 / 或 \\ 输入要找的词", "press / or \\ and write what to find";
    WordsNotFound: "没有找到“{}”", "“{}” was not found";
    FromTheTop: "已到末尾，从头继续", "past the end: on from the top";
    FromTheEnd: "已到开头，从末尾继续", "past the top: on from the end";
    NewestFirst: "新的在前", "newest first";
    OldestFirst: "旧的在前", "oldest first";

    // The screen.
    TooSmall: "屏幕太小（{}×{}）", "too small ({}x{})";
    PaneIssues: "期次", "Issues";
    PaneOutline: "提纲", "Outline";
    PaneDetails: "正文", "Text";
    NoYear: "年份不明", "no year";
    NoBulletins: "没有找到简报；按 ! 看问题，按 q 退出", "no bulletins found; ! shows problems, q quits";
    Loading: "正在读取……", "reading …";
    LoadingCount: "读取{}/{}", "reading {}/{}";
    ProblemCount: "{}个文件有问题(!)", "{} files with problems (!)";
    CountMeasures: "{}条", "{}m";
    CountFigures: "{}数", "{}f";
    CountFound: "{}处", "{} found";
    TitleHelp: "按键", "Keys";
    LabelFilter: "筛选：", "Filter: ";
    TitleProblems: "问题（{}）", "Problems ({})";
    NoProblems: "没有问题", "no problems";
    HintGo: "确定", "go";
    HintCancel: "取消", "cancel";
    HintClose: "关闭", "close";
    HintFilter: "筛选", "filter";
    HintOpen: "打开", "open";
    HintIssue: "选期", "issue";
    HintRow: "移动", "move";
    HintFold: "折叠", "fold";
    HintArticle: "文章", "article";
    HintRead: "阅读", "read";
    HintMeasure: "举措", "measure";
    HintFound: "下/上一处", "next/previous";
    HintPane: "换栏", "pane";
    HintFind: "查找", "find";
    HintGoTo: "地址", "go to";
    HintZoom: "放大", "zoom";
    HintHelp: "帮助", "help";
    HintBack: "返回", "back";
    // Reading files.
    NotFound: "没有这个文件或文件夹", "no such file or folder";
    Forbidden: "没有读取权限", "no permission to read it";
    NotText: "不是UTF-8或GB18030文本", "not text in UTF-8 or GB18030";
    TooLarge: "大于{}MB，未读取", "larger than {} MB, not read";
    NotRegular: "是管道、套接字或设备，不是文件", "a pipe, socket or device, not a file";
    Stopped: "解析中断（程序错误）：{}", "parsing stopped, a fault of jianbao: {}";
    Hidden: "已略过{}个隐藏的文件或文件夹（{}…）", "left out {} hidden files or folders ({}…)";
    // The configuration.
    SettingsUnreadable: "{}：配置文件不能读取：{}", "{}: the configuration cannot be read: {}";
    SettingsWrong: "{}:{}：配置有误：{}；改正或删去这一行", "{}:{}: wrong in the configuration: {}; mend or delete the line";

    // Commands: what they say in their results.
    CountArticles: "{}篇", "{}a";

    // Commands: what they say about their work.
    NoneFound: "没有找到简报：{}", "no bulletins found in {}";
    FileTold: "{}：{}；{}", "{}: {}; {}";
    FileLeftOut: "{}：{}", "{}: {}";
    AdviseName: "请检查路径", "check the path";
    AdviseRight: "请取得读取权限（chmod +r）", "ask for the right to read it (chmod +r)";
    AdviseText: "请另存为UTF-8纯文本", "save it as plain text in UTF-8";
    AdviseSplit: "请分成几个文件", "split it into several files";
    AdvisePipe: "请给出文件，或用 - 读标准输入", "give a file, or - for standard input";
    AdviseTell: "请把这个文件发给jianbao的作者", "please send this file to the authors of jianbao";
    AdviseCopy: "请检查磁盘，或复制一份再试", "check the disk, or try a copy";
    NotWritten: "不能写入{}：{}", "{} cannot be written: {}";
    StandardOutput: "标准输出", "standard output";
    NoTerminal: "浏览需要终端；输出到管道或文件请用 jianbao list、show 或 export", "browsing needs a terminal; for a pipe or a file use `jianbao list`, `show` or `export`";
    TerminalFails: "终端不能使用：{}", "the terminal cannot be used: {}";
    DemoAlone: "--demo 只用于浏览，不与命令同用", "--demo is for browsing, not for a command";

    // Commands: what is wrong with the command line.
    UnknownOption: "没有“{}”这个选项", "there is no option “{}” here";
    DidYouMean: "；是不是“{}”？", "; did you mean “{}”?";
    WrongValue: "“{}”不能用作{}", "“{}” is no value for {}";
    ValueMissing: "{}后面缺值", "{} needs a value";
    ChooseOne: "；可选：{}", "; choose one of: {}";
    WidthWanted: "；请写20到65535之间的列数", "; give a number of columns from 20 to 65535";
    ArgumentMissing: "缺少{}", "{} is missing";
    Together: "{}和{}不能同用", "{} and {} do not go together";
    GivenTwice: "{}只能写一次", "{} can be given once only";
    NotUnderstood: "命令行有误", "the command line cannot be understood";
    SeeHelp: "用法见 jianbao --help", "see `jianbao --help`";

    // Commands: the help.
    HelpTemplate: "{about}\n\n用法：{usage}\n\n{all-args}{after-help}\n", "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n";
    HeadCommands: "命令", "Commands";
    HeadArguments: "参数", "Arguments";
    HeadOptions: "选项", "Options";
    AfterHelp: "没有命令则打开浏览界面；? 列出按键。\n字宽：narrow占一列，wide占两列，both两种终端都不错位，\nsubst换成宽度固定的字符，auto问终端。依次看 --ambiguous、环境变量\nJIANBAO_AMBIGUOUS、浏览时（按w）所选、配置文件；都没有则为auto。\n退出状态：0完成；1没有找到（search、figures）或发现问题（check）；2命令行有误、\n有文件不能读取或结果不能写出。", "Without a command the browser opens; ? lists its keys.\nWidths: narrow is 1 column, wide 2, both is right on either kind of terminal,\nsubst replaces such signs, auto asks the terminal. What decides, in this order:\n--ambiguous, JIANBAO_AMBIGUOUS in the environment, what was chosen in the\nbrowser (key w), the configuration; without them it is auto.\nExit status: 0 done; 1 nothing found (search, figures) or problems (check);\n2 a bad command line, a file that cannot be read, or output that cannot be\nwritten.";
    AboutProgram: "在终端里浏览成批的工作简报", "Browse folders of Chinese administrative bulletins in the terminal";
    AboutList: "每期简报一行", "One line for each bulletin";
    AboutOutline: "每期的提纲：文章、节、举措", "The tree of each bulletin: articles, sections, measures";
    AboutShow: "正文，按终端宽度排行", "The text, set to the width of the terminal";
    AboutCheck: "列出文件中的问题", "List what is wrong in the files";
    AboutExport: "导出为JSON或Markdown", "Export as JSON or Markdown";
    AboutCompletions: "输出shell的命令补全脚本", "Print the completion script of a shell";
    AboutManual: "输出手册页（roff）", "Print the manual page (roff)";
    UsageProgram: "jianbao [选项] [路径]...\n      jianbao [选项] 命令 [路径]...", "jianbao [OPTIONS] [PATH]...\n       jianbao [OPTIONS] COMMAND [PATH]...";
    UsageList: "jianbao list [选项] [路径]...", "jianbao list [OPTIONS] [PATH]...";
    UsageOutline: "jianbao outline [选项] [路径]...", "jianbao outline [OPTIONS] [PATH]...";
    UsageShow: "jianbao show [选项] [路径]...", "jianbao show [OPTIONS] [PATH]...";
    UsageCheck: "jianbao check [选项] [路径]...\n      jianbao check --explain [代码]", "jianbao check [OPTIONS] [PATH]...\n       jianbao check --explain [CODE]";
    UsageExport: "jianbao export --format 格式 [选项] [路径]...", "jianbao export --format FORMAT [OPTIONS] [PATH]...";
    UsageCompletions: "jianbao completions SHELL", "jianbao completions SHELL";
    UsageManual: "jianbao manual", "jianbao manual";
    ValuePath: "路径", "PATH";
    ValueAddress: "地址", "ADDRESS";
    ValueFormat: "格式", "FORMAT";
    ValueFile: "文件", "FILE";
    ValueColumns: "列数", "COLUMNS";
    ValueShell: "SHELL", "SHELL";
    ValueLang: "语言", "LANGUAGE";
    ValueMode: "方式", "MODE";
    ArgPaths: "文件或文件夹；- 为标准输入；不写则为当前文件夹", "Files or folders; - is standard input; the current folder if none";
    ArgDemo: "打开随程序附带的示例", "Open the examples that come with the program";
    ArgLang: "提示语言：zh 或 en；不写则随系统", "Language of messages: zh or en; else the system's";
    ArgAmbiguous: "“”—…等字符的宽度：auto、narrow、wide、both、subst", "Width of “ ” — …: auto, narrow, wide, both, subst";
    ArgJson: "输出JSON数组", "Print a JSON array";
    ArgCsv: "输出CSV", "Print comma-separated values";
    ArgAddress: "只要这一部分，例如 2022-12/1/3", "Only this part, such as 2022-12/1/3";
    ArgWidth: "每行列数，至少20；不写则随终端，无终端为80", "Columns of a line, 20 at least; the terminal's, or 80";
    ArgFormat: "json、ndjson、markdown，或只含数据的csv", "json, ndjson, markdown, or csv for the figures";
    ArgOutput: "写入文件；不写则到标准输出", "Write to a file instead of standard output";
    ArgShell: "bash、elvish、fish、powershell或zsh", "bash, elvish, fish, powershell or zsh";
    ArgHelp: "显示用法", "Print this help";
    ArgVersion: "显示版本", "Print the version";

    // Commands: the manual page.
    ManualTitle: "jianbao手册", "jianbao manual";
    ManualName: "名称", "NAME";
    ManualSynopsis: "概要", "SYNOPSIS";
    ManualOptions: "选项", "OPTIONS";
    ManualCommands: "命令", "COMMANDS";
    ManualNotes: "说明", "NOTES";

    // The terminal: the layout of ambiguous characters.
    Ruler: "选择引号、破折号等的宽度", "choose how wide quotation marks and dashes are";
    TitleRuler: "字宽", "Widths";
    RulerHow: "选首个无缝隙、不残缺、右端齐的：", "Take the first with no gaps, no cut signs, and its right end in line:";
    RulerAsks: "下次启动时再问终端", "ask the terminal at the next start";
    RulerKeeps: "按首字母选用，立即生效，并为这种终端记住。", "The first letter chooses it at once, and keeps it for this kind of terminal.";
    RulerAuto: "已忘记所选；下次启动时再问终端", "forgotten; the terminal is asked at the next start";
    RulerChosen: "已选 {}，下次照用", "{} from now on";
    HintChoose: "选用", "choose";
    Between: "{}外层终端的字宽问不到：引号、破折号若使文字错位，按 {} 选", "The terminal around {} cannot be asked: where “ ” — put text out of line, press {}";
    NotKept: "不能记住所选：{}", "the choice could not be kept: {}";
    AboutDoctor: "本终端能做什么、为它选了什么", "What this terminal can do, and what was chosen for it";
    UsageDoctor: "jianbao doctor [选项]", "jianbao doctor [OPTIONS]";
    DoctorTerminal: "终端", "Terminal";
    DoctorMultiplexer: "中间层", "In between";
    DoctorNone: "无", "nothing";
    DoctorBetween: "{}；外层终端的字宽问不到，请按下面的样张选", "{}; the terminal around it cannot be asked: choose by the lines below";
    DoctorColours: "颜色数", "Colours";
    DoctorPlain: "无色彩、无粗体", "no colours, no bold";
    DoctorMono: "无色彩（NO_COLOR）", "none (NO_COLOR)";
    DoctorLocale: "区域设置", "Locale";
    DoctorNotUtf8: "{}（不是UTF-8；输出仍用UTF-8，边框用ASCII）", "{} (not UTF-8; text is UTF-8 all the same, rules are ASCII)";
    DoctorAsked: "询问", "Asked";
    DoctorNotAsked: "没有问：标准输出不是终端", "not asked: standard output is no terminal";
    DoctorSilent: "1.5秒内没有回答", "none within 1.5 s";
    DoctorAnswered: "各占{}列（DA1：{}）", "{} columns (DA1: {})";
    DoctorAnswer: "回答", "Answer";
    DoctorByAnswer: "终端的回答", "the terminal's answer";
    DoctorKept: "浏览时所选", "chosen in the browser";
    DoctorMode: "所用方式", "Mode";
    DoctorChrome: "边框", "Rules";
    DoctorDrawn: "线条（narrow方式）或ASCII", "lines in mode narrow, else ASCII";
    DoctorClipboard: "剪贴板", "Clipboard";
    DoctorRoute: "将通过 {}（本版尚不能复制）", "{} would be used (copying comes in a later version)";
    DoctorSettings: "配置文件", "Configuration";
    DoctorBySettings: "配置文件", "the configuration";
    DoctorState: "状态文件", "State";
    DoctorThere: "有", "there";
    DoctorNotThere: "尚无", "not there";
    DoctorKeep: "选定后用 --ambiguous、JIANBAO_AMBIGUOUS 或配置文件写明，或在浏览时按 w。", "Say so by --ambiguous, JIANBAO_AMBIGUOUS or the configuration, or press w while browsing.";
    UnknownMode: "环境变量JIANBAO_AMBIGUOUS：“{}”不是一种方式；可选：{}", "JIANBAO_AMBIGUOUS in the environment: “{}” is no mode; choose one of: {}";
    ArgNoCache: "读取每个文件：不用、也不留存缓存", "Read every file: neither use nor keep the cache";
    ArgAscii: "边框等只用ASCII字符", "Draw rules and markers in ASCII only";
    DumbTerminal: "终端（TERM={}）不能移动光标，无法浏览；请用 jianbao list 或 show", "this terminal (TERM={}) cannot move its cursor, so there is no browsing; use `jianbao list` or `show`";

    // The command check.
    ExplainCode: "{}：{}", "{}: {}";
    ExplainExample: "示例：", "Example:";
    ExplainAdvice: "怎么办：", "What to do:";
    ArgExplain: "说明一个问题代码；不写代码则全部列出", "Explain a code of problems; without one, list them all";
    ValueCode: "代码", "CODE";
    CheckSummary: "发现问题{}个，涉及文件{}个", "problems found: {}, in files: {}";
    CheckClean: "没有发现问题", "no problems found";
} }
