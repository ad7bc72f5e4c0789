//! Reads export files: a person each, and the same person's files as one.

use std::collections::{BTreeMap, BTreeSet};

use engine::fold::{self, Attempt};
use engine::record::Record;
use engine::sorted::Map;
use engine::transfer;

/// The most bytes of a file: 5,000 attempts take about 4 million.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A file's name, and its text or why there is none.
pub type File = (String, Result<String, String>);

/// What was found in the files.
#[derive(Debug, Default)]
pub struct Pool {
    /// The attempts of each person.
    pub people: Vec<Map<Attempt>>,
    /// What was left out or taken together, a sentence each.
    pub remarks: Vec<String>,
}

/// Somebody's files so far.
#[derive(Default)]
struct Person {
    files: Vec<String>,
    records: Vec<Record>,
}

/// Puts the files together. Two files that share an attempt are of one person, whose attempts are their union by
/// id: so a file that is there twice, or an older one beside a newer, counts once.
#[must_use]
pub fn pool(files: Vec<File>) -> Pool {
    let mut pool = Pool::default();
    let mut people: Vec<Person> = Vec::new();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (name, text) in files {
        let Some(records) = records(&name, text, &mut pool.remarks) else { continue };
        let known: BTreeSet<usize> = records.iter().filter_map(|record| owners.get(&record.id).copied()).collect();
        let mut person = Person::default();
        for place in known {
            let other = people.get_mut(place).map(std::mem::take).unwrap_or_default();
            person.files.extend(other.files);
            person.records.extend(other.records);
        }
        person.files.push(name);
        person.records.extend(records);
        owners.extend(person.records.iter().map(|record| (record.id.clone(), people.len())));
        people.push(person);
    }
    people.retain(|person| !person.files.is_empty());
    for person in people {
        if person.files.len() > 1 {
            pool.remarks.push(format!("{} share attempts: they count as one person.", person.files.join(" and ")));
        }
        pool.people.push(fold::union(person.records));
    }
    pool
}

/// The records of a file; says what cannot be read.
fn records(name: &str, text: Result<String, String>, remarks: &mut Vec<String>) -> Option<Vec<Record>> {
    let left_out = "it is left out, the other files count";
    let text = text.map_err(|why| remarks.push(format!("{name} cannot be read ({why}): {left_out}."))).ok()?;
    let Ok(found) = transfer::read(&text) else {
        remarks.push(format!(
            "{name} is no export of Plumb (\"Export\" on the page of your data writes one): {left_out}."
        ));
        return None;
    };
    match (found.unread, found.records.len()) {
        (0, 0) => remarks.push(format!("{name} holds no attempt.")),
        (0, _) => {}
        (1, _) => remarks.push(format!("{name}: 1 line is damaged or newer than this Plumb; the rest of it counts.")),
        (n, _) => {
            remarks.push(format!("{name}: {n} lines are damaged or newer than this Plumb; the rest of it counts."))
        }
    }
    (!found.records.is_empty()).then_some(found.records)
}

#[cfg(test)]
mod tests {
    use engine::quiz::Quiz;
    use engine::record::Asked;

    use super::*;

    fn record(id: &str) -> Record {
        let items = vec![Asked { area: "area".into(), id: "q".into(), topic: "t".into(), level: 3, hash: 1 }];
        Record { id: id.into(), started: 1, quiz: Quiz::new("area", "s", 1), items, log: Vec::new() }
    }

    fn file(name: &str, ids: &[&str]) -> File {
        let records: Vec<Record> = ids.iter().map(|id| record(id)).collect();
        (name.into(), Ok(transfer::write(&records, Vec::new())))
    }

    fn counts(pool: &Pool) -> Vec<usize> {
        pool.people.iter().map(Map::len).collect()
    }

    #[test]
    fn a_file_is_a_person_and_the_same_file_twice_is_the_same_person() {
        let pool = pool(vec![file("a", &["1", "2"]), file("b", &["3"]), file("again", &["1", "2"])]);
        assert_eq!(counts(&pool), [1, 2]);
        assert_eq!(pool.remarks, ["a and again share attempts: they count as one person."]);
    }

    #[test]
    fn files_that_a_third_one_joins_are_one_person() {
        let pool = pool(vec![file("a", &["1"]), file("b", &["2"]), file("c", &["2", "1", "3"])]);
        assert_eq!(counts(&pool), [3]);
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_counts() {
        let (_, good) = file("", &["1", "2"]);
        let cut = good.unwrap().replacen("\n4.", "\n4.x", 1);
        let files = vec![
            ("gone".into(), Err("no such file".into())),
            ("page.html".into(), Ok("<!doctype html>".into())),
            ("cut".into(), Ok(cut)),
            ("empty".into(), Ok("Plumb export 1\n".into())),
            ("binary".into(), Ok("\u{fffd}\u{0}\u{fffd}".into())),
            ("newer".into(), Ok("Plumb export 1\n250.AAAA\n".into())),
            file("whole", &["3"]),
        ];
        let pool = pool(files);
        assert_eq!(counts(&pool), [1, 1]);
        let begin: Vec<_> = pool.remarks.iter().map(|remark| remark.split([':', '(']).next().unwrap().trim()).collect();
        assert_eq!(
            begin,
            [
                "gone cannot be read",
                "page.html is no export of Plumb",
                "cut",
                "empty holds no attempt.",
                "binary is no export of Plumb",
                "newer"
            ]
        );
    }
}
