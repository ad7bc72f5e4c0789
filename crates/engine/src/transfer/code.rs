//! Attempts as numbered parts of text, to be carried to another device by camera, by paste or by hand.
//!
//! A part reads `PLUMB1 2/5 KQXW …`: the format, which part of how many, the name of the transfer, and what it
//! carries with a checksum. All its characters are those that QR codes hold densely (alphanumeric mode).
//! Spaces, line ends and lower case do not matter, nor does the order of parts. A part can be the end of a link too.

pub use super::part::fragment;
use super::{
    alphabet::{self, is_symbol},
    part::{FORMAT, Part, name, parts, sum, text, unescaped},
    squeeze::{squeeze, unsqueeze},
};
use crate::{
    pack::fnv1a,
    record::{
        Record, Unreadable, VERSION,
        bytes::{Reader, number},
    },
};

/// Bytes of one part: with 1.5 characters each, head and checksum it has at most [`LONGEST`].
const BYTES: usize = 770;
/// The most characters of a part. A phone reads that many from another's screen.
pub const LONGEST: usize = 1200;
/// The most parts of a transfer, far more than anybody would scan.
const MOST_PARTS: usize = 9999;
/// The most transfers that are on their way at once: of more, the one that began first is given up.
const MOST_TRANSFERS: usize = 8;
/// The most bytes of all records together, more than browsers keep, and how many of them a squeezed byte may stand
/// for: what claims to be more means harm, for each takes a microsecond.
const MOST_BYTES: usize = 12 << 20;
const MOST_FOR_ONE: usize = 500;

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
    /// How many parts it has. It may be a lie, so no room is made for what is yet to come.
    pub count: u16,
    /// What came of it, by number.
    parts: Vec<(u16, Vec<u8>)>,
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
    let of = u16::try_from(count).unwrap_or(u16::MAX);
    (1..).zip(chunks).map(|(number, chunk)| text(&name, number, of, chunk)).collect()
}

impl Inbox {
    /// Takes all parts that are in a text, as they are or in links; other words may stand before each.
    pub fn take(&mut self, text: &str) -> Taken {
        let clean: String = text
            .chars()
            .map(|symbol| symbol.to_ascii_uppercase())
            .filter(|c| is_symbol(*c) || matches!(c, '/' | ':'))
            .collect();
        let mut taken = Taken::default();
        // No part holds what a link begins with.
        for (place, text) in clean.split("://").enumerate() {
            let text = text.strip_suffix("HTTPS").or_else(|| text.strip_suffix("HTTP")).unwrap_or(text);
            let text = if place > 0 { unescaped(text) } else { text.to_owned() }.replace(':', "");
            for part in parts(&text) {
                match self.add(&part) {
                    Ok(true) => taken.new += 1,
                    Ok(false) => taken.known += 1,
                    Err(fault) => taken.faults.push(fault),
                }
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
        let same = |transfer: &&mut Transfer| transfer.name == name && transfer.count == of;
        if let Some(transfer) = self.transfers.iter_mut().find(same) {
            return transfer.put(number, chunk).ok_or_else(damaged);
        }
        let mut transfer = Transfer { name: name.to_owned(), count: of, parts: Vec::new() };
        let new = transfer.put(number, chunk).ok_or_else(damaged)?;
        if self.transfers.len() == MOST_TRANSFERS {
            self.transfers.remove(0);
        }
        self.transfers.push(transfer);
        Ok(new)
    }

    /// All parts as text, a part a line, for [`Self::take`] to read again.
    #[must_use]
    pub fn write(&self) -> String {
        let of = |transfer: &Transfer| {
            let part = |(number, chunk): &(u16, Vec<u8>)| text(&transfer.name, *number, transfer.count, chunk);
            transfer.parts.iter().map(part).collect::<Vec<_>>().join("\n")
        };
        self.transfers.iter().map(of).collect::<Vec<_>>().join("\n")
    }

    /// Lets a transfer go.
    pub fn drop(&mut self, name: &str) {
        self.transfers.retain(|transfer| transfer.name != name);
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
    /// How many of its parts are here.
    #[must_use]
    pub fn here(&self) -> usize {
        self.parts.len()
    }

    /// The numbers of the parts that are yet to come, from 1 on.
    #[must_use]
    pub fn missing(&self) -> Vec<u16> {
        (1..=self.count).filter(|number| self.place(*number).is_err()).collect()
    }

    /// Whether all of it is here.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.parts.len() == usize::from(self.count)
    }

    /// Its records.
    ///
    /// # Errors
    /// [`Unfinished`], with the parts that are missing.
    pub fn records(&self) -> Result<Vec<Record>, Unfinished> {
        if !self.is_whole() {
            return Err(Unfinished::Missing(self.missing()));
        }
        let carried: Vec<u8> = self.parts.iter().flat_map(|(_, chunk)| chunk).copied().collect();
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
        if !(1..=self.count).contains(&number) {
            return None;
        }
        let place = self.place(number);
        if let Err(free) = place {
            self.parts.insert(free, (number, chunk.to_vec()));
        }
        Some(place.is_err())
    }

    fn place(&self, number: u16) -> Result<usize, usize> {
        self.parts.binary_search_by_key(&number, |(number, _)| *number)
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

#[cfg(test)]
mod tests;
