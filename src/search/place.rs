//! From a run of text to the part of its bulletin that it belongs to.

use std::ops::Range;

use crate::bulletin::{Article, Bulletin, Measure, Place, Section, Span};

/// The part that a run belongs to: of a title, a paragraph, a heading or a whole measure, as hits
/// name them. The bulletin itself for any other run.
pub(super) fn place(bulletin: &Bulletin, run: Span) -> Place {
    // Parts stand as they are printed in nearly all bulletins; else each of them is looked at.
    let step = [false, true].into_iter().find_map(|everywhere| Way { run, everywhere }.in_bulletin(bulletin));
    let mut steps = step.unwrap_or_default();
    steps.reverse();
    Place(steps)
}

/// Where to look for a run.
struct Way {
    run: Span,
    /// Whether to look at every part, not only at those that begin right before the run.
    everywhere: bool,
}

/// The steps from a part to the one that was found, the last one first.
type Back = Option<Vec<u32>>;

impl Way {
    fn in_bulletin(&self, bulletin: &Bulletin) -> Back {
        let articles = &bulletin.articles;
        let likely = self.likely(articles, |article| article.title.start);
        // A column stands above the title.
        step(articles, likely.start..likely.end + 1, 0, |article| self.in_article(article))
    }

    fn in_article(&self, article: &Article) -> Back {
        let own = [Some(article.title), article.column, article.byline];
        if own.contains(&Some(self.run)) {
            return Some(Vec::new());
        }
        let lead = &article.lead;
        let paragraphs = self.likely(lead, |paragraph| paragraph.text.start);
        let in_lead = paragraphs.into_iter().find_map(|index| {
            let paragraph = lead.get(index)?;
            if paragraph.text == self.run {
                return Some(Vec::new());
            }
            let before: usize = lead.iter().take(index).map(|paragraph| paragraph.measures.len()).sum();
            let mut steps = self.in_measures(&paragraph.measures, before)?;
            steps.push(0);
            Some(steps)
        });
        in_lead.or_else(|| self.in_sections(&article.sections, 0))
    }

    fn in_sections(&self, sections: &[Section], before: usize) -> Back {
        let likely = self.likely(sections, |section| section.marker.start);
        step(sections, likely, before, |section| {
            if section.marker.start == self.run.start {
                return Some(Vec::new());
            }
            let paragraphs = self.likely(&section.paragraphs, |paragraph| paragraph.start);
            let own = section.paragraphs.get(paragraphs).unwrap_or_default();
            if own.contains(&self.run) {
                return Some(Vec::new());
            }
            let measures = section.measures.len();
            self.in_measures(&section.measures, 0).or_else(|| self.in_sections(&section.sections, measures))
        })
    }

    fn in_measures(&self, measures: &[Measure], before: usize) -> Back {
        let likely = self.likely(measures, |measure| measure.marker.start);
        let is_run = |measure: &Measure| measure.marker.start == self.run.start;
        step(measures, likely, before, |measure| is_run(measure).then(Vec::new))
    }

    /// The indices of the items that may hold the run.
    fn likely<T>(&self, items: &[T], start: impl Fn(&T) -> u32) -> Range<usize> {
        if self.everywhere {
            return 0..items.len();
        }
        let behind = items.partition_point(|item| start(item) <= self.run.start);
        behind.saturating_sub(1)..behind
    }
}

/// The first way that leads on from one of the items, with the step to that item; so many steps lead
/// elsewhere before.
fn step<T>(items: &[T], among: Range<usize>, before: usize, on: impl Fn(&T) -> Back) -> Back {
    among.into_iter().find_map(|index| {
        let mut steps = on(items.get(index)?)?;
        steps.push((before + index + 1) as u32);
        Some(steps)
    })
}
