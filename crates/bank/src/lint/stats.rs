//! What an area holds, counted for its authors.

use super::{Longest, Positions, number, words};
use crate::{Counts, area::Read, question::Basis};
use std::collections::BTreeSet;

/// One area in numbers.
#[derive(Debug, Clone)]
pub struct Stats {
    /// The area's id.
    pub area: String,
    /// The topics' ids and how many questions each has.
    pub topics: Vec<(String, usize)>,
    /// Levels and kinds.
    pub counts: Counts,
    /// All questions.
    pub questions: usize,
    /// Those whose proof was run as it stands.
    pub proved: usize,
    /// Those that have a proof.
    pub provable: usize,
    /// What always taking the longest option scores.
    pub longest: Longest,
    /// Where keys stand.
    pub positions: Positions,
    /// Words of the prompts without code: on average, and the most.
    pub words: (f64, usize),
    /// Documents that are cited, each once.
    pub sources: usize,
}

impl Stats {
    /// Counts an area.
    pub(crate) fn of(read: &Read) -> Self {
        let items = &read.bank.items;
        let lengths: Vec<usize> = items.iter().map(words).collect();
        let sources: BTreeSet<&str> = read.notes.items.iter().map(|note| note.source.url.as_str()).collect();
        let of_topic = |id: &str| items.iter().filter(|item| item.topic == id).count();
        Self {
            area: read.info.id.clone(),
            topics: read.info.topics.iter().map(|topic| (topic.id.clone(), of_topic(&topic.id))).collect(),
            counts: Counts::of(&read.bank),
            questions: items.len(),
            proved: read.notes.items.iter().filter(|note| note.checked.is_some()).count(),
            provable: read.bases.iter().filter(|basis| matches!(basis, Basis::Proof(_))).count(),
            longest: Longest::of(items),
            positions: Positions::of(items),
            words: (
                number(lengths.iter().sum()) / number(items.len().max(1)),
                lengths.iter().max().copied().unwrap_or_default(),
            ),
            sources: sources.len(),
        }
    }
}
