//! One view for each kind of question: to answer it, and to look back at it with its reasons.

use crate::components::rich::rich;
use crate::dom::{
    El, IntoView, View,
    tags::{div, fieldset, legend, p},
};
use crate::reactive::Slice;
use crate::words::{More, Words};
use engine::{
    grade::{Grade, Verdict},
    kinds::{Question, Response},
    notes::{Note, Trap},
    session::Held,
};
use std::rc::Rc;

mod judgement;
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
pub struct Review<'a> {
    /// The words of the interface.
    pub words: &'static More,
    /// The order in which parts were shown, as places in the bank.
    pub shown: Vec<u8>,
    /// The answer; none where there was none.
    pub response: Option<Response>,
    /// What it was worth.
    pub grade: Option<Grade>,
    /// Whether all reasons stand open, or only those of what was chosen and what is right.
    pub all: bool,
    /// The reasons, once they are here.
    pub note: Option<&'a Note>,
}

impl Review<'_> {
    fn is_right(&self) -> bool {
        self.grade.is_some_and(|grade| grade.verdict() == Verdict::Right)
    }

    /// Why the part at this place of the bank is right or wrong, or stands where it stands.
    fn why(&self, place: u8) -> Option<El> {
        let reason = self.note?.reasons.parts.get(usize::from(place))?;
        Some(div().class("why").child(rich(reason, self.words)))
    }

    /// The wrong answers that the author foresaw.
    fn traps(&self) -> &[Trap] {
        self.note.map_or(&[], |note| &note.reasons.traps)
    }
}

/// The id of the element that says what is still missing in an answer.
pub const ERROR_ID: &str = "answer-error";

/// The frame around parts that are answered together: how they are called, and the hint that goes with them.
fn answer(hint: View, parts: El, words: &'static Words) -> View {
    fieldset()
        .class("answer")
        .attr("aria-describedby", format!("answer-hint {ERROR_ID}"))
        .child((legend().child(words.your_answer), p().id("answer-hint").class("hint").child(hint), parts))
        .into_view()
}

/// The question, to be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    match question {
        Question::Single(question) => single::open(question, ask),
        Question::Multiple(question) => multiple::open(question, ask),
        Question::Numeric(question) => numeric::open(question, ask),
        Question::Text(question) => text::open(question, ask),
        Question::Order(question) => order::open(question, ask),
        Question::Judgement(question) => judgement::open(question, ask),
    }
}

/// The question with its answer, its key and, once they are here, the reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    match question {
        Question::Single(question) => single::review(question, review),
        Question::Multiple(question) => multiple::review(question, review),
        Question::Numeric(question) => numeric::review(question, review),
        Question::Text(question) => text::review(question, review),
        Question::Order(question) => order::review(question, review),
        Question::Judgement(question) => judgement::review(question, review),
    }
}

/// What is wrong with an answer that cannot be handed in yet.
pub fn complaint(question: &Question, response: Option<&Response>, words: &'static More) -> &'static str {
    match (question, response) {
        (Question::Numeric(_), Some(Response::Numeric(typed))) if !typed.trim().is_empty() => words.numeric_bad,
        (Question::Judgement(_), Some(_)) => words.rate_all,
        _ => words.answer_first,
    }
}
