//! Finished attempts as people leave them behind: the questions are those of the banks, the answers made up.

use plumb_engine::{
    kinds::Response,
    quiz::Quiz,
    record::{Asked, End, Entry, Event, Record},
};
use std::{fs, io, path::Path};

/// Questions in each attempt.
const QUESTIONS: usize = 20;
/// When the last attempt began, in milliseconds since 1970 (UTC), and the time from one to the next: eight a day.
const LAST: u64 = 1_795_200_000_000;
const APART: u64 = 10_800_000;

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

/// `count` attempts, each at the next area.
pub fn records(count: usize) -> io::Result<Vec<Record>> {
    let areas = areas(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions"))?;
    let each = (0..count).zip(areas.iter().cycle());
    Ok(each.map(|(number, (area, questions))| record(number, count, area, questions).compact()).collect())
}

/// A practice from beginning to end.
fn record(number: usize, count: usize, area: &str, questions: &[(Asked, String)]) -> Record {
    let mut record = Record {
        id: format!("bw{number:07}-k2m{number:05}"),
        started: LAST - (count - number) as u64 * APART,
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
