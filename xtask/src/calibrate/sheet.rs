//! Who answered what in an area: the first answer of each person to each question, graded anew.

use std::collections::{BTreeMap, BTreeSet};

use engine::bank::{Bank, Item};
use engine::estimate::Answer;
use engine::fold::{self, Attempt};
use engine::kinds::Response;
use engine::sorted::Map;
use engine::state::Slot;

/// The answers to the questions of one area.
#[derive(Debug, Default)]
pub struct Sheet {
    /// For each person who answered something.
    pub people: Vec<Vec<Given>>,
    /// Answers to what a question was before it was changed, or to one that is gone: by its id.
    pub old: BTreeMap<String, usize>,
    /// Answers for which hints were shown: they are not evidence.
    pub hinted: usize,
    /// Answers whose grade in the file was another than theirs.
    pub regraded: usize,
    /// Grades without an answer.
    pub empty: usize,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The place of the question in the bank.
    pub item: usize,
    /// What it tells.
    pub answer: Answer,
    /// What was answered; none for "I don't know".
    pub response: Option<Response>,
}

impl Sheet {
    /// Gathers what everybody answered in the area of this bank.
    #[must_use]
    pub fn of(bank: &Bank, people: &[Map<Attempt>]) -> Self {
        let mut sheet = Self::default();
        let places: BTreeMap<&str, (usize, &Item)> =
            bank.items.iter().enumerate().map(|(place, item)| (item.id.as_str(), (place, item))).collect();
        for attempts in people {
            let mut seen = BTreeSet::new();
            let mut given = Vec::new();
            for attempt in fold::by_time(attempts) {
                for (asked, slot) in attempt.slots().filter(|(asked, _)| *asked.area == *bank.area) {
                    // Who met a question once knows it, also when it was worded otherwise or hints were shown.
                    if slot.grade.is_none() || !seen.insert(asked.id.as_str()) {
                        continue;
                    }
                    match places.get(asked.id.as_str()) {
                        Some((place, item)) if item.hash == asked.hash => {
                            given.extend(sheet.take(*place, item, slot));
                        }
                        _ => *sheet.old.entry(asked.id.clone()).or_default() += 1,
                    }
                }
            }
            if !given.is_empty() {
                sheet.people.push(given);
            }
        }
        sheet
    }

    /// Grades an answer, whatever the file says of it.
    fn take(&mut self, place: usize, item: &Item, slot: &Slot) -> Option<Given> {
        if slot.hints > 0 {
            self.hinted += 1;
            return None;
        }
        if slot.gave_up {
            return Some(Given { item: place, answer: Answer::Unknown, response: None });
        }
        let Some(response) = slot.response.clone().filter(|response| item.question.fits(response)) else {
            self.empty += 1;
            return None;
        };
        let grade = item.question.grade(&response);
        self.regraded += usize::from(slot.grade != Some(grade));
        Some(Given { item: place, answer: Answer::Graded(grade), response: Some(response) })
    }
}

#[cfg(test)]
mod tests {
    use engine::grade::Grade;
    use engine::quiz::Quiz;
    use engine::record::{Asked, End, Entry, Event, Record};

    use super::*;
    use crate::calibrate::simulate;

    fn attempt(id: &str, started: u64, events: Vec<Event>) -> Record {
        let bank = simulate::bank();
        let items = bank.items.iter().map(simulate::asked).collect();
        let log = events.into_iter().chain([Event::Finished { by: End::Person }]).map(|event| Entry(1, event));
        Record { id: id.into(), started, quiz: Quiz::new(&*bank.area, "s", 3), items, log: log.collect() }
    }

    fn answered(item: u16, place: u8, got: u16) -> [Event; 2] {
        [Event::Responded { item, response: Response::Single(place) }, Event::Graded { item, got, of: 1 }]
    }

    fn sheet(records: Vec<Record>) -> Sheet {
        Sheet::of(&simulate::bank(), &[fold::union(records)])
    }

    #[test]
    fn only_the_first_answer_counts() {
        let right = simulate::key(0);
        let late = attempt("late", 20, answered(0, right, 1).into());
        let early = attempt("early", 10, answered(0, right + 1, 0).into());
        let sheet = sheet(vec![late, early]);
        let answers: Vec<_> = sheet.people[0].iter().map(|given| given.answer).collect();
        assert_eq!(answers, [Answer::Graded(Grade::whole(false))]);
    }

    #[test]
    fn a_question_that_was_changed_is_kept_apart() {
        let mut before = attempt("a", 1, answered(0, 0, 1).into_iter().chain(answered(1, 0, 1)).collect());
        before.items[0].hash ^= 1;
        before.items.push(Asked { area: "area".into(), id: "gone".into(), topic: "t".into(), level: 1, hash: 3 });
        before
            .log
            .push(Entry(1, Event::Graded { item: u16::try_from(before.items.len()).unwrap() - 1, got: 0, of: 1 }));
        let sheet = sheet(vec![before, attempt("b", 2, answered(0, 1, 0).into())]);
        assert_eq!(sheet.old.keys().collect::<Vec<_>>(), ["gone", &simulate::bank().items[0].id]);
        assert_eq!(sheet.people[0].iter().map(|given| given.item).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn hints_gave_up_and_lies_are_seen() {
        let events = [
            vec![Event::Hinted { item: 0 }],
            answered(0, 0, 1).into(),
            vec![Event::GaveUp { item: 1 }, Event::Graded { item: 1, got: 0, of: 1 }],
            answered(2, simulate::key(2) + 1, 1).into(),
            vec![Event::Graded { item: 3, got: 1, of: 1 }],
        ];
        let sheet = sheet(vec![attempt("a", 1, events.concat())]);
        assert_eq!((sheet.hinted, sheet.regraded, sheet.empty), (1, 1, 1));
        let answers: Vec<_> = sheet.people[0].iter().map(|given| (given.item, given.answer)).collect();
        assert_eq!(answers, [(1, Answer::Unknown), (2, Answer::Graded(Grade::whole(false)))]);
    }
}
