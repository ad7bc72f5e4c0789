//! The estimate of a level: item response models, what answers tell, which question tells most next.
//!
//! Ability is on the logistic metric with levels as its unit: a question of level `l` has its difficulty
//! around `l - 3`. `docs/estimate.md` has the formulas, their sources and what a simulation measured.
//!
//! An adaptive test: [`Format::of`] each question and a place in [`Curves`] for its level; for each answer
//! [`Curve::tell`] the [`Evidence`]; the belief is [`prior`]`().after(&evidence)`, or [`joint`] of all areas;
//! [`next`] chooses the next question, [`enough`] says when to stop, [`level`] what to tell.
//!
//! Of all attempts together [`skills`] tells where the person stands, and [`track`] what that is good for.

pub mod curve;
pub mod format;
pub mod grid;
pub mod joint;
mod known;
mod luck;
pub mod map;
pub mod model;
mod outcome;
pub mod report;
mod scale;
mod seen;
pub mod select;
pub mod skills;
pub mod track;

#[cfg(test)]
mod tests;

pub use curve::{Answer, Curve, Curves};
pub use format::Format;
pub use grid::{Belief, Evidence, Grid};
pub use joint::{PRIOR_SD, joint, prior};
pub use known::Assumptions;
pub use map::map;
pub use model::Model;
pub use outcome::{Outcome, outcome};
pub use report::{Level, Loss, level, losses};
pub use scale::Scale;
pub use seen::seen_lately;
pub use select::{Candidate, Enough, enough, next};
pub use skills::{Basis, Standing};
pub use track::{Gap, Readiness, readiness};
