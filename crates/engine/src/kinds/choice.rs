//! What the kinds with options and the kinds with typed answers share.

use crate::rich::Rich;
use serde::{Deserialize, Serialize};

/// A part that is shown, with the reason why it is right or wrong or stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says.
    pub text: Rich,
    /// Why it is right, or which belief makes it tempting and why it is wrong.
    pub why: Rich,
}

/// A likely wrong answer to a typed question, and the belief behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trap {
    /// What is typed.
    pub answer: String,
    /// Why it is tempting and wrong.
    pub why: Rich,
}

/// An option or an item as its author writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceDraft {
    text: String,
    why: String,
    #[serde(default)]
    key: bool,
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

/// Reads options or items, `least` to `most` of them, and tells the places of those marked as key.
///
/// # Errors
/// A sentence for the author.
pub fn choices(
    drafts: Vec<ChoiceDraft>,
    (least, most): (usize, usize),
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<(Vec<Choice>, Vec<u8>), String> {
    if !(least..=most).contains(&drafts.len()) {
        return Err(format!("it has {} parts; give it {least} to {most}", drafts.len()));
    }
    let mut keys = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    for (place, draft) in (0..).zip(drafts) {
        if draft.why.trim().is_empty() {
            return Err(format!("{:?} has no reason; say in `why` why it is right or wrong", draft.text));
        }
        let choice = Choice { text: rich(&draft.text), why: rich(&draft.why) };
        if choices.iter().any(|other| other.text == choice.text) {
            return Err(format!("{:?} is there twice; drop one", draft.text));
        }
        choices.push(choice);
        keys.extend(draft.key.then_some(place));
    }
    Ok((choices, keys))
}

/// Reads traps; none may be an answer that `is_right` accepts.
///
/// # Errors
/// A sentence for the author.
pub fn traps(
    drafts: Vec<TrapDraft>,
    is_right: impl Fn(&str) -> bool,
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<Vec<Trap>, String> {
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
    drafts.into_iter().map(read).collect()
}
