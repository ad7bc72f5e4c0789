//! Attempts as numbered parts of text, to be carried to another device by camera, by paste or by hand.
//!
//! A part reads `PLUMB1 2/5 KQXW …`: the format, which part of how many, the name of the transfer, and what it
//! carries with a checksum. All its characters are those that QR codes hold densely (alphanumeric mode).
//! Spaces, line ends and lower case do not matter, nor does the order of parts.

use super::{
    alphabet::{self, is_symbol},
    squeeze::{squeeze, unsqueeze},
};
use crate::{
    pack::fnv1a,
    record::{
        Record, Unreadable, VERSION,
        bytes::{Reader, number},
    },
};

/// What each part begins with, before its number: our name and the format of transfers.
const NAME: &str = "PLUMB";
const FORMAT: u8 = 1;
/// Bytes of one part: with 1.5 characters each, head and checksum it has at most [`LONGEST`].
const BYTES: usize = 770;
/// The most characters of a part. A phone reads that many from another's screen.
pub const LONGEST: usize = 1200;
/// The most parts of a transfer, far more than anybody would scan.
const MOST_PARTS: usize = 9999;
/// The most bytes of all records together, and how many of them a squeezed byte may stand for: what claims to be
/// more means harm.
const MOST_BYTES: usize = 32 << 20;
const MOST_FOR_ONE: usize = 2000;

/// Why a part was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No part is in the text. Copy all of one, from `PLUMB1` on.
    NotOurs,
    /// A later Plumb made it, in this format. Load the page anew while online, then try again.
    Newer(u8),
    /// A part is not as it was. Scan or copy this one again.
    Damaged {
        /// The name of its transfer, as it was read.
        transfer: String,
        /// Its number, from 1 on.
        part: u16,
        /// Of how many.
        of: u16,
    },
}

/// Why a transfer gives no records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// These parts, from 1 on, are yet to come.
    Missing(Vec<u16>),
    /// A later Plumb made it. Load the page anew while online, then try again.
    Newer,
    /// All parts are here and fit no more together. Make the code anew on the other device.
    Damaged,
    /// No part of such a transfer was taken.
    Unknown,
}

/// What a text brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Parts that were not here before.
    pub new: usize,
    /// Parts that were.
    pub known: usize,
    /// What could not be taken.
    pub faults: Vec<Fault>,
}

/// Parts of transfers, as they come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inbox {
    transfers: Vec<Transfer>,
}

/// One transfer, as far as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Its name: four letters, different for different contents.
    pub name: String,
    parts: Vec<Option<Vec<u8>>>,
}

/// A part as it was read.
struct Part<'a> {
    format: u8,
    number: u16,
    of: u16,
    name: &'a str,
    load: &'a str,
}

/// The parts that carry these records, made compact.
pub fn write<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<String> {
    let mut all = vec![VERSION];
    for record in records {
        let bytes = record.compact().to_bytes();
        number(bytes.len() as u64, &mut all);
        all.extend(bytes);
    }
    let mut carried = Vec::new();
    number(all.len() as u64, &mut carried);
    carried.extend(fnv1a(&all).to_le_bytes());
    carried.extend(squeeze(&all));
    let name = name(fnv1a(&carried));
    let count = carried.len().div_ceil(BYTES);
    // All of one length, so that the last is no crumb.
    let chunks = carried.chunks(carried.len().div_ceil(count.max(1)).max(1));
    let part = |(number, chunk): (u16, &[u8])| {
        let of = u16::try_from(count).unwrap_or(u16::MAX);
        let load = [chunk, &sum(&name, number, of, chunk)].concat();
        format!("{NAME}{FORMAT} {number}/{of} {name} {}", alphabet::write(&load))
    };
    (1..).zip(chunks).map(part).collect()
}

impl Inbox {
    /// Takes all parts that are in a text, whatever stands around them.
    pub fn take(&mut self, text: &str) -> Taken {
        let clean: String =
            text.chars().map(|symbol| symbol.to_ascii_uppercase()).filter(|c| is_symbol(*c) || *c == '/').collect();
        let mut taken = Taken::default();
        for part in parts(&clean) {
            match self.add(&part) {
                Ok(true) => taken.new += 1,
                Ok(false) => taken.known += 1,
                Err(fault) => taken.faults.push(fault),
            }
        }
        if taken == Taken::default() {
            taken.faults.push(Fault::NotOurs);
        }
        taken
    }

    /// All transfers of which a part came, in the order in which they began.
    #[must_use]
    pub fn transfers(&self) -> &[Transfer] {
        &self.transfers
    }

