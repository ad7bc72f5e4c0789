//! `trace`: whether a program runs, and what it prints or where it stops.

use super::{
    Kind,
    draft::{TrapDraft, read_traps},
    text::{self, Compare},
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::{Deserialize, Serialize};

/// What the program in the prompt does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Where it runs, all right outputs, else all right names of the error; the first is the one
    /// that is shown. How outputs are compared and how high their field is belongs to the form,
    /// which is the same whatever the program does: it must not give that away.
    pub says: text::Question,
    /// The line where it stops, counted from 1 as error messages do; none where it runs to its end.
    pub stops: Option<u8>,
}

/// What was said of the program. What was typed for the other outcome is kept and does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Whether it runs to its end.
    #[serde(default)]
    pub runs: Option<bool>,
    /// What it prints.
    #[serde(default)]
    pub output: String,
    /// The line where it stops, counted from 1, as it was typed.
    #[serde(default)]
    pub line: String,
    /// The error it stops with.
    #[serde(default)]
    pub error: String,
}

impl Question {
    /// Whether this is what the program prints.
    #[must_use]
    pub fn is_output(&self, typed: &str) -> bool {
        self.stops.is_none() && self.says.grade(&typed.to_owned()) != Grade::ZERO
    }

    /// Whether this is the line where it stops.
    #[must_use]
    pub fn is_line(&self, typed: &str) -> bool {
        self.stops.is_some() && self.stops == read_line(typed)
    }

    /// Whether this is the error that it stops with; a message behind its name does not count.
    #[must_use]
    pub fn is_error(&self, typed: &str) -> bool {
        self.stops.is_some() && self.says.accept.iter().any(|right| same_error(right, typed))
    }

    /// The trap among these that the response fell into, if it is one that the author foresaw.
    #[must_use]
    pub fn trap<'a>(&self, response: &Response, traps: &'a [Trap]) -> Option<&'a Trap> {
        match response.runs? {
            true => self.says.trap(&response.output, traps),
            false => traps.iter().find(|trap| same_error(&trap.answer, &response.error)),
        }
    }
}

fn read_line(typed: &str) -> Option<u8> {
    typed.trim().parse().ok().filter(|line| *line > 0)
}

/// Whether an error was meant: white space, case and, behind `: `, its message do not count.
fn same_error(right: &str, typed: &str) -> bool {
    let right = Compare::Words.clean(right);
    let given = Compare::Words.clean(typed);
    given == right || given.split(": ").next() == Some(right.as_str())
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    prints: Option<Vec<String>>,
    fails: Option<FailsDraft>,
    #[serde(default = "exact")]
    compare: Compare,
    #[serde(default = "four")]
    rows: u8,
    why: String,
    #[serde(default)]
    trap: Vec<TrapDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FailsDraft {
    line: u8,
    with: Vec<String>,
}

fn exact() -> Compare {
    Compare::Exact
}

fn four() -> u8 {
    4
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let blank = |texts: &[String]| texts.is_empty() || texts.iter().any(|text| text.trim().is_empty());
        let (accept, stops) = match (draft.prints, draft.fails) {
            (Some(accept), None) if blank(&accept) => {
                return Err("`prints` needs at least one right output, and none may be empty".into());
            }
            (Some(accept), None) => (accept, None),
            (None, Some(FailsDraft { line: 0, .. })) => {
                return Err("`line` of [question.fails] is 0; lines are counted from 1".into());
            }
            (None, Some(FailsDraft { with, .. })) if blank(&with) => {
                return Err(
                    "`with` of [question.fails] needs at least one name of the error, and none may be empty".into()
                );
            }
            (None, Some(FailsDraft { line, with })) => (with, Some(line)),
            _ => return Err("write either `prints` or [question.fails]: a program does one of the two".into()),
        };
        if draft.why.trim().is_empty() {
            return Err("its outcome has no reason; say in `why` why the program does what it does".into());
        }
        let says =
            text::Question { accept, compare: draft.compare, lines: draft.rows.clamp(2, 20), ..Default::default() };
        let question = Self { says, stops };
        let mut reasons = read_traps(draft.trap, |typed| question.is_output(typed) || question.is_error(typed), rich)?;
        reasons.parts.push(rich(&draft.why));
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        0
    }

    /// The outcome has its reason.
    fn reasons(&self) -> usize {
        1
    }

    fn is_complete(&self, response: &Response) -> bool {
        response.runs.is_some_and(|runs| match runs {
            true => !response.output.trim().is_empty(),
            false => read_line(&response.line).is_some() && !response.error.trim().is_empty(),
        })
    }

    /// Whether it runs is worth one point, and without that nothing counts. Where it runs, what it
    /// prints is worth another; where it fails, the line and the error are worth one each.
    fn grade(&self, response: &Response) -> Grade {
        let (of, more) = if self.stops.is_none() {
            (2, usize::from(self.is_output(&response.output)))
        } else {
            (3, usize::from(self.is_line(&response.line)) + usize::from(self.is_error(&response.error)))
        };
        Grade::new(if response.runs == Some(self.stops.is_none()) { 1 + more } else { 0 }, of)
    }

    fn solution(&self) -> Response {
        let says = self.says.solution();
        match self.stops {
            None => Response { runs: Some(true), output: says, ..Response::default() },
            Some(line) => Response { runs: Some(false), line: line.to_string(), error: says, ..Response::default() },
        }
    }
}
