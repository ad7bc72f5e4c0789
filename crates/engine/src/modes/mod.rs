//! The modes of a quiz: when feedback shows, what comes next and when to stop.
//!
//! No mode knows a kind of question.

use serde::{Deserialize, Serialize};

mod assessment;
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
    /// As practice, of what is about to be forgotten.
    Review,
    /// As practice, of the questions that everybody has on a date.
    Daily,
    /// The next question is the one that tells most; feedback at the end.
    Assessment,
}

/// What a mode decides.
pub trait Rules {
    /// Whether an answer is graded and closed as soon as it is handed in.
    fn grades_at_once(&self) -> bool;

    /// Whether key and reasons are shown as soon as an answer is graded.
    fn shows_at_once(&self) -> bool {
        self.grades_at_once()
    }

    /// Whether a question can be left for later.
    fn may_skip(&self) -> bool {
        self.grades_at_once()
    }

    /// Whether the answers decide which question is asked next and when it is enough.
    fn adapts(&self) -> bool {
        false
    }

    /// The question that is offered after `from`; `None` when it is time to finish.
    /// `open` tells for each question whether it still waits for an answer.
    fn next(&self, open: &[bool], from: usize) -> Option<usize>;
}

impl Mode {
    /// How many of [`Mode::ALL`] a person chooses from; the others have pages of their own.
    pub const OFFERED: usize = 3;

    /// All modes, first those that a person chooses from.
    pub const ALL: [Self; 5] = [Self::Practice, Self::Exam, Self::Assessment, Self::Review, Self::Daily];

    /// Its word, as links have it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
            Self::Review => "review",
            Self::Daily => "daily",
            Self::Assessment => "assessment",
        }
    }

    /// The rules of this mode.
    #[must_use]
    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::Practice | Self::Review | Self::Daily => &practice::Practice,
            Self::Exam => &exam::Exam,
            Self::Assessment => &assessment::Assessment,
        }
    }
}
