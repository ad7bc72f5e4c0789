//! `text`: typed text that is compared after a stated clean-up, also for "what does it print?".
//!
//! An answer is right when it is an accepted one or, where fragments are given, holds all of them.

use super::{
    Kind,
    diff::{Side, diff},
    draft::{TrapDraft, read_traps},
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::{Deserialize, Serialize};

/// What is accepted and how it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// All right answers, without their unit; the first is the one that is shown.
    pub accept: Vec<String>,
    /// What does not count when answers are compared.
    pub compare: Compare,
    /// Lines of the field: 1 for a word, more for an output.
    pub lines: u8,
    /// Fragments: an answer that holds all of them is right too. Empty where only `accept` counts.
    pub contains: Vec<String>,
    /// The unit that must stand at the end, in all its spellings; empty where there is none.
    pub unit: Vec<String>,
}

/// What does not count when two texts are compared.
///
/// In every form: how lines end, blank lines before and after, space at the end of a line, and
/// curly quotes or no-break spaces that a phone puts in place of plain ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compare {
    /// Nothing more.
    Exact,
    /// Also: how much white space stands between words.
    #[default]
    Spaces,
    /// Also: upper and lower case of the letters A to Z.
    Words,
}

/// The text as it was typed.
pub type Response = String;

impl Compare {
    /// The text without what does not count.
    #[must_use]
    pub fn clean(self, text: &str) -> String {
        // A line end may be `\n`, `\r\n` or, from very old systems, `\r`.
        let mut before = ' ';
        let plain: String = text
            .chars()
            .filter(|c| std::mem::replace(&mut before, *c) != '\r' || *c != '\n')
            .map(|c| match c {
                '\r' => '\n',
                '\u{2018}' | '\u{2019}' | '\u{201b}' => '\'',
                '\u{201c}' | '\u{201d}' | '\u{201f}' => '"',
                '\u{a0}' | '\u{202f}' => ' ',
                other => other,
            })
            .collect();
        match self {
            Self::Exact => {
                let lines: Vec<&str> = plain.split('\n').map(str::trim_end).collect();
                lines.join("\n").trim_matches('\n').to_owned()
            }
            Self::Spaces => plain.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Words => Self::Spaces.clean(&plain).to_ascii_lowercase(),
        }
    }
}

impl Question {
    /// The trap among these that the response fell into, if it is one that the author foresaw.
    #[must_use]
    pub fn trap<'a>(&self, response: &str, traps: &'a [Trap]) -> Option<&'a Trap> {
        let given = self.clean(response);
        traps.iter().find(|trap| self.clean(&trap.answer) == given)
    }

    /// The right answer that is shown.
    #[must_use]
    pub fn shown(&self) -> String {
        let right = self.accept.first().map_or("", String::as_str);
        self.unit.first().map_or_else(|| right.to_owned(), |unit| format!("{right} {unit}"))
    }

    /// The fragments that the response lacks.
    #[must_use]
    pub fn missing(&self, response: &str) -> Vec<&str> {
        let given = self.clean(response);
        let lacks = |fragment: &&String| !holds(&given, &self.clean(fragment));
        self.contains.iter().filter(lacks).map(String::as_str).collect()
    }

    /// The unit, if it is all that the response lacks.
    #[must_use]
    pub fn missing_unit(&self, response: &str) -> Option<&str> {
        let given = self.clean(response);
        self.unit.first().filter(|_| self.accepts(&given)).map(String::as_str)
    }

    /// The lines of the response against those of the output; none where one line is asked for, or a
    /// text that may be written in other ways.
    #[must_use]
    pub fn diff(&self, response: &str) -> Vec<(Side, String)> {
        if self.lines <= 1 || !self.contains.is_empty() {
            return Vec::new();
        }
        let (given, real) = (self.clean_lines(response), self.clean_lines(&self.shown()));
        let [given, real] = [&given, &real].map(|lines| lines.iter().map(String::as_str).collect::<Vec<_>>());
        diff(&given, &real).into_iter().map(|(side, line)| (side, line.to_owned())).collect()
    }

    /// On one line, space at the start cannot be meant either.
    fn clean(&self, text: &str) -> String {
        let clean = self.compare.clean(text);
        if self.lines <= 1 { clean.trim().to_owned() } else { clean }
    }

    fn clean_lines(&self, text: &str) -> Vec<String> {
        let lines = Compare::Exact.clean(text);
        let lines = lines.split('\n').map(|line| self.compare.clean(line));
        // Where blank lines do not count, none are shown.
        lines.filter(|line| self.compare == Compare::Exact || !line.is_empty()).collect()
    }

    fn accepts(&self, given: &str) -> bool {
        self.accept.iter().any(|right| self.clean(right) == given)
    }

    fn check_fragments(&self) -> Result<(), String> {
        let fragments: Vec<String> = self.contains.iter().map(|fragment| self.clean(fragment)).collect();
        for (place, fragment) in fragments.iter().enumerate() {
            if fragment.is_empty() {
                return Err("`contains` has an empty fragment; every answer holds that; drop it".into());
            }
            if fragments.iter().enumerate().any(|(at, other)| at != place && holds(other, fragment)) {
                return Err(format!("the fragment {fragment:?} is part of another; drop it"));
            }
        }
        match self.missing(&self.shown()).first() {
            Some(fragment) => {
                Err(format!("the example lacks {fragment:?}, which `contains` asks for; mend one of them"))
            }
            None => Ok(()),
        }
    }

    fn check_unit(&self) -> Result<(), String> {
        let spellings: Vec<String> = self.unit.iter().map(|unit| self.clean(unit)).collect();
        if !spellings.is_empty() && !self.contains.is_empty() {
            return Err("an answer with fragments has no `unit`; write it as a fragment".into());
        }
        for (place, unit) in spellings.iter().enumerate() {
            if unit.is_empty() || spellings.iter().take(place).any(|other| other == unit) {
                return Err(format!("the spelling {unit:?} of the unit is empty or there twice; drop it"));
            }
            if let Some(right) = self.accept.iter().find(|right| self.clean(right).ends_with(unit)) {
                return Err(format!("{right:?} ends with its unit; write `accept` without it, it is put behind"));
            }
        }
        Ok(())
    }
}

