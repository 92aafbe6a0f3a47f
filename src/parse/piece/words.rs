//! The words of mastheads and footers: labels, ends of names, marks. Of those that are sought in most texts
//! and found in few, the characters they begin or end with too.

use crate::numeral::HanSet;

/// The labels that stand before a colon in mastheads and footers.
pub(super) const LABELS: &[&str] = &[
    "签发",
    "签发人",
    "编辑",
    "责任编辑",
    "责编",
    "本期责编",
    "本期编辑",
    "执行编辑",
    "值班编辑",
    "顾问",
    "主编",
    "副主编",
    "执行主编",
    "总编",
    "总编辑",
    "编审",
    "审核",
    "审核人",
    "审稿",
    "审签",
    "校对",
    "核稿",
    "拟稿",
    "撰稿",
    "执笔",
    "承办",
    "承办单位",
    "协办",
    "协办单位",
    "主办",
    "主办单位",
    "主管",
    "主管单位",
    "编印",
    "编印单位",
    "编发",
    "编发单位",
    "编制",
    "编制单位",
    "印发",
    "印发单位",
    "发文单位",
    "编写单位",
    "联系人",
    "联系电话",
    "联系方式",
    "联系地址",
    "电话",
    "传真",
    "邮箱",
    "电子邮箱",
    "电子邮件",
    "投稿邮箱",
    "邮编",
    "地址",
    "网址",
    "密级",
    "编号",
    "刊号",
    "准印证号",
    "日期",
    "时间",
    "印发日期",
    "发布日期",
    "出版日期",
    "期号",
    "期数",
    "刊期",
    "份数",
    "印数",
    "印刷",
    "发行",
    "制版",
    "排版",
    "主题词",
    "关键词",
];

/// How those begin.
pub(super) static LABEL_STARTS: HanSet = HanSet::of_starts(LABELS);

/// The labels of the issuing office.
pub(super) const ISSUER_LABELS: &[&str] = &[
    "主办",
    "主办单位",
    "编印",
    "编印单位",
    "编发",
    "编发单位",
    "编制",
    "编制单位",
    "印发单位",
    "发文单位",
    "编写单位",
    "主管单位",
    "主管",
];

/// What may follow the name of the issuing office.
pub(super) const ISSUER_VERBS: &[&str] =
    &["主办", "编印", "编发", "编制", "主编", "编辑", "编写", "印发", "编", "印"];

/// How those end.
pub(super) static VERB_ENDS: HanSet = HanSet::of_ends(ISSUER_VERBS);

/// How names of offices end.
pub(super) const OFFICES: &[&str] = &[
    "局",
    "厅",
    "委",
    "办",
    "办公室",
    "室",
    "院",
    "委员会",
    "协会",
    "学会",
    "联合会",
    "理事会",
    "总会",
    "工会",
    "红十字会",
    "小组",
    "工作组",
    "调研组",
    "调查组",
    "课题组",
    "编写组",
    "采写组",
    "通讯组",
    "综合组",
    "秘书组",
    "宣传组",
    "联络组",
    "信息组",
    "报道组",
    "写作组",
    "党组",
    "中心",
    "处",
    "科",
    "府",
    "司",
    "署",
    "社",
    "站",
    "所",
    "队",
    "校",
    "大学",
    "指挥部",
    "宣传部",
    "组织部",
    "统战部",
    "工作部",
    "部",
    "公司",
    "集团",
    "专班",
    "支部",
    "总支",
    "图书馆",
    "文化馆",
    "档案馆",
    "股",
    "车间",
    "机务段",
    "车务段",
    "工务段",
    "电务段",
    "街道",
    "银行",
    "编辑部",
    "海关",
    "气象台",
    "电视台",
];

/// How those end.
pub(super) static OFFICE_ENDS: HanSet = HanSet::of_ends(OFFICES);

/// What in a name shows that it is none of an office.
pub(super) const NOT_OFFICES: &[&str] =
    &["把", "让", "召开", "举办", "打造", "关于", "干部", "走进", "开展", "成立"];

/// How titles of serials end.
pub(super) const SERIALS: &[&str] = &[
    "简报", "动态", "信息", "快报", "专报", "通讯", "交流", "参考", "简讯", "通报", "快讯", "要情", "要讯",
    "摘报", "月报", "周报", "日报", "季报", "旬报", "内参", "专刊", "导刊", "之窗", "情况", "汇编", "通信",
    "资讯", "会刊", "要闻", "反映", "舆情", "摘编", "快递", "简况", "月刊", "季刊", "周刊", "导报", "工作",
    "纪要", "学报", "文摘", "材料", "资料",
];

/// How those end.
pub(super) static SERIAL_ENDS: HanSet = HanSet::of_ends(SERIALS);

/// What a line begins with that a page of the web, or of a telephone, puts around a text.
pub(super) const FURNITURE: &[&str] = &[
    "打印本页",
    "打印此页",
    "关闭窗口",
    "关闭本页",
    "返回顶部",
    "返回列表",
    "点击蓝字",
    "点击上方",
    "扫一扫",
    "扫码",
    "长按",
    "分享到",
    "分享至",
    "上一篇",
    "下一篇",
    "阅读原文",
    "打印",
    "关闭",
    "返回",
];

/// How those begin.
pub(super) static FURNITURE_STARTS: HanSet = HanSet::of_starts(FURNITURE);

/// What shows that a line of a masthead is a mark.
pub(super) const MARKS: &[&str] = &[
    "内部",
    "注意保存",
    "仅供",
    "绝密",
    "机密",
    "秘密",
    "密级",
    "特急",
    "加急",
    "急件",
    "保密",
    "外传",
    "阅后",
    "不得",
    "请勿",
    "妥为保管",
    "妥善保管",
    "注意保管",
    "供领导",
    "参阅件",
    "此件",
    "主动公开",
];

/// How those begin.
pub(super) static MARK_STARTS: HanSet = HanSet::of_starts(MARKS);
