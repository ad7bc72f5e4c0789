//! One question of an attempt with its answer, key and verdict: an interaction.

use super::{Element, Version, words};
use crate::{
    answer::{self, Answer, Form},
    timing::{self, Timing},
};
use engine::{
    bank::Item,
    fold::Attempt,
    grade::{Grade, Verdict},
    kinds::{Question, Response, text::Compare},
    record::{Asked, Entry, Event, Record},
    state::Slot,
};

/// The most characters of an answer in SCORM 1.2, and of a text in SCORM 2004: short, long, and of a description.
const OLD: usize = 255;
const SHORT: usize = 250;
const LONG: usize = 4000;

/// The questions that are closed, in the order in which they were: an interaction each. When the attempt is over, so are
/// those that nobody answered.
#[must_use]
pub fn closed(record: &Record) -> Vec<usize> {
    let mut closed: Vec<usize> = Vec::new();
    for Entry(_, event) in &record.log {
        let now = match event {
            Event::Graded { item, .. } => usize::from(*item)..usize::from(*item) + 1,
            Event::Finished { .. } => 0..record.items.len(),
            _ => 0..0,
        };
        for item in now {
            if !closed.contains(&item) {
                closed.push(item);
            }
        }
    }
    closed
}

/// What the learning system is to know of the question at the place `item` of the attempt, as its interaction number
/// `index`. `known` is the question, as long as the bank has it; `offset` is how many minutes local time is ahead of UTC.
#[must_use]
pub fn interaction(
    version: Version,
    index: usize,
    attempt: &Attempt,
    item: usize,
    known: Option<&Item>,
    offset: i32,
) -> Vec<Element> {
    let Some((asked, slot)) = attempt.slots().nth(item) else { return Vec::new() };
    let times = timing::timings(&attempt.record).get(item).copied().unwrap_or_default();
    let mut elements = Vec::new();
    let mut set = |name: &str, value: String| elements.push((format!("cmi.interactions.{index}.{name}"), value));
    let question = known.map(|item| &item.question);
    let form = question.map_or(Form::Other, answer::form);
    set("id", id(asked));
    set("type", kind(version, form, question).into());
    set("objectives.0.id", words::name(&asked.topic));
    set_times(version, times, offset, &mut set);
    for (place, key) in keys(version, form, question).into_iter().enumerate() {
        set(&format!("correct_responses.{place}.pattern"), key);
    }
    set("weighting", "1".into());
    let given = question.zip(slot.response.as_ref()).filter(|_| !slot.gave_up);
    if let Some(text) = given.and_then(|(question, response)| said(version, form, question, response)) {
        set(version.name("student_response", "learner_response"), text);
    }
    set("result", result(version, slot));
    if let (Version::V2004, Some(item)) = (version, known) {
        let description = words::line(&item.prompt.plain(), SHORT);
        if !description.is_empty() {
            set("description", description);
        }
    }
    elements
}

fn id(asked: &Asked) -> String {
    words::name(&format!("{}.{}", asked.area, asked.id))
}

fn set_times(version: Version, times: Timing, offset: i32, set: &mut impl FnMut(&str, String)) {
    match version {
        // When the answer was given, by the clock on the wall.
        Version::V12 => {
            let local = times.answered.saturating_add_signed(i64::from(offset) * 60_000) % 86_400_000;
            set("time", timing::clock(local, 2));
            set("latency", timing::clock(times.took, 4));
        }
        // When the question was there to be answered.
        Version::V2004 => {
            set("timestamp", timing::moment(times.shown));
            set("latency", timing::duration(times.took));
        }
    }
}

/// SCORM 1.2 names options by single characters, and knows no long texts and nothing else.
fn kind(version: Version, form: Form, question: Option<&Question>) -> &'static str {
    let old = version == Version::V12;
    match form {
        Form::Choice if old && matches!(question, Some(Question::Lines(_))) => "performance",
        Form::Choice => "choice",
        Form::LongFillIn if !old => "long-fill-in",
        Form::FillIn | Form::LongFillIn => "fill-in",
        Form::Numeric => "numeric",
        Form::Matching => "matching",
        Form::Sequencing => "sequencing",
        Form::Other if !old => "other",
        Form::Performance | Form::Other => "performance",
    }
}

