//! What a learning system keeps to bring an attempt back: the record, without what can be spared where room is short.

use engine::{
    record::{Entry, Event, Record, Unreadable},
    transfer::short,
};

/// The text for a place of `room` characters; none where even the least does not fit.
///
/// What goes first: that time passed, answers that were changed before they were closed, and which question was on
/// the screen when. What goes next: what was answered to questions that are closed; their grades stay.
#[must_use]
pub fn write(record: &Record, room: usize) -> Option<String> {
    [spare(record, false), spare(record, true)].iter().map(short::write).find(|text| text.len() <= room)
}

/// The record that a learning system kept.
///
/// # Errors
/// [`Unreadable`], where it is damaged, of a later Plumb, or of another program.
pub fn read(text: &str) -> Result<Record, Unreadable> {
    short::read(text.trim())
}

/// The record without facts that nothing depends on any more, or `without_closed` also without the answers to closed
/// questions. The time of what goes is added to the next fact that stays.
fn spare(record: &Record, without_closed: bool) -> Record {
    let mut closed = vec![false; record.items.len()];
    let mut replaced = closed.clone();
    let mut last_move = true;
    // What comes later decides, so from the last to the first.
    let mut stays: Vec<bool> = Vec::with_capacity(record.log.len());
    for Entry(_, event) in record.log.iter().rev() {
        let mark = |list: &mut Vec<bool>, item: u16| {
            list.get_mut(usize::from(item)).is_some_and(|known| std::mem::replace(known, true))
        };
        let needed = match event {
            Event::Ticked => false,
            Event::Responded { item, .. } => {
                let closed = closed.get(usize::from(*item)) == Some(&true);
                !(mark(&mut replaced, *item) || without_closed && closed)
            }
            Event::Graded { item, .. } => {
                mark(&mut closed, *item);
                true
            }
            // A later answer undoes both.
            Event::Skipped { item } | Event::GaveUp { item } => replaced.get(usize::from(*item)) != Some(&true),
            Event::Moved { .. } => std::mem::take(&mut last_move),
            _ => true,
        };
        stays.push(needed);
    }
    stays.reverse();
    let mut log: Vec<Entry> = Vec::with_capacity(record.log.len());
    let mut passed = 0_u32;
    for (Entry(own, event), needed) in record.log.iter().zip(stays) {
        passed = match passed.checked_add(*own) {
            Some(sum) => sum,
            // Too long for one fact.
            None => {
                log.push(Entry(passed, Event::Ticked));
                *own
            }
        };
        if needed {
            log.push(Entry(std::mem::take(&mut passed), event.clone()));
        }
    }
    if passed > 0 {
        log.push(Entry(passed, Event::Ticked));
    }
    Record { log, ..record.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{
        kinds::Response,
        quiz::Quiz,
        record::Asked,
        state::{Slot, State},
    };
    use proptest::prelude::*;

    fn event() -> impl Strategy<Value = Event> {
        let item = 0_u16..40;
        prop_oneof![
            (item.clone(), ".{0,300}")
                .prop_map(|(item, text)| Event::Responded { item, response: Response::Text(text) }),
            (item.clone(), 0_u8..5)
                .prop_map(|(item, place)| Event::Responded { item, response: Response::Single(place) }),
            (item.clone(), 0_u16..2).prop_map(|(item, got)| Event::Graded { item, got, of: 1 }),
            item.clone().prop_map(|item| Event::Moved { item }),
            item.clone().prop_map(|item| Event::Skipped { item }),
            item.clone().prop_map(|item| Event::GaveUp { item }),
            item.prop_map(|item| Event::Hinted { item }),
            Just(Event::Ticked),
        ]
    }

    fn record() -> impl Strategy<Value = Record> {
        let asked = |place| Asked {
            area: "python".into(),
            id: format!("question-{place}"),
            topic: "a-topic".into(),
            level: 3,
            hash: place,
        };
        prop::collection::vec((0_u32..100_000, event()), 0..200).prop_map(move |log| Record {
            id: "a-1".into(),
            started: 1_795_000_000_000,
            quiz: Quiz::new("python", "s", 40),
            items: (0..40).map(asked).collect(),
            log: log.into_iter().map(|(passed, event)| Entry(passed, event)).collect(),
        })
    }

    proptest! {
        // Each takes as long as the squeezing of some thousand bytes does without optimisation.
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_written_keeps_within_its_room_and_stands_where_the_attempt_stood(record in record()) {
            let real = State::of(&record);
            for room in [4096, 64_000] {
                let Some(text) = write(&record, room) else {
                    prop_assert!(room < 64_000);
                    continue;
                };
                prop_assert!(text.len() <= room && text.is_ascii());
                let back = State::of(&read(&text).unwrap());
                prop_assert_eq!((back.at, back.used, back.clock), (real.at, real.used, real.clock));
                for (back, real) in back.slots.iter().zip(&real.slots) {
                    let rest = |slot: &Slot| (slot.grade, slot.hints, slot.gave_up, slot.skipped);
                    prop_assert_eq!(rest(back), rest(real));
                    prop_assert!(real.grade.is_some() || back.response == real.response);
                }
            }
        }
    }

    #[test]
    fn other_texts_are_refused() {
        assert_eq!(read(""), Err(Unreadable::Damaged));
        assert_eq!(read("page=3"), Err(Unreadable::Damaged));
        assert_eq!(read("99~abc"), Err(Unreadable::Newer(99)));
    }
}
