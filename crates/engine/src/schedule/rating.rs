//! How well a question was remembered, from what an attempt says of it.

use super::fsrs::Rating;
use crate::{certainty::Certainty, grade::Verdict, state::Slot};

/// The rating of one question of an attempt; none where it was not graded, for a question that was
/// skipped or never answered tells nothing.
///
/// Right is Good, partly right Hard, wrong or "I don't know" Again. A right answer of which the person
/// was not very sure, or that needed a hint, is Hard. Nothing is Easy: a fast answer may be a guess.
#[must_use]
pub fn rating(slot: &Slot) -> Option<Rating> {
    let verdict = slot.grade?.verdict();
    let helped = slot.hints > 0 || slot.certainty == Some(Certainty::Low);
    Some(match verdict {
        _ if slot.gave_up => Rating::Again,
        Verdict::Wrong => Rating::Again,
        Verdict::Partly => Rating::Hard,
        Verdict::Right if helped => Rating::Hard,
        Verdict::Right => Rating::Good,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::Grade;

    fn graded(got: usize) -> Slot {
        Slot { grade: Some(Grade::new(got, 2)), ..Slot::default() }
    }

    #[test]
    fn the_grade_decides() {
        assert_eq!([0, 1, 2].map(|got| rating(&graded(got))), [Rating::Again, Rating::Hard, Rating::Good].map(Some));
    }

    #[test]
    fn a_doubt_or_a_hint_makes_a_right_answer_hard_and_no_other_better() {
        for (got, then) in [(0, Rating::Again), (1, Rating::Hard), (2, Rating::Hard)] {
            assert_eq!(rating(&Slot { certainty: Some(Certainty::Low), ..graded(got) }), Some(then));
            assert_eq!(rating(&Slot { hints: 1, ..graded(got) }), Some(then));
        }
        for certainty in [Certainty::Mid, Certainty::High] {
            assert_eq!(rating(&Slot { certainty: Some(certainty), ..graded(2) }), Some(Rating::Good));
        }
    }

    #[test]
    fn not_knowing_is_a_review_and_not_answering_is_none() {
        for got in 0..=2 {
            assert_eq!(rating(&Slot { gave_up: true, ..graded(got) }), Some(Rating::Again));
        }
        let open = [
            Slot::default(),
            Slot { skipped: true, ..Slot::default() },
            Slot { gave_up: true, ..Slot::default() },
            Slot { hints: 2, certainty: Some(Certainty::High), ..Slot::default() },
        ];
        assert!(open.iter().all(|slot| rating(slot).is_none()));
    }
}
