//! All data of a person as one text file, a record a line, so that a damaged line costs only itself.

use crate::record::Record;

mod alphabet;
pub mod code;
mod odds;
mod part;
pub mod short;
mod squeeze;

/// The first line: tells our files from others.
const HEAD: &str = "Plumb export 1";
/// What a line begins with that holds a text which was set aside because it could not be read.
const ASIDE: &str = "aside ";

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The records that could be read.
    pub records: Vec<Record>,
    /// Lines that could not.
    pub unread: usize,
}

/// The file is not one of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOurs;

/// Writes records, and texts that were set aside, as one file.
pub fn write<'a>(records: impl IntoIterator<Item = &'a Record>, aside: Vec<String>) -> String {
    let records = records.into_iter().map(Record::write);
    let aside = aside.into_iter().map(|text| format!("{ASIDE}{}", text.replace('\n', "\\n")));
    let lines: Vec<String> = [HEAD.to_owned()].into_iter().chain(records).chain(aside).collect();
    lines.join("\n") + "\n"
}

/// Reads a file that [`write`] wrote, also when it is cut off or damaged in places.
///
/// # Errors
/// [`NotOurs`] where the first line says something else.
pub fn read(text: &str) -> Result<Found, NotOurs> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    if lines.next() != Some(HEAD) {
        return Err(NotOurs);
    }
    let mut found = Found::default();
    for line in lines.filter(|line| !line.is_empty()) {
        match Record::read(line) {
            Ok(record) => found.records.push(record),
            Err(_) => found.unread += 1,
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kinds::samples, quiz::Quiz, record::VERSION, session::Session};
    use std::sync::Arc;

    fn record(id: &str) -> Record {
        let quiz = Quiz::new("sample", "s", 3);
        Session::start(Arc::new(samples::bank()), quiz, id.into(), 1).unwrap().record().clone()
    }

    #[test]
    fn what_was_written_is_read_again_and_damage_costs_only_its_line() {
        let (a, b) = (record("a"), record("b"));
        let text = write([&a, &b], vec!["{broken".into()]);
        let found = read(&text).unwrap();
        assert_eq!((found.records.len(), found.unread), (2, 1));
        assert_eq!(found.records, [a, b.clone()]);
        let cut = text.replacen(&format!("\n{VERSION}."), &format!("\n{VERSION}.x"), 1);
        assert_eq!(read(&cut).unwrap(), Found { records: vec![b], unread: 2 });
        assert_eq!(read("hello\n"), Err(NotOurs));
        assert_eq!(read(""), Err(NotOurs));
    }
}
