//! A result as a link that anybody can check: the facts themselves, which are graded again when it is opened.
//!
//! A link shows what these answers are worth. Who gave them, it cannot show.

use crate::{
    bank::Bank,
    grade::Grade,
    pack,
    record::{Entry, Event, Record, Unreadable},
    sorted::Set,
    state::State,
};

/// The longest text that is looked at, in bytes: far more than any result takes.
pub const LONGEST: usize = 20_000;

/// What came of a check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Grades that the answers do not give.
    pub false_grades: usize,
    /// Questions that were changed or dropped since, so that their answers cannot be graded again.
    pub changed: usize,
    /// Answers that were graded again.
    pub graded: usize,
    /// Whether the banks are, question for question, those that were answered.
    pub same_banks: bool,
}

/// The text of a finished attempt; `banks` are the hashes of the banks of its areas, as in their files' names.
///
/// What a stranger need not know stays out: which questions were seen before, and what was changed on the way.
#[must_use]
pub fn write(record: &Record, banks: &[&str]) -> String {
    let mut record = record.compact();
    record.quiz.avoid = Set::default();
    record.log.retain(|Entry(_, event)| !matches!(event, Event::Moved { .. } | Event::Flagged { .. }));
    let (banks, record) = (banks.join("-"), record.write());
    format!("{banks}-{:08x}.{record}", sum(&banks, &record))
}

/// The record has a sum of its own; this one sees a change of the hashes too.
fn sum(banks: &str, record: &str) -> u32 {
    pack::fnv1a(format!("{banks}.{record}").as_bytes())
}

/// Reads what [`write`] wrote: the hashes and the record.
///
/// # Errors
/// [`Unreadable`] where as much as one letter is another, or a newer Plumb wrote it.
pub fn read(text: &str) -> Result<(Vec<&str>, Record), Unreadable> {
    let (head, record) = text.split_once('.').filter(|_| text.len() <= LONGEST).ok_or(Unreadable::Damaged)?;
    let (banks, told) = head.rsplit_once('-').ok_or(Unreadable::Damaged)?;
    if format!("{:08x}", sum(banks, record)) != told {
        return Err(Unreadable::Damaged);
    }
    let record = Record::read(record)?;
    if State::of(&record).finished.is_none() {
        return Err(Unreadable::Damaged);
    }
    Ok((banks.split('-').collect(), record))
}

/// The areas of a result; none where the text is none.
#[must_use]
pub fn areas(text: &str) -> Set<String> {
    read(text).map(|(_, record)| record.quiz.areas).unwrap_or_default()
}

/// Grades every answer again with the bank of its areas; `same_banks` as the hashes say.
#[must_use]
pub fn check(record: &Record, bank: &Bank, same_banks: bool) -> Checked {
    let mut checked = Checked { same_banks, ..Checked::default() };
    for (asked, slot) in record.items.iter().zip(State::of(record).slots) {
        let Some(claimed) = slot.grade else { continue };
        let is_it = |item: &&crate::bank::Item| {
            *item.area == *asked.area && item.id == asked.id && item.hash == asked.hash && item.level == asked.level
        };
        let Some(item) = bank.items.iter().find(is_it) else {
            checked.changed += 1;
            continue;
        };
        checked.graded += 1;
        let grade = match slot.response.filter(|response| !slot.gave_up && item.question.fits(response)) {
            Some(response) => item.question.grade(&response),
            None => Grade::ZERO,
        };
        checked.false_grades += usize::from((grade.credit() - claimed.credit()).abs() > 1e-9);
    }
    checked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{action::Action, kinds::samples, quiz::Quiz, session::Session};
    use proptest::prelude::*;
    use std::sync::Arc;

    const BANKS: [&str; 1] = ["0123456789ab"];

    /// Of the samples every second one right, the others not known.
    fn record() -> Record {
        let mut session =
            Session::start(Arc::new(samples::bank()), Quiz::new("sample", "s", 99), "a1".into(), 0).unwrap();
        for item in 0..session.record().items.len() {
            if item % 2 == 0 {
                let response = session.item(item).unwrap().question.solution();
                session.apply(Action::Respond { item, response }, 9).unwrap();
                session.apply(Action::Submit { item }, 19).unwrap();
            } else {
                session.apply(Action::GiveUp { item }, 29).unwrap();
            }
        }
        session.apply(Action::Finish, 99).unwrap();
        session.record().clone()
    }

    #[test]
    fn a_result_is_the_same_on_the_other_side_and_checks() {
        let record = record();
        let text = write(&record, &BANKS);
        let (banks, read) = read(&text).unwrap();
        assert_eq!(banks, BANKS);
        let grades = |record: &Record| State::of(record).slots.iter().map(|slot| slot.grade).collect::<Vec<_>>();
        assert_eq!(grades(&read), grades(&record));
        let checked = check(&read, &samples::bank(), true);
        assert_eq!(checked, Checked { graded: read.items.len(), same_banks: true, ..Checked::default() });
    }

    #[test]
    fn points_that_the_answers_do_not_give_are_found() {
        let mut record = record();
        let claims = record.log.iter_mut().filter_map(|Entry(_, event)| match event {
            Event::Graded { got, of, .. } => Some((got, of)),
            _ => None,
        });
        let raised = claims.filter(|(got, _)| **got == 0).map(|(got, of)| *got = *of).count();
        let text = write(&record, &BANKS);
        let checked = check(&read(&text).unwrap().1, &samples::bank(), true);
        assert!(raised > 3);
        assert_eq!(checked.false_grades, raised);
    }

    #[test]
    fn questions_that_changed_are_counted_and_not_graded() {
        let mut bank = samples::bank();
        bank.items[0].hash ^= 1;
        bank.items.remove(3);
        let checked = check(&record(), &bank, false);
        assert_eq!((checked.changed, checked.graded), (2, bank.items.len() - 1));
    }

    #[test]
    fn a_running_attempt_is_no_result() {
        let mut record = record();
        record.log.pop();
        assert_eq!(read(&write(&record, &BANKS)).err(), Some(Unreadable::Damaged));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn another_letter_anywhere_is_found(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
            let text = write(&record(), &BANKS);
            let at = at.index(text.len());
            let mut other = text.clone();
            other.replace_range(at..=at, &to);
            prop_assume!(other != text);
            prop_assert!(read(&other).is_err());
        }

        #[test]
        fn any_text_is_survived(text in ".{0,200}") {
            let _ = read(&text);
            let _ = read(&format!("ab.{text}"));
        }
    }
}
