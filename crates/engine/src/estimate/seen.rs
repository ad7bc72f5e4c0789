//! Which questions a person has met lately: an assessment asks them only when there are no others.

use super::select::REST;
use crate::{
    fold::Attempt,
    quiz::Quiz,
    sorted::{Map, Set},
};

/// The questions of the quiz's areas that were asked in any attempt within [`REST`] of `now` (milliseconds since
/// 1970, UTC), by their names in the quiz.
#[must_use]
pub fn seen_lately(attempts: &Map<Attempt>, quiz: &Quiz, now: u64) -> Set<String> {
    let lately = attempts.values().filter(|attempt| attempt.record.until().saturating_add(REST) > now);
    let asked = lately.flat_map(|attempt| &attempt.record.items);
    asked.filter(|asked| quiz.areas.contains(&*asked.area)).map(|asked| quiz.name(&asked.area, &asked.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fold,
        record::{Asked, Record},
    };

    #[test]
    fn a_question_rests_for_fourteen_days() {
        let asked = |area: &str| Asked { area: area.into(), id: "a".into(), topic: "t".into(), level: 1, hash: 0 };
        let quiz = Quiz::new("git", "s", 1);
        let record = |area: &str, id: &str| Record {
            id: id.into(),
            started: 7 * REST,
            quiz: Quiz::new(area, "s", 1),
            items: vec![asked(area)],
            log: Vec::new(),
        };
        let attempts = fold::union([record("git", "1"), record("sql", "2")]);
        assert_eq!(seen_lately(&attempts, &quiz, 8 * REST - 1), ["a".to_owned()].into());
        assert!(seen_lately(&attempts, &quiz, 8 * REST).is_empty());
        let mut both = quiz;
        both.areas.insert("sql".into());
        assert_eq!(seen_lately(&attempts, &both, 7 * REST), ["git/a".to_owned(), "sql/a".to_owned()].into());
    }
}
