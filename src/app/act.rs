//! What each action does.

use super::{App, Area, Effect, Focus, Popup, Prompt, Purpose, View, figures, list, search, trail};
use crate::action::Action;
use crate::message::Msg;
use crate::outline::Row;

/// Columns by which a pane is made wider or narrower.
const STEP: i16 = 2;

/// Does an action; `count` is the number written before its key.
pub(super) fn run(app: &mut App, action: Action, count: Option<usize>) -> Vec<Effect> {
    let times = count.unwrap_or(1).cast_signed();
    // A page moves by one line less than the pane has, so that a line is seen twice.
    let page = pane_lines(app).saturating_sub(1).max(1).cast_signed();
    match action {
        Action::Down => step(app, times),
        Action::Up => step(app, -times),
        Action::HalfPageDown => pages(app, times * (page / 2).max(1)),
        Action::HalfPageUp => pages(app, -times * (page / 2).max(1)),
        Action::PageDown => pages(app, times * page),
        Action::PageUp => pages(app, -times * page),
        Action::Top => go(app, count.unwrap_or(1)),
        Action::Bottom => go(app, count.unwrap_or(usize::MAX)),
        Action::Left => turn(app, -1, false),
        Action::Right => turn(app, 1, false),
        Action::NextPane => turn(app, 1, true),
        Action::PreviousPane => turn(app, -1, true),
        Action::Open => open(app),
        Action::Fold => fold(app),
        Action::FoldAll => fold_all(app, true),
        Action::UnfoldAll => fold_all(app, false),
        Action::NextArticle => jump(app, times, &is_article, Msg::LastArticle),
        Action::PreviousArticle => jump(app, -times, &is_article, Msg::FirstArticle),
        Action::NextMeasure => jump(app, times, &is_measure, Msg::LastMeasure),
        Action::PreviousMeasure => jump(app, -times, &is_measure, Msg::FirstMeasure),
        Action::NextIssue => issue(app, times),
        Action::PreviousIssue => issue(app, -times),
        Action::GoTo => app.prompt = Some(Prompt::new(Purpose::GoTo)),
        Action::Search => look_everywhere(app),
        Action::Find => app.prompt = Some(Prompt::new(Purpose::Find)),
        Action::SelectBy => app.prompt = Some(Prompt::new(Purpose::Jump)),
        Action::FindNext => find(app, times),
        Action::FindPrevious => find(app, -times),
        Action::Zoom => zoom(app, !app.zoomed),
        Action::Wider => widen(app, STEP),
        Action::Narrower => widen(app, -STEP),
        Action::Reverse => reverse(app),
        Action::Tables => tables(app),
        Action::Figures => figures::open(app),
        Action::Filter => filter(app),
        Action::Sort => with_figures(app, |app| figures::sort(app, count)),
        Action::Group => with_figures(app, figures::group),
        Action::Chart => with_figures(app, figures::turn),
        Action::Sum => with_figures(app, figures::sum),
        Action::Scope => with_figures(app, figures::scope),
        Action::Problems => app.popup = Some(Popup::problems()),
        Action::Help => app.popup = Some(Popup::help()),
        Action::Ruler => app.popup = Some(Popup::Ruler),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Back => return back(app),
        Action::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Asks for a filter: of the list of figures, elsewhere of everything that is shown.
fn filter(app: &mut App) {
    app.prompt = Some(if app.view == View::Figures {
        Prompt::filter(Purpose::Filter, app.figures.written())
    } else {
        Prompt::filter(Purpose::Narrow, app.narrow.written()).from(app.current())
    });
}

/// Asks what to look for in all bulletins; the list of what is found is there at once.
fn look_everywhere(app: &mut App) {
    let opens = app.view != View::Search;
    search::open(app);
    search::prepare(app);
    app.prompt = Some(Prompt::search(app.search.written(), opens));
}

/// The next place found, or the one before: in all bulletins after a search there, else in the text,
/// in the list of issues the next issue.
pub(super) fn find(app: &mut App, times: isize) {
    if app.walks {
        if !search::walk(app, times) {
            app.say(if times > 0 { Msg::LastHit } else { Msg::FirstHit });
        }
        return;
    }
    if app.find.words().is_empty() {
        return app.say(Msg::NothingToFind);
    }
    for _ in 0..times.unsigned_abs() {
        let found =
            if app.focus == Focus::Issues { find_issue(app, times > 0) } else { find_text(app, times > 0) };
        if !found {
            let words = app.find.words();
            app.notice = Some(Msg::WordsNotFound.fill(app.lang, &[words]));
            return;
        }
    }
}

/// The lines of the focused pane.
fn pane_lines(app: &App) -> usize {
    let layout = app.layout();
    let area = match app.focus {
        Focus::Issues => layout.issues,
        Focus::Outline => layout.outline,
        Focus::List => return layout.list.map_or(0, |area| list::lines(app, area)),
        Focus::Details => layout.details,
    };
    area.map_or(0, Area::lines)
}

/// Does something to the list of figures, where it is shown.
fn with_figures(app: &mut App, act: impl FnOnce(&mut App)) {
    if app.view == View::Figures { act(app) } else { app.say(Msg::FiguresFirst) }
}

fn step(app: &mut App, steps: isize) {
    match app.focus {
        Focus::Issues => issue(app, steps),
        Focus::Outline => {
            if let Some(place) = app.outline.neighbour(steps) {
                app.select(&place);
            }
        }
        Focus::List => list::step(app, steps),
        Focus::Details => {
            let moved = app.details.scroll(steps);
            scrolled(app, steps, moved);
        }
    }
}

/// Moves by pages: in the text no further than its last page, line by line every line comes to the top.
fn pages(app: &mut App, steps: isize) {
    if app.focus == Focus::Details {
        let moved = app.details.scroll_pages(steps, pane_lines(app));
        scrolled(app, steps, moved);
    } else {
        step(app, steps);
    }
}

fn scrolled(app: &mut App, steps: isize, moved: bool) {
    if !moved {
        app.say(if steps > 0 { Msg::EndOfIssue } else { Msg::StartOfIssue });
    }
    app.arrange();
}

fn go(app: &mut App, line: usize) {
    match app.focus {
        Focus::Issues => {
            if let Some(id) = app.issues.at(line) {
                app.open(id);
            }
        }
        Focus::Outline => {
            if let Some(place) = app.outline.at(line - 1) {
                app.select(&place);
            }
        }
        Focus::List => list::go(app, line - 1),
        Focus::Details => {
            let line = if line == usize::MAX { app.details.last_page(pane_lines(app)) } else { line - 1 };
            app.details.go(line);
            app.arrange();
        }
    }
}

fn issue(app: &mut App, steps: isize) {
    if app.view.is_list() {
        return list::issue(app, steps);
    }
    match app.issues.neighbour(steps) {
        Some(id) if Some(id) != app.current() => app.open(id),
        _ => app.say(if steps > 0 { Msg::LastIssue } else { Msg::FirstIssue }),
    }
}

fn turn(app: &mut App, steps: isize, round: bool) {
    let panes: &[Focus] = match app.view {
        View::Bulletins => &[Focus::Issues, Focus::Outline, Focus::Details],
        View::Figures | View::Search => &[Focus::List, Focus::Details],
    };
    let here = panes.iter().position(|pane| *pane == app.focus).unwrap_or_default().cast_signed();
    let count = panes.len().cast_signed();
    let there = if round { (here + steps).rem_euclid(count) } else { (here + steps).clamp(0, count - 1) };
    if let Some(focus) = panes.get(there.cast_unsigned()) {
        app.focus = *focus;
    }
    app.arrange();
}

/// Enter goes one pane further in; in the text it goes on to the next part.
fn open(app: &mut App) {
    match app.focus {
        Focus::Issues | Focus::Outline => turn(app, 1, false),
        Focus::List => list::open(app),
        Focus::Details => jump(app, 1, &|_| true, Msg::EndOfIssue),
    }
}

fn fold(app: &mut App) {
    if matches!(app.focus, Focus::Issues | Focus::List) {
        return open(app);
    }
    if let Some(place) = app.outline.toggle() {
        // What is being read stays, unless the fold that was closed would hide where it is.
        if !app.place().0.starts_with(&place.0) {
            app.details.select(&place);
        }
        app.arrange();
    }
}

fn fold_all(app: &mut App, folded: bool) {
    app.outline.set_all(folded);
    app.arrange();
}

fn is_article(row: &Row) -> bool {
    row.place.0.len() == 1
}

fn is_measure(row: &Row) -> bool {
    row.measure
}

/// Goes to the next part of a kind, or the one before.
fn jump(app: &mut App, steps: isize, fits: &dyn Fn(&Row) -> bool, end: Msg) {
    let place = app.place();
    let rows = app.outline.all();
    let here = rows.iter().position(|row| row.place == place).unwrap_or_default();
    let count = steps.unsigned_abs();
    let target = if steps > 0 {
        rows.iter().skip(here + 1).filter(|row| fits(row)).take(count).last()
    } else {
        rows.iter().take(here).rev().filter(|row| fits(row)).take(count).last()
    };
    match target.map(|row| row.place.clone()) {
        Some(place) => app.select(&place),
        None => app.say(end),
    }
}

fn find_issue(app: &mut App, forward: bool) -> bool {
    let found = app.issues.find(&app.library, &app.find, forward);
    found.map(|id| app.open(id)).is_some()
}

fn find_text(app: &mut App, forward: bool) -> bool {
    let lines = app.find.found().iter().map(|found| app.details.line_of(found.block, found.range.start));
    let lines: Vec<usize> = lines.collect();
    let top = app.details.top();
    let next = if forward {
        lines.iter().find(|line| **line > top).or(lines.first())
    } else {
        lines.iter().rev().find(|line| **line < top).or(lines.last())
    };
    let Some(&line) = next else { return false };
    if (line <= top) == forward {
        app.say(if forward { Msg::FromTheTop } else { Msg::FromTheEnd });
    }
    app.details.go(line);
    app.arrange();
    true
}

fn zoom(app: &mut App, zoomed: bool) {
    app.zoomed = zoomed;
    app.arrange();
}

fn widen(app: &mut App, columns: i16) {
    let layout = app.layout();
    let changed = |width: u16, columns: i16| Some(width.saturating_add_signed(columns));
    if let (Some(list), Some(details)) = (layout.list, layout.details) {
        let columns = if app.focus == Focus::List { columns } else { -columns };
        if list.y == details.y {
            app.widths.list = changed(list.width, columns);
        } else {
            app.widths.list_rows = changed(list.height, columns / STEP);
        }
        return app.arrange();
    }
    match (app.focus, layout.issues, layout.outline) {
        (Focus::Issues, Some(area), _) => app.widths.issues = changed(area.width, columns),
        (Focus::Outline, _, Some(area)) => app.widths.outline = changed(area.width, columns),
        // The text gains what the outline loses.
        (Focus::Details, _, Some(area)) => app.widths.outline = changed(area.width, -columns),
        _ => {}
    }
    app.arrange();
}

fn tables(app: &mut App) {
    let shown = app.details.turn_figures();
    app.say(if shown { Msg::TablesShown } else { Msg::TablesHidden });
    app.arrange();
}

fn reverse(app: &mut App) {
    if app.view.is_list() {
        return list::reverse(app);
    }
    app.issues.reverse(&app.library);
    app.say(if app.issues.newest_first() { Msg::NewestFirst } else { Msg::OldestFirst });
    app.arrange();
}

/// One step back: out of the zoom, from the text to the list that it hides, to what was on the screen
/// before a jump, out of a pane that hides the one before it, out of the program.
fn back(app: &mut App) -> Vec<Effect> {
    if app.zoomed {
        zoom(app, false);
    } else if app.view.is_list() && app.layout().list.is_none() {
        turn(app, -1, false);
    } else if list::back(app) || trail::back(app) {
        // What was on the screen before is on it again.
    } else if app.focus != Focus::Issues && app.layout().issues.is_none() {
        turn(app, -1, false);
    } else {
        return vec![Effect::Quit];
    }
    Vec::new()
}
