//! What of all attempts counts, and what it tells.

use super::*;
use crate::{
    bank::{Area, Bank},
    estimate::PRIOR_SD,
    kinds::samples,
    modes::Mode,
    quiz::Quiz,
    record::{Asked, Entry, Event, Record},
};
use proptest::prelude::*;
use std::sync::OnceLock;

const NOW: u64 = 1_790_000_000_000;
const DAY: u64 = 86_400_000;
const AREAS: [(&str, Skill); 3] = [("python", Skill::Languages), ("sql", Skill::Data), ("redis", Skill::Data)];

fn catalogue() -> Catalogue {
    let area = |(id, skill): (&str, Skill)| Area {
        id: id.into(),
        title: id.into(),
        skill,
        summary: String::new(),
        topics: Vec::new(),
        chunk: format!("{id}.bin"),
    };
    Catalogue { areas: AREAS.map(area).into() }
}

fn banks() -> Vec<Bank> {
    let bank = |(id, _)| {
        let mut bank = samples::bank();
        bank.area = String::from(id);
        bank.name();
        bank
    };
    AREAS.map(bank).into()
}

/// Made once: it takes long.
fn scale() -> &'static Scale {
    static SCALE: OnceLock<Scale> = OnceLock::new();
    SCALE.get_or_init(|| {
        let mut scale = Scale::default();
        banks().iter().for_each(|bank| scale.add(bank));
        scale
    })
}

/// The questions of an area that all are graded at once.
fn ids() -> Vec<String> {
    banks().remove(0).items.into_iter().map(|item| item.id).collect()
}

/// An attempt so many days ago; each answer is right or "I don't know".
fn attempt(id: &str, mode: Mode, ago: u64, area: &str, answers: &[(String, bool)]) -> Record {
    let mut quiz = Quiz::new(area, "s", 1);
    quiz.mode = mode;
    let asked =
        |(id, _): &(String, bool)| Asked { area: area.into(), id: id.clone(), topic: "t".into(), level: 3, hash: 0 };
    let mut log = Vec::new();
    for (item, (_, right)) in (0..).zip(answers) {
        log.extend((!right).then_some(Entry(0, Event::GaveUp { item })));
        log.push(Entry(0, Event::Graded { item, got: u16::from(*right), of: 1 }));
    }
    Record { id: id.into(), started: NOW - ago * DAY, quiz, items: answers.iter().map(asked).collect(), log }
}

fn all(right: bool, count: usize) -> Vec<(String, bool)> {
    ids().into_iter().take(count).map(|id| (id, right)).collect()
}

fn stand(records: Vec<Record>) -> Vec<Standing> {
    areas(&catalogue(), &fold::union(records), scale(), NOW)
}

/// The estimate of the first area and how many answers it rests on.
fn first(records: Vec<Record>) -> (usize, f64) {
    let first = stand(records).remove(0);
    (first.answers, first.belief.mean())
}

#[test]
fn without_answers_all_is_unknown() {
    for standing in stand(Vec::new()) {
        assert_eq!((standing.answers, standing.basis), (0, Basis::Unknown));
        assert!((standing.belief.sd() - PRIOR_SD).abs() < 0.01);
    }
}

#[test]
fn what_is_measured_in_one_area_tells_a_little_of_the_others() {
    for right in [true, false] {
        let standings = stand(vec![attempt("a", Mode::Assessment, 1, "python", &all(right, 8))]);
        assert_eq!(
            standings.iter().map(|one| (one.answers, one.basis)).collect::<Vec<_>>(),
            [(8, Basis::Measured), (0, Basis::Inferred), (0, Basis::Inferred)]
        );
        let means: Vec<f64> = standings.iter().map(|one| one.belief.mean().abs()).collect();
        assert!(means[0] > 2.0 * means[1] && means[1] > 0.2, "{means:?}");
    }
}

