//! What `cloze` and `table` share: content with blanks in it, each typed or chosen, each with its key.

use super::{
    draft::{TrapDraft, read_trap},
    spots::{Spot, spots},
    text::Compare,
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::{Rich, mark},
};
use serde::{Deserialize, Serialize};

/// The most blanks that a question may have.
const MOST: usize = 8;

/// Content with blanks, and what belongs into them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blanks {
    /// The content; a blank is the character [`mark`] of its place.
    pub body: Rich,
    /// The blanks, in the order of the body.
    pub list: Vec<Blank>,
}

/// What belongs into a blank, and where that stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blank {
    /// What does not count when answers are compared.
    pub compare: Compare,
    /// The row of the table that it stands in, counted from 1.
    pub row: u8,
    /// The heading of its column; empty where it stands in no table.
    pub column: String,
    /// What stands on its line, with `…` in its own place and the numbers of other blanks in theirs.
    pub around: String,
    /// All right answers; the first is the one that is shown.
    pub accept: Vec<String>,
    /// What there is to choose from, the right answer included, sorted; empty where the blank is typed.
    pub options: Vec<String>,
}

/// What stands in each blank: what was typed or the text of the option; the shorter it is, the more is open.
pub type Response = Vec<String>;

impl Blank {
    /// Whether this belongs into the blank.
    #[must_use]
    pub fn is_right(&self, given: &str) -> bool {
        let given = self.clean(given);
        !given.is_empty() && self.accept.iter().any(|right| self.clean(right) == given)
    }

    /// The trap among these that was meant for the blank at `place` and that the answer fell into.
    #[must_use]
    pub fn trap<'a>(&self, place: usize, given: &str, traps: &'a [Trap]) -> Option<&'a Trap> {
        let given = self.clean(given);
        traps.iter().find(|trap| usize::from(trap.part) == place && self.clean(&trap.answer) == given)
    }

    /// Space around an answer is never meant.
    fn clean(&self, text: &str) -> String {
        self.compare.clean(text).trim().to_owned()
    }
}

impl Blanks {
    /// Whether each blank holds something, and a chosen one something that could be chosen.
    #[must_use]
    pub fn is_complete(&self, response: &Response) -> bool {
        let fits = |(blank, given): (&Blank, &String)| {
            if blank.options.is_empty() { !given.trim().is_empty() } else { blank.options.contains(given) }
        };
        response.len() == self.list.len() && self.list.iter().zip(response).all(fits)
    }

    /// One point for each blank that is right; a wrong one takes nothing away.
    #[must_use]
    pub fn grade(&self, response: &Response) -> Grade {
        let right = self.list.iter().zip(response).filter(|(blank, given)| blank.is_right(given)).count();
        Grade::new(right, self.list.len())
    }

