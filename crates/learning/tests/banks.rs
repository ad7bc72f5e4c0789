//! All questions of the real banks: what learning systems are told of them keeps to vocabulary and room.

#![expect(clippy::unwrap_used, clippy::panic, reason = "all of this is a test, in which a panic reports a fault")]

use engine::{
    action::Action,
    bank::{Bank, Item},
    fold::Attempt,
    kinds::{Question, Response},
    modes::Mode,
    quiz::Quiz,
    session::Session,
};
use plumb_learning::scorm::{Version, closed, interaction, suspend};
use std::{collections::BTreeSet, path::Path, sync::Arc};

fn items() -> Vec<Item> {
    let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    let compiled = bank::compile(&questions).unwrap_or_else(|faults| panic!("{faults:?}"));
    compiled.chunks.iter().flat_map(|chunk| Bank::read(&chunk.bank.bytes).unwrap().items).collect()
}

/// One bank of all areas, for a quiz that is longer than any of them.
fn everything() -> Arc<Bank> {
    Arc::new(Bank { area: "everything".into(), about: Default::default(), items: items() })
}

/// Something that is likely to be wrong, and as long as what is right.
fn other(question: &Question) -> Response {
    let mut response = question.solution();
    match &mut response {
        Response::Single(place) => *place = u8::from(*place == 0),
        Response::Multiple(places) | Response::Lines(places) => places.toggle(1),
        Response::Numeric(typed) | Response::Text(typed) => typed.push_str("000"),
        Response::Order(places) => places.reverse(),
        Response::Match(choices) | Response::Classify(choices) => choices.reverse(),
        Response::Trace(said) => {
            said.output.push_str(" and more");
            said.error.push_str("Type");
        }
        Response::Cloze(blanks) | Response::Table(blanks) => blanks.reverse(),
        Response::Judgement(_) => {}
    }
    if question.is_complete(&response) { response } else { question.solution() }
}

/// Everything answered, three of four right; `number` makes times and attempts differ.
fn session(bank: &Arc<Bank>, mode: Mode, count: u16, number: u64) -> Session {
    let mut quiz = Quiz::new("everything", format!("seed{number}"), count);
    quiz.mode = mode;
    let mut now = 1_795_000_000_000;
    let mut session = Session::start(Arc::clone(bank), quiz, format!("bw4k2m-{number:08}"), now).unwrap();
    for item in 0..session.record().items.len() {
        let pause = (item as u64 * 7919 + number * 104_729) % 45_000;
        now += 1200 + pause / 10;
        let _ = session.apply(Action::Go { item }, now);
        now += 2500 + pause;
        let question = session.item(item).unwrap().question.clone();
        let right = !(item as u64 * 31 + number).is_multiple_of(4);
        let response = if right { question.solution() } else { other(&question) };
        session.apply(Action::Respond { item, response }, now).unwrap();
        now += 900 + pause / 40;
        session.apply(Action::Submit { item }, now).unwrap();
    }
    session
}

#[test]
fn a_hundred_questions_fit_into_the_suspend_data_of_scorm_12() {
    let bank = everything();
    for mode in [Mode::Practice, Mode::Exam] {
        // Each takes seconds where nothing is optimised.
        let sizes: Vec<usize> = (0..3)
            .map(|number| {
                let mut session = session(&bank, mode, 100, number);
                let whole = suspend::write(session.record(), usize::MAX).unwrap();
                // So nothing but passing time and changed answers is left out.
                assert!(whole.len() <= 4096, "{} characters", whole.len());
                session.apply(Action::Finish, 1_795_100_000_000).unwrap();
                assert!(suspend::write(session.record(), 4096).is_some());
                whole.len()
            })
            .collect();
        println!("{mode:?}: {} to {} characters", sizes.iter().min().unwrap(), sizes.iter().max().unwrap());
    }
}

/// Whether a value is one of the vocabulary of its element, by the run-time specifications.
fn fits(version: Version, name: &str, value: &str) -> bool {
    let part = name.trim_start_matches("cmi.interactions.0.").trim_end_matches(|c: char| c.is_ascii_digit());
    let number = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || b".-".contains(&b));
    let units = value.encode_utf16().count();
    let token = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_graphic()) && value.len() <= 255;
    let v12 = version == Version::V12;
    match part {
        "id" | "objectives.0.id" => token(value),
        "type" if v12 => {
            ["choice", "fill-in", "matching", "performance", "sequencing", "numeric", "likert"].contains(&value)
                || value == "true-false"
        }
        "type" => [
            "true-false",
            "choice",
            "fill-in",
            "long-fill-in",
            "likert",
            "matching",
            "performance",
            "sequencing",
            "numeric",
            "other",
        ]
        .contains(&value),
        "time" => value.len() == 11 && value.starts_with(['0', '1', '2']),
        "timestamp" => value.len() == 23 && value.ends_with('Z'),
        "latency" => value.len() == 13 || value.starts_with("PT"),
        "weighting" => value == "1",
        "result" if v12 => ["correct", "wrong", "neutral"].contains(&value) || number(value),
        "result" => ["correct", "incorrect", "neutral"].contains(&value) || number(value),
        "student_response" => v12 && units <= 255 && !value.contains(char::is_control),
        "learner_response" => !v12 && units <= 4000,
        "description" => !v12 && units <= 250,
        _ if name.ends_with(".pattern") => units <= if v12 { 255 } else { 4000 },
        _ => false,
    }
}

#[test]
fn every_question_keeps_to_the_vocabulary_of_both_versions() {
    let bank = everything();
    let count = u16::try_from(bank.items.len()).unwrap();
    let mut kinds = BTreeSet::new();
    for number in [1, 2] {
        let session = session(&bank, Mode::Practice, count, number);
        let attempt = Attempt::new(session.record().clone());
        let closed = closed(session.record());
        assert_eq!(closed.len(), bank.items.len());
        for (version, item) in closed.iter().flat_map(|item| [(Version::V12, *item), (Version::V2004, *item)]) {
            let known = session.item(item).unwrap();
            let elements = interaction(version, 0, &attempt, item, Some(known), 60);
            let names: BTreeSet<&str> = elements.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.len(), elements.len(), "each is set once");
            assert_eq!(elements[0].0, "cmi.interactions.0.id", "the id comes first, then the type");
            assert_eq!(elements[1].0, "cmi.interactions.0.type");
            kinds.insert((known.question.kind(), elements[1].1.clone()));
            for (name, value) in &elements {
                assert!(fits(version, name, value), "{} {version:?}: {name} = {value:?}", known.id);
            }
            let said = elements.iter().any(|(name, _)| name.ends_with("_response"));
            assert!(said || known.question.kind() == "numeric", "{}: no answer", known.id);
        }
    }
    println!("{kinds:?}");
}
