//! Formats 3 and 4: every fact of a record in few bytes, laid out by hand so that reading thousands is quick.
//!
//! Head, items, facts. What is most often so costs nothing or a few bits: topics are listed once, a fact is a byte
//! with its kind, whether it is about the same question as the fact before it or the next, and how many bytes its
//! time takes.

use super::{
    Asked, MOST_ITEMS, Record,
    bytes::{Reader, fixed, number},
    facts, names,
};
use crate::{modes::Mode, quiz::Quiz, sorted::Set};
use std::sync::Arc;

/// What the first number tells, bit by bit; in format 3 it was a byte.
const EXAM: u16 = 1;
const RATED: u16 = 2;
const LIMIT: u16 = 4;
const COUNT: u16 = 8;
const TOPICS: u16 = 16;
const LEVELS: u16 = 32;
const ONLY: u16 = 64;
const AVOID: u16 = 128;
/// Not one area: a list of them, and topics tell which they are of.
const MIXED: u16 = 256;
/// A mode that format 3 did not have: its place in [`MODES`] follows.
const OTHER_MODE: u16 = 512;
const MODES: [Mode; 3] = [Mode::Review, Mode::Daily, Mode::Assessment];

/// The bytes of a record.
pub fn write(record: &Record) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    let Record { id, started, quiz, items, log } = record;
    let usual = usize::from(quiz.count) == items.len();
    let other = MODES.iter().position(|mode| *mode == quiz.mode);
    let flags = [
        (EXAM, quiz.mode == Mode::Exam),
        (RATED, quiz.rated),
        (LIMIT, quiz.limit.is_some()),
        (COUNT, !usual),
        (TOPICS, !quiz.topics.is_empty()),
        (LEVELS, !quiz.levels.is_empty()),
        (ONLY, !quiz.only.is_empty()),
        (AVOID, !quiz.avoid.is_empty()),
        (MIXED, mixed(record)),
        (OTHER_MODE, other.is_some()),
    ];
    let has = |flag: u16| flags.contains(&(flag, true));
    let all = flags.iter().fold(0, |all, (flag, on)| all | if *on { *flag } else { 0 });
    number(all.into(), &mut out);
    names::write(id, &mut out);
    number(*started, &mut out);
    if has(MIXED) {
        write_names(quiz.areas.iter().map(String::as_str).collect(), &mut out);
    }
    number(items.len() as u64, &mut out);
    write_items(items, has(MIXED), &mut out);
    if !has(MIXED) {
        names::write(quiz.area().unwrap_or_default(), &mut out);
    }
    other.into_iter().for_each(|mode| number(mode as u64, &mut out));
    names::write(&quiz.seed, &mut out);
    quiz.limit.into_iter().for_each(|limit| number(limit.into(), &mut out));
    if has(COUNT) {
        number(quiz.count.into(), &mut out);
    }
    if has(TOPICS) {
        write_names(quiz.topics.iter().map(String::as_str).collect(), &mut out);
    }
    if has(LEVELS) {
        number(quiz.levels.len() as u64, &mut out);
        out.extend(quiz.levels.iter());
    }
    if has(ONLY) {
        // Mostly what was asked.
        let asked = |id: &str| items.iter().position(|asked| asked.id == id);
        let mut places: Vec<usize> = quiz.only.iter().filter_map(|id| asked(id)).collect();
        places.sort_unstable();
        number(places.len() as u64, &mut out);
        places.iter().for_each(|place| number(*place as u64, &mut out));
        write_names(quiz.only.iter().map(String::as_str).filter(|id| asked(id).is_none()).collect(), &mut out);
    }
    if has(AVOID) {
        write_names(quiz.avoid.iter().map(String::as_str).collect(), &mut out);
    }
    facts::write(*started, log, &mut out);
    out
}

