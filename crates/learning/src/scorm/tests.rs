//! Each kind of question as both versions tell it, on the bank of the gallery.

use super::*;
use engine::{
    action::Action,
    bank::{Bank, Item},
    fold::Attempt,
    kinds::{Question, Response},
    quiz::Quiz,
    session::Session as Running,
};
use std::{path::Path, sync::Arc};

fn bank() -> Arc<Bank> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let files = bank::compile_alone(&tests, "gallery").unwrap();
    Arc::new(Bank::read(&files[0].bytes).unwrap())
}

/// What is told of the question after this response.
fn told(version: Version, bank: &Arc<Bank>, id: &str, response: impl Fn(&Item) -> Response) -> Vec<Element> {
    let mut quiz = Quiz::new("gallery", "s", 1);
    quiz.only.insert(id.into());
    let mut session = Running::start(Arc::clone(bank), quiz, "r".into(), 1_000_000).unwrap();
    let response = response(session.item(0).unwrap());
    session.apply(Action::Respond { item: 0, response }, 1_004_250).unwrap();
    session.apply(Action::Submit { item: 0 }, 1_005_000).unwrap();
    interaction(version, 3, &Attempt::new(session.record().clone()), 0, session.item(0), 0)
}

fn value<'a>(elements: &'a [Element], name: &str) -> &'a str {
    let found = elements.iter().find(|(known, _)| known == &format!("cmi.interactions.3.{name}"));
    found.map_or("", |(_, value)| value)
}

#[test]
fn each_kind_is_told_in_the_words_of_each_version() {
    let bank = bank();
    let rows: Vec<String> = bank
        .items
        .iter()
        .filter(|item| item.topic == "kinds")
        .map(|item| {
            let [old, new] = [Version::V12, Version::V2004].map(|version| {
                let told = told(version, &bank, &item.id, |item| item.question.solution());
                assert_eq!(value(&told, "result"), "correct");
                let said = value(&told, version.name("student_response", "learner_response")).to_owned();
                let key = value(&told, "correct_responses.0.pattern").to_owned();
                assert!(key.is_empty() || said == key || key.contains("[:]") || key.contains('}'), "{said} is {key}");
                format!("{} {said:?}", value(&told, "type"))
            });
            format!("{}: {old} | {new}", item.id)
        })
        .collect();
    assert_eq!(rows.join("\n"), EXPECTED.trim());
}

const EXPECTED: &str = r#"
single: choice "c" | choice "c"
multiple: choice "a,c,d" | choice "a[,]c[,]d"
numeric: numeric "12.5" | numeric "12.5"
text: fill-in "KeyError" | fill-in "KeyError"
text-lines: fill-in "one /   two / three" | long-fill-in "one /   two / three"
order: sequencing "a,b,c,d" | sequencing "a[,]b[,]c[,]d"
match: matching "1.a,2.b,3.c" | matching "1[.]a[,]2[.]b[,]3[.]c"
classify: matching "1.a,2.b,3.a,4.b" | matching "1[.]a[,]2[.]b[,]3[.]a[,]4[.]b"
lines: performance "4" | choice "line-4"
trace-prints: performance "outcome.runs,output.1 / 2 / 3" | performance "outcome[.]runs[,]output[.]1 / 2 / 3"
trace-fails: performance "outcome.stops,line.2,error.ZeroDivisionError" | performance "outcome[.]stops[,]line[.]2[,]error[.]ZeroDivisionError"
cloze-prose: fill-in "reads,safe" | fill-in "reads[,]safe"
cloze-code: fill-in "GROUP BY,HAVING" | fill-in "GROUP BY[,]HAVING"
table: fill-in "NULL,true,false" | fill-in "NULL[,]true[,]false"
judgement-rate: matching "1.5,2.2,3.1,4.4" | matching "1[.]5[,]2[.]2[,]3[.]1[,]4[.]4"
judgement-rank: sequencing "a,b,c,d" | sequencing "a[,]b[,]c[,]d"
order-partial: sequencing "a,b,c" | sequencing "a[,]b[,]c"
"#;

#[test]
fn a_key_that_could_be_misread_is_left_out() {
    let bank = bank();
    let key = |accept: &str| {
        let mut other = (*bank).clone();
        let item = other.items.iter_mut().find(|item| item.id == "text").unwrap();
        let Question::Text(text) = &mut item.question else { panic!("a text") };
        text.accept = vec![accept.into()];
        let told = told(Version::V2004, &Arc::new(other), "text", |item| item.question.solution());
        assert_eq!(value(&told, "result"), "correct");
        [value(&told, "learner_response"), value(&told, "correct_responses.0.pattern")].map(str::to_owned)
    };
    assert_eq!(key("a b"), ["a b", "a b"]);
    assert_eq!(key("a, b"), ["a, b", ""]);
    assert_eq!(key("{a}"), [" {a}", ""]);
    assert_eq!(key("a[,]b"), ["a[ ,]b", ""]);
}

