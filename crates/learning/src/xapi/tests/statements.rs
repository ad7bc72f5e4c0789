//! What is told of attempts at every kind of question, and of sessions.

use super::rules;
use crate::xapi::{
    json::Json,
    share::Share,
    teller::Teller,
    times,
    told::{Frame, Outcome, Told, id},
};
use engine::{
    action::Action, bank::Bank, fold::Attempt, kinds::Response, modes::Mode, quiz::Quiz, record::Record,
    session::Session,
};
use proptest::prelude::*;
use std::{path::Path, sync::Arc};

const STARTED: u64 = 1_790_000_000_000;

/// The bank of every kind.
fn gallery() -> Arc<Bank> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let files = bank::compile_alone(&tests, "gallery").unwrap_or_else(|faults| panic!("{}", faults[0]));
    Arc::new(Bank::read(&files[0].bytes).unwrap())
}

/// An attempt at all of it, each question three seconds; `answer` gives what is handed in.
fn attempt(mode: Mode, answer: impl Fn(usize, Response) -> Option<Response>) -> (Arc<Bank>, Session) {
    let bank = gallery();
    let mut quiz = Quiz::new("gallery", "seed", 200);
    quiz.mode = mode;
    let mut session = Session::start(Arc::clone(&bank), quiz, "abc-123".into(), STARTED).unwrap();
    let mut now = STARTED;
    for item in 0..session.record().items.len() {
        session.apply(Action::Go { item }, now).unwrap();
        now += 3000;
        match answer(item, session.item(item).unwrap().question.solution()) {
            Some(response) => {
                session.apply(Action::Respond { item, response }, now).unwrap();
                session.apply(Action::Submit { item }, now).unwrap();
            }
            None => drop(session.apply(Action::GiveUp { item }, now).unwrap()),
        }
    }
    session.apply(Action::Finish, now + 500).unwrap();
    (bank, session)
}

const SITE: &str = "https://plumb.example/";

fn page() -> Teller {
    Teller::of_page("https://lrs.example/xapi/", SITE, "k3x9")
}

fn frame(teller: &Teller) -> Frame {
    teller.frame(SITE, "https://plumb.example/#/quiz/gallery?n=3&seed=x")
}

fn told(teller: &Teller, session: &Session) -> Vec<Told> {
    let attempt = Attempt::new(session.record().clone());
    let one = |place| Told::answered(&frame(teller), &attempt, place, ("gallery", session.item(place)));
    (0..attempt.record.items.len()).filter_map(one).collect()
}

