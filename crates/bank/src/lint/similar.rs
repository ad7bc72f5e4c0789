//! Finds questions that ask nearly the same thing, in one area or across.

use super::number;
use crate::{
    Fault,
    area::{Read, placed},
};
use engine::{
    bank::Item,
    kinds::{Question, Response},
};
use std::collections::BTreeSet;

/// From this similarity on, two questions count as near-duplicates.
pub const THRESHOLD: f64 = 0.5;

/// A question's words as they are compared: pairs of neighbours.
type Pairs = BTreeSet<(String, String)>;

/// Tells of every pair of questions that are too alike.
pub fn check(areas: &[Read], faults: &mut Vec<Fault>) {
    let items: Vec<(&Item, &str, usize)> = areas.iter().flat_map(placed).collect();
    let pairs: Vec<Pairs> = items.iter().map(|(item, ..)| pairs(&text(item))).collect();
    for (at, ((item, file, line), own)) in items.iter().zip(&pairs).enumerate() {
        for ((_, other, there), theirs) in items.iter().zip(&pairs).take(at) {
            let similarity = jaccard(own, theirs);
            if similarity >= THRESHOLD {
                let message = format!(
                    "it is much like the one at {other}:{there} (similarity {similarity:.2}, limit {THRESHOLD}); \
                     drop or change one"
                );
                faults.push(Fault { file: (*file).to_owned(), line: *line, question: item.id.clone(), message });
            }
        }
    }
}

/// How alike two texts are, 0.0 to 1.0: the Jaccard index of their pairs of neighbouring words, without
/// case and marks.
#[must_use]
pub fn similarity(one: &str, other: &str) -> f64 {
    jaccard(&pairs(one), &pairs(other))
}

/// What a question asks, with its right answer.
fn text(item: &Item) -> String {
    let key = match (&item.question, item.question.solution()) {
        (Question::Single(one), Response::Single(place)) => {
            one.options.get(usize::from(place)).map(engine::rich::Rich::plain).unwrap_or_default()
        }
        (_, Response::Text(text) | Response::Numeric(text)) => text,
        _ => String::new(),
    };
    format!("{}\n{}\n{key}", item.prompt.plain(), super::shown_code(item))
}

fn pairs(text: &str) -> Pairs {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.iter().cloned().zip(words.iter().skip(1).cloned()).collect()
}

fn jaccard(one: &Pairs, other: &Pairs) -> f64 {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    if all == 0 { 0.0 } else { number(common) / number(all) }
}