/// Reads a record of format 3 or 4; none where the bytes are something else. Whether it is sound is not checked.
pub fn read(version: u8, bytes: &[u8]) -> Option<Record> {
    let mut bytes = Reader::new(bytes);
    let bytes = &mut bytes;
    let flags: u16 = if version == 3 { bytes.byte()?.into() } else { bytes.small()? };
    let has = |flag: u16| flags & flag != 0;
    let id = names::read(bytes)?;
    let started = bytes.number()?;
    let areas = if has(MIXED) { Some(read_names(bytes)?) } else { None };
    let mut items = read_items(areas.as_ref(), bytes)?;
    let mut quiz = Quiz::new("", "", u16::try_from(items.len()).ok()?);
    quiz.areas = match areas {
        Some(areas) => areas,
        None => {
            let area = names::read(bytes)?;
            let name: Arc<str> = Arc::from(&*area);
            items.iter_mut().for_each(|asked| asked.area = Arc::clone(&name));
            [area].into()
        }
    };
    quiz.mode = match (has(OTHER_MODE), has(EXAM)) {
        (true, _) => *MODES.get(bytes.small::<usize>()?)?,
        (false, true) => Mode::Exam,
        (false, false) => Mode::Practice,
    };
    quiz.seed = names::read(bytes)?;
    quiz.rated = has(RATED);
    quiz.limit = if has(LIMIT) { Some(bytes.small()?) } else { None };
    if has(COUNT) {
        quiz.count = bytes.small()?;
    }
    if has(TOPICS) {
        quiz.topics = read_names(bytes)?;
    }
    if has(LEVELS) {
        let count = bytes.small()?;
        quiz.levels = bytes.take(count)?.iter().copied().collect();
    }
    if has(ONLY) {
        let mut next = 0;
        let mut asked = Vec::new();
        for _ in 0..bytes.number()? {
            let place: usize = bytes.small()?;
            asked.push(items.get(place).filter(|_| place >= next)?.id.clone());
            next = place + 1;
        }
        quiz.only = read_names(bytes)?;
        asked.into_iter().for_each(|id| {
            quiz.only.insert(id);
        });
    }
    if has(AVOID) {
        quiz.avoid = read_names(bytes)?;
    }
    let log = facts::read(started, bytes)?;
    Some(Record { id, started, quiz, items, log })
}

/// Whether the areas have to be told: there is not just one, or a question is of another.
fn mixed(record: &Record) -> bool {
    let area = record.quiz.area();
    record.items.iter().any(|asked| Some(&*asked.area) != area)
}

fn write_items(items: &[Asked], mixed: bool, out: &mut Vec<u8>) {
    let of = |asked: &'_ Asked| (mixed.then(|| Arc::clone(&asked.area)), asked.topic.clone());
    let mut topics = Vec::new();
    for asked in items {
        if !topics.contains(&of(asked)) {
            topics.push(of(asked));
        }
    }
    number(topics.len() as u64, out);
    for (area, topic) in &topics {
        area.iter().for_each(|area| names::write(area, out));
        names::write(topic, out);
    }
    for asked in items {
        let topic = topics.iter().position(|topic| *topic == of(asked)).unwrap_or_default();
        // Levels are 1 to 5.
        number(topic as u64 * 5 + u64::from(asked.level.clamp(1, 5) - 1), out);
        fixed(asked.hash, 4, out);
        names::write(&asked.id, out);
    }
}

/// The questions; where there is one area, it is not known yet.
fn read_items(areas: Option<&Set<String>>, bytes: &mut Reader<'_>) -> Option<Vec<Asked>> {
    let count = Some(bytes.small()?).filter(|count| *count <= MOST_ITEMS)?;
    let kinds = Some(bytes.small()?).filter(|kinds| *kinds <= count)?;
    let unknown: Arc<str> = Arc::default();
    let topic = |bytes: &mut Reader<'_>| {
        let area = if areas.is_some() { Arc::from(names::read(bytes)?) } else { Arc::clone(&unknown) };
        Some((area, names::read(bytes).filter(|topic| topic.len() <= super::LONGEST_TOPIC)?))
    };
    let topics: Vec<(Arc<str>, String)> = (0..kinds).map(|_| topic(bytes)).collect::<Option<_>>()?;
    let asked = |bytes: &mut Reader<'_>| {
        let place: usize = bytes.small()?;
        let level = u8::try_from(place % 5 + 1).ok()?;
        let hash = bytes.fixed(4)?;
        let (area, topic) = topics.get(place / 5)?.clone();
        Some(Asked { area, id: names::read(bytes)?, topic, level, hash })
    };
    (0..count).map(|_| asked(bytes)).collect()
}

fn write_names(mut list: Vec<&str>, out: &mut Vec<u8>) {
    list.sort_unstable();
    list.dedup();
    number(list.len() as u64, out);
    list.iter().for_each(|name| names::write(name, out));
}

/// Names in their order: those of somebody who means harm cannot make the set slow.
fn read_names(bytes: &mut Reader<'_>) -> Option<Set<String>> {
    let mut set = Set::default();
    let mut last = None;
    for _ in 0..bytes.number()? {
        let name = names::read(bytes)?;
        if last.as_ref().is_some_and(|last| *last >= name) {
            return None;
        }
        last = Some(name.clone());
        set.insert(name);
    }
    Some(set)
}
