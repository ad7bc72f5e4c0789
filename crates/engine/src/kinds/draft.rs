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

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Typed {
    Text(String),
    Whole(i64),
    Number(f64),
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
        if draft.why.trim().is_empty() {
            return Err(format!("{:?} has no reason; say in `why` why it is right or wrong", draft.text));
        }
        let text = rich(&draft.text);
        if texts.contains(&text) {
            return Err(format!("{:?} is there twice; drop one", draft.text));
        }
        texts.push(text);
        reasons.parts.push(rich(&draft.why));
        keys.extend(draft.key.then_some(place));
    }
    Ok((texts, keys, reasons))
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
    let read = |draft: TrapDraft| {
        let answer = match draft.answer {
            Typed::Text(text) => text,
            Typed::Whole(number) => number.to_string(),
            Typed::Number(number) => number.to_string(),
        };
        if draft.why.trim().is_empty() {
            Err(format!("the trap {answer:?} has no reason; say in `why` why it is wrong"))
        } else if is_right(&answer) {
            Err(format!("the trap {answer:?} is graded as right; change it or the key"))
        } else {
            Ok(Trap { answer, why: rich(&draft.why) })
        }
    };
    Ok(Reasons { parts: Vec::new(), traps: drafts.into_iter().map(read).collect::<Result<_, _>>()? })
}
