//! What an answer is worth.

use serde::{Deserialize, Serialize};

/// Points of one answer: `got` of `of`, a fraction in whole numbers so that it is exact everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// Parts that count, 0 to `of`.
    pub got: u16,
    /// Parts in all, at least 1.
    pub of: u16,
}

/// A grade in one word, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All of it.
    Right,
    /// Some of it.
    Partly,
    /// None of it.
    Wrong,
}

impl Grade {
    /// Nothing.
    pub const ZERO: Self = Self { got: 0, of: 1 };

    /// `got` of `of` parts, kept within 0 to `of`.
    #[must_use]
    pub fn new(got: usize, of: usize) -> Self {
        let of = u16::try_from(of.max(1)).unwrap_or(u16::MAX);
        Self { got: u16::try_from(got).unwrap_or(u16::MAX).min(of), of }
    }

    /// All or nothing.
    #[must_use]
    pub fn whole(right: bool) -> Self {
        Self { got: u16::from(right), of: 1 }
    }

    /// The share of a question's one point, 0.0 to 1.0.
    #[must_use]
    pub fn credit(self) -> f64 {
        f64::from(self.got.min(self.of)) / f64::from(self.of.max(1))
    }

    /// The grade in one word.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self.got {
            0 => Verdict::Wrong,
            got if got >= self.of => Verdict::Right,
            _ => Verdict::Partly,
        }
    }
}
