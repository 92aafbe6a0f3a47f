//! Every action with its name, default keys and help line, in one table; the keys themselves.

mod key;

pub use key::{Key, KeyCode};

use crate::message::Msg;

/// One row of [`ACTIONS`].
#[derive(Debug)]
pub struct Row {
    /// What is done.
    pub action: Action,
    /// The name in the configuration.
    pub name: &'static str,
    /// The default keys, in the notation of [`Key::parse`]; several keys of a sequence stand apart.
    pub keys: &'static [&'static str],
    /// What it does, for the help.
    pub help: Msg,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident $name:literal $keys:expr;)*) => {
        /// Everything that a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $action,)* }

        /// Every action, in the order of the help.
        pub const ACTIONS: &[Row] = &[
            $(Row { action: Action::$action, name: $name, keys: &$keys, help: Msg::$action },)*
        ];
    };
}

actions! {
    /// One line or row down.
    Down "down" ["j", "Down", "Ctrl-n"];
    /// One line or row up.
    Up "up" ["k", "Up", "Ctrl-p"];
    /// Half a page down.
    HalfPageDown "half-page-down" ["Ctrl-d"];
    /// Half a page up.
    HalfPageUp "half-page-up" ["Ctrl-u"];
    /// A page down.
    PageDown "page-down" ["Space", "PageDown", "Ctrl-f"];
    /// A page up.
    PageUp "page-up" ["b", "PageUp", "Ctrl-b"];
    /// To the first line or row; with a number before it, to that one.
    Top "top" ["g", "Home"];
    /// To the last line or row; with a number before it, to that one.
    Bottom "bottom" ["G", "End"];
    /// To the pane on the left.
    Left "left" ["h", "Left"];
    /// To the pane on the right.
    Right "right" ["l", "Right"];
    /// To the next pane, round and round.
    NextPane "next-pane" ["Tab"];
    /// To the pane before, round and round.
    PreviousPane "previous-pane" ["Shift-Tab"];
    /// Into what is selected.
    Open "open" ["Enter"];
    /// Folds or unfolds what is selected.
    Fold "fold" ["o", "z a"];
    /// Folds everything.
    FoldAll "fold-all" ["z M"];
    /// Unfolds everything.
    UnfoldAll "unfold-all" ["z R"];
    /// To the next article.
    NextArticle "next-article" ["]"];
    /// To the article before.
    PreviousArticle "previous-article" ["["];
    /// To the next measure.
    NextMeasure "next-measure" ["}"];
    /// To the measure before.
    PreviousMeasure "previous-measure" ["{"];
    /// To the next issue.
    NextIssue "next-issue" ["J"];
    /// To the issue before.
    PreviousIssue "previous-issue" ["K"];
    /// Asks for an address and goes there.
    GoTo "go-to" [":"];
    /// Asks for words and finds them in all bulletins while they are written.
    Search "search" ["/"];
    /// Asks for words and finds them in what is shown.
    Find "find" ["\\"];
    /// Asks for what stands in a row of the list, and selects it.
    SelectBy "select-by" ["'"];
    /// To the next place found.
    FindNext "find-next" ["n"];
    /// To the place found before.
    FindPrevious "find-previous" ["N"];
    /// The focused pane alone, or all of them again.
    Zoom "zoom" ["z"];
    /// The focused pane wider.
    Wider "wider" [">"];
    /// The focused pane narrower.
    Narrower "narrower" ["<"];
    /// Turns the order of the issues round.
    Reverse "reverse" ["r"];
    /// The figures of each measure under its text, or not.
    Tables "tables" ["v"];
    /// The figures of all bulletins, or back to the bulletins.
    Figures "figures" ["F"];
    /// Asks for an expression that chooses figures.
    Filter "filter" ["f"];
    /// Sorts the figures by the next column; with a number before it, by that one.
    Sort "sort" ["s"];
    /// Groups the figures by something else.
    Group "group" ["c"];
    /// The figures of a narrower part, at last of all bulletins again.
    Scope "scope" ["a"];
    /// The figures as bars, as columns through time, as a list again.
    Chart "chart" ["t"];
    /// All about the sum below the figures.
    Sum "sum" ["="];
    /// The list of problems.
    Problems "problems" ["!"];
    /// The list of keys.
    Help "help" ["?", "F1"];
    /// The page that shows how signs like “ ” — … can be laid out.
    Ruler "ruler" ["w"];
    /// Draws the screen anew.
    Redraw "redraw" ["Ctrl-l"];
    /// Back to the shell until `fg`.
    Suspend "suspend" ["Ctrl-z"];
    /// One step back; from the first step, out of the program.
    Back "back" ["q", "Escape"];
    /// Out of the program.
    Quit "quit" ["Q", "Ctrl-c"];
}

/// What a sequence of keys means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An action, and whether a longer sequence begins with these keys too.
    Action(Action, bool),
    /// Only the beginning of a longer sequence.
    Prefix,
    /// Nothing.
    Nothing,
}

/// What the keys pressed so far mean.
pub fn meaning(pressed: &[Key]) -> Meaning {
    let mut exact = None;
    let mut longer = false;
    for row in ACTIONS {
        for written in row.keys {
            let mut keys = written.split(' ').filter_map(Key::parse);
            if pressed.iter().all(|key| keys.next() == Some(*key)) {
                match keys.next() {
                    None => exact = exact.or(Some(row.action)),
                    Some(_) => longer = true,
                }
            }
        }
    }
    match (exact, longer) {
        (Some(action), longer) => Meaning::Action(action, longer),
        (None, true) => Meaning::Prefix,
        (None, false) => Meaning::Nothing,
    }
}

/// The row of an action.
pub fn row(action: Action) -> Option<&'static Row> {
    ACTIONS.iter().find(|row| row.action == action)
}

#[cfg(test)]
mod tests;