#[test]
fn fewer_than_five_answers_tell_nothing() {
    let few = vec![attempt("a", Mode::Assessment, 1, "python", &all(true, 4))];
    assert!(stand(few.clone()).iter().all(|one| one.basis == Basis::Unknown));
    // One more in another area: then both are inferred.
    let more = [few, vec![attempt("b", Mode::Practice, 1, "sql", &all(true, 1))]].concat();
    assert!(stand(more).iter().all(|one| one.basis == Basis::Inferred));
}

#[test]
fn an_answer_counts_for_180_days() {
    let mut record = attempt("a", Mode::Practice, 180, "python", &all(true, 5));
    assert_eq!(first(vec![record.clone()]).0, 0);
    record.started += 1;
    assert_eq!(first(vec![record]).0, 5);
}

#[test]
fn a_question_counts_once_as_it_was_met_first_and_in_an_assessment_last() {
    let mode = |id: &str, mode, ago, right| attempt(id, mode, ago, "python", &all(right, 6));
    let (wrong, right) = (first(vec![mode("a", Mode::Exam, 9, false)]), first(vec![mode("a", Mode::Exam, 9, true)]));
    assert!(wrong.1 < right.1);
    // What came again was remembered.
    assert_eq!(first(vec![mode("a", Mode::Practice, 9, false), mode("b", Mode::Review, 8, true)]), wrong);
    // An assessment says more than what came before it and after it; the newest says most.
    let assessed = vec![
        mode("a", Mode::Practice, 9, false),
        mode("b", Mode::Assessment, 8, false),
        mode("c", Mode::Assessment, 7, true),
        mode("d", Mode::Practice, 6, false),
    ];
    assert_eq!(first(assessed), right);
}

#[test]
fn hints_and_questions_that_are_gone_do_not_count() {
    let mut record = attempt("a", Mode::Practice, 1, "python", &all(true, 6));
    record.log.insert(0, Entry(0, Event::Hinted { item: 2 }));
    record.items[3].id = "gone".into();
    // Nor does the second answer to the one that was met with a hint.
    let again = attempt("b", Mode::Practice, 0, "python", &all(true, 3));
    assert_eq!(first(vec![record, again]).0, 4);
    let elsewhere = attempt("a", Mode::Practice, 1, "withdrawn", &all(true, 6));
    assert!(stand(vec![elsewhere]).iter().all(|one| one.answers == 0));
}

#[test]
fn a_skill_is_the_mean_of_its_areas() {
    let records = vec![
        attempt("a", Mode::Assessment, 1, "sql", &all(true, 8)),
        attempt("b", Mode::Assessment, 1, "redis", &all(false, 8)),
    ];
    let areas = stand(records);
    let skills = skills(&catalogue(), &areas);
    assert_eq!(skills.iter().map(|(skill, _)| *skill).collect::<Vec<_>>(), [Skill::Languages, Skill::Data]);
    assert_eq!(skills[0].1, areas[0]);
    let data = &skills[1].1;
    assert_eq!((data.answers, data.basis), (16, Basis::Measured));
    let mean = f64::midpoint(areas[1].belief.mean(), areas[2].belief.mean());
    assert!((data.belief.mean() - mean).abs() < 0.01, "{} {mean}", data.belief.mean());
    assert!(data.belief.sd() >= areas[1].belief.sd().min(areas[2].belief.sd()) - 0.01);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_in_which_attempts_came_changes_nothing(
        tries in prop::collection::vec((0_u64..200, any::<bool>(), any::<bool>(), 1_usize..9), 1..5),
    ) {
        let record = |(place, (ago, assessed, right, count)): (usize, &(u64, bool, bool, usize))| {
            let mode = if *assessed { Mode::Assessment } else { Mode::Practice };
            attempt(&format!("a{place}"), mode, *ago, "python", &all(*right, *count))
        };
        let records: Vec<Record> = tries.iter().enumerate().map(record).collect();
        let turned = records.iter().rev().cloned().collect();
        let recent = tries.iter().filter(|one| one.0 < 180).map(|one| one.3).max().unwrap_or_default();
        let standings = stand(records);
        prop_assert_eq!(standings[0].answers, recent);
        prop_assert_eq!(standings, stand(turned));
    }
}
