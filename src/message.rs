//! Every string that a person reads, in Chinese and in English, in one table.

mod explain;
mod figures;
mod search;
mod table;

pub use explain::Explanation;
pub use table::Msg;

/// The language that jianbao speaks to the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 简体中文.
    Zh,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// The language of a POSIX locale name such as `zh_CN.UTF-8`; `None` where it says nothing.
    pub fn of_locale(name: &str) -> Option<Self> {
        match name.get(..2)? {
            "zh" => Some(Self::Zh),
            _ => Some(Self::En),
        }
    }
}

impl Msg {
    /// The message with its blanks `{}` filled in order; a blank without a value stays empty.
    pub fn fill(self, lang: Lang, values: &[&str]) -> String {
        let mut values = values.iter();
        let mut out = String::new();
        for (index, piece) in self.text(lang).split("{}").enumerate() {
            if index > 0 {
                out.push_str(values.next().copied().unwrap_or_default());
            }
            out.push_str(piece);
        }
        out
    }
}

#[cfg(test)]
mod tests;