    /// Whether the part was new.
    fn add(&mut self, part: &Part<'_>) -> Result<bool, Fault> {
        let Part { format, number, of, name, load } = *part;
        if format != FORMAT {
            return Err(Fault::Newer(format));
        }
        let damaged = || Fault::Damaged { transfer: name.to_owned(), part: number, of };
        let load = alphabet::read(load).ok_or_else(damaged)?;
        let (chunk, known) = load.len().checked_sub(4).and_then(|at| load.split_at_checked(at)).ok_or_else(damaged)?;
        if known != sum(name, number, of, chunk) || usize::from(of) > MOST_PARTS {
            return Err(damaged());
        }
        let count = usize::from(of);
        let same = |transfer: &&mut Transfer| transfer.name == name && transfer.parts.len() == count;
        if let Some(transfer) = self.transfers.iter_mut().find(same) {
            return transfer.put(number, chunk).ok_or_else(damaged);
        }
        let mut transfer = Transfer { name: name.to_owned(), parts: vec![None; count] };
        let new = transfer.put(number, chunk).ok_or_else(damaged)?;
        self.transfers.push(transfer);
        Ok(new)
    }

    /// The records of a transfer, once all of its parts are here.
    ///
    /// # Errors
    /// [`Unfinished`], with the parts that are missing.
    pub fn records(&self, name: &str) -> Result<Vec<Record>, Unfinished> {
        let named = self.transfers.iter().filter(|transfer| transfer.name == name);
        named.max_by_key(|transfer| transfer.is_whole()).ok_or(Unfinished::Unknown)?.records()
    }
}

impl Transfer {
    /// How many parts it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// The numbers of the parts that are yet to come, from 1 on.
    #[must_use]
    pub fn missing(&self) -> Vec<u16> {
        (1..).zip(&self.parts).filter(|(_, part)| part.is_none()).map(|(number, _)| number).collect()
    }

    /// Whether all of it is here.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.parts.iter().all(Option::is_some)
    }

    /// Its records.
    ///
    /// # Errors
    /// [`Unfinished`], with the parts that are missing.
    pub fn records(&self) -> Result<Vec<Record>, Unfinished> {
        if !self.is_whole() {
            return Err(Unfinished::Missing(self.missing()));
        }
        let carried = self.parts.iter().flatten().flatten().copied().collect::<Vec<u8>>();
        let all = unpacked(&carried).ok_or(Unfinished::Damaged)?;
        let mut bytes = Reader::new(&all);
        let version = bytes.byte().ok_or(Unfinished::Damaged)?;
        let mut records = Vec::new();
        while !bytes.is_empty() {
            let record = bytes.small().and_then(|length| bytes.take(length)).ok_or(Unfinished::Damaged)?;
            records.push(Record::from_bytes(version, record).map_err(|why| match why {
                Unreadable::Newer(_) => Unfinished::Newer,
                Unreadable::Damaged => Unfinished::Damaged,
            })?);
        }
        Ok(records)
    }

    fn put(&mut self, number: u16, chunk: &[u8]) -> Option<bool> {
        let part = self.parts.get_mut(usize::from(number).checked_sub(1)?)?;
        let new = part.is_none();
        *part = Some(chunk.to_vec());
        Some(new)
    }
}

fn unpacked(carried: &[u8]) -> Option<Vec<u8>> {
    let mut carried = Reader::new(carried);
    let length: usize = carried.small()?;
    let sum = carried.fixed(4)?;
    let squeezed = carried.rest();
    let most = MOST_BYTES.min((squeezed.len() + 1).saturating_mul(MOST_FOR_ONE));
    let all = (length <= most).then(|| unsqueeze(squeezed, length))?;
    (fnv1a(&all) == sum).then_some(all)
}

/// The parts in a text that holds nothing but symbols and strokes. A stroke is in the head of a part only.
fn parts(text: &str) -> Vec<Part<'_>> {
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

/// Four letters.
fn name(sum: u32) -> String {
    let letter = |place: u32| char::from(b'A' + (sum / 26_u32.pow(place) % 26) as u8);
    (0..4).map(letter).collect()
}

fn sum(name: &str, number: u16, of: u16, chunk: &[u8]) -> [u8; 4] {
    let place = [number.to_le_bytes(), of.to_le_bytes()].concat();
    fnv1a(&[name.as_bytes(), &place, chunk].concat()).to_le_bytes()
}

#[cfg(test)]
mod tests;
