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

    /// Whether an attempt at this quiz is one at the quiz that was `asked` for. Where that names no seed, any draw is; and
    /// what is only decided when an attempt begins (what was seen lately, the questions of a date) does not count.
    #[must_use]
    pub fn is_of(&self, asked: &Self) -> bool {
        let mut like = self.clone();
        if asked.seed.is_empty() {
            like.seed.clear();
        }
        if self.mode.rules().adapts() {
            like.avoid.clone_from(&asked.avoid);
        }
        if self.mode == Mode::Daily {
            like.only.clone_from(&asked.only);
        }
        like == *asked
    }

    /// What a topic or question of one of its areas is called in its sets.
    #[must_use]
    pub fn name(&self, area: &str, id: &str) -> String {
        if self.area().is_some() { id.to_owned() } else { format!("{area}/{id}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_is_one_at_the_quiz_that_was_asked_for_whatever_its_beginning_decided() {
        let drawn = Quiz::new("python", "k3x", 5);
        assert!(drawn.is_of(&Quiz::new("python", "", 5)) && drawn.is_of(&drawn));
        assert!(!drawn.is_of(&Quiz::new("python", "other", 5)) && !drawn.is_of(&Quiz::new("sql", "", 5)));
        let with = |mode| Quiz { mode, ..Quiz::new("python", "", 5) };
        let mut level = Quiz { seed: "s".into(), avoid: ["a".into()].into(), ..with(Mode::Assessment) };
        assert!(level.is_of(&with(Mode::Assessment)));
        level.mode = Mode::Exam;
        assert!(!level.is_of(&with(Mode::Exam)));
        let day = Quiz { only: ["a".into()].into(), ..with(Mode::Daily) };
        assert!(day.is_of(&with(Mode::Daily)));
    }

    #[test]
    fn names_tell_areas_apart_where_there_are_several() {
        let mut quiz = Quiz::new("git", "s", 1);
        assert_eq!((quiz.area(), quiz.name("git", "a")), (Some("git"), "a".into()));
        quiz.areas.insert("sql".into());
        assert_eq!((quiz.area(), quiz.name("git", "a")), (None, "git/a".into()));
        let names = ["git/a".to_owned(), "b".to_owned()].into();
        assert!(has(&names, "git", "a") && !has(&names, "sql", "a") && has(&names, "sql", "b"));
    }
}