#[test]
fn every_kind_is_told_as_an_interaction_that_keeps_the_rules() {
    let teller = page();
    let (_, session) = attempt(Mode::Practice, |_, right| Some(right));
    let mut kinds = Vec::new();
    for (place, told) in told(&teller, &session).iter().enumerate() {
        let statement = rules::check(&teller.statement(told));
        assert_eq!(statement["result"]["success"], true);
        let parent = &statement["context"]["contextActivities"]["parent"][0]["id"];
        assert_eq!(parent, "https://plumb.example/#/quiz/gallery?n=3&seed=x");
        assert_eq!(statement["result"]["score"]["scaled"], 1);
        assert_eq!(statement["result"]["duration"], "PT3S");
        let definition = &statement["object"]["definition"];
        let kind = definition["interactionType"].as_str().unwrap().to_owned();
        // What is right is among what is told to be right; numbers may lie anywhere between two.
        let response = statement["result"]["response"].as_str().unwrap();
        let patterns: Vec<&str> =
            definition["correctResponsesPattern"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let bare = |pattern: &str| pattern.trim_start_matches("{case_matters=true}").to_owned();
        let fits = match kind.as_str() {
            "numeric" => {
                let (least, most) = patterns[0].split_once("[:]").unwrap();
                let number = |text: &str| text.parse::<f64>().unwrap();
                (number(least)..=number(most)).contains(&number(response))
            }
            _ => patterns.iter().any(|pattern| bare(pattern) == response),
        };
        assert!(fits, "{place}: {response:?} is none of {patterns:?}");
        kinds.push(kind);
    }
    for kind in ["choice", "fill-in", "long-fill-in", "matching", "sequencing", "numeric", "performance"] {
        assert!(kinds.iter().any(|known| known == kind), "no question is told as {kind}");
    }
}

#[test]
fn what_nobody_knew_has_no_response_and_what_is_gone_is_still_told() {
    let teller = page();
    let (_, session) = attempt(Mode::Practice, |_, _| None);
    for told in told(&teller, &session) {
        let statement = rules::check(&teller.statement(&told));
        assert!(statement["result"].get("response").is_none());
        assert_eq!(
            (&statement["result"]["success"], &statement["result"]["score"]["scaled"]),
            (&false.into(), &0.into())
        );
    }
    let attempt = Attempt::new(session.record().clone());
    let gone = Told::answered(&frame(&teller), &attempt, 0, ("gallery", None)).unwrap();
    assert_eq!(rules::check(&teller.statement(&gone))["object"]["definition"]["interactionType"], "other");
    assert_eq!(Told::answered(&frame(&teller), &attempt, 999, ("gallery", None)), None);
}

#[test]
fn an_exam_is_told_with_the_time_of_each_answer() {
    let teller = page();
    let (_, session) = attempt(Mode::Exam, |_, right| Some(right));
    let all = told(&teller, &session);
    let times: Vec<u64> = all.iter().map(|told| told.at - STARTED).collect();
    let expected: Vec<u64> = (1..=times.len() as u64).map(|place| place * 3000).collect();
    assert_eq!(times, expected);
    let running = Attempt::new(Record { log: Vec::new(), ..session.record().clone() });
    assert_eq!(Told::answered(&frame(&teller), &running, 0, ("gallery", None)), None);
}

#[test]
fn the_same_fact_has_the_same_id_and_no_other_has_it() {
    let teller = page();
    let (_, session) = attempt(Mode::Practice, |_, right| Some(right));
    let all = told(&teller, &session);
    let compact = Attempt::new(session.record().compact());
    for (place, one) in all.iter().enumerate() {
        let again = Told::answered(&frame(&teller), &compact, place, ("gallery", session.item(place))).unwrap();
        assert_eq!(*one, again, "a record that is kept tightly tells the same");
        assert_eq!(Told::read(&one.id, &one.write()).as_ref(), Some(one));
    }
    let outcome = Outcome::of(&compact);
    let over = [
        Told::initialized(&frame(&teller), "abc-123", STARTED),
        Told::completed(&frame(&teller), "abc-123", outcome, true),
        Told::judged(&frame(&teller), "abc-123", outcome, true),
        Told::judged(&frame(&teller), "abc-123", outcome, false),
        Told::terminated(&frame(&teller), "abc-123", STARTED, 5),
    ];
    let mut ids: Vec<&str> = all.iter().chain(&over).map(|told| told.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    // Somebody else's, and another store's, are others.
    let other = Teller::of_page("https://lrs.example/xapi/", SITE, "other");
    assert_ne!(Told::initialized(&frame(&other), "abc-123", STARTED).id, over[0].id);
    // As `uuidgen --sha1 --namespace 3b0a5c1e-7d42-4f0b-9a86-51e2c4d70f93 --name $'a\nb'` says.
    assert_eq!(id(&["a", "b"]), "d7d2ce3f-e231-53e9-8f36-492488044a98");
}

#[test]
fn what_was_kept_by_somebody_else_is_not_told() {
    let told = Told::initialized(&frame(&page()), "k", 7);
    for text in
        ["", "7 initialized", "7 initialized\n", "x initialized a:b\n", "7 launched a:b\n{}", "-7 answered a:b\n"]
    {
        assert_eq!(Told::read(&told.id, text), None, "{text:?}");
    }
    assert_eq!(Told::read("no-uuid", &told.write()), None);
}

#[test]
fn moments_and_durations_are_written_as_iso_8601() {
    let moments = [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (951_868_799_999, "2000-02-29T23:59:59.999Z"),
        (951_868_800_000, "2000-03-01T00:00:00.000Z"),
        (1_790_000_000_123, "2026-09-21T14:13:20.123Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (u64::MAX, "9999-12-31T23:59:59.999Z"),
    ];
    for (at, text) in moments {
        assert_eq!(times::moment(at), text);
    }
    let durations = [0, 9, 10, 1000, 83_250, 3_600_050].map(times::duration);
    assert_eq!(durations, ["PT0S", "PT0S", "PT0.01S", "PT1S", "PT83.25S", "PT3600.05S"]);
}

#[test]
fn an_outcome_is_told_with_its_score() {
    let teller = page();
    let (_, session) = attempt(Mode::Practice, |place, right| (place % 3 > 0).then_some(right));
    let outcome = Outcome::of(&Attempt::new(session.record().clone()));
    assert_eq!(outcome.at, session.record().until());
    let text = teller.statement(&Told::completed(&frame(&teller), "k", outcome, true));
    let completed = rules::check(&text);
    assert_eq!(completed["result"]["completion"], true);
    assert_eq!(completed["result"]["score"]["raw"], outcome.score.percent());
    let failed = rules::check(&teller.statement(&Told::judged(&frame(&teller), "k", outcome, false)));
    assert_eq!(
        (&failed["result"]["success"], failed["verb"]["display"]["en"].as_str()),
        (&false.into(), Some("failed"))
    );
    assert!(outcome.score > Share::of(0.6) && outcome.score < Share::WHOLE);
}

proptest! {
    /// Whatever was typed or written into a bank, the text stays JSON and gives it back.
    #[test]
    fn any_text_survives(text in any::<String>()) {
        let written = Json::from(text.as_str()).write();
        prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text.clone());
        let read = Json::read(&written).unwrap();
        prop_assert_eq!(read.text(), Some(text.as_str()));
    }

    /// The calendar agrees with itself: a day later is the next day or the first of a month.
    #[test]
    fn days_follow_each_other(day in 0_u64..2_900_000) {
        let parts = |day: u64| {
            let text = times::moment(day * 86_400_000);
            let parts: Vec<u32> = text.split(['-', 'T']).take(3).map(|part| part.parse().unwrap()).collect();
            [parts[0], parts[1], parts[2]]
        };
        let ([year, month, date], [next_year, next_month, next]) = (parts(day), parts(day + 1));
        let same = (next_year, next_month, next) == (year, month, date + 1);
        let first = next == 1 && date >= 28 && (next_year, next_month) == if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        prop_assert!(same || first);
    }
}
