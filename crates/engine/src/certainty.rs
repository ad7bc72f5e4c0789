//! How sure a person was of an answer, and what that is worth.
//!
//! Marks are those of Moodle's certainty-based marking, after A. R. Gardner-Medwin: who says that
//! they are sure gains more when right and loses more when wrong, so that telling the truth pays best.

use crate::grade::Grade;
use serde::{Deserialize, Serialize};

/// How sure a person was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Not very: pays best up to a chance of 2 in 3 to be right.
    Low,
    /// Fairly: pays best between 2 in 3 and 4 in 5.
    Mid,
    /// Very: pays best above 4 in 5.
    High,
}

/// What answers of one certainty came to.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Calibration {
    /// Answers that were given with this certainty.
    pub answers: usize,
    /// What they were worth without it: one for each right answer, a share for a partly right one.
    pub credit: f64,
}

impl Certainty {
    /// All of them, from the least on.
    pub const ALL: [Self; 3] = [Self::Low, Self::Mid, Self::High];

    /// The most marks that one question can bring.
    pub const MOST: f64 = 3.0;

    /// Between which chances to be right, 0.0 to 1.0, this pays better than the others.
    #[must_use]
    pub fn pays_best(self) -> (f64, f64) {
        match self {
            Self::Low => (0.0, 2.0 / 3.0),
            Self::Mid => (2.0 / 3.0, 0.8),
            Self::High => (0.8, 1.0),
        }
    }

    /// The marks of an answer: 1, 2 or 3 times what it is worth, or 0, -2 or -6 when that is nothing
    /// (Moodle, `question_cbm::adjust_fraction`).
    #[must_use]
    pub fn marks(self, grade: Grade) -> f64 {
        let (right, wrong) = match self {
            Self::Low => (1.0, 0.0),
            Self::Mid => (2.0, -2.0),
            Self::High => (3.0, -6.0),
        };
        if grade.got == 0 { wrong } else { right * grade.credit() }
    }
}

impl Calibration {
    /// The share of answers that were right, 0.0 to 1.0.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.answers == 0 { 0.0 } else { self.credit / f64::from(u32::try_from(self.answers).unwrap_or(u32::MAX)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_moodle() {
        let marks = |grade| Certainty::ALL.map(|certainty| certainty.marks(grade));
        assert_eq!(marks(Grade::whole(true)), [1.0, 2.0, 3.0]);
        assert_eq!(marks(Grade::whole(false)), [0.0, -2.0, -6.0]);
        assert_eq!(marks(Grade::new(1, 2)), [0.5, 1.0, 1.5]);
    }

    /// Gardner-Medwin, "Confidence-based marking", 2006: below 2/3, from there to 4/5, above.
    #[test]
    fn telling_the_truth_pays_best() {
        for best in Certainty::ALL {
            let (from, to) = best.pays_best();
            let chance = f64::midpoint(from, to);
            let expected = |certainty: Certainty| {
                chance * certainty.marks(Grade::whole(true)) + (1.0 - chance) * certainty.marks(Grade::whole(false))
            };
            let all = Certainty::ALL.map(expected);
            let most = all.into_iter().fold(f64::MIN, f64::max);
            assert_eq!(expected(best), most, "{best:?}");
        }
    }
}