    /// What is shown as right in each blank.
    #[must_use]
    pub fn solution(&self) -> Response {
        self.list.iter().map(|blank| blank.accept.first().cloned().unwrap_or_default()).collect()
    }
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    body: String,
    blank: Vec<BlankDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlankDraft {
    name: String,
    accept: Vec<String>,
    #[serde(default)]
    compare: Compare,
    #[serde(default)]
    options: Vec<String>,
    why: String,
    #[serde(default)]
    trap: Vec<TrapDraft>,
}

/// Reads a body and its blanks, which get their places from the body.
///
/// # Errors
/// A sentence for the author.
pub fn read(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Blanks, Reasons), String> {
    let Draft { body, blank: mut drafts } = draft;
    if !(1..=MOST).contains(&drafts.len()) {
        return Err(format!("it has {} blanks; give it 1 to {MOST}", drafts.len()));
    }
    let (marked, names) = set_marks(&body);
    check_names(&body, &names, &drafts)?;
    drafts.sort_by_key(|draft| names.iter().position(|name| *name == draft.name));
    let body = rich(&marked);
    let spots = spots(&body.0);
    if !spots.iter().map(|spot| spot.place).eq(0..drafts.len()) {
        return Err(
            "a blank stands where nobody can fill it, such as a link's address or a code block's language; move it"
                .into(),
        );
    }
    let mut reasons = Reasons::default();
    let mut list = Vec::new();
    for ((part, draft), spot) in (0..).zip(drafts).zip(spots) {
        let name = draft.name.clone();
        let blank = read_blank(part, draft, spot, &mut reasons, rich);
        list.push(blank.map_err(|fault| format!("the blank {name:?}: {fault}"))?);
    }
    Ok((Blanks { body, list }, reasons))
}

/// The body with a mark in the place of each `{{name}}`, and these names in order.
fn set_marks(body: &str) -> (String, Vec<&str>) {
    let (mut marked, mut names, mut rest) = (String::new(), Vec::new(), body);
    while let Some((before, after)) = rest.split_once("{{") {
        let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
        if let Some((name, behind)) = after.split_once("}}").filter(|(name, _)| is_name(name)) {
            marked.push_str(before);
            marked.push(mark(names.len()));
            names.push(name);
            rest = behind;
        } else {
            // These are braces of the code itself; the second may still open a blank.
            marked.push_str(before);
            marked.push('{');
            rest = rest.get(before.len() + 1..).unwrap_or_default();
        }
    }
    marked.push_str(rest);
    (marked, names)
}

fn check_names(body: &str, names: &[&str], drafts: &[BlankDraft]) -> Result<(), String> {
    if body.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) {
        return Err("its body holds a character of the private use area, which marks blanks; drop it".into());
    }
    for (place, draft) in drafts.iter().enumerate() {
        let name = &draft.name;
        if drafts.iter().take(place).any(|other| other.name == *name) {
            return Err(format!("two blanks are called {name:?}; give one another name"));
        }
        match names.iter().filter(|known| *known == name).count() {
            0 => {
                return Err(format!(
                    "the blank {name:?} is not in the body; write {{{{{name}}}}} where it belongs, without spaces"
                ));
            }
            1 => {}
            _ => {
                return Err(format!("the blank {name:?} is in the body more than once; give each place its own blank"));
            }
        }
    }
    match names.iter().find(|name| drafts.iter().all(|draft| draft.name != **name)) {
        Some(name) => Err(format!("the body has {{{{{name}}}}}, which no [[question.blank]] explains; write one")),
        None => Ok(()),
    }
}

fn read_blank(
    part: u8,
    draft: BlankDraft,
    spot: Spot,
    reasons: &mut Reasons,
    rich: &mut dyn FnMut(&str) -> Rich,
) -> Result<Blank, String> {
    let BlankDraft { accept, compare, options, why, trap, .. } = draft;
    if accept.is_empty() || accept.iter().any(|right| right.trim().is_empty() || right.contains('\n')) {
        return Err("`accept` needs at least one right answer; each is one line and none is empty".into());
    }
    if why.trim().is_empty() {
        return Err("it has no reason; say in `why` why its answer is right".into());
    }
    let mut blank = Blank { accept, compare, options, around: spot.around, column: spot.column, row: spot.row };
    let is_twice = |list: &[String]| {
        let clean: Vec<String> = list.iter().map(|text| blank.clean(text)).collect();
        clean.iter().enumerate().any(|(place, text)| text.is_empty() || clean.iter().take(place).any(|one| one == text))
    };
    if is_twice(&blank.accept) || is_twice(&blank.options) {
        return Err("an answer or an option is empty or there twice, as answers are compared; drop one".into());
    }
    if let Some(option) = blank.options.iter().find(|option| blank.is_right(option)) {
        return Err(format!("the option {option:?} is accepted; `options` holds the wrong ones"));
    }
    if !blank.options.is_empty() {
        if blank.accept.len() > 1 {
            return Err("where there are `options`, `accept` holds the one right one".into());
        }
        blank.options.extend(blank.accept.iter().cloned());
        blank.options.sort();
    }
    reasons.parts.push(rich(&why));
    for draft in trap {
        let trap = Trap { part, ..read_trap(draft, |typed| blank.is_right(typed), rich)? };
        if !blank.options.is_empty() && !blank.options.contains(&trap.answer) {
            return Err(format!("the trap {:?} is none of the options; nobody can choose it", trap.answer));
        }
        reasons.traps.push(trap);
    }
    Ok(blank)
}