#[test]
fn an_interaction_has_all_that_a_report_shows() {
    let bank = bank();
    let wrong = |item: &Item| match &item.question {
        Question::Single(question) => Response::Single(u8::from(question.key == 0)),
        other => other.solution(),
    };
    let old = told(Version::V12, &bank, "single", wrong);
    assert_eq!(value(&old, "id"), "gallery.single");
    assert_eq!(value(&old, "objectives.0.id"), "kinds");
    assert_eq!(value(&old, "result"), "wrong");
    assert_eq!([value(&old, "time"), value(&old, "latency")], ["00:16:44.25", "0000:00:04.25"]);
    assert_eq!(value(&old, "weighting"), "1");
    let new = told(Version::V2004, &bank, "single", wrong);
    assert_eq!(value(&new, "result"), "incorrect");
    assert_eq!([value(&new, "timestamp"), value(&new, "latency")], ["1970-01-01T00:16:40.00Z", "PT4.25S"]);
    assert!(!value(&new, "description").is_empty());
}

/// What is set of an attempt at these questions, all right but the first.
fn state_of(version: Version, count: usize, finish: bool, pass: Option<u8>) -> Vec<Element> {
    let bank = bank();
    let ids = ["single", "multiple", "numeric", "text", "order"];
    let mut quiz = Quiz::new("gallery", "s", 5);
    quiz.only = ids.map(str::to_owned).into();
    let mut session = Running::start(bank, quiz, "run-1".into(), 0).unwrap();
    for item in 0..count {
        let response = match &session.item(item).unwrap().question {
            Question::Single(question) => Response::Single(u8::from(question.key == 0)),
            other => other.solution(),
        };
        session.apply(Action::Respond { item, response }, 1).unwrap();
        session.apply(Action::Submit { item }, 1).unwrap();
    }
    if finish {
        session.apply(Action::Finish, 2).unwrap();
    }
    let session_of = Session { lasted: 65_430, pass, suspend: Some("kept") };
    state(version, &Attempt::new(session.record().clone()), session_of)
}

fn of<'a>(elements: &'a [Element], name: &str) -> Option<&'a str> {
    elements.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_running_attempt_is_incomplete_and_kept() {
    let old = state_of(Version::V12, 2, false, Some(70));
    assert_eq!(of(&old, "cmi.core.lesson_status"), Some("incomplete"));
    assert_eq!(of(&old, "cmi.core.exit"), Some("suspend"));
    assert_eq!(of(&old, "cmi.core.session_time"), Some("0000:01:05.43"));
    assert_eq!(of(&old, "cmi.suspend_data"), Some("kept"));
    let new = state_of(Version::V2004, 2, false, Some(70));
    assert_eq!(of(&new, "cmi.completion_status"), Some("incomplete"));
    assert_eq!(of(&new, "cmi.success_status"), None);
    assert_eq!(of(&new, "cmi.progress_measure"), Some("0.4"));
    assert_eq!(of(&new, "cmi.session_time"), Some("PT1M5.43S"));
    assert_eq!(of(&state_of(Version::V12, 0, false, None), "cmi.core.score.raw"), None);
}

#[test]
fn a_finished_attempt_is_passed_from_the_pass_mark_on() {
    for (pass, old_status, success) in
        [(None, "completed", None), (Some(80), "passed", Some("passed")), (Some(81), "failed", Some("failed"))]
    {
        let old = state_of(Version::V12, 5, true, pass);
        assert_eq!(of(&old, "cmi.core.lesson_status"), Some(old_status));
        assert_eq!(of(&old, "cmi.core.score.raw"), Some("80"));
        assert_eq!(of(&old, "cmi.core.exit"), Some(""));
        assert!(old.iter().all(|(name, _)| name.starts_with("cmi.core.") || name == "cmi.suspend_data"));
        let new = state_of(Version::V2004, 5, true, pass);
        assert_eq!(of(&new, "cmi.completion_status"), Some("completed"));
        assert_eq!(of(&new, "cmi.success_status"), success);
        assert_eq!([of(&new, "cmi.score.raw"), of(&new, "cmi.score.scaled")], [Some("80"), Some("0.8")]);
        assert_eq!([of(&new, "cmi.score.min"), of(&new, "cmi.score.max")], [Some("0"), Some("100")]);
        assert_eq!([of(&new, "cmi.progress_measure"), of(&new, "cmi.exit")], [Some("1"), Some("normal")]);
    }
}
