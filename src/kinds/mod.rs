//! One view for each kind of question: to answer it, and to look back at it with its reasons.

use crate::components::rich::{filled, rich, show_code};
use crate::dom::{CollectView, El, IntoView, View, tags::div};
use crate::reactive::Slice;
use crate::words::{self, More, Words};
use engine::{
    grade::{Grade, Verdict},
    kinds::{Question, Response},
    notes::{Note, Trap},
    rich::Rich,
    session::Held,
};
use std::rc::Rc;

mod assign;
mod blanks;
mod classify;
mod cloze;
mod judgement;
mod lines;
mod multiple;
mod numeric;
mod options;
mod order;
mod pairs;
mod single;
mod table;
mod text;
mod trace;
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

impl Ask {
    /// The words of the second part, for forms that come with it.
    fn more(&self) -> &'static More {
        words::more(self.words.lang)
    }
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

/// The question, to be answered; none for a kind whose form comes with the second part, as what takes
/// answers does.
pub fn open(question: &Question, ask: Ask) -> Option<View> {
    Some(match question {
        Question::Single(question) => single::open(question, ask),
        Question::Multiple(question) => multiple::open(question, ask),
        Question::Numeric(question) => numeric::open(question, ask),
        Question::Text(question) => text::open(question, ask),
        Question::Order(question) => order::open(question, ask),
        _ => return None,
    })
}

/// What such a question says beside its prompt, to be read before its form is here.
pub fn preview(question: &Question, words: &'static Words) -> View {
    let all = |parts: &[Rich]| parts.iter().map(|part| rich(part, words)).collect_view();
    match question {
        Question::Lines(question) => show_code(&question.code, words, &|_| ().into_view()),
        Question::Cloze(question) => filled(&question.0.body, words, &|_| "…".into_view()),
        Question::Table(question) => filled(&question.0.body, words, &|_| "…".into_view()),
        Question::Match(question) => all(&question.left),
        Question::Classify(question) => all(&question.items),
        Question::Judgement(question) => all(&question.options),
        _ => ().into_view(),
    }
}

/// Such a question, to be answered.
pub fn open_late(question: &Question, ask: Ask) -> View {
    match question {
        Question::Match(question) => pairs::open(question, ask),
        Question::Classify(question) => classify::open(question, ask),
        Question::Lines(question) => lines::open(question, ask),
        Question::Trace(question) => trace::open(question, ask),
        Question::Cloze(question) => cloze::open(question, ask),
        Question::Table(question) => table::open(question, ask),
        Question::Judgement(question) => judgement::open(question, ask),
        _ => ().into_view(),
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
        Question::Match(question) => pairs::review(question, review),
        Question::Classify(question) => classify::review(question, review),
        Question::Lines(question) => lines::review(question, review),
        Question::Trace(question) => trace::review(question, review),
        Question::Cloze(question) => cloze::review(question, &review),
        Question::Table(question) => table::review(question, &review),
        Question::Judgement(question) => judgement::review(question, review),
    }
}

/// What is wrong with an answer that cannot be handed in yet.
pub fn complaint(question: &Question, response: Option<&Response>, words: &'static More) -> &'static str {
    match (question, response) {
        (Question::Numeric(_), Some(Response::Numeric(typed))) if !typed.trim().is_empty() => words.numeric_bad,
        (_, Some(Response::Match(choices) | Response::Classify(choices))) if choices.iter().any(Option::is_some) => {
            words.choices_open
        }
        (Question::Trace(_), Some(Response::Trace(given))) if given.runs.is_some() => words.trace_rest,
        (Question::Cloze(_) | Question::Table(_), Some(_)) => words.fill_all,
        (Question::Judgement(_), Some(_)) => words.rate_all,
        _ => words.answer_first,
    }
}
