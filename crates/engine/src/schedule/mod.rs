//! Remembering: what each review says of the person's memory.

pub mod calendar;
pub mod fsrs;
pub mod rating;
