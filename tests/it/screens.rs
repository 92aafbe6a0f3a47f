//! Whole screens: keys in, picture out.

use jianbao::action::ACTIONS;
use jianbao::app::{Effect, Event};
use jianbao::text::Ambiguous;
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption};
use unicode_width::UnicodeWidthStr;

use crate::support::browser::Browser;
use crate::support::sample;

fn browser(columns: u16, rows: u16) -> Browser {
    Browser::new((columns, rows), Ambiguous::Narrow, sample::files())
}

macro_rules! check {
    ($name:ident, $size:expr, $keys:expr) => {
        #[test]
        fn $name() {
            let (columns, rows) = $size;
            insta::assert_snapshot!(browser(columns, rows).press($keys).picture());
        }
    };
}

check!(three_panes_on_a_wide_screen, (120, 24), "");
check!(two_panes_give_way_to_the_issues, (80, 24), "");
check!(two_panes_with_the_text, (80, 24), "J Tab j j");
check!(one_pane_on_a_narrow_screen, (40, 12), "J l l");
check!(a_line_on_a_tiny_screen, (19, 4), "");
check!(five_rows_still_show_a_pane, (20, 5), "J");
check!(the_text_follows_the_outline, (120, 24), "J Tab 4 j");
check!(the_outline_follows_the_text, (120, 24), "J Tab Tab 9 j");
check!(next_measure_and_back, (120, 24), "J Tab } } } {");
check!(articles_of_an_issue, (120, 24), "J Tab ] ]");
check!(past_the_last_article, (120, 24), "J ] ] ]");
check!(folding_a_section, (120, 24), "J Tab j j o");
check!(folding_everything, (120, 24), "J Tab z M");
check!(reading_inside_a_fold, (120, 24), "J Tab z M Tab } } }");
check!(zoom_the_text, (80, 24), "J Tab Tab z wait");
check!(zoom_then_another_key, (80, 24), "J Tab Tab z j");
check!(an_address, (120, 24), ": \"2022-12/1/2/1\" Enter");
check!(an_address_in_full_width, (120, 24), "： \"２０２２-12/1/二\" Enter");
check!(an_address_that_leads_nowhere, (120, 24), ": \"2022-12/9\" Enter");
check!(found_words_are_marked, (120, 24), "J Tab Tab \\ \"渡口\" Enter n");
check!(words_that_are_nowhere, (120, 24), "\\ \"飞机\" Enter");
check!(find_an_issue, (120, 24), "\\ \"换新\" Enter");
check!(a_search_while_it_is_written, (80, 24), "/ \"渡口\" Space \"就业\"");
check!(a_search_beside_the_text, (150, 24), "/ \"lwx\" Enter n n");
check!(a_search_on_a_narrow_screen, (40, 12), "/ \"产业\" Enter j");
check!(a_search_on_a_tiny_screen, (20, 5), "/ \"产业\" Enter");
check!(a_search_that_is_wrong, (80, 24), "/ \"渡口\" Space \"year:x\"");
check!(a_search_that_finds_nothing, (80, 24), "/ \"飞机\" Enter");
check!(nothing_to_search_for, (80, 24), "/");
check!(from_a_hit_to_its_text, (120, 24), "/ \"产业园\" Enter n Enter");
check!(from_the_text_back_to_the_hit, (80, 24), "/ \"产业\" Enter n n Enter j q");
check!(a_search_given_up, (80, 24), "J / \"产业\" Escape");
check!(letters_become_characters, (80, 24), "/ \"dk\" Tab");
check!(an_earlier_search, (80, 24), "/ \"产业\" Enter / \"渡口\" Enter / Up Up");
check!(a_filter_on_everything, (120, 24), "f \"集市\" Enter l");
check!(a_search_within_a_filter, (80, 24), "f \"title:集市\" Enter / \"渡口\" Enter");
check!(figures_within_a_filter, (80, 24), "f \"title:集市\" Enter F");
check!(a_filter_that_chooses_nothing, (80, 24), "f \"飞机\" Enter");
check!(a_filter_taken_back, (80, 24), "f \"集市\" Enter f Ctrl-u Enter");
check!(a_filter_given_up, (80, 24), "J f \"year:2023\" Escape");
check!(an_issue_by_its_initials, (80, 24), "' \"hxlc\" Enter");
check!(a_heading_by_its_initials, (80, 24), "J l ' \"sttj\" Enter");
check!(a_search_is_given_a_name, (80, 24), "/ \"year:2023\" Ctrl-s \"粮仓\" Enter");
check!(named_searches_are_listed, (80, 24), "/ \"year:2023\" Ctrl-s \"粮仓\" Enter / @");
check!(
    a_search_by_its_name,
    (80, 24),
    "/ \"year:2023\" Ctrl-s \"粮仓\" Enter / \"@粮仓\" Space \"测温\" Enter"
);
check!(help_filters_as_you_type, (80, 24), "? \"measure\"");
check!(no_problems, (80, 24), "!");
check!(a_wider_outline, (120, 24), "J Tab > > >");
check!(newest_first, (120, 24), "r");
check!(the_last_page, (80, 16), "J Tab Tab G Space");
check!(line_by_line_to_the_last_line, (80, 16), "J Tab Tab G 9 9 j");
check!(the_ruler, (80, 24), "? Tab");
check!(the_ruler_on_a_small_screen, (40, 12), "w");
check!(a_choice_on_the_ruler, (80, 24), "w ｗ");
check!(a_number_that_waits, (80, 24), "1 2");
check!(figures_above_the_text, (80, 24), "J F");
check!(figures_beside_the_text, (150, 24), "J F 2 j");
check!(figures_alone_on_a_narrow_screen, (40, 12), "J F 3 j");
check!(figures_on_a_tiny_screen, (20, 5), "J F j");
check!(figures_of_a_measure, (80, 24), "J Tab } F a a a a");
check!(figures_by_value_backwards, (120, 24), "J F s r G");
check!(all_about_a_sum, (80, 24), "J F f \"unit:人\" Enter =");
check!(a_sum_in_two_lines, (60, 16), "J F f \"unit:元\" Enter");
check!(a_sum_of_a_group, (120, 24), "J F c c j");
check!(a_sum_that_is_never, (120, 24), "J F f \"unit:%\" Enter");
check!(bars_of_figures, (80, 24), "J F f \"unit:元\" Enter t");
check!(bars_by_what_is_counted, (100, 30), "J F c c c c c c t");
check!(columns_through_time, (80, 24), "J F f \"unit:个\" Enter t t");
check!(bars_on_a_narrow_screen, (40, 12), "J F f \"unit:元\" Enter t");
check!(bars_on_a_tiny_screen, (20, 5), "J F f \"unit:元\" Enter t");
check!(nothing_to_draw, (80, 24), "J F f \"unit:%\" Enter t");
check!(a_measure_without_its_figures, (120, 24), "J Tab } v");
check!(figures_in_groups, (80, 24), "J F c G");
check!(figures_that_are_chosen, (80, 24), "J F f \"unit:人\" Enter");
check!(a_filter_that_is_wrong, (80, 24), "J F f \"unit:人\" Space \"valu>3\"");
check!(no_figure_is_chosen, (80, 24), "J F f \"noun:飞机\" Enter");
check!(from_a_figure_to_its_sentence, (80, 24), "J F 5 j Enter");
check!(from_a_sentence_back_to_its_figure, (80, 24), "J F 5 j Enter j q");
check!(the_text_of_a_figure_on_a_narrow_screen, (40, 12), "J F 5 j Enter");