fn result(version: Version, slot: &Slot) -> String {
    let wrong = version.name("wrong", "incorrect");
    match slot.grade.filter(|_| !slot.gave_up).unwrap_or(Grade::ZERO) {
        grade if grade.verdict() == Verdict::Right => "correct".into(),
        grade if grade.verdict() == Verdict::Partly => words::decimal(grade.credit(), 4).unwrap_or_default(),
        _ => wrong.into(),
    }
}

/// The answers that count as right; none where there are more than can be named.
fn keys(version: Version, form: Form, question: Option<&Question>) -> Vec<String> {
    let Some(question) = question.filter(|question| answer::has_one_key(question)) else { return Vec::new() };
    // Where nothing else is said, capitals count for nothing.
    let exact = matches!(question, Question::Text(text) if text.compare != Compare::Words);
    let mark = if exact && form == Form::FillIn && version == Version::V2004 { "{case_matters=true}" } else { "" };
    let keys = answer::keys(question);
    let mut keys: Vec<String> =
        keys.iter().filter_map(|key| pattern(version, form, key)).map(|key| format!("{mark}{key}")).collect();
    keys.dedup();
    keys
}

fn said(version: Version, form: Form, question: &Question, response: &Response) -> Option<String> {
    let answer = answer::answer(question, response)?;
    match (version, &answer) {
        // A key may be a range, an answer is one number.
        (_, Answer::Range(value, _)) => words::decimal(*value, 7),
        (Version::V12, _) => Some(old(&answer)),
        (Version::V2004, _) => Some(new(form, &answer)),
    }
    .filter(|text| !text.is_empty())
}

fn pattern(version: Version, form: Form, key: &Answer) -> Option<String> {
    match (version, key) {
        (Version::V12, Answer::Range(from, to)) => words::decimal(f64::midpoint(*from, *to), 7),
        (Version::V2004, Answer::Range(from, to)) => {
            Some(format!("{}[:]{}", words::decimal(*from, 7)?, words::decimal(*to, 7)?))
        }
        (Version::V12, _) => Some(old(key)),
        (Version::V2004, Answer::Texts(texts)) if !is_plain(texts) => None,
        (Version::V2004, _) => Some(new(form, key)),
    }
    .filter(|text| !text.is_empty())
}

/// Whether every run-time reads these texts as a key as they are meant: some part them at commas, and take no text
/// twice. A key that may be misread is left out, for it is there to be shown in reports; grading is done here.
fn is_plain(texts: &[String]) -> bool {
    let again = |(place, text): (usize, &String)| texts.iter().take(place).any(|before| before == text);
    let plain = |text: &String| !text.contains(',') && !text.starts_with('{') && text.trim() == text;
    texts.iter().all(plain) && !texts.iter().enumerate().any(again)
}

/// Parts behind commas; texts cannot hold any then, so theirs become semicolons where there are several.
fn old(answer: &Answer) -> String {
    let parts: Vec<String> = match answer {
        Answer::Names(names) => names.iter().map(|name| name.trim_start_matches("line-").to_owned()).collect(),
        Answer::Pairs(pairs) => pairs.iter().map(|(thing, given)| format!("{thing}.{given}")).collect(),
        Answer::Texts(texts) if texts.len() > 1 => texts.iter().map(|text| text.replace(',', ";")).collect(),
        Answer::Texts(texts) => texts.clone(),
        Answer::Range(..) => Vec::new(),
    };
    words::line(&parts.join(","), OLD)
}

/// Parts behind `[,]`, both sides of a pair behind `[.]`.
fn new(form: Form, answer: &Answer) -> String {
    // What reads them takes no line ends, also where SCORM allows a text of 4,000 characters.
    let most = if form == Form::LongFillIn { LONG } else { SHORT };
    let text = |text: &String| {
        let text = words::line(&words::without_marks(text), most);
        // A brace at the start would be read as a property of the text, such as its language.
        if text.starts_with('{') { format!(" {text}") } else { text }
    };
    let parts: Vec<String> = match answer {
        Answer::Names(names) => names.clone(),
        Answer::Texts(texts) => texts.iter().map(text).collect(),
        Answer::Pairs(pairs) => pairs.iter().map(|(thing, given)| format!("{thing}[.]{}", text(given))).collect(),
        Answer::Range(..) => Vec::new(),
    };
    parts.join("[,]")
}
