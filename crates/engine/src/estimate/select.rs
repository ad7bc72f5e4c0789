//! Which question comes next in an adaptive test, and when it is enough.
//!
//! Maximum information at the estimate (D. J. Weiss, Applied Psychological Measurement 6 (1982)), weighted
//! so that topics take turns, after the priority index of Y. Cheng and H.-H. Chang, British Journal of
//! Mathematical and Statistical Psychology 62 (2009).

use crate::draw;

/// Answers before which no test stops and no level is told.
pub const LEAST_ANSWERS: usize = 5;
/// Answers after which a test stops.
pub const MOST_ANSWERS: usize = 25;
/// The standard deviation of ability at which a test stops: six tenths of a level.
pub const ENOUGH_SD: f64 = 0.6;
/// How long a question that was seen is not asked again while there are others: 14 days, in milliseconds.
pub const REST: u64 = 14 * 24 * 60 * 60 * 1000;
/// Worth within this share of the most is as good, where levels are all that is known of questions: they are
/// rougher than that, and who sits a test again should not meet the same questions.
pub const ROUGH: f64 = 0.1;
/// The same where parameters are known: no machine's last bits may decide.
pub const EXACT: f64 = 1e-9;

/// A question that has not been asked in this test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its topic's id.
    pub topic: &'a str,
    /// What an answer would tell at the estimate: [`Curve::information`](super::curve::Curve::information).
    pub information: f64,
    /// How many questions of its topic were asked in this test.
    pub asked: usize,
    /// When it was last seen, in milliseconds since 1970 (UTC), in any attempt.
    pub seen: Option<u64>,
}

/// Why a test is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enough {
    /// The estimate is as sure as it need be.
    Sure,
    /// As many answers as a test has at most.
    Answers,
    /// There are no questions left.
    Questions,
}

/// The place of the next question among the candidates; none where there is none.
///
/// Questions that were seen within [`REST`] of `now` come only when there are no others. An information
/// counts half where one more question of its topic was asked than of the topic with the fewest that still
/// has one, a third where two more were, and so on. Of all that are within `room` of the best, [`ROUGH`] or
/// [`EXACT`], the seed chooses.
#[must_use]
pub fn next(candidates: &[Candidate<'_>], room: f64, seed: &str, now: u64) -> Option<usize> {
    let is_rested = |one: &Candidate<'_>| one.seen.is_none_or(|seen| now.saturating_sub(seen) >= REST);
    let any_rested = candidates.iter().any(is_rested);
    let left = || candidates.iter().enumerate().filter(|(_, one)| !any_rested || is_rested(one));
    let fewest = left().map(|(_, one)| one.asked).min()?;
    let worth = |one: &Candidate<'_>| {
        let lead = u32::try_from(one.asked - fewest).unwrap_or(u32::MAX);
        one.information / (1.0 + f64::from(lead))
    };
    let most = left().map(|(_, one)| worth(one)).fold(0.0, f64::max);
    let tied = left().filter(|(_, one)| worth(one) >= most * (1.0 - room));
    tied.min_by_key(|(_, one)| (draw::rank(seed, one.id), one.id)).map(|(place, _)| place)
}

/// Whether a test is over after so many answers, at this standard deviation of ability and with so many
/// questions left. The person may stop at any time besides.
#[must_use]
pub fn enough(answers: usize, sd: f64, left: usize) -> Option<Enough> {
    if left == 0 {
        Some(Enough::Questions)
    } else if answers >= MOST_ANSWERS {
        Some(Enough::Answers)
    } else if answers >= LEAST_ANSWERS && sd <= ENOUGH_SD {
        Some(Enough::Sure)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 60 * 60 * 1000;
    const NOW: u64 = 1000 * DAY;

    fn candidate<'a>(id: &'a str, topic: &'a str, information: f64) -> Candidate<'a> {
        Candidate { id, topic, information, asked: 0, seen: None }
    }

    #[test]
    fn the_most_telling_question_comes_next() {
        let all = [candidate("a", "x", 0.1), candidate("b", "x", 0.2), candidate("c", "y", 0.15)];
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(1));
        assert_eq!(next(&[], EXACT, "seed", NOW), None);
        assert_eq!(next(&[candidate("a", "x", 0.0)], EXACT, "seed", NOW), Some(0));
    }

    #[test]
    fn the_seed_breaks_ties_and_nothing_else_does() {
        let ids: Vec<String> = (0..8).map(|at| format!("q{at}")).collect();
        let all: Vec<_> = ids.iter().map(|id| candidate(id, "x", 0.2 * (1.0 + 1e-13))).collect();
        let chosen = |seed: &str, all: &[Candidate<'_>]| all[next(all, EXACT, seed, NOW).unwrap()].id.to_owned();
        let mut counts = [0; 8];
        for seed in 0..800 {
            let id = chosen(&seed.to_string(), &all);
            counts[ids.iter().position(|other| *other == id).unwrap()] += 1;
            let turned: Vec<_> = all.iter().rev().copied().collect();
            assert_eq!(chosen(&seed.to_string(), &turned), id);
        }
        assert!(counts.iter().all(|count| (60..=140).contains(count)), "{counts:?}");
    }

    #[test]
    fn what_is_nearly_as_good_is_asked_too_where_levels_are_rough() {
        let all = [candidate("a", "x", 0.2), candidate("b", "x", 0.19), candidate("c", "x", 0.17)];
        let chosen = |room| {
            let mut chosen: Vec<_> = (0..50).filter_map(|seed: u32| next(&all, room, &seed.to_string(), NOW)).collect();
            chosen.sort_unstable();
            chosen.dedup();
            chosen
        };
        assert_eq!(chosen(EXACT), [0]);
        assert_eq!(chosen(ROUGH), [0, 1]);
    }

    #[test]
    fn topics_take_turns_but_not_at_any_price() {
        let mut all = [candidate("a", "x", 0.2), candidate("b", "y", 0.15)];
        all[0].asked = 1;
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(1));
        all[1].information = 0.09;
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(0));
        all[0].asked = 3;
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(1));
    }

    #[test]
    fn what_was_seen_lately_waits_for_all_others() {
        let mut all = [candidate("a", "x", 0.2), candidate("b", "x", 0.01)];
        all[0].seen = Some(NOW - 13 * DAY);
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(1));
        all[0].seen = Some(NOW - 14 * DAY);
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(0));
        all[0].seen = Some(NOW - DAY);
        all[1].seen = Some(NOW + DAY);
        assert_eq!(next(&all, EXACT, "seed", NOW), Some(0), "all were seen, so the most telling one comes");
    }

    #[test]
    fn a_test_is_over_when_it_is_sure_long_or_empty() {
        assert_eq!(enough(4, 0.1, 9), None);
        assert_eq!(enough(5, 0.6, 9), Some(Enough::Sure));
        assert_eq!(enough(24, 0.601, 9), None);
        assert_eq!(enough(25, 0.9, 9), Some(Enough::Answers));
        assert_eq!(enough(3, 0.9, 0), Some(Enough::Questions));
    }
}
