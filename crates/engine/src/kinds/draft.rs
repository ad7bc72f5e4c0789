//! Options, items and likely wrong answers as authors write them, each with its reason.

use crate::{
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::Deserialize;

/// An option or an item as its author writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartDraft {
    pub(super) text: String,
    pub(super) why: String,
    #[serde(default)]
    pub(super) key: bool,
}

/// A likely wrong answer as its author writes it; a number may stand without quotes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrapDraft {
    answer: Typed,
    why: String,
}

/// A text; a number may stand without quotes.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Typed {
    Text(String),
    Whole(i64),
    Number(f64),
}

impl Typed {
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Reads options or items, `least` to `most` of them: what they say, the places of those marked as
/// key, and their reasons.
///
/// # Errors
/// A sentence for the author.
pub fn read_parts(
    drafts: Vec<PartDraft>,
    (least, most): (usize, usize),
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<(Vec<Rich>, Vec<u8>, Reasons), String> {
    if !(least..=most).contains(&drafts.len()) {
        return Err(format!("it has {} parts; give it {least} to {most}", drafts.len()));
    }
    let mut keys = Vec::new();
    let mut texts: Vec<Rich> = Vec::new();
    let mut reasons = Reasons::default();
    for (place, draft) in (0..).zip(drafts) {
        read_part((&draft.text, &draft.why), &mut texts, &mut reasons.parts, rich)?;
        keys.extend(draft.key.then_some(place));
    }
    Ok((texts, keys, reasons))
}

/// What a part says, and why it is right or wrong.
pub type PartText<'a> = (&'a str, &'a str);

/// Reads one part behind those that were read before, none of which may say the same.
///
/// # Errors
/// A sentence for the author.
pub fn read_part(
    (text, why): PartText<'_>,
    texts: &mut Vec<Rich>,
    reasons: &mut Vec<Rich>,
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<(), String> {
    let reason = read_reason(text, why, rich)?;
    let read = rich(text);
    if texts.contains(&read) {
        return Err(format!("{text:?} is there twice; drop one"));
    }
    texts.push(read);
    reasons.push(reason);
    Ok(())
}

/// Reads the reason of a part.
///
/// # Errors
/// A sentence for the author.
pub fn read_reason(text: &str, why: &str, rich: &mut dyn FnMut(&str) -> Rich) -> Result<Rich, String> {
    if why.trim().is_empty() {
        return Err(format!("{text:?} has no reason; say in `why` why it is right or wrong"));
    }
    Ok(rich(why))
}

/// Reads traps; none may be an answer that `is_right` accepts.
///
/// # Errors
/// A sentence for the author.
pub fn read_traps(
    drafts: Vec<TrapDraft>,
    is_right: impl Fn(&str) -> bool,
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<Reasons, String> {
    if drafts.is_empty() {
        return Err("it has no [[question.trap]]; give at least one likely wrong answer with its reason".into());
    }
    let read = |draft| read_trap(draft, &is_right, rich);
    Ok(Reasons { parts: Vec::new(), traps: drafts.into_iter().map(read).collect::<Result<_, _>>()? })
}

/// Reads a trap, which may not be an answer that `is_right` accepts.
///
/// # Errors
/// A sentence for the author.
pub fn read_trap(
    draft: TrapDraft,
    is_right: impl Fn(&str) -> bool,
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<Trap, String> {
    let answer = draft.answer.into_text();
    if draft.why.trim().is_empty() {
        Err(format!("the trap {answer:?} has no reason; say in `why` why it is wrong"))
    } else if is_right(&answer) {
        Err(format!("the trap {answer:?} is graded as right; change it or the key"))
    } else {
        Ok(Trap { part: 0, answer, why: rich(&draft.why) })
    }
}
