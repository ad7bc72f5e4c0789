//! No sequence of actions breaks a session, and saving never changes it.

use super::*;
use crate::{
    certainty::Certainty,
    fold,
    kinds::{Response, judgement, samples, tests::any_response, trace},
    modes::Mode,
    record::VERSION,
};
use proptest::prelude::*;

const START: u64 = 1_790_000_000_000;

fn session(mode: Mode, limit: Option<u32>) -> Session {
    asked(mode, limit, false)
}

fn asked(mode: Mode, limit: Option<u32>, rated: bool) -> Session {
    let mut quiz = Quiz::new("sample", "seed", 5);
    quiz.rated = rated;
    quiz.mode = mode;
    quiz.limit = limit;
    Session::start(Arc::new(samples::bank()), quiz, "a1".into(), START).unwrap()
}

fn any_action() -> impl Strategy<Value = Action> {
    let item = 0..7_usize;
    prop_oneof![
        4 => (item.clone(), any_response()).prop_map(|(item, response)| Action::Respond { item, response }),
        3 => item.clone().prop_map(|item| Action::Submit { item }),
        1 => item.clone().prop_map(|item| Action::Skip { item }),
        1 => (item.clone(), any::<bool>()).prop_map(|(item, on)| Action::Flag { item, on }),
        2 => item.clone().prop_map(|item| Action::Go { item }),
        2 => (item.clone(), any_certainty()).prop_map(|(item, certainty)| Action::Rate { item, certainty }),
        1 => item.clone().prop_map(|item| Action::Hint { item }),
        1 => item.clone().prop_map(|item| Action::GiveUp { item }),
        2 => Just(Action::Tick),
        1 => prop::option::of(0..600_u32).prop_map(|seconds| Action::Limit { seconds }),
    ]
}

fn any_certainty() -> impl Strategy<Value = Certainty> {
    prop::sample::select(Certainty::ALL.to_vec())
}

/// Actions with the milliseconds since the one before: forward, or back as clocks sometimes go.
fn any_story() -> impl Strategy<Value = Vec<(Action, i32)>> {
    prop::collection::vec((any_action(), -5_000..60_000_i32), 0..60)
}

/// Review and daily have the rules of practice; what adapts has tests of its own.
fn any_mode() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![Mode::Practice, Mode::Exam])
}

