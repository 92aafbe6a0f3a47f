//! What a character is to the line breaker.

/// The classes of characters, after the line breaking classes of UAX #14 (named in brackets).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// May be parted from its neighbours: Han, kana, Hangul, emoji, symbols (ID, H2, H3).
    Ideograph,
    /// A digit, of half or full width (NU).
    Digit,
    /// A letter of a word, and what belongs to words and addresses of the web (AL, SY …).
    Word,
    /// Stands at no line's end (OP); `“` by its own shape, `"` by pairing.
    Open,
    /// Stands at no line's beginning (CL, CP, EX, IS, NS, PO).
    Close,
    /// Like [`Class::Close`], but of ASCII, so that a blank before it sets it free.
    CloseAscii,
    /// Stands at no line's beginning, and binds what is beside it: ～ － ／ - ~ (连接号).
    Connector,
    /// Half of …… (IN): at no line's beginning, and never parted from its twin.
    Dots,
    /// Half of —— (B2): never parted from its twin.
    Dash,
    /// Stands before an amount: ￥ $ № (PR).
    Prefix,
    /// Opens an item: ◆ ■ ① ※.
    Bullet,
    /// Parts nothing: no-break space (GL).
    Glue,
    /// A quotation mark that opens or closes by pairing: " ＂.
    Quote,
    /// ' and ’: an apostrophe after a letter, else a quotation mark.
    Apostrophe,
}

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    match c {
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Class::Ideograph,
        _ if c.is_ascii() => ascii(c),
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '」' | '』' | '】' | '”' | '·'
        | '％' => Class::Close,
        '（' | '《' | '「' | '『' | '【' | '“' | '‘' | '〈' | '〔' | '［' | '｛' | '〖' | '〘' | '〚'
        | '｢' | '«' | '‹' | '〝' | '｟' => Class::Open,
        '０'..='９' => Class::Digit,
        '…' | '‥' | '⋯' => Class::Dots,
        '—' | '―' | '─' | '⸺' => Class::Dash,
        '～' | '－' | '／' | '–' | '‐' | '〜' => Class::Connector,
        '’' => Class::Apostrophe,
        '＂' => Class::Quote,
        '￥' | '¥' | '＄' | '€' | '£' | '￡' | '№' | '＃' => Class::Prefix,
        '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2011}' => Class::Glue,
        _ if closes(c) => Class::Close,
        '◆'
        | '◇'
        | '■'
        | '□'
        | '▲'
        | '△'
        | '●'
        | '◎'
        | '★'
        | '☆'
        | '※'
        | '▪'
        | '•'
        | '①'..='⓿'
        | '❶'..='➓' => Class::Bullet,
        _ if is_letter(c) => Class::Word,
        _ => Class::Ideograph,
    }
}

fn ascii(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '(' | '[' | '{' => Class::Open,
        ')' | ']' | '}' | ',' | '.' | ':' | ';' | '!' | '?' | '%' => Class::CloseAscii,
        '-' | '~' | '/' => Class::Connector,
        '$' => Class::Prefix,
        '"' => Class::Quote,
        '\'' => Class::Apostrophe,
        _ => Class::Word,
    }
}

/// The rarer characters that stand at no line's beginning.
const fn closes(c: char) -> bool {
    matches!(
        c,
        '〉' | '〕'
            | '］'
            | '｝'
            | '〗'
            | '〙'
            | '〛'
            | '｠'
            | '｣'
            | '»'
            | '›'
            | '〞'
            | '〟'
            | '．'
            | '‧'
            | '・'
            | '･'
            | '｡'
            | '､'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '﹐'
            ..='﹗' | '﹚' | '﹜' | '﹞' | '︰'
        | '‰' | '‱' | '℃' | '℉' | '°' | '′' | '″' | '¢' | '￠'
        // Marks of repetition and length, small kana.
        | '々' | '〻' | 'ー' | 'ｰ' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ'
        | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
        | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ'
    )
}

/// Whether a character belongs to scripts that part words by blanks. The scripts of South East
/// Asia do not, nor does Hangul, which may be broken at any syllable.
fn is_letter(c: char) -> bool {
    let words = matches!(c, '\u{a1}'..='\u{dff}' | '\u{10a0}'..='\u{10ff}' | '\u{1200}'..='\u{167f}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2160}'..='\u{2188}' | '\u{2c00}'..='\u{2ddf}' | '\u{a640}'..='\u{a7ff}'
        | '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}'
        | '\u{10000}'..='\u{107ff}' | '\u{1d400}'..='\u{1d7ff}');
    words && c.is_alphanumeric()
}
