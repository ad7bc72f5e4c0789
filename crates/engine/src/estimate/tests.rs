//! A whole adaptive test over a bank of every kind, from the first question to the report.

use super::*;
use crate::{
    bank::{Bank, Item},
    grade::Grade,
    kinds::samples,
};
use proptest::prelude::*;

const NOW: u64 = 1 << 40;

/// Every kind at every level, in two topics.
fn bank() -> Bank {
    let mut bank = samples::bank();
    let items = bank
        .items
        .iter()
        .flat_map(|item| (1..=5).map(|level| Item { id: format!("{}-{level}", item.id), level, ..item.clone() }));
    bank.items = items.collect();
    bank
}

struct Sat {
    items: Vec<String>,
    belief: Belief,
    over: Enough,
}

/// Sits a test; `answer` says what becomes of the question that comes as the `n`-th.
fn sit(bank: &Bank, seed: &str, answer: impl Fn(usize, &Item) -> Answer) -> Sat {
    let mut curves = Curves::default();
    let places: Vec<usize> =
        bank.items.iter().map(|item| curves.place(item.level, &Format::of(&item.question))).collect();
    let mut asked: Vec<usize> = Vec::new();
    let mut evidence = Evidence::new(Grid::FINE);
    loop {
        let belief = prior().after(&evidence);
        let left: Vec<usize> = (0..bank.items.len()).filter(|item| !asked.contains(item)).collect();
        if let Some(over) = enough(asked.len(), belief.sd(), left.len()) {
            return Sat { items: asked.iter().map(|item| bank.items[*item].id.clone()).collect(), belief, over };
        }
        let theta = belief.mean();
        let candidate = |item: &usize| {
            let Item { id, topic, .. } = &bank.items[*item];
            let information = curves.get(places[*item]).unwrap().information(theta);
            let of_topic = asked.iter().filter(|other| bank.items[**other].topic == *topic).count();
            Candidate { id, topic, information, asked: of_topic, seen: None }
        };
        let candidates: Vec<_> = left.iter().map(candidate).collect();
        let item = left[next(&candidates, select::ROUGH, seed, NOW).unwrap()];
        let answer = answer(asked.len(), &bank.items[item]);
        curves.get(places[item]).unwrap().tell(answer, &mut evidence);
        asked.push(item);
    }
}

fn right(_: usize, item: &Item) -> Answer {
    Answer::Graded(item.question.grade(&item.question.solution()))
}

#[test]
fn who_knows_all_is_told_so_and_who_knows_nothing_too() {
    let told = |sat: &Sat| level(&sat.belief, sat.items.len()).unwrap();
    let best = told(&sit(&bank(), "seed", right));
    assert_eq!((best.level, best.band.1), (5, 5));
    let worst = told(&sit(&bank(), "seed", |_, _| Answer::Unknown));
    assert_eq!((worst.level, worst.band.0), (1, 1));
    assert!(best.chances[4] > 0.9 && worst.chances[0] > 0.9);
}

#[test]
fn the_same_seed_asks_the_same_questions_whatever_the_order_of_the_bank() {
    let bank = bank();
    let mut turned = bank.clone();
    turned.items.reverse();
    let mixed = |place: usize, item: &Item| {
        if place.is_multiple_of(2) { right(place, item) } else { Answer::Graded(Grade::ZERO) }
    };
    let first = sit(&bank, "seed", mixed);
    assert_eq!(first.items, sit(&turned, "seed", mixed).items);
    assert_ne!(first.items, sit(&bank, "another", mixed).items);
}

#[test]
fn topics_take_turns() {
    let bank = bank();
    let sat = sit(&bank, "seed", right);
    let of = |topic: &str| {
        let is_of = |id: &&String| bank.items.iter().any(|item| item.id == **id && item.topic == topic);
        sat.items.iter().filter(is_of).count()
    };
    assert!(of("odd").abs_diff(of("even")) <= 2, "{} and {}", of("odd"), of("even"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_answers_lead_to_a_sound_report(grades in proptest::collection::vec((0..5_usize, 1..5_usize, any::<bool>()), 25)) {
        let answer = |place: usize, _: &Item| {
            let (got, of, unknown) = grades[place];
            if unknown { Answer::Unknown } else { Answer::Graded(Grade::new(got, of)) }
        };
        let sat = sit(&bank(), "seed", answer);
        let count = sat.items.len();
        prop_assert!((5..=25).contains(&count));
        prop_assert_eq!(sat.over == Enough::Sure, sat.belief.sd() <= 0.6 && count < 25);
        let mut unique = sat.items.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), count);
        let level = level(&sat.belief, count).unwrap();
        prop_assert!((level.band.0..=level.band.1).contains(&level.level));
        prop_assert!((level.chances.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!(level.chances.iter().all(|chance| *chance >= -1e-12));
    }
}
