//! When a question is a mistake, when it is put right, and which comes first.

use super::*;
use crate::schedule::{calendar::DAY, mistakes::mistakes};

/// The open mistakes after answers to "x": hours since the start and how many of two parts were right.
fn days(answers: &[(u64, u16)]) -> Option<u8> {
    let records: Vec<Record> = (0..)
        .zip(answers)
        .map(|(place, (hours, got))| answered(&format!("a{place}"), "x", START + hours * HOUR, *got))
        .collect();
    mistakes(&union(&records), 0).first().map(|mistake| mistake.days)
}

#[test]
fn it_takes_right_answers_on_two_days() {
    assert_eq!(days(&[(0, 2)]), None);
    assert_eq!(days(&[(0, 0)]), Some(0));
    assert_eq!(days(&[(0, 0), (1, 2)]), Some(1));
    assert_eq!(days(&[(0, 0), (1, 2), (23, 2)]), Some(1));
    assert_eq!(days(&[(0, 0), (23, 2), (24, 2)]), None);
    assert_eq!(days(&[(0, 2), (1, 0), (24, 2)]), Some(1));
    assert_eq!(days(&[(0, 0), (24, 2), (48, 2), (72, 2)]), None);
}

#[test]
fn a_wrong_answer_starts_anew_and_a_partly_right_one_changes_nothing() {
    assert_eq!(days(&[(0, 0), (24, 2), (48, 0), (72, 2)]), Some(1));
    assert_eq!(days(&[(0, 0), (24, 2), (48, 2), (72, 0)]), Some(0));
    assert_eq!(days(&[(0, 1)]), None);
    assert_eq!(days(&[(0, 0), (24, 1), (48, 1)]), Some(0));
    assert_eq!(days(&[(0, 0), (24, 2), (48, 1), (72, 2)]), None);
}

#[test]
fn days_are_those_of_the_place() {
    let records = [answered("a", "x", START, 0), answered("b", "x", START + 21 * HOUR, 2)];
    let records = [records.as_slice(), &[answered("c", "x", START + 23 * HOUR, 2)]].concat();
    assert_eq!(mistakes(&union(&records), 0).len(), 1);
    // At two hours east midnight lies between them.
    assert_eq!(mistakes(&union(&records), 120), []);
}

#[test]
fn what_one_was_sure_of_comes_first_and_then_the_latest() {
    let mut gave_up = rated("e", "unknown", START + 4 * DAY, 0, Certainty::High);
    gave_up.log.insert(1, Entry(0, Event::GaveUp { item: 0 }));
    let records = [
        answered("a", "old", START, 0),
        rated("b", "sure", START, 0, Certainty::High),
        rated("c", "surely", START + DAY, 0, Certainty::High),
        rated("d", "unsure", START + 3 * DAY, 0, Certainty::Low),
        gave_up,
        // Of the last wrong answer nobody was sure any more.
        rated("f", "again", START, 0, Certainty::High),
        rated("g", "again", START + 2 * DAY, 0, Certainty::Mid),
    ];
    let list = mistakes(&union(&records), 0);
    let names: Vec<_> = list.iter().map(|mistake| (mistake.id.as_str(), mistake.sure)).collect();
    assert_eq!(
        names,
        [("surely", true), ("sure", true), ("unknown", false), ("unsure", false), ("again", false), ("old", false)]
    );
    assert_eq!((list[0].at, list[0].hash, list[0].area.as_str()), (START + DAY, 7, "git"));
}
