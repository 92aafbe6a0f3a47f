//! The bulletins of a file as bytes: everything but the text, which the file itself gives back.

use serde::{Deserialize, Serialize};

use super::{Article, Bulletin, Distribution, Imprint, Masthead, Problem, Span, Text};

/// How a healed text follows from the file's, run by run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    /// Bytes of the file that are left out before it.
    skipped: u32,
    /// Bytes that are taken over.
    copied: u32,
    /// Blanks that stand behind them for the end of a line.
    blanks: u32,
}

/// A bulletin without masthead and text.
type Inside =
    (Vec<Run>, Text, Box<[Span]>, Box<[Article]>, Box<[Distribution]>, Option<Imprint>, Box<[Problem]>);

/// The bulletins that were parsed of a file's decoded text, in the format of the crate `postcard`; the mastheads
/// come first, so that they can be read alone. `None` where the text does not give back what was healed of it.
pub fn pack(text: &str, bulletins: &[Bulletin]) -> Option<Vec<u8>> {
    let mastheads: Vec<&Masthead> = bulletins.iter().map(|bulletin| &bulletin.masthead).collect();
    let mut insides = Vec::with_capacity(bulletins.len());
    let mut way = Way::default();
    for Bulletin { text: healed, masthead: _, contents, articles, distribution, imprint, problems } in
        bulletins
    {
        let runs = way.runs(text, healed)?;
        insides.push((runs, healed, contents, articles, distribution, imprint, problems));
    }
    postcard::to_allocvec(&(mastheads, insides)).ok()
}

/// The bulletins that were packed, with the text that they were parsed of. `None` where they are not as they were
/// packed.
pub fn unpack(packed: &[u8], text: &str) -> Option<Vec<Bulletin>> {
    let (mastheads, insides): (Vec<Masthead>, Vec<Inside>) = postcard::from_bytes(packed).ok()?;
    let mut bulletins = Vec::with_capacity(mastheads.len());
    let mut end = 0;
    for (masthead, inside) in mastheads.into_iter().zip(insides) {
        let (runs, healed, contents, articles, distribution, imprint, problems) = inside;
        let text = healed.with_body(healed_of(text, &runs, &mut end)?);
        bulletins.push(Bulletin { text, masthead, contents, articles, distribution, imprint, problems });
    }
    Some(bulletins)
}

/// The same with nothing but their mastheads.
pub fn unpack_mastheads(packed: &[u8]) -> Option<Vec<Bulletin>> {
    let (mastheads, _): (Vec<Masthead>, _) = postcard::take_from_bytes(packed).ok()?;
    Some(mastheads.into_iter().map(|masthead| Bulletin { masthead, ..Bulletin::default() }).collect())
}

/// A way through a file's text, from one bulletin to the next.
#[derive(Default)]
struct Way {
    /// The byte that it has come to, and the code point that stands there.
    byte: usize,
    point: u32,
    /// Up to where the text was taken over.
    end: usize,
}

impl Way {
    /// The runs of the next healed text.
    fn runs(&mut self, text: &str, healed: &Text) -> Option<Vec<Run>> {
        let (body, seams) = (healed.as_str(), healed.seams());
        let ends = seams.iter().skip(1).map(|seam| seam.at as usize).chain([body.len()]);
        let mut runs = Vec::with_capacity(seams.len());
        for (seam, to) in seams.iter().zip(ends) {
            let run = body.get(seam.at as usize..to)?;
            self.go(text, seam.point)?;
            let rest = text.get(self.byte..)?;
            let copied = run.bytes().zip(rest.bytes()).take_while(|(a, b)| a == b).count();
            let blanks = run.get(copied..)?;
            if blanks.contains(|c| c != ' ') {
                return None;
            }
            runs.push(Run {
                skipped: self.byte.checked_sub(self.end)? as u32,
                copied: copied as u32,
                blanks: blanks.len() as u32,
            });
            self.end = self.byte + copied;
        }
        Some(runs)
    }

    /// Goes on to a code point.
    fn go(&mut self, text: &str, point: u32) -> Option<()> {
        let rest = text.get(self.byte..)?;
        let mut bytes = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        self.byte += bytes.nth(point.checked_sub(self.point)? as usize)?;
        self.point = point;
        Some(())
    }
}

/// The text that the runs make.
fn healed_of(text: &str, runs: &[Run], end: &mut usize) -> Option<String> {
    let length = runs.iter().map(|run| run.copied as usize + run.blanks as usize).sum();
    // No healed text is longer than the file's: what says so was not written here.
    let mut body = String::with_capacity(text.len().min(length));
    for run in runs {
        let from = *end + run.skipped as usize;
        *end = from + run.copied as usize;
        body.push_str(text.get(from..*end)?);
        body.extend((0..run.blanks).map(|_| ' '));
    }
    Some(body)
}
