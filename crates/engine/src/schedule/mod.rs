//! Remembering: which questions come again and when, as a fold over the records.
//!
//! Nothing here is stored. From the facts of all attempts follow the reviews of each question
//! ([`fold`]), what each review says of the person's memory ([`rating`], [`fsrs`]), and which mistakes
//! are open ([`mistakes`]).

pub mod calendar;
pub mod fold;
pub mod fsrs;
pub mod mistakes;
pub mod rating;

#[cfg(test)]
mod tests;
