//! The Experience API (xAPI 1.0.3) and its profile cmi5: statements made from a record, a launch read and checked.
//!
//! Statements are made twice over on purpose: [`told`] makes what happened, to be kept until a record store has it;
//! [`teller`] adds who did it and in which session only when it is sent.

pub mod course;
pub mod interaction;
pub mod json;
pub mod launch;
pub mod share;
pub mod teller;
mod times;
pub mod told;

/// The version that every request to a record store names.
pub const VERSION: &str = "1.0.3";

#[cfg(test)]
mod tests;
