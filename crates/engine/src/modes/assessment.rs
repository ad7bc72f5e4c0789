//! `assessment`: each answer is final and decides what is asked next; feedback comes at the end.

use super::Rules;

/// The rules of an assessment.
pub struct Assessment;

impl Rules for Assessment {
    fn grades_at_once(&self) -> bool {
        true
    }

    fn shows_at_once(&self) -> bool {
        false
    }

    fn may_skip(&self) -> bool {
        false
    }

    fn adapts(&self) -> bool {
        true
    }

    /// The one that waits for an answer: there is never more than one.
    fn next(&self, open: &[bool], _from: usize) -> Option<usize> {
        open.iter().rposition(|open| *open)
    }
}
