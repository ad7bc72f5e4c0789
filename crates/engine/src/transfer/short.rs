//! One record in as few ASCII characters as can be, for places that count characters.

use super::squeeze::{squeeze, unsqueeze};
use crate::{
    pack,
    record::{
        Record, Unreadable, VERSION,
        bytes::{Reader, number},
    },
};

/// What stands between the format of the record and what is squeezed.
const MARK: char = '~';
/// The most bytes that a record is taken for, and how many of them a squeezed byte may stand for: what claims to be
/// more means harm.
const MOST_BYTES: usize = 1 << 20;
const MOST_FOR_ONE: usize = 2000;

/// The text: letters, digits, `-`, `_` and [`MARK`]. It takes a millisecond or so to make.
#[must_use]
pub fn write(record: &Record) -> String {
    let all = record.to_bytes();
    let mut bytes = Vec::new();
    number(all.len() as u64, &mut bytes);
    bytes.extend(squeeze(&all));
    format!("{VERSION}{MARK}{}", pack::pack(&bytes))
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// [`Unreadable`], for the caller to leave the text where it is.
pub fn read(text: &str) -> Result<Record, Unreadable> {
    let (version, packed) = text.split_once(MARK).ok_or(Unreadable::Damaged)?;
    let version: u8 = version.parse().map_err(|_| Unreadable::Damaged)?;
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    let bytes = pack::unpack(packed).ok_or(Unreadable::Damaged)?;
    let mut bytes = Reader::new(&bytes);
    let length: usize = bytes.small().ok_or(Unreadable::Damaged)?;
    let squeezed = bytes.rest();
    if length > MOST_BYTES.min((squeezed.len() + 1).saturating_mul(MOST_FOR_ONE)) {
        return Err(Unreadable::Damaged);
    }
    Record::from_bytes(version, &unsqueeze(squeezed, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kinds::samples, quiz::Quiz, session::Session};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn record() -> Record {
        let quiz = Quiz::new("sample", "s", 9);
        Session::start(Arc::new(samples::bank()), quiz, "a".into(), 1).unwrap().record().clone()
    }

    #[test]
    fn a_record_comes_back_and_is_shorter() {
        let text = write(&record());
        assert!(text.len() < record().write().len(), "{text}");
        assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_~".contains(&b)), "{text}");
        assert_eq!(read(&text), Ok(record()));
        let later = text.replacen(&format!("{VERSION}~"), "99~", 1);
        assert_eq!(read(&later), Err(Unreadable::Newer(99)));
        assert_eq!(read(""), Err(Unreadable::Damaged));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "3~[0-9A-Za-z_-]{0,60}|.*") {
            let _ = read(&text);
        }
    }
}
