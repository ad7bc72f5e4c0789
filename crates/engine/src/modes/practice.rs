//! `practice`: feedback after each answer; what was skipped comes again.

use super::Rules;

/// The rules of practice.
pub struct Practice;

impl Rules for Practice {
    fn grades_at_once(&self) -> bool {
        true
    }

    fn next(&self, open: &[bool], from: usize) -> Option<usize> {
        let count = open.len();
        (1..count).map(|step| (from + step) % count).find(|place| open.get(*place) == Some(&true))
    }
}
