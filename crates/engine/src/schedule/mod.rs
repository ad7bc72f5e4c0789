//! Remembering: which questions come again and when, as a fold over the records.
//!
//! Nothing here is stored. From the facts of all attempts follow the reviews of each question
//! ([`fold`]), what each review says of the person's memory ([`rating`], [`fsrs`]), and from that what
//! is due ([`due`]), which mistakes are open ([`mistakes`]) and the five questions of a day ([`daily`]).

pub mod calendar;
pub mod daily;
pub mod due;
pub mod fold;
pub mod fsrs;
pub mod mistakes;
pub mod rating;

#[cfg(test)]
mod tests;
