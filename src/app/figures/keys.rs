//! What the keys do to the list of figures.

use super::{Home, arrange, close, point};
use crate::app::{App, Popup, trail};
use crate::bulletin::Place;
use crate::message::{Lang, Msg};
use crate::table::{Column, Filter, FilterError, GroupBy, Sort, Spot};

/// Moves the selection by so many figures.
pub(in crate::app) fn step(app: &mut App, steps: isize) {
    if let Some(picture) = &mut app.figures.picture {
        return picture.go(picture.top().saturating_add_signed(steps));
    }
    let position = app.figures.position();
    let there = position.saturating_add_signed(steps);
    go(app, there);
    if app.figures.position() == position {
        app.say(if steps > 0 { Msg::LastFigure } else { Msg::FirstFigure });
    }
}

/// Selects the figure at a position, from 0; the last where there are not so many.
pub(in crate::app) fn go(app: &mut App, position: usize) {
    if let Some(picture) = &mut app.figures.picture {
        return picture.go(position);
    }
    app.figures.select(position);
    point(app);
    app.arrange();
}

/// To the first figure of the next issue in the list, or of the one before.
pub(in crate::app) fn issue(app: &mut App, steps: isize) {
    let position = app.figures.position();
    let spots = app.figures.arranged.spots();
    let Some(here) = spots.get(position).copied() else { return };
    let other = |spot: &Spot| spot.id != here.id;
    let there = if steps > 0 {
        spots.iter().skip(position).position(other).map(|after| position + after)
    } else {
        let last = spots.iter().take(position).rposition(other);
        last.map(|last| {
            let id = spots.get(last).map(|spot| spot.id);
            spots.iter().take(last).rposition(|spot| Some(spot.id) != id).map_or(0, |before| before + 1)
        })
    };
    match there {
        Some(position) => go(app, position),
        None => app.say(if steps > 0 { Msg::LastIssue } else { Msg::FirstIssue }),
    }
}

/// All about the sum.
pub(in crate::app) fn sum(app: &mut App) {
    if app.figures.total().is_some() {
        app.popup = Some(Popup::Sum { top: 0 });
    }
}

/// From the selected figure to its sentence; from a picture to the list.
pub(in crate::app) fn jump(app: &mut App) {
    if close(app) {
        return;
    }
    if app.figures.selected.is_some() {
        trail::leave_list(app);
    }
}

/// The next column to sort by, or the one of a number; after the last one the library's order.
pub(in crate::app) fn sort(app: &mut App, number: Option<usize>) {
    let query = &mut app.figures.query;
    let now = query.sort.and_then(|sort| Column::ALL.iter().position(|column| *column == sort.column));
    let next = number.map_or_else(|| now.map_or(0, |now| now + 1), |number| number - 1);
    query.sort = Column::ALL.get(next).map(|&column| Sort { column, descending: false });
    arrange(app);
}

/// The other order.
pub(in crate::app) fn reverse(app: &mut App) {
    let sort = &mut app.figures.query.sort;
    let Sort { column, descending } = sort.unwrap_or(Sort { column: Column::Issue, descending: false });
    *sort = Some(Sort { column, descending: !descending });
    arrange(app);
}

/// The next grouping; after the last one none.
pub(in crate::app) fn group(app: &mut App) {
    let group = &mut app.figures.query.group;
    let now = group.and_then(|group| GroupBy::ALL.iter().position(|other| *other == group));
    *group = GroupBy::ALL.get(now.map_or(0, |now| now + 1)).copied();
    arrange(app);
}

/// A narrower scope: from all bulletins to the one that is being read, its article, its section; after
/// the narrowest all of them.
pub(in crate::app) fn scope(app: &mut App) {
    let Home { id, place, .. } = &app.figures.home;
    let narrower = match (&app.figures.query.scope, id) {
        (_, None) => return,
        (None, Some(id)) => Some((*id, Place::default())),
        (Some((id, now)), _) => {
            let longer = |steps: usize| Place(place.0.iter().take(steps).copied().collect());
            let next = (now.0.len() + 1..=place.0.len()).map(longer);
            next.into_iter().find(|next| next.0.last() != Some(&0)).map(|next| (*id, next))
        }
    };
    app.figures.query.scope = narrower;
    arrange(app);
}

/// The filter is written: it holds as soon as it is right.
pub(in crate::app) fn filter(app: &mut App, text: &str) {
    text.clone_into(&mut app.figures.filter.text);
    match Filter::parse(text) {
        Ok(filter) => {
            app.figures.filter.error = None;
            if filter != app.figures.query.filter {
                app.figures.query.filter = filter;
                arrange(app);
            }
        }
        Err(error) => app.figures.filter.error = Some(error),
    }
}

/// What is wrong with a filter, without its place, which is shown otherwise.
pub(in crate::app) fn told(error: &FilterError, lang: Lang) -> String {
    let message = error.message(lang);
    let place = Msg::FilterAt.fill(lang, &[&(error.at + 1).to_string()]);
    message.strip_prefix(&place).unwrap_or(&message).to_owned()
}
