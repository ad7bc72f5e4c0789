//! What `match` and `classify` share: each of several things is given one of several choices.

use super::draft::{self, PartText};
use crate::{
    grade::Grade,
    rich::{Block, Rich},
};

/// For each thing, in the bank's order, the place of its choice; none where it is still open.
pub type Response = Vec<Option<u8>>;

/// Whether every thing has a choice that there is, and nothing else has one.
pub(super) fn is_complete(key: &[u8], choices: usize, response: &[Option<u8>]) -> bool {
    let known = |choice: &Option<u8>| choice.is_some_and(|place| usize::from(place) < choices);
    response.len() == key.len() && response.iter().all(known)
}

/// A point for each thing with its right choice; what is open or wrong costs nothing more.
pub(super) fn grade(key: &[u8], response: &[Option<u8>]) -> Grade {
    let right = key.iter().zip(response).filter(|(right, choice)| **choice == Some(**right)).count();
    Grade::new(right, key.len())
}

/// Each thing with its right choice.
pub(super) fn solution(key: &[u8]) -> Response {
    key.iter().copied().map(Some).collect()
}

/// Reads what is chosen: one paragraph of at most `most` characters, for it stands in a narrow place.
pub(super) fn read_choice(text: &str, most: usize, rich: &mut dyn FnMut(&str) -> Rich) -> Result<Rich, String> {
    let read = rich(text);
    if !matches!(read.0.as_slice(), [Block::Para(_)]) {
        return Err(format!("{text:?} is chosen from a list; write one line without blocks of code, lists or tables"));
    }
    let count = read.plain().chars().count();
    if count > most {
        return Err(format!("{text:?} has {count} characters; say it in at most {most}"));
    }
    Ok(read)
}

/// The place of a choice among those that read alike; adds it where there is none.
pub(super) fn place_of(choice: Rich, choices: &mut Vec<Rich>) -> usize {
    let plain = choice.plain();
    choices.iter().position(|other| other.plain() == plain).unwrap_or_else(|| {
        choices.push(choice);
        choices.len() - 1
    })
}

/// Reads the things, `least` to `most` of them: what they say and their reasons.
pub(super) fn read_things(
    name: &str,
    (least, most): (usize, usize),
    things: &[PartText<'_>],
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<(Vec<Rich>, Vec<Rich>), String> {
    if !(least..=most).contains(&things.len()) {
        return Err(format!("it has {} {name}; give it {least} to {most}", things.len()));
    }
    let (mut texts, mut reasons) = (Vec::new(), Vec::new());
    for thing in things {
        draft::read_part(*thing, &mut texts, &mut reasons, rich)?;
    }
    Ok((texts, reasons))
}
