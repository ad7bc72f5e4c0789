//! Parts come together again in any order and shape, and what is damaged is named.

use super::*;
use crate::{action::Action, kinds::samples, quiz::Quiz, session::Session};
use proptest::prelude::*;
use std::sync::Arc;

/// Attempts that differ from transfer to transfer.
fn records(count: usize, salt: u64) -> Vec<Record> {
    let attempt = |place: usize| {
        let started = 1_790_000_000_000 + salt * 7919 + place as u64 * 86_400_000;
        let quiz = Quiz::new("sample", format!("s{place}{salt}"), 9);
        let mut session = Session::start(Arc::new(samples::bank()), quiz, format!("a{salt}-{place}"), started).unwrap();
        for item in 0..9 {
            let response = session.item(item).unwrap().question.solution();
            let now = started + (item as u64 * 104_729 * (salt + 3)) % 900_000;
            session.apply(Action::Respond { item, response }, now).unwrap();
            session.apply(Action::Submit { item }, now + place as u64).unwrap();
        }
        session.apply(Action::Finish, started + 900_000).unwrap();
        session.record().clone()
    };
    (0..count).map(attempt).collect()
}

fn compact(records: &[Record]) -> Vec<Record> {
    records.iter().map(Record::compact).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_may_come_in_any_order_and_shape(
        mixed in (Just([records(14, 1), records(6, 2)])).prop_flat_map(|both| {
            let parts: Vec<String> = both.iter().flat_map(write).collect();
            let again = prop::sample::subsequence(parts.clone(), 0..3);
            let order = again.prop_flat_map(move |again| Just([parts.clone(), again].concat()).prop_shuffle());
            (Just(both), order)
        }),
        lower in any::<bool>(),
        width in 1..90_usize,
        glue in prop::sample::select(vec!["", " ", "\n", "\r\n> ", "\u{a0}\u{200b}"]),
        joined in any::<bool>(),
    ) {
        let (both, parts) = mixed;
        let shaped = |part: &String| {
            let letters: Vec<char> = part.chars().collect();
            let text = letters.chunks(width).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(glue);
            if lower { text.to_lowercase() } else { text }
        };
        let shaped: Vec<String> = parts.iter().map(shaped).collect();
        let texts = if joined { vec![shaped.concat()] } else { shaped };
        let mut inbox = Inbox::default();
        let (mut new, mut known) = (0, 0);
        for text in texts {
            let taken = inbox.take(&text);
            prop_assert_eq!(taken.faults, []);
            new += taken.new;
            known += taken.known;
        }
        let names: Vec<String> = both.iter().map(|records| name_of(&write(records))).collect();
        prop_assert_eq!(inbox.transfers().len(), 2);
        prop_assert_eq!(new + known, parts.len());
        for (name, records) in names.iter().zip(&both) {
            prop_assert_eq!(inbox.records(name), Ok(compact(records)));
        }
    }

    #[test]
    fn a_damaged_part_is_named_and_can_be_taken_again(at in any::<usize>(), to in any::<usize>(), cut in any::<bool>()) {
        let parts = write(&records(14, 3));
        prop_assert!(parts.len() > 1);
        let mut inbox = Inbox::default();
        // Behind the head, which ends with the name.
        let from = parts[1].rfind(' ').unwrap() + 1;
        let at = from + at % (parts[1].len() - from);
        let mut damaged = parts[1].clone();
        let symbol = alphabet::write(&[u8::try_from(to % 256).unwrap()]).remove(0).to_string();
        prop_assume!(cut || damaged.get(at..=at) != Some(&*symbol));
        if cut { damaged.truncate(at) } else { damaged.replace_range(at..=at, &symbol) }
        let fault = Fault::Damaged { transfer: name_of(&parts), part: 2, of: u16::try_from(parts.len()).unwrap() };
        prop_assert_eq!(inbox.take(&damaged), Taken { faults: vec![fault], ..Taken::default() });
        for part in parts.iter().filter(|part| **part != parts[1]) {
            inbox.take(part);
        }
        prop_assert_eq!(inbox.records(&name_of(&parts)), Err(Unfinished::Missing(vec![2])));
        prop_assert_eq!(inbox.take(&parts[1]).new, 1);
        prop_assert_eq!(inbox.records(&name_of(&parts)), Ok(compact(&records(14, 3))));
    }

    #[test]
    fn any_text_is_survived(text in "(PLUMB[0-9]{0,3}/?[0-9]{0,6}[A-Z]{0,5}[0-9A-Z/ ]{0,9}){0,3}|.*") {
        let mut inbox = Inbox::default();
        let taken = inbox.take(&text);
        prop_assert_eq!(taken.new, 0);
        prop_assert!(!taken.faults.is_empty() && inbox.transfers().is_empty());
    }

    /// Parts with the right checksums that carry anything.
    #[test]
    fn any_load_is_survived(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let load = [bytes.as_slice(), &sum("ABCD", 1, 1, &bytes)].concat();
        let mut inbox = Inbox::default();
        prop_assert_eq!(inbox.take(&format!("PLUMB1 1/1 ABCD {}", alphabet::write(&load))).new, 1);
        prop_assert_eq!(inbox.records("ABCD"), Err(Unfinished::Damaged));
    }
}

