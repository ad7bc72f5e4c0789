//! Questions and answers in the terms of learning systems: what SCORM 2004, cmi5 and xAPI share.

use engine::kinds::{Question, Response, assign, judgement, numeric, order, text, trace};

/// How a question is answered, in the words of learning systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Some of several options.
    Choice,
    /// A short text, or several.
    FillIn,
    /// A text of several lines.
    LongFillIn,
    /// A number.
    Numeric,
    /// Things, each with what it was given.
    Matching,
    /// Things in an order.
    Sequencing,
    /// Steps, each with what was said of it.
    Performance,
    /// A question that is no longer in the bank.
    Other,
}

/// An answer in parts, each short and without what the standards separate parts by.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Names of options or things, in order.
    Names(Vec<String>),
    /// Texts as they were typed, one for each field.
    Texts(Vec<String>),
    /// What was given to each thing or step.
    Pairs(Vec<(String, String)>),
    /// A number, or the range of those that are right.
    Range(f64, f64),
}

/// The most answers that count as right and are told: as many as SCORM 2004 has to take of any form.
const MOST_KEYS: usize = 5;

/// How a question is answered.
#[must_use]
pub fn form(question: &Question) -> Form {
    match question {
        Question::Single(_) | Question::Multiple(_) | Question::Lines(_) => Form::Choice,
        Question::Numeric(_) => Form::Numeric,
        Question::Text(text) if text.lines > 1 => Form::LongFillIn,
        Question::Text(_) | Question::Cloze(_) | Question::Table(_) => Form::FillIn,
        Question::Order(_) => Form::Sequencing,
        Question::Match(_) | Question::Classify(_) => Form::Matching,
        Question::Trace(_) => Form::Performance,
        Question::Judgement(judgement) => match judgement.scale {
            judgement::Scale::Rate => Form::Matching,
            judgement::Scale::Rank => Form::Sequencing,
        },
    }
}

/// The parts of an answer; none where there is nothing that could be told, such as a number that is none.
#[must_use]
pub fn answer(question: &Question, response: &Response) -> Option<Answer> {
    let answer = match (question, response) {
        (_, Response::Single(place)) => Answer::Names(vec![letter(*place)]),
        (_, Response::Multiple(places)) => Answer::Names(places.iter().copied().map(letter).collect()),
        (_, Response::Lines(lines)) => Answer::Names(lines.iter().map(|line| line_name(*line)).collect()),
        (_, Response::Order(places) | Response::Judgement(judgement::Response::Ranked(places))) => {
            Answer::Names(places.iter().copied().map(letter).collect())
        }
        (_, Response::Match(choices) | Response::Classify(choices)) => Answer::Pairs(given(choices, letter)),
        (_, Response::Judgement(judgement::Response::Rated(ratings))) => {
            Answer::Pairs(given(ratings, |rating| rating.to_string()))
        }
        (Question::Numeric(question), Response::Numeric(typed)) => {
            let value = question.parse(typed)?;
            Answer::Range(value, value)
        }
        (_, Response::Numeric(typed) | Response::Text(typed)) => Answer::Texts(vec![typed.clone()]),
        (_, Response::Cloze(blanks) | Response::Table(blanks)) => Answer::Texts(blanks.clone()),
        (_, Response::Trace(said)) => Answer::Pairs(steps(said)?),
    };
    Some(answer)
}

/// The answers that count as right, the one that is shown first; several where several do.
#[must_use]
pub fn keys(question: &Question) -> Vec<Answer> {
    match question {
        Question::Numeric(numeric::Question { value, tolerance, .. }) => {
            vec![Answer::Range(value - tolerance, value + tolerance)]
        }
        Question::Text(text) => {
            let mut right = vec![text.shown()];
            // Fragments are no answers, and with a unit each answer has as many spellings as the unit.
            let others = if text.unit.is_empty() { text.accept.iter().skip(1).cloned().collect() } else { Vec::new() };
            right.extend(others);
            right.dedup();
            right
                .into_iter()
                .filter(|right| !right.is_empty())
                .take(MOST_KEYS)
                .map(|key| Answer::Texts(vec![key]))
                .collect()
        }
        other => answer(other, &other.solution()).into_iter().collect(),
    }
}

/// Whether its order is a part of the answer. Where an order is partial, the key shows one of several.
#[must_use]
pub fn has_one_key(question: &Question) -> bool {
    match question {
        Question::Order(order::Question { before, .. }) => before.is_empty(),
        Question::Text(text::Question { contains, .. }) => contains.is_empty(),
        _ => true,
    }
}

/// Places as letters from `a` on; those that there are are few.
fn letter(place: u8) -> String {
    let symbols = b"abcdefghijklmnopqrstuvwxyz0123456789";
    symbols.get(usize::from(place)).map_or_else(|| format!("n{place}"), |symbol| char::from(*symbol).to_string())
}

/// Lines are counted from 1 on, as they are on the screen.
fn line_name(line: u8) -> String {
    format!("line-{}", u16::from(line) + 1)
}

fn given(choices: &assign::Response, name: impl Fn(u8) -> String) -> Vec<(String, String)> {
    let things = choices.iter().zip(1..).filter_map(|(choice, thing)| Some((thing, (*choice)?)));
    things.map(|(thing, choice): (usize, u8)| (thing.to_string(), name(choice))).collect()
}

fn steps(said: &trace::Response) -> Option<Vec<(String, String)>> {
    let step = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    Some(if said.runs? {
        vec![step("outcome", "runs"), step("output", &said.output)]
    } else {
        vec![step("outcome", "stops"), step("line", &said.line), step("error", &said.error)]
    })
}
