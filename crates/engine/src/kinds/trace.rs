//! `trace`: does a program run, and if so what does it print; if not, where and with what does it fail?

use super::{
    Kind,
    draft::{TrapDraft, read_traps},
    text::Compare,
};
use crate::{
    grade::Grade,
    notes::{Reasons, Trap},
    rich::Rich,
};
use serde::{Deserialize, Serialize};

/// What the program in the prompt does.
///
/// How an output is compared and how high its field is belong to the form, which is the same
/// whatever the program does: it must not give that away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it does.
    pub outcome: Outcome,
    /// What does not count when outputs are compared.
    pub compare: Compare,
    /// Lines of the field for an output.
    pub rows: u8,
}

/// How a program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It runs to its end.
    Prints {
        /// All right outputs; the first is the one that is shown.
        accept: Vec<String>,
    },
    /// It stops with an error.
    Fails {
        /// The line where it stops, counted from 1 as error messages do.
        line: u8,
        /// All right names of the error; the first is the one that is shown.
        with: Vec<String>,
    },
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
    /// The line where it stops, counted from 1.
    #[serde(default)]
    pub line: Option<u8>,
    /// The error it stops with.
    #[serde(default)]
    pub error: String,
}

impl Question {
    /// Whether this is what the program prints.
    #[must_use]
    pub fn is_output(&self, typed: &str) -> bool {
        let given = self.compare.clean(typed);
        matches!(&self.outcome, Outcome::Prints { accept } if accept.iter().any(|right| self.compare.clean(right) == given))
    }

    /// Whether this is the error that it stops with; a message behind its name does not count.
    #[must_use]
    pub fn is_error(&self, typed: &str) -> bool {
        matches!(&self.outcome, Outcome::Fails { with, .. } if with.iter().any(|right| same_error(right, typed)))
    }

    /// The trap among these that the response fell into, if it is one that the author foresaw.
    #[must_use]
    pub fn trap<'a>(&self, response: &Response, traps: &'a [Trap]) -> Option<&'a Trap> {
        let output = self.compare.clean(&response.output);
        traps.iter().find(|trap| match response.runs {
            Some(true) => self.compare.clean(&trap.answer) == output,
            Some(false) => same_error(&trap.answer, &response.error),
            None => false,
        })
    }
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
        let outcome = match (draft.prints, draft.fails) {
            (Some(accept), None) if blank(&accept) => {
                return Err("`prints` needs at least one right output, and none may be empty".into());
            }
            (Some(accept), None) => Outcome::Prints { accept },
            (None, Some(FailsDraft { line: 0, .. })) => {
                return Err("`line` of [question.fails] is 0; lines are counted from 1".into());
            }
            (None, Some(FailsDraft { with, .. })) if blank(&with) => {
                return Err(
                    "`with` of [question.fails] needs at least one name of the error, and none may be empty".into()
                );
            }
            (None, Some(FailsDraft { line, with })) => Outcome::Fails { line, with },
            _ => return Err("write either `prints` or [question.fails]: a program does one of the two".into()),
        };
        if draft.why.trim().is_empty() {
            return Err("its outcome has no reason; say in `why` why the program does what it does".into());
        }
        let question = Self { outcome, compare: draft.compare, rows: draft.rows.clamp(2, 20) };
        let mut reasons = read_traps(draft.trap, |typed| question.is_output(typed) || question.is_error(typed), rich)?;
        reasons.parts.push(rich(&draft.why));
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        0
    }

    fn is_complete(&self, response: &Response) -> bool {
        match response.runs {
            Some(true) => !response.output.trim().is_empty(),
            Some(false) => response.line.is_some_and(|line| line > 0) && !response.error.trim().is_empty(),
            None => false,
        }
    }

    /// Whether it runs is worth one point, and without that nothing counts. Where it runs, what it
    /// prints is worth another; where it fails, the line and the error are worth one each.
    fn grade(&self, response: &Response) -> Grade {
        let parts = match &self.outcome {
            Outcome::Prints { .. } => [response.runs == Some(true), self.is_output(&response.output)].to_vec(),
            Outcome::Fails { line, .. } => {
                [response.runs == Some(false), response.line == Some(*line), self.is_error(&response.error)].to_vec()
            }
        };
        let got = if parts.first() == Some(&true) { parts.iter().filter(|right| **right).count() } else { 0 };
        Grade::new(got, parts.len())
    }

    fn solution(&self) -> Response {
        let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
        match &self.outcome {
            Outcome::Prints { accept } => Response { runs: Some(true), output: first(accept), ..Response::default() },
            Outcome::Fails { line, with } => {
                Response { runs: Some(false), line: Some(*line), error: first(with), ..Response::default() }
            }
        }
    }
}