/// Whether a text holds a fragment as whole words: `id` is not in `width`.
fn holds(text: &str, fragment: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let joins = |a: Option<char>, b: Option<char>| a.zip(b).is_some_and(|(a, b)| is_word(a) && is_word(b));
    text.char_indices().any(|(at, _)| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        from.strip_prefix(fragment).is_some_and(|after| {
            !joins(before.chars().next_back(), fragment.chars().next())
                && !joins(fragment.chars().next_back(), after.chars().next())
        })
    })
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(default)]
    accept: Vec<String>,
    compare: Compare,
    #[serde(default = "one_line")]
    lines: u8,
    #[serde(default)]
    contains: Vec<String>,
    /// Goes with `contains`: an answer that holds all fragments, to be shown.
    example: Option<String>,
    unit: Option<Spellings>,
    #[serde(default)]
    trap: Vec<TrapDraft>,
}

/// One spelling or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Spellings {
    One(String),
    Several(Vec<String>),
}

fn one_line() -> u8 {
    1
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let Draft { mut accept, compare, lines, contains, example, unit, trap } = draft;
        if contains.is_empty() == example.is_some() {
            return Err("`contains` and `example` go together; write both or neither".into());
        }
        accept.splice(0..0, example);
        if accept.is_empty() || accept.iter().any(|right| right.trim().is_empty()) {
            return Err("`accept` needs at least one right answer, and none may be empty".into());
        }
        let unit = match unit {
            None => Vec::new(),
            Some(Spellings::One(unit)) => vec![unit],
            Some(Spellings::Several(spellings)) => spellings,
        };
        let question = Self { accept, compare, lines: lines.clamp(1, 20), contains, unit };
        question.check_fragments()?;
        question.check_unit()?;
        let reasons = read_traps(trap, |typed| question.grade(&typed.to_owned()) != Grade::ZERO, rich)?;
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        0
    }

    fn is_complete(&self, response: &Response) -> bool {
        !response.trim().is_empty()
    }

    /// All or nothing: the answer is an accepted one or holds every fragment; where there is a unit,
    /// it is an accepted one with the unit behind it.
    fn grade(&self, response: &Response) -> Grade {
        let given = self.clean(response);
        let bare = |unit: &String| given.strip_suffix(&self.clean(unit)).map(str::trim_end);
        Grade::whole(if self.unit.is_empty() {
            self.accepts(&given) || (!self.contains.is_empty() && self.missing(&given).is_empty())
        } else {
            self.unit.iter().filter_map(bare).any(|bare| self.accepts(bare))
        })
    }

    fn solution(&self) -> Response {
        self.shown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_forgives_line_ends_and_phone_quotes_only() {
        let clean = |text| Compare::Exact.clean(text);
        assert_eq!(clean("a  \r\nb\r\n\r\n"), "a\nb");
        assert_eq!(clean("\u{2018}x\u{2019}\u{a0}\u{201c}y\u{201d}"), "'x' \"y\"");
        assert_ne!(clean("a b"), clean("a  b"));
        assert_ne!(clean("  a"), clean("a"));
        assert_ne!(clean("A"), clean("a"));
    }

    #[test]
    fn spaces_and_words_forgive_more() {
        assert_eq!(Compare::Spaces.clean(" a \t\n b "), "a b");
        assert_ne!(Compare::Spaces.clean("A b"), Compare::Spaces.clean("a b"));
        assert_eq!(Compare::Words.clean("Key  ERROR"), "key error");
    }
}
