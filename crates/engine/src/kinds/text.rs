//! `text`: typed text that is compared after a stated clean-up, also for "what does it print?".

use super::{
    Kind,
    draft::{TrapDraft, read_traps},
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::{Deserialize, Serialize};

/// What is accepted and how it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// All right answers; the first is the one that is shown.
    pub accept: Vec<String>,
    /// What does not count when answers are compared.
    pub compare: Compare,
    /// Lines of the field: 1 for a word, more for an output.
    pub lines: u8,
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

    /// On one line, space at the start cannot be meant either.
    fn clean(&self, text: &str) -> String {
        let clean = self.compare.clean(text);
        if self.lines <= 1 { clean.trim().to_owned() } else { clean }
    }
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    accept: Vec<String>,
    compare: Compare,
    #[serde(default = "one_line")]
    lines: u8,
    #[serde(default)]
    trap: Vec<TrapDraft>,
}

fn one_line() -> u8 {
    1
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        if draft.accept.is_empty() || draft.accept.iter().any(|right| right.trim().is_empty()) {
            return Err("`accept` needs at least one right answer, and none may be empty".into());
        }
        let question = Self { accept: draft.accept, compare: draft.compare, lines: draft.lines.clamp(1, 20) };
        let reasons = read_traps(draft.trap, |typed| question.grade(&typed.to_owned()) != Grade::ZERO, rich)?;
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        0
    }

    fn is_complete(&self, response: &Response) -> bool {
        !response.trim().is_empty()
    }

    fn grade(&self, response: &Response) -> Grade {
        let given = self.clean(response);
        Grade::whole(!given.is_empty() && self.accept.iter().any(|right| self.clean(right) == given))
    }

    fn solution(&self) -> Response {
        self.accept.first().cloned().unwrap_or_default()
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
