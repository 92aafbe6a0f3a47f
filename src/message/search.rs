//! The messages about queries and what they find, for the table of messages.

/// Hands the rows of a table on, with those of this file behind them.
macro_rules! with_search {
    ($table:ident! { $($rows:tt)* }) => {
        $table! {
            $($rows)*

            FilterWhere: "--where {}", "--where, {}";
            FilterAt: "第{}个字符：{}", "character {}: {}";
            FilterKeyMissing: "此处缺词语或项名；项名有：{}", "a word or a key is missing; the keys are: {}";
            FilterNoKey: "没有“{}”这一项；可选：{}", "there is no key “{}”; choose one of: {}";
            FilterOperator: "“{}”后面应是 : > >= < <= 之一", "“{}” wants one of : > >= < <= behind it";
            FilterColonMissing: "“{}”后面应是冒号", "“{}” wants a colon behind it";
            FilterAlone: "“{}”不能同别的条件用 | 并列；请分开写", "“{}” cannot stand beside other things between |; write them apart";
            FilterColon: "“{}”不能比大小，后面应是冒号", "“{}” has no order: it wants a colon behind it";
            FilterValueMissing: "“{}”缺值", "“{}” wants a value here";
            FilterQuote: "引号没有配对", "the quotation mark is not closed";
            FilterStroke: "正则表达式缺结尾的 /", "the regular expression wants a / at its end";
            FilterRegex: "正则表达式有误：{}", "no regular expression: {}";
            FilterAddress: "“{}”不是地址；例如 2022-12/1/3、/1", "“{}” is no address; write 2022-12/1/3 or /1";
            FilterNumber: "“{}”不是数；例如 1000万、1.2亿、20%、三千、5..10", "“{}” is no number; write 1000, 1000万, 1.2亿, 20%, 三千, 5..10";
            FilterUnit: "数后面的“{}”不是单位", "“{}” behind the number is no unit";
            FilterState: "没有“{}”这种状态；可选：{}", "there is no state “{}”; choose one of: {}";
            FilterBound: "没有“{}”这种界限；可选：{}", "there is no bound “{}”; choose one of: {}";
            FilterYear: "“{}”不是年份；例如 2022、2020..2022", "“{}” is no year; write 2022 or 2020..2022";
            FilterDate: "“{}”不是日期；例如 2022-11-10、2022-11、2022-01..2022-06", "“{}” is no date; write 2022-11-10, 2022-11 or 2022-01..2022-06";
            Search: "查找所有各期，边写边找", "find in all issues while you type";
            SelectBy: "写汉字或拼音首字母，选中那一行", "select the row that holds what you type, or reads so";
            PaneSearch: "查找：{}", "Found: {}";
            SearchCount: "{}期 {}处", "{} in {}";
            SearchEmpty: "写词语、拼音首字母或 \"年份:2022 数值>1000万\"", "write words, initials of Pinyin, or \"year:2022 value>1000万\"";
            Searching: "查找中", "searching";
            PlaceCard: "报头等", "card";
            NameKept: "已命名，以后写 @{} 即可查找", "kept: write @{} to search for it again";
            NameGone: "已去掉 @{}", "@{} is gone";
            HintName: "命名", "name it";
            FilterEmpty: "没有符合条件的文章；按 f 修改", "no article is chosen; press f to change the filter";
            FilterOn: "筛选 {}", "filter: {}";
            HitCount: "{}处", "{}";
            LastHit: "已是最后一处", "the last place found";
            FirstHit: "已是第一处", "the first place found";
            HintHits: "下/上一处", "next/previous";
            HintText: "看原文", "to the text";
            HintComplete: "换成汉字", "as characters";
            HintEarlier: "以前的查找", "earlier";
            QueryWrong: "查询有误：{}", "the query: {}";
            NothingFound: "没有找到", "nothing found";
            AboutSearch: "查找词语、拼音和数据，列出地址和上下文", "Find words, Pinyin and figures, with address and context";
            UsageSearch: "jianbao search [选项] 查询 [路径]...", "jianbao search [OPTIONS] QUERY [PATH]...";
            ArgQuery: "要找什么，例如 \"慈溪 帮扶 资金\"、cxs", "What to look for, such as \"慈溪 帮扶 资金\" or cxs";
            ArgContext: "前后各显示多少字", "Show so many characters on either side";
            ArgCount: "只列每期有多少处", "Only how many there are in each issue";
            ValueQuery: "查询", "QUERY";
            ValueCount: "数", "N";
            AfterSearch: "词语由空格分开，须都在同一篇文章中；前加-为没有；|为任一；\n“ ”中的照原样；/ /中是正则表达式。空格、换行、全角半角、大小写、\n简体繁体不影响查找，数字的写法也不影响。小写字母也按拼音找：\ncxs、cixi、cixis都能找到慈溪市。\n  title:标题  heading:小标题  measure:举措  text:原文  serial:刊名\n  issuer:编发  issue:2022-12  place:2022-12/1  year:2020..2022\n  date>=2022-06  value>1000万  unit:元  state:planned  noun:资金", "Words are parted by blanks and all have to stand in one article; - in front: it\nmust not; | means either; \"…\" as it stands; /…/ is a regular expression.\nBlanks, line breaks, full and half width, case, traditional and simplified,\nand how a number is written do not matter. Small letters are Pinyin, too:\ncxs, cixi and cixis all find 慈溪市.\n  title:标题  heading:小标题  measure:举措  text:原文  serial:刊名\n  issuer:编发  issue:2022-12  place:2022-12/1  year:2020..2022\n  date>=2022-06  value>1000万  unit:元  state:planned  noun:资金";
        }
    };
}

pub(super) use with_search;
