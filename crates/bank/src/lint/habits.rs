//! What gives keys away: their length and their place, counted over the `single` questions of an area.

use super::number;
use crate::area::Read;
use engine::{bank::Item, kinds::Question};
use std::collections::BTreeMap;

/// How much more than chance always taking the longest option may score, in points of a hundred.
const MARGIN: f64 = 3.0;
/// The least questions for each place before the places are tested: with fewer the test means nothing.
const LEAST_EXPECTED: usize = 5;

/// What always taking the longest option would score.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Longest {
    /// The score in percent; where several options are longest, one of them is guessed.
    pub score: f64,
    /// What guessing scores, in percent.
    pub chance: f64,
}

/// How often the key stands at each place, for questions with the same number of options.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions(pub BTreeMap<usize, Vec<usize>>);

/// The habits that are found.
pub fn faults(read: &Read) -> Vec<String> {
    let mut faults = Vec::new();
    let longest = Longest::of(&read.bank.items);
    if longest.score > longest.chance + MARGIN {
        faults.push(format!(
            "always taking the longest option scores {:.1} %, chance is {:.1} %; make wrong options of `single` \
             questions as long as right ones",
            longest.score, longest.chance
        ));
    }
    for (options, counts) in Positions::of(&read.bank.items).0 {
        if counts.iter().sum::<usize>() >= LEAST_EXPECTED * options && !uniform(&counts) {
            faults.push(format!(
                "keys of `single` questions with {options} options stand at the places {counts:?} times; spread them evenly"
            ));
        }
    }
    faults
}

/// The lengths of a question's options in characters, and the place of the key.
fn lengths(item: &Item) -> Option<(Vec<usize>, usize)> {
    let Question::Single(one) = &item.question else { return None };
    let lengths = one.options.iter().map(|option| option.plain().chars().count()).collect();
    Some((lengths, usize::from(one.key)))
}

impl Longest {
    /// Counts over the `single` ones of these questions.
    #[must_use]
    pub fn of(items: &[Item]) -> Self {
        let (mut score, mut chance, mut questions) = (0.0, 0.0, 0.0);
        for (lengths, key) in items.iter().filter_map(lengths) {
            let most = lengths.iter().max().copied().unwrap_or_default();
            if lengths.get(key) == Some(&most) {
                score += 1.0 / number(lengths.iter().filter(|length| **length == most).count());
            }
            chance += 1.0 / number(lengths.len());
            questions += 1.0;
        }
        if questions == 0.0 {
            return Self::default();
        }
        Self { score: score / questions * 100.0, chance: chance / questions * 100.0 }
    }
}

impl Positions {
    /// Counts over the `single` ones of these questions.
    #[must_use]
    pub fn of(items: &[Item]) -> Self {
        let mut counts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (lengths, key) in items.iter().filter_map(lengths) {
            let places = counts.entry(lengths.len()).or_insert_with(|| vec![0; lengths.len()]);
            places.get_mut(key).into_iter().for_each(|count| *count += 1);
        }
        Self(counts)
    }
}

/// Whether counts could come from equal chances: Pearson's chi-square test at the level 0.01.
pub(super) fn uniform(counts: &[usize]) -> bool {
    // The 0.99 quantiles of the chi-square distribution for 1 to 5 degrees of freedom.
    const LIMITS: [f64; 5] = [6.635, 9.210, 11.345, 13.277, 15.086];
    let expected = number(counts.iter().sum()) / number(counts.len());
    let statistic: f64 = counts.iter().map(|count| (number(*count) - expected).powi(2) / expected).sum();
    let limit = counts.len().checked_sub(2).and_then(|at| LIMITS.get(at));
    limit.is_none_or(|limit| statistic <= *limit)
}
