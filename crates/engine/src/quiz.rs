//! What a person asked for: the settings that a quiz is drawn from.

use crate::{modes::Mode, sorted::Set};
use serde::{Deserialize, Serialize};

/// Everything that decides which questions are asked, in which order and how. The same quiz on
/// the same bank is the same for everybody, so a quiz can be a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// The ids of its areas: one, or several that are mixed.
    pub areas: Set<String>,
    /// When feedback shows and what comes next.
    pub mode: Mode,
    /// Any short text.
    pub seed: String,
    /// How many questions, at most.
    pub count: u16,
    /// The topics that are asked for; empty for all. Topics and questions are told by id, or where there are
    /// several areas as `area/id`.
    pub topics: Set<String>,
    /// The levels that are asked for; empty for all.
    pub levels: Set<u8>,
    /// The only questions that are asked for; empty for all.
    pub only: Set<String>,
    /// Questions that come only when there are too few others.
    pub avoid: Set<String>,
    /// The time limit in seconds.
    pub limit: Option<u32>,
    /// Whether each answer is asked how sure the person is of it.
    pub rated: bool,
}

/// Whether a set of [`Quiz::topics`], [`Quiz::only`] or [`Quiz::avoid`] has this one.
#[must_use]
pub fn has(names: &Set<String>, area: &str, id: &str) -> bool {
    names.contains(id) || names.iter().any(|name| name.split_once('/') == Some((area, id)))
}

impl Quiz {
    /// A practice of `count` questions from all of an area.
    #[must_use]
    pub fn new(area: impl Into<String>, seed: impl Into<String>, count: u16) -> Self {
        Self {
            areas: [area.into()].into(),
            mode: Mode::Practice,
            seed: seed.into(),
            count,
            topics: Set::default(),
            levels: Set::default(),
            only: Set::default(),
            avoid: Set::default(),
            limit: None,
            rated: false,
        }
    }

    /// Its area; none where there are several.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        match self.areas.iter().as_slice() {
            [area] => Some(area),
            _ => None,
        }
    }

    /// What a topic or question of one of its areas is called in its sets.
    #[must_use]
    pub fn name(&self, area: &str, id: &str) -> String {
        if self.area().is_some() { id.to_owned() } else { format!("{area}/{id}") }
    }
}
