//! How long it takes to open Plumb with 10 and with 5,000 finished attempts: `cargo run --release --example many`.
//!
//! The questions are those of the banks, the answers made up. Both run in the same process, one after the other.

use plumb_engine::{
    fold::{self, Attempt},
    kinds::Response,
    pack,
    quiz::Quiz,
    record::{Asked, End, Entry, Event, Record},
    sorted::Map,
};
use std::{
    fs, io,
    path::Path,
    time::{Duration, Instant},
};

/// Questions in each attempt.
const QUESTIONS: usize = 20;
/// How often everything is measured; the quickest counts, for nothing else disturbed it.
const ROUNDS: usize = 5;

/// An area and its questions, each with its kind.
type Area = (String, Vec<(Asked, String)>);

/// The questions of each area, by the names that their files give them, with the kinds.
fn areas(questions: &Path) -> io::Result<Vec<Area>> {
    let mut areas = Vec::new();
    for folder in fs::read_dir(questions)? {
        let folder = folder?.path();
        let mut items = Vec::new();
        for file in fs::read_dir(&folder).into_iter().flatten() {
            let file = file?.path();
            let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&file)?;
            for question in text.split("[[question]]").skip(1) {
                let field = |name: &str| {
                    let line = question.lines().find_map(|line| line.strip_prefix(name)?.trim().strip_prefix('='));
                    line.unwrap_or_default().trim().trim_matches('"').to_owned()
                };
                let hash = question.bytes().fold(7, |hash: u32, byte| hash.wrapping_mul(31) ^ u32::from(byte));
                let (area, level) = (name(&folder).into(), field("level").parse().unwrap_or(1));
                let asked = Asked { area, id: field("id"), topic: name(&file), level, hash };
                items.push((asked, field("kind")));
            }
        }
        if items.len() >= QUESTIONS {
            areas.push((folder.file_name().unwrap_or_default().to_string_lossy().into_owned(), items));
        }
    }
    areas.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(areas)
}

/// An answer of the length that answers of this kind have.
fn answer(kind: &str, salt: usize) -> Response {
    let place = (salt % 4) as u8;
    match kind {
        "single" => Response::Single(place),
        "multiple" => Response::Multiple([place, place + 1].into()),
        "lines" => Response::Lines([place, place + 3].into()),
        "order" => Response::Order(vec![place, 4, 5, 6, 7]),
        "match" => Response::Match(vec![Some(place), Some(4), Some(5), None]),
        "classify" => Response::Classify(vec![Some(place), Some(1), Some(0), Some(2), Some(1), Some(0)]),
        "cloze" => Response::Cloze(vec!["nonlocal".into(), format!("{salt}")]),
        "table" => Response::Table(vec!["NULL".into(), "2".into(), format!("{salt}")]),
        _ => Response::Text(format!("KeyError: {salt}")),
    }
}

/// A practice from beginning to end, a day after the one before.
fn record(number: usize, area: &str, questions: &[(Asked, String)]) -> Record {
    let mut record = Record {
        id: format!("bw{number:07}-k2m{number:05}"),
        started: 1_790_000_000_000 + number as u64 * 86_400_000,
        quiz: Quiz::new(area, format!("s{number}"), QUESTIONS as u16),
        items: Vec::new(),
        log: Vec::new(),
    };
    for place in 0..QUESTIONS {
        // A step that divides no number of questions goes through all of them.
        let Some((asked, kind)) = questions.get((number * 7 + place * 37) % questions.len()) else { continue };
        record.items.push(asked.clone());
        let (item, salt) = (place as u16, number * 31 + place * 17);
        let time = |most: usize| (salt * 7919 % most) as u32;
        let right = u16::from(salt % 3 > 0);
        record.log.extend([
            Entry(time(60_000), Event::Responded { item, response: answer(kind, salt) }),
            Entry(time(3_000), Event::Graded { item, got: right, of: 1 }),
            Entry(time(20_000), Event::Moved { item: item + u16::from(place + 1 < QUESTIONS) }),
        ]);
    }
    record.log.push(Entry(900, Event::Finished { by: End::Person }));
    record
}

/// The quickest of some rounds, and what came out.
fn time<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut round = || {
        let start = Instant::now();
        let result = work();
        (start.elapsed(), result)
    };
    (1..ROUNDS).fold(round(), |best, _| {
        let next = round();
        if next.0 < best.0 { next } else { best }
    })
}

fn main() -> io::Result<()> {
    let areas = areas(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions"))?;
    println!("milliseconds (quickest of {ROUNDS})");
    println!(
        "{:>8} {:>9} {:>9} {:>10} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9}",
        "attempts", "units", "ascii", "read dense", "read ascii", "format 2", "new", "union", "progress", "by_time"
    );
    for count in [10, 5000] {
        let records: Vec<Record> = (0..count)
            .zip(areas.iter().cycle())
            .map(|(number, (area, questions))| record(number, area, questions).compact())
            .collect();
        let dense: Vec<String> = records.iter().map(Record::write_dense).collect();
        let ascii: Vec<String> = records.iter().map(Record::write).collect();
        let read =
            |texts: &[String]| time(|| texts.iter().filter_map(|text| Record::read(text).ok()).collect::<Vec<_>>());
        // What was written until now.
        let before = |record: &Record| Some(format!("2.{}", pack::pack(&postcard::to_allocvec(record).ok()?)));
        let before: Vec<String> = records.iter().filter_map(before).collect();
        let (before_time, _) = read(&before);
        let (dense_time, back) = read(&dense);
        let (ascii_time, _) = read(&ascii);
        assert_eq!(back, records);
        // What is folded is copied before the clock starts.
        let mut copies = vec![records.clone(); ROUNDS];
        let (new_time, folded) =
            time(|| copies.pop().unwrap_or_default().into_iter().map(Attempt::new).collect::<Vec<Attempt>>());
        let mut copies = vec![records; ROUNDS];
        let (union_time, attempts): (_, Map<Attempt>) = time(|| fold::union(copies.pop().unwrap_or_default()));
        assert_eq!(folded.len(), attempts.len());
        let (progress_time, _) = time(|| fold::progress(&attempts));
        let (order_time, _) = time(|| fold::by_time(&attempts).len());
        let units = dense.iter().map(|text| text.encode_utf16().count()).sum::<usize>() / count;
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{count:>8} {units:>9} {:>9} {:>10.3} {:>10.3} {:>10.3} {:>9.3} {:>9.3} {:>9.3} {:>9.3}",
            ascii.iter().map(String::len).sum::<usize>() / count,
            ms(dense_time),
            ms(ascii_time),
            ms(before_time),
            ms(new_time),
            ms(union_time),
            ms(progress_time),
            ms(order_time),
        );
    }
    Ok(())
}