#[test]
fn ambiguous_characters_take_two_columns_where_they_are_wide() {
    let mut browser = Browser::new((80, 24), Ambiguous::Wide, sample::files());
    insta::assert_snapshot!(browser.press("J Tab ] Tab").picture());
}

#[test]
fn bars_are_ascii_where_blocks_would_be_wide() {
    let mut browser = Browser::new((80, 24), Ambiguous::Wide, sample::files());
    insta::assert_snapshot!(browser.press("J F f \"unit:元\" Enter t").picture());
}

#[test]
fn the_reading_place_survives_a_resize() {
    let mut browser = browser(120, 30);
    browser.press("J Tab Tab } } } j");
    let place = browser.app.place();
    for size in ["resize:40x12", "resize:200x50", "resize:61x9", "resize:19x4", "resize:120x30"] {
        browser.press(size);
        assert_eq!(browser.app.place(), place, "{size}");
    }
}

#[test]
fn every_issue_keeps_its_reading_place() {
    let mut browser = browser(120, 30);
    browser.press("J Tab Tab } }");
    let place = browser.app.place();
    browser.press("J").press("K");
    assert_eq!(browser.app.place(), place);
}

#[test]
fn a_choice_on_the_ruler_is_kept() {
    for (keys, expected) in [
        ("w n", Some(Effect::Keep(Some(Ambiguous::Narrow)))),
        ("w w", Some(Effect::Keep(Some(Ambiguous::Wide)))),
        ("w b", Some(Effect::Keep(Some(Ambiguous::Both)))),
        ("w s", Some(Effect::Keep(Some(Ambiguous::Subst)))),
        ("w a", Some(Effect::Keep(None))),
        ("w x j Ctrl-n Alt-n q", None),
    ] {
        let mut browser = browser(80, 24);
        browser.press(keys);
        assert_eq!(browser.effects, Vec::from_iter(expected), "{keys}");
    }
}

