//! The modes of a quiz: when feedback shows, what comes next and when to stop.
//!
//! No mode knows a kind of question.

use serde::{Deserialize, Serialize};

mod exam;
mod practice;

/// How a quiz is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Feedback after each answer.
    Practice,
    /// Feedback at the end.
    Exam,
}

/// What a mode decides.
pub trait Rules {
    /// Whether an answer is graded, shown with its reasons and closed as soon as it is handed in.
    fn grades_at_once(&self) -> bool;

    /// The question that is offered after `from`; `None` when it is time to finish.
    /// `open` tells for each question whether it still waits for an answer.
    fn next(&self, open: &[bool], from: usize) -> Option<usize>;
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 2] = [Self::Practice, Self::Exam];

    /// The rules of this mode.
    #[must_use]
    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::Practice => &practice::Practice,
            Self::Exam => &exam::Exam,
        }
    }
}
