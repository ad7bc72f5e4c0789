//! One part of a transfer as text: its head, and what stands around it.

use super::alphabet;
use crate::pack::fnv1a;

/// What each part begins with, before its number: our name.
const NAME: &str = "PLUMB";
/// The format of transfers.
pub const FORMAT: u8 = 1;

/// A part as it was read.
pub struct Part<'a> {
    pub format: u8,
    pub number: u16,
    pub of: u16,
    pub name: &'a str,
    pub load: &'a str,
}

/// A part as the end of a link, behind `#`. All of it is allowed there (RFC 3986, 3.5).
#[must_use]
pub fn fragment(part: &str) -> String {
    part.replace(' ', "").replace('%', "%25")
}

/// The parts in a text that holds nothing but symbols and strokes. A stroke is in the head of a part only.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let heads: Vec<(usize, usize, Part<'_>)> = text.match_indices('/').filter_map(|(at, _)| head(text, at)).collect();
    let ends = heads.iter().skip(1).map(|(from, ..)| *from).chain([text.len()]);
    let with = heads.iter().zip(ends).map(|((_, from, head), end)| {
        let load = text.get(*from..end).unwrap_or_default();
        Part { load, ..*head }
    });
    with.collect()
}

/// The head around a stroke: where it begins, where it ends, and what it says.
fn head(text: &str, stroke: usize) -> Option<(usize, usize, Part<'_>)> {
    let (before, after) = (text.get(..stroke)?, text.get(stroke + 1..)?);
    let named = before.trim_end_matches(|symbol: char| symbol.is_ascii_digit());
    let from = named.strip_suffix(NAME)?.len();
    let (format, place) = before.get(named.len()..)?.split_at_checked(1)?;
    let rest = after.trim_start_matches(|symbol: char| symbol.is_ascii_digit());
    let of = after.get(..after.len() - rest.len())?;
    let name = rest.get(..4).filter(|name| name.bytes().all(|letter| letter.is_ascii_uppercase()))?;
    let part = Part { format: format.parse().ok()?, number: place.parse().ok()?, of: of.parse().ok()?, name, load: "" };
    Some((from, text.len() - rest.len() + 4, part))
}

/// Without the signs that a link escapes.
pub fn unescaped(text: &str) -> String {
    // The sign of escapes itself comes last: what it brings is none.
    let signs = [("%24", "$"), ("%2B", "+"), ("%2F", "/"), ("%25", "%")];
    signs.iter().fold(text.to_owned(), |text, (escaped, sign)| text.replace(escaped, sign))
}

/// The text of a part.
pub fn text(name: &str, number: u16, of: u16, chunk: &[u8]) -> String {
    let load = [chunk, &sum(name, number, of, chunk)].concat();
    format!("{NAME}{FORMAT} {number}/{of} {name} {}", alphabet::write(&load))
}

/// The name of a transfer: four letters.
pub fn name(sum: u32) -> String {
    let letter = |place: u32| char::from(b'A' + (sum / 26_u32.pow(place) % 26) as u8);
    (0..4).map(letter).collect()
}

/// The checksum of a part.
pub fn sum(name: &str, number: u16, of: u16, chunk: &[u8]) -> [u8; 4] {
    let place = [number.to_le_bytes(), of.to_le_bytes()].concat();
    fnv1a(&[name.as_bytes(), &place, chunk].concat()).to_le_bytes()
}
