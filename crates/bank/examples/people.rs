//! Makes up export files of people who answer the banks, to try `cargo xtask calibrate` with:
//! `cargo run --example people -- FOLDER [PEOPLE] [AREA]`.
//!
//! The files are the same at each run. Each question's true difficulty is up to a level or so off its author's.

use std::{env, fs, io, path::PathBuf};

use engine::{
    bank::{Bank, Item},
    estimate::Format,
    kinds::{Question, Response},
    quiz::Quiz,
    record::{Asked, End, Entry, Event, Record},
    transfer,
};
use sha2::{Digest, Sha256};

/// A number from 0.0 to 1.0 that follows from what it is for.
fn share(of: &str) -> f64 {
    let number = Sha256::digest(of).iter().take(4).fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
    f64::from(number) / f64::from(u32::MAX)
}

/// The same, nearly normal: a sum of twelve.
fn normal(of: &str) -> f64 {
    (0..12).map(|at| share(&format!("{of} {at}"))).sum::<f64>() - 6.0
}

/// The answer of somebody of this ability.
fn answer(item: &Item, theta: f64, of: &str) -> Event {
    let at = 0;
    let b = f64::from(item.level) - 3.0 + 0.8 * normal(&item.id);
    let format = Format::of(&item.question);
    let knows = format.chances(1.0, b, 0.97, theta).last().is_some_and(|all| share(of) < all.p);
    let solution = item.question.solution();
    let wrong = |count: usize, key: u8| {
        let step = 1 + (share(&format!("{of} wrong")) * (count as f64 - 1.01)) as u8;
        (key + step) % count as u8
    };
    let response = match (&item.question, solution) {
        (_, solution) if knows => solution,
        (Question::Single(single), _) => Response::Single(wrong(single.options.len(), single.key)),
        (Question::Multiple(multiple), _) => Response::Multiple([wrong(multiple.options.len(), 0)].into()),
        (_, Response::Order(mut order)) => {
            order.reverse();
            Response::Order(order)
        }
        (_, Response::Numeric(_)) => Response::Numeric("0.123".into()),
        (_, Response::Text(_)) => Response::Text("something else".into()),
        _ => return Event::GaveUp { item: at },
    };
    Event::Responded { item: at, response }
}

/// An attempt at all of a bank's questions by one person.
fn record(bank: &Bank, number: usize) -> Record {
    let theta = 1.2 * normal(&format!("person {number} {}", bank.area));
    let mut log = Vec::new();
    for (place, question) in (0_u16..).zip(&bank.items) {
        let mut event = answer(question, theta, &format!("{number} {}", question.id));
        let grade = match &mut event {
            Event::Responded { item, response } => {
                *item = place;
                question.question.grade(response)
            }
            Event::GaveUp { item } => {
                *item = place;
                engine::grade::Grade::ZERO
            }
            _ => continue,
        };
        log.push(Entry(9000, event));
        log.push(Entry(100, Event::Graded { item: place, got: grade.got, of: grade.of }));
    }
    log.push(Entry(100, Event::Finished { by: End::Person }));
    let asked = |item: &Item| Asked {
        area: item.area.clone(),
        id: item.id.clone(),
        topic: item.topic.clone(),
        level: item.level,
        hash: item.hash,
    };
    let items = bank.items.iter().map(asked).collect();
    let id = format!("made-up-{number}-{}", bank.area);
    Record { id, started: 1_790_000_000_000, quiz: Quiz::new(&*bank.area, "made up", 999), items, log }
}

fn main() -> io::Result<()> {
    let mut words = env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or_else(|| io::Error::other("name a folder for the files"))?);
    let people = words.next().and_then(|count| count.parse().ok()).unwrap_or(100);
    let only = words.next();
    let questions = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    let compiled = plumb_bank::compile(&questions).map_err(|faults| io::Error::other(format!("{faults:?}")))?;
    let chunks = compiled.chunks.iter().filter(|chunk| only.as_ref().is_none_or(|area| *area == chunk.area));
    let banks: Vec<Bank> = chunks.filter_map(|chunk| Bank::read(&chunk.bank.bytes).ok()).collect();
    fs::create_dir_all(&folder)?;
    for number in 0..people {
        let records: Vec<Record> = banks.iter().map(|bank| record(bank, number)).collect();
        fs::write(folder.join(format!("person-{number}.txt")), transfer::write(&records, Vec::new()))?;
    }
    Ok(())
}
