//! Daily five: the same few questions for everybody on a date, and the days in a row that they were done.

use super::calendar;
use crate::{bank::Bank, draw::generator, quiz::Quiz, sorted::Set};
use rand::Rng;

/// How many questions a day has.
pub const FIVE: usize = 5;

/// The questions of a date, as area and id, in the order in which they are asked; fewer than [`FIVE`]
/// where there are no more.
///
/// `date` is the text that everybody has on that day, such as `2026-09-21`; `questions` are area and id
/// of what may be asked, of the areas that the person follows. Their order and repetitions change
/// nothing. The areas take turns, in an order that follows from the date, and which question an area
/// gives first depends on no other area: people who follow the same areas get the same questions, and
/// those who share some areas much the same.
#[must_use]
pub fn daily<'a>(date: &str, questions: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let date = format!("daily {date}");
    let rank = |seed: &str, id: &str| generator(seed, id).next_u64();
    let questions: Set<(&str, &str)> = questions.into_iter().collect();
    let questions = questions.iter().map(|(area, id)| (*area, rank(&format!("{date} {area}"), id), *id));
    let mut questions: Vec<(&str, u64, &str)> = questions.collect();
    questions.sort_unstable();
    let mut turns = Vec::new();
    for list in questions.chunk_by(|(area, ..), (other, ..)| area == other) {
        let list = list.iter().enumerate();
        turns.extend(list.map(|(turn, (area, _, id))| (turn, rank(&date, area), *area, *id)));
    }
    turns.sort_unstable();
    turns.into_iter().take(FIVE).map(|(_, _, area, id)| (area, id)).collect()
}

/// The questions of a daily quiz, by their names in it: its seed is the date, its bank that of the areas which the
/// person follows.
#[must_use]
pub fn names(quiz: &Quiz, bank: &Bank) -> Set<String> {
    let all = bank.items.iter().map(|item| (&*item.area, item.id.as_str()));
    daily(&quiz.seed, all).into_iter().map(|(area, id)| quiz.name(area, id)).collect()
}

/// How many calendar days in a row a daily was finished, up to today. A today on which it is not done
/// yet does not end the row.
///
/// `finished` is when each daily was finished, in any order, and `now` the present moment, in
/// milliseconds since 1970 (UTC); `offset` in minutes ahead of UTC as for [`calendar::day`].
#[must_use]
pub fn streak(finished: impl IntoIterator<Item = u64>, now: u64, offset: i32) -> usize {
    let days: Set<i64> = finished.into_iter().map(|at| calendar::day(at, offset)).collect();
    let today = calendar::day(now, offset);
    let last = if days.contains(&today) { today } else { today.saturating_sub(1) };
    let row = days.iter().rev().skip_while(|day| **day > last);
    row.zip(0..).take_while(|(day, back)| **day == last.saturating_sub(*back)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::calendar::DAY;
    use proptest::prelude::*;

    const AREAS: [&str; 3] = ["git", "python", "sql"];
    const IDS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

    fn all(areas: &[&'static str]) -> Vec<(&'static str, &'static str)> {
        areas.iter().flat_map(|area| IDS.map(|id| (*area, id))).collect()
    }

    fn dates() -> impl Iterator<Item = String> {
        (1..=12).flat_map(|month| (1..=28).map(move |day| format!("2026-{month:02}-{day:02}")))
    }

    #[test]
    fn a_date_has_the_same_questions_for_ever() {
        // Pinned: if this changes, two people with different versions get different questions on a day.
        let pinned = [("sql", "i"), ("python", "h"), ("git", "e"), ("sql", "d"), ("python", "c")];
        assert_eq!(daily("2026-09-21", all(&AREAS)), pinned);
        assert_ne!(daily("2026-09-22", all(&AREAS)), pinned);
    }

    #[test]
    fn areas_are_mixed_and_take_turns() {
        for date in dates() {
            for count in 1..=3 {
                let five = daily(&date, all(&AREAS[..count]));
                assert_eq!(five.iter().collect::<Set<_>>().len(), FIVE);
                for area in &AREAS[..count] {
                    let times = five.iter().filter(|(other, _)| other == area).count();
                    assert!((FIVE / count..=FIVE.div_ceil(count)).contains(&times), "{five:?}");
                }
            }
        }
        assert_eq!(daily("2026-09-21", [("sql", "a"), ("sql", "a"), ("git", "a")]).len(), 2);
        assert_eq!(daily("2026-09-21", []), []);
    }

    #[test]
    fn an_area_begins_with_the_same_question_whatever_else_is_followed() {
        for date in dates() {
            let (one, three) = (daily(&date, all(&["sql"])), daily(&date, all(&AREAS)));
            assert_eq!(three.iter().find(|(area, _)| *area == "sql"), one.first());
        }
    }

    #[test]
    fn every_question_has_its_day() {
        let asked: Set<_> = dates().flat_map(|date| daily(&date, all(&AREAS))).collect();
        assert_eq!(asked.len(), AREAS.len() * IDS.len());
    }

    proptest! {
        #[test]
        fn the_order_of_the_questions_changes_nothing(
            shuffled in Just(all(&AREAS)).prop_shuffle(),
            twice in 0..27_usize,
        ) {
            let again = shuffled.iter().take(twice).copied();
            prop_assert_eq!(daily("d", shuffled.iter().copied().chain(again)), daily("d", all(&AREAS)));
        }

        #[test]
        fn a_streak_is_the_days_in_a_row(done in prop::collection::vec(any::<bool>(), 1..40), hour in 0..24_u64) {
            let last = u64::try_from(done.len()).unwrap() - 1;
            let finished = (0..).zip(&done).filter(|(_, done)| **done).map(|(day, _)| day * DAY + hour * 3_600_000);
            // Without today, where that is not done yet.
            let past = if done.last() == Some(&true) { done.as_slice() } else { &done[..done.len() - 1] };
            let row = past.iter().rev().take_while(|done| **done).count();
            prop_assert_eq!(streak(finished, last * DAY, 0), row);
        }
    }

    #[test]
    fn today_breaks_no_streak_and_days_are_those_of_the_place() {
        let evening = |day: u64| day * DAY + 23 * 3_600_000;
        assert_eq!(streak([evening(3), evening(1), evening(2), evening(2)], evening(3), 0), 3);
        assert_eq!(streak([evening(1), evening(2)], evening(3), 0), 2);
        assert_eq!(streak([evening(1), evening(2)], evening(4), 0), 0);
        assert_eq!(streak([], evening(4), 0), 0);
        // Two hours east it is one o'clock of the next day; what lies after today, by a wrong clock, does not count.
        assert_eq!(streak([evening(1), evening(2) - 4 * 3_600_000], evening(2), 120), 1);
        assert_eq!(streak([evening(1), evening(2), evening(9)], evening(2), 0), 2);
        assert_eq!(streak([0, u64::MAX], 0, i32::MIN), 1);
    }
}