fn name_of(parts: &[String]) -> String {
    parts[0].split(' ').nth(2).unwrap().to_owned()
}

#[test]
fn each_part_can_be_read_by_a_phone() {
    let parts = write(&records(40, 4));
    assert!(parts.len() > 2);
    for (number, part) in (1..).zip(&parts) {
        assert!(part.len() <= LONGEST, "{}", part.len());
        assert!(part.starts_with(&format!("PLUMB1 {number}/{} ", parts.len())), "{part}");
        assert!(part.bytes().all(|c| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(&c)));
    }
    let lengths = parts.iter().map(String::len);
    assert!(lengths.clone().max().unwrap() - lengths.min().unwrap() < 30);
}

#[test]
fn what_is_not_ours_or_newer_is_told() {
    let mut inbox = Inbox::default();
    assert_eq!(inbox.take("hello, see https://example.org/1/2").faults, [Fault::NotOurs]);
    assert_eq!(inbox.take("PLUMB2 1/3 ABCD 123").faults, [Fault::Newer(2)]);
    let Fault::Damaged { part, of, .. } = &inbox.take("PLUMB1 9/3 ABCD 123").faults[0] else { panic!("taken") };
    assert_eq!((*part, *of), (9, 3));
    assert_eq!(inbox.records("ABCD"), Err(Unfinished::Unknown));
    let none = write(&[]);
    inbox.take(&none[0]);
    assert_eq!(inbox.records(&name_of(&none)), Ok(Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn links_carry_the_same_and_what_came_can_be_kept_as_text(escaped in any::<bool>(), glue in prop::sample::select(vec!["", "\n", " \t\n"])) {
        let parts = write(&records(14, 5));
        prop_assert!(parts.iter().any(|part| part.contains('%')));
        let link = |part: &String| {
            let end = fragment(part);
            prop_assert!(end.bytes().all(|c| c.is_ascii_alphanumeric() || b"$%+-./".contains(&c)), "{end}");
            let end = if escaped { end.replace('$', "%24").replace('+', "%2b").replace('/', "%2F") } else { end };
            Ok(format!("https://plumb.example:8080/quiz/#/transfer/{end}"))
        };
        let links = parts.iter().map(link).collect::<Result<Vec<String>, TestCaseError>>()?;
        let mut inbox = Inbox::default();
        prop_assert_eq!(inbox.take(&links.join(glue)), Taken { new: parts.len(), ..Taken::default() });
        let mut again = Inbox::default();
        again.take(&inbox.write());
        prop_assert_eq!(&again, &inbox);
        prop_assert_eq!(again.records(&name_of(&parts)), Ok(compact(&records(14, 5))));
        again.drop(&name_of(&parts));
        prop_assert_eq!(again, Inbox::default());
    }
}

#[test]
fn transfers_that_claim_to_be_huge_take_no_more_room_than_their_text() {
    let part = |place: u32| text(&name(place * 7919), 1, 9999, b"anything");
    let all: Vec<String> = (0..20_000).map(part).collect();
    let mut inbox = Inbox::default();
    let taken = inbox.take(&all.concat());
    assert_eq!(taken.faults, []);
    assert_eq!(inbox.transfers().len(), MOST_TRANSFERS);
    assert_eq!(inbox.transfers()[0].missing().len(), 9998);
    assert!(inbox.write().len() < 1000);
}