proptest! {
    #[test]
    fn no_story_breaks_a_session(
        mode in any_mode(),
        limit in prop::option::of(1..900_u32),
        rated in any::<bool>(),
        story in any_story(),
    ) {
        let mut session = asked(mode, limit, rated);
        let mut now = START;
        for (action, passed) in story {
            now = now.saturating_add_signed(passed.into());
            let before = session.state().clone();
            if session.apply(action, now).is_err() {
                prop_assert_eq!(session.state(), &before);
            }
            let state = session.state();
            prop_assert!(state.points() >= 0.0 && state.points() <= 5.0);
            prop_assert!(state.slots.iter().all(|slot| (-6.0..=3.0).contains(&slot.marks())));
            prop_assert!(state.used >= before.used);
            prop_assert_eq!(state, &State::of(session.record()));
            let _ = session.next(state.at);
        }
    }

    #[test]
    fn saving_and_loading_at_any_point_changes_nothing(mode in any_mode(), story in any_story(), at in 0..60_usize) {
        let (mut straight, mut saved) = (session(mode, Some(600)), session(mode, Some(600)));
        let mut now = START;
        let mut last = START;
        for (place, (action, passed)) in story.into_iter().enumerate() {
            if place == at {
                let text = saved.record().write();
                let record = Record::read(&text).unwrap();
                prop_assert_eq!(&record, saved.record());
                saved = Session::open(Arc::new(samples::bank()), record, last);
            }
            now = now.saturating_add_signed(passed.into());
            let results = (straight.apply(action.clone(), now), saved.apply(action, now));
            prop_assert_eq!(&results.0, &results.1);
            if results.0.is_ok() {
                last = now;
            }
        }
        prop_assert_eq!(straight.record(), saved.record());
        prop_assert_eq!(straight.state(), saved.state());
    }

    /// What takes less room is the same attempt: its state, the times of what stays and the place among copies.
    #[test]
    fn a_compact_record_is_the_same_attempt(
        mode in any_mode(),
        story in any_story(),
        long in prop::option::of(any::<u32>()),
        resumed in 0..60_usize,
        ends in any::<bool>(),
    ) {
        let mut session = session(mode, Some(600).filter(|_| ends));
        let mut now = START;
        for (place, (action, passed)) in story.into_iter().enumerate() {
            now = now.saturating_add_signed(passed.into());
            let _ = session.apply(action, now);
            if place == resumed {
                now += 86_400_000;
                session = Session::resume(Arc::new(samples::bank()), session.record().clone(), now);
            }
        }
        if ends {
            let _ = session.apply(Action::Finish, now);
        }
        let mut record = session.record().clone();
        if let (Some(long), Some(entry)) = (long, record.log.first_mut()) {
            entry.0 = long;
        }
        let compact = record.compact();
        prop_assert!(compact.log.len() <= record.log.len() + 1);
        prop_assert_eq!(&compact.compact(), &compact);
        prop_assert_eq!(State::of(&compact), State::of(&record));
        prop_assert_eq!(compact.until(), record.until());
        for each in [&record, &compact] {
            prop_assert_eq!(&Record::read(&each.write()).unwrap(), each);
            prop_assert_eq!(&Record::read(&each.write_dense()).unwrap(), each);
        }
        // Whatever comes first and however often: the compact one stays, and then nothing changes.
        let ways = [[&record, &compact, &record], [&compact, &record, &compact], [&record, &record, &compact]];
        for way in ways {
            let union = fold::union(way.into_iter().cloned());
            prop_assert_eq!(&union.values().next().unwrap().record, &compact);
        }
        if State::of(&record).finished.is_none() {
            prop_assert_eq!(&compact, &record);
        }
    }

    #[test]
    fn a_union_does_not_depend_on_the_order_of_its_parts(
        stories in prop::collection::vec((any_mode(), any_story(), 0..3_u8), 0..5),
        cut in 0..5_usize,
    ) {
        let mut records = Vec::new();
        for (mode, story, id) in stories {
            let mut session = session(mode, None);
            session.record.id = format!("a{id}");
            let mut now = START + u64::from(id);
            for (action, passed) in story {
                now = now.saturating_add_signed(passed.into());
                let _ = session.apply(action, now);
            }
            records.push(session.record().clone());
        }
        let (a, b) = records.split_at(cut.min(records.len()));
        let (a, b) = (a.to_vec(), b.to_vec());
        let one = fold::union(a.iter().chain(&b).cloned());
        let two = fold::union(b.iter().chain(&a).cloned());
        let twice = fold::union(b.iter().chain(&a).chain(&b).cloned());
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(&one, &twice);
        let rows = |attempts| crate::summary::Summary::from(attempts).rows().to_vec();
        prop_assert_eq!(rows(&one), rows(&two));
    }
}

fn answer(session: &mut Session, item: usize, right: bool, now: u64) {
    let mut response = session.item(item).unwrap().question.solution();
    if !right {
        response = match response {
            Response::Single(_) => Response::Single(0),
            Response::Multiple(_) => Response::Multiple([1].into()),
            Response::Numeric(_) => Response::Numeric("0".into()),
            Response::Text(_) => Response::Text("x".into()),
            Response::Order(mut places) => {
                places.reverse();
                Response::Order(places)
            }
            Response::Match(choices) => Response::Match(vec![Some(3); choices.len()]),
            Response::Classify(choices) => {
                Response::Classify(choices.into_iter().map(|choice| choice.map(|group| 1 - group)).collect())
            }
            Response::Lines(_) => Response::Lines([0].into()),
            Response::Trace(given) => {
                Response::Trace(trace::Response { runs: Some(true), output: "x".into(), ..given })
            }
            Response::Cloze(_) => Response::Cloze(vec!["x".into(), "at".into()]),
            Response::Table(_) => Response::Table(vec!["x".into(), "at".into()]),
            Response::Judgement(judgement::Response::Rated(_)) => {
                Response::Judgement(judgement::Response::Rated(vec![Some(1), Some(5), Some(1)]))
            }
            Response::Judgement(judgement::Response::Ranked(mut places)) => {
                places.reverse();
                Response::Judgement(judgement::Response::Ranked(places))
            }
        };
    }
    session.apply(Action::Respond { item, response }, now).unwrap();
}

#[test]
fn practice_grades_at_once_closes_the_answer_and_offers_what_was_skipped() {
    let mut session = session(Mode::Practice, None);
    assert_eq!(session.apply(Action::Submit { item: 0 }, START), Err(Refused::Incomplete));
    answer(&mut session, 0, true, START);
    assert!(!session.shows_feedback(0));
    let events = session.apply(Action::Submit { item: 0 }, START).unwrap();
    assert!(matches!(events.as_slice(), [Event::Graded { item: 0, .. }]));
    assert!(session.shows_feedback(0));
    assert_eq!(session.apply(Action::Submit { item: 0 }, START), Err(Refused::Closed));
    session.apply(Action::Skip { item: 1 }, START).unwrap();
    for item in 2..5 {
        answer(&mut session, item, false, START);
        session.apply(Action::Submit { item }, START).unwrap();
    }
    assert_eq!(session.next(4), Some(1));
    answer(&mut session, 1, true, START);
    assert!(!session.state().slots[1].skipped);
    session.apply(Action::Submit { item: 1 }, START).unwrap();
    assert_eq!(session.next(1), None);
    session.apply(Action::Finish, START).unwrap();
    assert_eq!(session.state().points(), 2.0);
}

