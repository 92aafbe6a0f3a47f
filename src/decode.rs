//! Bytes to text, with the encoding and what was lost.

use std::borrow::Cow;

use encoding_rs::GB18030;

/// What stands in the text where bytes could not be decoded.
const REPLACEMENT: char = '\u{FFFD}';

/// The text of a file.
///
/// A byte order mark is left out; line ends are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'bytes> {
    /// The text; borrowed where the bytes are UTF-8 without fault.
    pub text: Cow<'bytes, str>,
    /// The encoding it was read with.
    pub encoding: Encoding,
    /// What could not be decoded.
    pub losses: Losses,
}

/// The encodings that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// RFC 3629, with or without a byte order mark.
    Utf8,
    /// GB 18030-2022 with its subsets GBK and GB 2312.
    Gb18030,
}

/// The places that could not be decoded; each is one U+FFFD in the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Losses {
    /// How many places there are.
    pub count: usize,
    /// The line of the first one, from 1; 0 where there is none.
    pub first_line: u32,
}

/// The bytes are not text in an encoding that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText;

/// Decodes a file: as UTF-8 where most of it is UTF-8, else as GB 18030.
///
/// Fails where the bytes are no text: a picture, an archive, UTF-16.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, NotText> {
    let decoded = text(bytes);
    let is_rubbish = |odd: usize| is_rubbish(odd + decoded.losses.count, bytes.len());
    // All controls, ends of lines included, are told faster, and in most texts they are few enough.
    if is_rubbish(count(bytes, control)) && is_rubbish(count(bytes, odd)) {
        return Err(NotText);
    }
    Ok(decoded)
}

/// Decodes bytes that are known to be text.
pub fn text(bytes: &[u8]) -> Decoded<'_> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => {
            Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, losses: Losses::default() }
        }
        Err(_) if mostly_utf8(bytes) => lossy_utf8(bytes),
        Err(_) => gb18030(bytes),
    }
}

impl Encoding {
    /// The name registered with IANA.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Whether the bytes that are not ASCII are UTF-8 for the most part.
///
/// Text in another encoding looks like UTF-8 only by accident: of GBK one character in six at most,
/// so one fault to one good character is far from either side.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let mut good = 0_usize;
    let mut faults = 0_usize;
    for chunk in bytes.utf8_chunks() {
        // A continuation byte is none of a character's own.
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    good > faults
}

fn lossy_utf8(bytes: &[u8]) -> Decoded<'_> {
    let text = String::from_utf8_lossy(bytes);
    let mut losses = Losses::default();
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        line += newlines(chunk.valid());
        if !chunk.invalid().is_empty() {
            losses.add(line);
        }
    }
    Decoded { text, encoding: Encoding::Utf8, losses }
}

fn gb18030(bytes: &[u8]) -> Decoded<'_> {
    let (text, faulty) = GB18030.decode_without_bom_handling(bytes);
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => text,
    };
    let mut losses = Losses::default();
    if faulty {
        let mut line = 1;
        for piece in text.split_inclusive(REPLACEMENT) {
            line += newlines(piece);
            if piece.ends_with(REPLACEMENT) {
                losses.add(line);
            }
        }
    }
    Decoded { text, encoding: Encoding::Gb18030, losses }
}

impl Losses {
    fn add(&mut self, line: u32) {
        self.count += 1;
        if self.first_line == 0 {
            self.first_line = line;
        }
    }
}

fn newlines(text: &str) -> u32 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u32
}

/// 1 for a control character, else 0.
fn control(byte: u8) -> u8 {
    u8::from(byte < b' ') | u8::from(byte == 0x7F)
}

/// 1 for a control character that no text has: all of C0 but tab, line feed, vertical tab, form
/// feed, carriage return, the old end of file (0x1A) and escape.
fn odd(byte: u8) -> u8 {
    u8::from(matches!(byte, 0x00..=0x08 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F))
}

/// The sum of what each byte counts.
fn count(bytes: &[u8], each: impl Fn(u8) -> u8) -> usize {
    // Short sums fit into a byte, so that the machine adds many of them at once.
    const SHORT: usize = 224;
    let short = |chunk: &[u8]| usize::from(chunk.iter().map(|&byte| each(byte)).sum::<u8>());
    let (chunks, rest) = bytes.as_chunks::<SHORT>();
    chunks.iter().map(|chunk| short(chunk)).sum::<usize>() + short(rest)
}

/// Whether so many odd bytes mean that this is no text: more than one in fifty, and more than a
/// stray few.
///
/// Compressed data has one in ten, Chinese in UTF-16 one in seven, a damaged text one in thousands.
fn is_rubbish(noise: usize, length: usize) -> bool {
    noise > 4 && noise > length / 50
}

#[cfg(test)]
mod tests;