#[test]
fn a_paste_is_written_and_never_pressed() {
    let mut browser = browser(60, 8);
    browser.event(Event::Paste("q".to_owned()));
    browser.press("/").event(Event::Paste(format!("渡口\n{}尾", "长".repeat(90_000))));
    let picture = browser.picture();
    assert!(browser.effects.is_empty(), "nothing was pressed");
    assert!(picture.contains("长长长\n") && picture.contains("cursor: 59,6"), "{picture}");
}

/// Whatever is done on a way, the way back leads to the same screen.
fn comes_back(size: (u16, u16), before: &str, way: &str) {
    let mut browser = browser(size.0, size.1);
    let picture = browser.press(before).picture();
    assert_eq!(browser.press(way).picture(), picture, "{before} | {way}");
    assert!(!browser.effects.contains(&Effect::Quit), "{before} | {way}");
}

#[test]
fn the_way_back_leads_to_the_same_row() {
    for size in [(40, 12), (80, 24), (120, 36), (160, 20)] {
        comes_back(size, "J F", "Enter q");
        comes_back(size, "J F 5 j", "Enter Escape");
        comes_back(size, "J F s r 5 j", "Enter } } J K q");
        comes_back(size, "F c G", "Enter F");
        comes_back(size, "F c G", "Enter F Enter Tab j F");
        comes_back(size, "F f \"unit:人\" Enter j", "Enter J q");
        comes_back(size, "F 3 j", ": \"2022-11/1\" Enter q");
        comes_back(size, "J Tab Tab } }", "F j j q");
        comes_back(size, "J Tab Tab } } j", "F G Enter j q q");
        comes_back(size, "J Tab Tab z wait", "F z wait q F");
        comes_back(size, "F f \"unit:元\" Enter j", "t j Enter");
        comes_back(size, "F f \"unit:元\" Enter j", "t t j q");
        comes_back(size, "F f \"unit:元\" Enter j", "t t t");
        comes_back(size, "F j", "Tab Shift-Tab F F j");
    }
}

fn leaves(size: (u16, u16), keys: &str, expected: bool) {
    let mut browser = browser(size.0, size.1);
    browser.press(keys);
    assert_eq!(browser.effects.contains(&Effect::Quit), expected, "{keys}");
}

#[test]
fn q_goes_back_and_then_leaves() {
    leaves((120, 30), "q", true);
    leaves((120, 30), "? q Escape", false);
    leaves((120, 30), "! q", false);
    leaves((120, 30), "z wait q", false);
    leaves((120, 30), "z wait q q", true);
    leaves((40, 12), "l l q q", false);
    leaves((40, 12), "l l q q q", true);
    leaves((120, 30), ": Escape", false);
    leaves((120, 30), "Q", true);
    leaves((120, 30), "Ctrl-c", true);
    leaves((120, 30), "ｑ", true);
}

/// Anything that a person can do to the browser.
fn anything() -> impl Strategy<Value = String> {
    let keys: Vec<&str> = ACTIONS.iter().flat_map(|row| row.keys).copied().collect();
    prop_oneof![
        8 => proptest::sample::select(keys).prop_map(str::to_owned),
        1 => proptest::sample::select(vec!["3", "1", "\"渡口\"", "\"2022-12/1\"", "Backspace", "wait", "x"])
            .prop_map(str::to_owned),
        1 => (1..130_u16, 1..40_u16).prop_map(|(columns, rows)| format!("resize:{columns}x{rows}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_pressed_every_row_is_full_and_the_cursor_inside(
        keys in vec(anything(), 1..40),
        mode in proptest::sample::select(vec![Ambiguous::Narrow, Ambiguous::Wide, Ambiguous::Both, Ambiguous::Subst]),
    ) {
        let mut browser = Browser::new((100, 30), mode, sample::files());
        for key in &keys {
            browser.press(key);
            let (buffer, cursor) = browser.draw();
            let (columns, rows) = browser.app.size;
            if let Some((x, y)) = cursor {
                prop_assert!(x < columns && y < rows, "cursor {x},{y} on {columns}x{rows} after {key}");
            }
            for y in 0..rows {
                prop_assert_eq!(row_columns(&buffer, y), columns, "row {} after {}", y, key);
            }
        }
    }
}

/// The columns that the glyphs of a row take; a wide glyph's second cell must be blank.
fn row_columns(buffer: &Buffer, y: u16) -> u16 {
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let columns = match cell.diff_option {
            CellDiffOption::ForcedWidth(width) => width.get(),
            _ => cell.symbol().width() as u16,
        };
        assert!((1..=2).contains(&columns), "{:?} takes {columns} columns", cell.symbol());
        assert!(columns == 1 || x + 1 == buffer.area.width || buffer[(x + 1, y)].symbol() == " ");
        x += columns;
    }
    x
}
