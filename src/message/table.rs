//! The table of messages: a name, the Chinese, the English. Blanks `{}` are filled in order.

use super::Lang;

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

messages! {
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
    DroppedText: "{}：{}", "{}: {}";
    BadEncoding: "有{}处不能按{}解码", "{} places could not be decoded as {}";
    SumDiffers: "合计{}与分项之和{}不符", "the total {} is not the sum of its parts, {}";
    MixedUnits: "同一组数据混用单位{}", "one series of figures mixes units: {}";
    Unreadable: "不能读取：{}", "cannot be read: {}";
    Skipped: "已略过：{}", "left out: {}";

    // Reading files.
    NotFound: "没有这个文件或文件夹", "no such file or folder";
    Forbidden: "没有读取权限", "no permission to read it";
    NotText: "不是UTF-8或GB18030文本", "not text in UTF-8 or GB18030";
    TooLarge: "大于{}MB，未读取", "larger than {} MB, not read";
    NotRegular: "是管道、套接字或设备，不是文件", "a pipe, socket or device, not a file";
    Stopped: "解析中断（程序错误）：{}", "parsing stopped, a fault of jianbao: {}";
    Hidden: "已略过{}个隐藏的文件或文件夹（{}…）", "left out {} hidden files or folders ({}…)";
}
