//! One view for each kind of question: to answer it, and to look back at it with its reasons.

use crate::dom::View;
use crate::reactive::Slice;
use crate::words::Words;
use engine::{
    grade::{Grade, Verdict},
    kinds::{Question, Response},
    session::Held,
};
use std::rc::Rc;

mod multiple;
mod numeric;
mod options;
mod order;
mod single;
mod text;
mod typed;

/// What the view of a question that waits for an answer is given.
#[derive(Clone)]
pub struct Ask {
    /// The words of the interface.
    pub words: &'static Words,
    /// The question, for parts that are built anew.
    pub held: Held,
    /// The order in which parts are shown, as places in the bank.
    pub shown: Vec<u8>,
    /// The answer so far.
    pub response: Slice<Option<Response>>,
    /// Takes an answer; it may still change.
    pub respond: Rc<dyn Fn(Response)>,
    /// Says something to screen readers.
    pub say: Rc<dyn Fn(String)>,
}

/// What the view of an answered question is given.
#[derive(Clone)]
pub struct Review {
    /// The words of the interface.
    pub words: &'static Words,
    /// The order in which parts were shown, as places in the bank.
    pub shown: Vec<u8>,
    /// The answer; none where there was none.
    pub response: Option<Response>,
    /// What it was worth.
    pub grade: Option<Grade>,
    /// Whether all reasons stand open, or only those of what was chosen and what is right.
    pub all: bool,
}

impl Review {
    fn is_right(&self) -> bool {
        self.grade.is_some_and(|grade| grade.verdict() == Verdict::Right)
    }
}

/// The id of the element that says what is still missing in an answer.
pub const ERROR_ID: &str = "answer-error";

/// The question, to be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    match question {
        Question::Single(question) => single::open(question, ask),
        Question::Multiple(question) => multiple::open(question, ask),
        Question::Numeric(question) => numeric::open(question, ask),
        Question::Text(question) => text::open(question, ask),
        Question::Order(question) => order::open(question, ask),
    }
}

/// The question with its answer, its key and the reasons.
pub fn review(question: &Question, review: Review) -> View {
    match question {
        Question::Single(question) => single::review(question, review),
        Question::Multiple(question) => multiple::review(question, review),
        Question::Numeric(question) => numeric::review(question, review),
        Question::Text(question) => text::review(question, review),
        Question::Order(question) => order::review(question, review),
    }
}

/// What is wrong with an answer that cannot be handed in yet.
pub fn complaint(question: &Question, response: Option<&Response>, words: &'static Words) -> &'static str {
    match (question, response) {
        (Question::Numeric(_), Some(Response::Numeric(typed))) if !typed.trim().is_empty() => words.numeric_bad,
        _ => words.answer_first,
    }
}