#[test]
fn an_exam_shows_nothing_before_its_end_and_lets_answers_change() {
    let mut session = session(Mode::Exam, None);
    answer(&mut session, 0, false, START);
    assert_eq!(session.apply(Action::Submit { item: 0 }, START), Ok(vec![]));
    answer(&mut session, 0, true, START);
    assert!(!session.shows_feedback(0));
    assert_eq!(session.next(0), Some(1));
    assert_eq!(session.next(4), None);
    session.apply(Action::Finish, START).unwrap();
    assert!(session.shows_feedback(4));
    assert_eq!(session.state().points(), 1.0);
    assert_eq!(session.apply(Action::Tick, START), Err(Refused::Finished));
}

#[test]
fn time_counts_only_while_the_attempt_is_open_and_ends_it() {
    let mut first = session(Mode::Exam, Some(60));
    answer(&mut first, 0, true, START + 20_000);
    let record = Record::read(&first.record().write()).unwrap();
    let much_later = START + 86_400_000;
    let mut second = Session::resume(Arc::new(samples::bank()), record, much_later);
    assert_eq!(second.state().left(), Some(40_000));
    second.apply(Action::Limit { seconds: Some(120) }, much_later + 30_000).unwrap();
    assert_eq!(second.state().left(), Some(70_000));
    let events = second.apply(Action::Skip { item: 1 }, much_later + 100_001).unwrap();
    assert_eq!(events.last(), Some(&Event::Finished { by: End::Time }));
    assert_eq!(second.state().points(), 1.0);
}

#[test]
fn a_clock_that_went_back_counts_on_from_there() {
    let mut session = session(Mode::Exam, Some(600));
    let back = START - 3_600_000;
    assert!(!session.tick_is_due(START + TICK - 1));
    assert!(session.tick_is_due(back));
    session.apply(Action::Tick, back).unwrap();
    assert_eq!(session.left(back + 60_000), Some(540_000));
}

#[test]
fn typing_and_ticking_leave_one_fact_each() {
    let mut quiz = Quiz::new("sample", "seed", 1);
    quiz.only.insert("text".into());
    let item = 0;
    let mut session = Session::start(Arc::new(samples::bank()), quiz, "a1".into(), START).unwrap();
    for typed in ["K", "Ke", "Key"] {
        session.apply(Action::Respond { item, response: Response::Text(typed.into()) }, START + 10).unwrap();
    }
    for tick in 1..100 {
        session.apply(Action::Tick, START + tick * 1000).unwrap();
    }
    assert_eq!(session.record().log.len(), 2);
    assert_eq!(session.state().used, 99_000);
}

#[test]
fn a_question_that_changed_since_cannot_be_answered_but_its_grade_stays() {
    let mut first = session(Mode::Practice, None);
    answer(&mut first, 0, true, START);
    first.apply(Action::Submit { item: 0 }, START).unwrap();
    let mut bank = samples::bank();
    bank.items.iter_mut().for_each(|item| item.hash += 1);
    let mut second = Session::resume(Arc::new(bank), first.record().clone(), START);
    assert_eq!(second.apply(Action::Submit { item: 1 }, START), Err(Refused::NoSuchItem));
    assert_eq!(second.state().points(), 1.0);
    assert!(second.apply(Action::Finish, START).is_ok());
}

#[test]
fn unsound_records_are_refused_and_newer_ones_told_apart() {
    let mut bad = session(Mode::Exam, None);
    bad.record.log.push(Entry(0, Event::Moved { item: 9 }));
    assert_eq!(Record::read(&bad.record.write()), Err(crate::record::Unreadable::Damaged));
    let text = session(Mode::Exam, None).record().write();
    assert_eq!(Record::read(&text.replacen(&format!("{VERSION}."), "7.", 1)), Err(crate::record::Unreadable::Newer(7)));
    let cut = text.get(..text.len() - 1).unwrap();
    assert_eq!(Record::read(cut), Err(crate::record::Unreadable::Damaged));
}

