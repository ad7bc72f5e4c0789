//! SCORM 1.2 and SCORM 2004: an attempt as names and values of the data model.
//!
//! By "SCORM Run-Time Environment", versions 1.2 (2001) and 1.3 (2004, 4th edition, 2009), of ADL.

mod interaction;
mod state;
pub mod suspend;
mod words;

pub use interaction::{closed, interaction};
pub use state::{Session, session_time, state};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// SCORM 1.2.
    V12,
    /// SCORM 2004, 4th edition.
    V2004,
}

/// A name of the data model and the value that it is to have.
pub type Element = (String, String);

impl Version {
    /// The most characters that a learning system has to take as suspend data.
    #[must_use]
    pub fn room(self) -> usize {
        match self {
            Self::V12 => 4096,
            Self::V2004 => 64_000,
        }
    }

    /// What differs in little more than its name: this in SCORM 1.2, that in SCORM 2004.
    #[must_use]
    pub fn name(self, old: &'static str, new: &'static str) -> &'static str {
        match self {
            Self::V12 => old,
            Self::V2004 => new,
        }
    }
}

#[cfg(test)]
mod tests;
