//! The pure heart of Plumb: banks, grading, sessions and records, without a clock, chance or I/O of its own.
//!
//! `now` and the seed come in as arguments, so the same bank, seed and actions give the same
//! result on every machine.

pub mod action;
pub mod bank;
pub mod certainty;
pub mod draw;
pub mod estimate;
pub mod fold;
pub mod grade;
pub mod kinds;
pub mod modes;
pub mod notes;
pub mod pack;
pub mod quiz;
pub mod record;
pub mod rich;
pub mod schedule;
pub mod session;
pub mod shown;
pub mod sorted;
pub mod state;
pub mod summary;
pub mod transfer;