#[test]
fn a_quiz_that_asks_how_sure_takes_no_answer_without_and_marks_by_it() {
    let mut session = asked(Mode::Practice, None, true);
    for (item, (right, certainty)) in
        [(true, Certainty::High), (false, Certainty::High), (false, Certainty::Low)].into_iter().enumerate()
    {
        answer(&mut session, item, right, START);
        assert_eq!(session.apply(Action::Submit { item }, START), Err(Refused::Unrated));
        session.apply(Action::Rate { item, certainty: Certainty::Mid }, START).unwrap();
        session.apply(Action::Rate { item, certainty }, START).unwrap();
        session.apply(Action::Submit { item }, START).unwrap();
        assert_eq!(session.apply(Action::Rate { item, certainty }, START), Err(Refused::Closed));
    }
    session.apply(Action::GiveUp { item: 3 }, START).unwrap();
    session.apply(Action::Finish, START).unwrap();
    let attempt = fold::Attempt::new(session.record().clone());
    assert_eq!(attempt.marks(), 3.0 - 6.0);
    let answers = attempt.calibration().map(|sum| (sum.answers, sum.credit));
    assert_eq!(answers, [(1, 0.0), (0, 0.0), (2, 1.0)]);
    assert_eq!(attempt.sure_and_wrong(), [1]);
}

#[test]
fn a_hint_costs_a_quarter_and_there_are_only_so_many() {
    let mut session = session(Mode::Practice, None);
    let item = (0..5).find(|item| session.item(*item).unwrap().hints == 2).unwrap();
    session.apply(Action::Hint { item }, START).unwrap();
    session.apply(Action::Hint { item }, START).unwrap();
    assert_eq!(session.apply(Action::Hint { item }, START), Err(Refused::NoHint));
    answer(&mut session, item, true, START);
    session.apply(Action::Submit { item }, START).unwrap();
    assert_eq!(session.state().points(), 0.5);
    assert_eq!(session.state().slots[item].grade.map(Grade::verdict), Some(crate::grade::Verdict::Right));
    assert_eq!(session.apply(Action::Hint { item }, START), Err(Refused::Closed));
}

#[test]
fn not_knowing_closes_a_question_in_practice_and_may_be_thought_over_in_an_exam() {
    let mut practice = session(Mode::Practice, None);
    practice.apply(Action::GiveUp { item: 0 }, START).unwrap();
    assert!(practice.shows_feedback(0) && practice.state().slots[0].gave_up);
    let mut exam = session(Mode::Exam, None);
    exam.apply(Action::GiveUp { item: 0 }, START).unwrap();
    exam.apply(Action::GiveUp { item: 1 }, START).unwrap();
    assert_eq!(exam.unanswered(), 3);
    answer(&mut exam, 1, true, START);
    assert!(!exam.state().slots[1].gave_up);
    exam.apply(Action::Finish, START).unwrap();
    assert_eq!(exam.state().points(), 1.0);
    assert_eq!(exam.state().slots[0].grade, Some(Grade::ZERO));
}

#[test]
fn several_areas_in_one_attempt_keep_apart_what_has_the_same_id() {
    let (one, mut other) = (samples::bank(), samples::bank());
    other.area = "other".into();
    other.name();
    let bank = Arc::new(Bank::together(&[Arc::new(one), Arc::new(other)]));
    let mut quiz = Quiz::new("sample", "s", 9);
    quiz.mode = Mode::Daily;
    quiz.areas.insert("other".into());
    quiz.only = ["other/single".into(), "sample/text".into()].into();
    let mut session = Session::start(bank, quiz, "a1".into(), START).unwrap();
    let mut asked: Vec<_> = session.record().items.iter().map(|asked| (&*asked.area, asked.id.as_str())).collect();
    asked.sort_unstable();
    assert_eq!(asked, [("other", "single"), ("sample", "text")]);
    session.apply(Action::GiveUp { item: 0 }, START).unwrap();
    session.apply(Action::Finish, START).unwrap();
    assert_eq!(Record::read(&session.record().write()).as_ref(), Ok(session.record()));
    let attempt = fold::Attempt::new(session.record().clone());
    assert_eq!(attempt.missed(), ["other/single".into(), "sample/text".into()].into());
    assert_eq!(attempt.by_topic().iter().map(|(area, ..)| *area).collect::<Vec<_>>(), ["other", "sample"]);
    let mut summary = crate::summary::Summary::from(&fold::union([session.record().clone()]));
    summary.weigh(Default::default(), |_| true);
    assert_eq!(
        (summary.done(&session.record().items[0].area).map(|done| done.seen), summary.rows()[0].areas().count()),
        (Some(1), 2)
    );
}
