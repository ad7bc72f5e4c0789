//! Format 4 holds any record, and survives anything that claims to be one.

use super::*;
use crate::{certainty::Certainty, kinds::tests::any_response, modes::Mode, sorted::Set, state::State};
use proptest::prelude::*;

fn any_names() -> impl Strategy<Value = Set<String>> {
    prop::collection::vec(any_name(), 0..6).prop_map(|names| names.into_iter().collect())
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,9}(-[a-z]{1,5}){0,3}", "one|two|three", ".{0,9}"]
}

fn any_quiz() -> impl Strategy<Value = Quiz> {
    let sets = (any_names(), prop::collection::vec(1..=5_u8, 0..5), any_names(), any_names());
    let areas = prop_oneof![any_name().prop_map(|name| [name].into()), any_names()];
    let mode = prop::sample::select(Mode::ALL.to_vec());
    let rest = (areas, mode, "[a-z0-9]{0,8}", 0..30_u16, any::<Option<u32>>(), any::<bool>());
    (sets, rest).prop_map(|((topics, levels, only, avoid), (areas, mode, seed, count, limit, rated))| Quiz {
        areas,
        mode,
        seed,
        count,
        topics,
        levels: levels.into_iter().collect(),
        only,
        avoid,
        limit,
        rated,
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let item = || 0..4_u16;
    prop_oneof![
        any::<u64>().prop_map(|at| Event::Resumed { at }),
        (item(), any_response()).prop_map(|(item, response)| Event::Responded { item, response }),
        (item(), 0..3_u16).prop_map(|(item, got)| Event::Graded { item, got: got.min(1), of: 1 }),
        (item(), 0..300_u16).prop_map(|(item, got)| Event::Graded { item, got, of: 300 }),
        item().prop_map(|item| Event::Skipped { item }),
        (item(), any::<bool>()).prop_map(|(item, on)| Event::Flagged { item, on }),
        item().prop_map(|item| Event::Moved { item }),
        Just(Event::Ticked),
        any::<Option<u32>>().prop_map(|seconds| Event::Limited { seconds }),
        any::<bool>().prop_map(|time| Event::Finished { by: if time { End::Time } else { End::Person } }),
        (item(), 0..3_usize).prop_map(|(item, place)| Event::Rated { item, certainty: Certainty::ALL[place] }),
        item().prop_map(|item| Event::Hinted { item }),
        item().prop_map(|item| Event::GaveUp { item }),
    ]
}

fn any_time() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), 1..70_000_u32, any::<u32>()]
}

prop_compose! {
    fn any_record()(
        id in "[a-z0-9]{1,9}-[a-z0-9]{1,8}",
        started in any::<u64>(),
        mut quiz in any_quiz(),
        asked in prop::collection::vec((any_name(), any_name(), 1..=5_u8, any::<u32>(), prop::option::of("x|y")), 4..9),
        log in prop::collection::vec((any_time(), any_event()), 0..40),
        repeat in any::<bool>(),
        mixed in any::<bool>(),
    ) -> Record {
        let own = quiz.area().unwrap_or("z").to_owned();
        let of = |other: Option<String>| if mixed { other.unwrap_or_else(|| own.clone()) } else { own.clone() };
        let asked = asked.into_iter();
        let items: Vec<Asked> =
            asked.map(|(id, topic, level, hash, other)| Asked { area: of(other).into(), id, topic, level, hash }).collect();
        if repeat {
            quiz.only = items.iter().map(|asked| asked.id.clone()).collect();
        }
        Record { id, started, quiz, items, log: log.into_iter().map(|(passed, event)| Entry(passed, event)).collect() }
    }
}

proptest! {
    #[test]
    fn any_record_comes_back(record in any_record()) {
        prop_assert_eq!(&Record::read(&record.write()).unwrap(), &record);
        prop_assert_eq!(&Record::read(&record.write_dense()).unwrap(), &record);
    }

    #[test]
    fn any_record_is_the_same_attempt_when_compact(record in any_record()) {
        let compact = record.compact();
        prop_assert_eq!(State::of(&compact), State::of(&record));
        prop_assert_eq!(compact.until(), record.until());
        prop_assert_eq!(compact.compact(), compact);
    }

    /// Also with a checksum that fits.
    #[test]
    fn any_bytes_are_survived(record in any_record(), at in any::<usize>(), other in any::<u8>(), cut in any::<usize>()) {
        let mut bytes = layout::write(&record);
        let length = bytes.len();
        bytes[at % length] = other;
        let _ = Record::read(&format!("{VERSION}.{}", pack::pack(&bytes)));
        bytes.truncate(cut % length);
        let _ = Record::read(&format!("{VERSION}.{}", pack::pack_dense(&bytes)));
    }
}

#[test]
fn what_would_take_too_much_room_is_refused() {
    let asked = |topic: &str| Asked { area: "a".into(), id: "a".into(), topic: topic.into(), level: 1, hash: 0 };
    let record = |items| Record { id: "a".into(), started: 0, quiz: Quiz::new("a", "s", 1), items, log: Vec::new() };
    let read = |record: Record| Record::read(&record.write());
    assert_eq!(read(record(vec![asked("t"); MOST_ITEMS + 1])), Err(Unreadable::Damaged));
    assert_eq!(read(record(vec![asked(&"t".repeat(301))])), Err(Unreadable::Damaged));
    assert_eq!(read(record(Vec::new())), Err(Unreadable::Damaged));
    assert!(read(record(vec![asked("t"); MOST_ITEMS])).is_ok());
}
