//! What each kind of problem means, a text that causes it, and what to do about it.

use super::Lang;

macro_rules! explanations {
    ($($name:ident:
        $means_zh:literal, $means_en:literal;
        $example:literal;
        $advice_zh:literal, $advice_en:literal;
    )*) => {
        /// What `check --explain` says of a kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "an explanation is documented by its text")]
        pub enum Explanation { $($name,)* }

        impl Explanation {
            /// Every explanation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What the code means.
            pub const fn meaning(self, lang: Lang) -> &'static str {
                match (self, lang) { $(
                    (Self::$name, Lang::Zh) => $means_zh,
                    (Self::$name, Lang::En) => $means_en,
                )* }
            }

            /// Lines of a file, or a command line, that cause it.
            pub const fn example(self) -> &'static str {
                match self { $(Self::$name => $example,)* }
            }

            /// What to do about it.
            pub const fn advice(self, lang: Lang) -> &'static str {
                match (self, lang) { $(
                    (Self::$name, Lang::Zh) => $advice_zh,
                    (Self::$name, Lang::En) => $advice_en,
                )* }
            }
        }
    };
}

explanations! {
    MissingArticle:
        "目录中的一条没有正文", "an entry of the contents has no article";
        "本期目录：\n◆柳湾县修桥记\n◆松川市种茶记\n\n柳湾县修桥记";
        "补上正文，或从目录删去这一条。", "Add the article, or strike the entry.";
    UnlistedArticle:
        "一篇文章未列入目录", "an article is not in the contents";
        "本期目录：\n◆柳湾县修桥记\n\n柳湾县修桥记\n【工作动态】\n松川市种茶记";
        "列入目录；如果它只是小标题，请写上序号。", "List it; if it is a heading only, give it a number.";
    TitleDiffers:
        "目录与标题相差一两个字", "entry and title differ by a character or two";
        "本期目录：\n◆柳湾县架桥修路记\n\n柳湾县架桥铺路记";
        "查明哪一处是对的，改正另一处。", "See which of the two is right, and mend the other.";
    SkippedOrdinal:
        "序号跳过了一个", "a series leaves an ordinal out";
        "一是架桥。新桥两座。三是修路。新路三条。";
        "补上缺的一条，或改正序号。", "Add what is missing, or renumber the series.";
    RepeatedOrdinal:
        "序号重复", "a series has an ordinal twice";
        "一、架桥\n新桥两座。\n二、修路\n新路三条。\n二、种茶\n茶园一片。";
        "改正序号。", "Renumber the series.";
    NoNumber:
        "报头没有期号", "the masthead has no issue number";
        "柳湾县工作简报\n2022年3月4日";
        "在报头写上期号，例如（2022第3期）。", "Give the issue a number in its masthead, such as （2022第3期）.";
    NoDate:
        "报头没有日期", "the masthead has no date";
        "柳湾县工作简报\n（2022第3期）";
        "在报头写上日期。", "Give the issue a date in its masthead.";
    DateDiffers:
        "印发日期早于报头日期，或晚一个月以上", "the imprint is dated before the masthead, or a month later";
        "柳湾县工作简报\n（2022第3期）\n2022年3月4日\n…\n柳湾县政府办公室　2021年3月5日印发";
        "查明哪一处是对的，改正另一处。", "See which of the two is right, and mend the other.";
    NumberGap:
        "一种简报的一年中缺期", "numbers are missing in a serial's year";
        "（2022第3期）\n（2022第5期）";
        "补上缺的一期；如果没有出版，可不理会。", "Add the issue; where there never was one, all is well.";
    DuplicateIssue:
        "两个文件是同一期", "two files hold the same issue";
        "（2022第3期）\n（2022第3期）";
        "删去一个，或改正期号。", "Remove one of them, or mend its number.";
    DroppedText:
        "页码或页眉未计入正文；列出了哪些", "page numbers or running heads were left out of the text; says which";
        "— 1 —";
        "核对列出的文字；如果其中有正文，请把它接到上下行。", "Read what is listed; if some of it is text, join it to the lines around it.";
    BadEncoding:
        "有的字节不能解码", "some bytes could not be decoded";
        "柳湾县\u{fffd}工作简报";
        "从原件重新另存为UTF-8。", "Save it anew as UTF-8 from where it came from.";
    SumDiffers:
        "合计与“其中”各项之和不符", "a total is not the sum of the parts that follow 其中";
        "筹集资金2310万元，其中上级补助1200万元、县财政800万元、社会捐赠290万元。";
        "核对合计和各项；各项不全时可不理会。", "Add them up again; where parts are left out on purpose, all is well.";
    MixedUnits:
        "同一组数据混用单位", "one series of figures mixes units";
        "带动387人就业，其中返乡青年164人、低收入农户223户。";
        "改正单位，或换算成同一单位。", "Mend the unit, or convert the figures to one unit.";
    Unreadable:
        "文件或文件夹不能读取；说明了原因", "a file or folder cannot be read; says why";
        "jianbao list /mnt/broken";
        "检查磁盘，或复制一份再试。", "Check the disk, or try a copy.";
    NotFound:
        "没有这个文件或文件夹", "there is no such file or folder";
        "jianbao list nowhere";
        "检查路径。", "Check the path.";
    Forbidden:
        "系统不允许读取", "the system does not allow to read it";
        "chmod 000 2022-03.txt";
        "取得读取权限（chmod +r）。", "Ask for the right to read it (chmod +r).";
    NotText:
        "不是文本：图片、压缩文件、UTF-16", "a picture, an archive, UTF-16";
        "jianbao list photo.png";
        "另存为UTF-8纯文本。", "Save it as plain text in UTF-8.";
    TooLarge:
        "大于256MB", "above 256 MB";
        "jianbao list archive.txt";
        "分成几个文件。", "Split it into several files.";
    NotRegular:
        "是管道、套接字或设备", "a pipe, socket or device";
        "jianbao list /dev/null";
        "给出文件，或用 - 读标准输入。", "Give a file, or - for standard input.";
    Stopped:
        "解析中断（程序错误）；其他文件照常读取", "the parser met a fault of its own; the other files are read";
        "jianbao list 2022-03.txt";
        "把这个文件发给jianbao的作者。", "Please send the file to the authors of jianbao.";
    Skipped:
        "已略过其他类型的文件（不算问题）", "files of other kinds were left out (no fault)";
        "2022/photo.png";
        "另存为文本；或不理会。", "Save them as text; or leave it so.";
    Hidden:
        "已略过隐藏的文件或文件夹（不算问题）", "hidden files or folders were left out (no fault)";
        "2022/.backup/2022-03.txt";
        "要读取请改名，或直接写出路径。", "To read one, rename it, or name its path.";
}
