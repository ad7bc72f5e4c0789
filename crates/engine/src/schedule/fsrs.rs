//! FSRS-6, the free spaced repetition scheduler: a model of one question's memory.
//!
//! By Jarrett Ye and others; the formulas are those of
//! <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>, after J. Ye, J. Su and
//! Y. Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022.
//! Every figure is that of py-fsrs 6.3.2 without learning steps and without fuzz.
//!
//! A memory has a stability S, the days until the chance to recall falls to 0.9, and a difficulty D,
//! 1 to 10. With the weights w0 to w20, the rating G (Again 1, Hard 2, Good 3, Easy 4) and t whole days
//! since the review before:
//!
//! ```text
//! retrievability        R = (1 + f t / S)^-w20                   with f = 0.9^(-1 / w20) - 1
//! interval              I = S / f * (r^(-1 / w20) - 1)           for the desired retention r
//!
//! first review          S = w[G-1]
//!                       D = D0(G) = w4 - e^(w5 (G - 1)) + 1      within 1 to 10
//! recalled, t >= 1      S' = S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) * (w15 if Hard) * (w16 if Easy))
//! forgotten, t >= 1     S' = min(w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), S / e^(w17 w18))
//! same day, t = 0       S' = S e^(w17 (G - 3 + w18)) S^-w19      where the factor of S is at least 1 unless Again
//! later review          D' = w7 D0(4) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9)   within 1 to 10
//! ```

/// The weights w0 to w20 that py-fsrs starts with, fitted to the reviews of many people.
pub const WEIGHTS: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// The least stability, in days.
pub const LEAST_STABILITY: f64 = 0.001;

/// The longest interval, in days.
pub const LONGEST: u32 = 36_500;

/// How well something was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// Not at all.
    Again,
    /// Barely.
    Hard,
    /// Well.
    Good,
    /// Without effort.
    Easy,
}

/// What is remembered of one question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// S: days until the chance to recall falls to 0.9; at least [`LEAST_STABILITY`].
    pub stability: f64,
    /// D: how hard it is to make the memory last, 1.0 to 10.0.
    pub difficulty: f64,
}

/// The desired retention is not within 0.80 to 0.95.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionOutOfRange;

/// When to ask again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scheduler {
    retention: f64,
}

impl Rating {
    /// G in the formulas.
    fn value(self) -> f64 {
        match self {
            Self::Again => 1.0,
            Self::Hard => 2.0,
            Self::Good => 3.0,
            Self::Easy => 4.0,
        }
    }
}

impl Memory {
    /// The memory after the first review.
    #[must_use]
    pub fn first(rating: Rating) -> Self {
        let stability = match rating {
            Rating::Again => WEIGHTS[0],
            Rating::Hard => WEIGHTS[1],
            Rating::Good => WEIGHTS[2],
            Rating::Easy => WEIGHTS[3],
        };
        Self { stability, difficulty: first_difficulty(rating).clamp(1.0, 10.0) }
    }

    /// R: the chance to recall, above 0.0 and at most 1.0, whole days after the last review.
    #[must_use]
    pub fn retrievability(self, days: u32) -> f64 {
        (1.0 + factor() * f64::from(days) / self.stability).powf(-WEIGHTS[20])
    }

    /// The memory after one more review, whole days after the one before; 0 for the same day.
    #[must_use]
    pub fn reviewed(self, rating: Rating, days: u32) -> Self {
        let stability = match (days, rating) {
            (0, _) => self.same_day(rating),
            (_, Rating::Again) => self.forgotten(days),
            _ => self.recalled(rating, days),
        };
        Self { stability: stability.max(LEAST_STABILITY), difficulty: self.next_difficulty(rating) }
    }

    fn same_day(self, rating: Rating) -> f64 {
        let [increase, shift, damping] = [WEIGHTS[17], WEIGHTS[18], WEIGHTS[19]];
        let growth = (increase * (rating.value() - 3.0 + shift)).exp() * self.stability.powf(-damping);
        self.stability * if rating == Rating::Again { growth } else { growth.max(1.0) }
    }

    fn forgotten(self, days: u32) -> f64 {
        let lost = 1.0 - self.retrievability(days);
        let long = WEIGHTS[11]
            * self.difficulty.powf(-WEIGHTS[12])
            * ((self.stability + 1.0).powf(WEIGHTS[13]) - 1.0)
            * (lost * WEIGHTS[14]).exp();
        long.min(self.stability / (WEIGHTS[17] * WEIGHTS[18]).exp())
    }

    fn recalled(self, rating: Rating, days: u32) -> f64 {
        let lost = 1.0 - self.retrievability(days);
        let bonus = match rating {
            Rating::Hard => WEIGHTS[15],
            Rating::Easy => WEIGHTS[16],
            Rating::Again | Rating::Good => 1.0,
        };
        let growth = WEIGHTS[8].exp()
            * (11.0 - self.difficulty)
            * self.stability.powf(-WEIGHTS[9])
            * ((lost * WEIGHTS[10]).exp() - 1.0)
            * bonus;
        self.stability * (1.0 + growth)
    }

    fn next_difficulty(self, rating: Rating) -> f64 {
        let change = -WEIGHTS[6] * (rating.value() - 3.0);
        let damped = self.difficulty + (10.0 - self.difficulty) * change / 9.0;
        let reverted = WEIGHTS[7] * first_difficulty(Rating::Easy) + (1.0 - WEIGHTS[7]) * damped;
        reverted.clamp(1.0, 10.0)
    }
}

impl Default for Scheduler {
    /// With a desired retention of 0.90.
    fn default() -> Self {
        Self { retention: 0.9 }
    }
}

impl Scheduler {
    /// The least desired retention that a person may choose.
    pub const LEAST: f64 = 0.80;
    /// The most.
    pub const MOST: f64 = 0.95;

    /// For a desired retention, the chance to recall at which a question comes again: 0.80 to 0.95.
    ///
    /// # Errors
    /// [`RetentionOutOfRange`] for any other number.
    pub fn new(retention: f64) -> Result<Self, RetentionOutOfRange> {
        let allowed = (Self::LEAST..=Self::MOST).contains(&retention);
        allowed.then_some(Self { retention }).ok_or(RetentionOutOfRange)
    }

    /// The desired retention, 0.80 to 0.95.
    #[must_use]
    pub fn retention(self) -> f64 {
        self.retention
    }

    /// Days from the last review to the next, 1 to [`LONGEST`]; a half goes to the even number.
    #[must_use]
    pub fn interval(self, memory: Memory) -> u32 {
        let days = memory.stability / factor() * (self.retention.powf(-1.0 / WEIGHTS[20]) - 1.0);
        // Within 1 to 36,500, so that nothing is cut off.
        days.round_ties_even().clamp(1.0, f64::from(LONGEST)) as u32
    }
}

/// D0, before it is kept within 1 to 10.
fn first_difficulty(rating: Rating) -> f64 {
    WEIGHTS[4] - (WEIGHTS[5] * (rating.value() - 1.0)).exp() + 1.0
}

/// f: makes the retrievability 0.9 after as many days as the stability says.
fn factor() -> f64 {
    0.9_f64.powf(-1.0 / WEIGHTS[20]) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RATINGS: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    proptest! {
        #[test]
        fn no_history_leaves_the_model(
            reviews in prop::collection::vec((0..4_usize, prop_oneof![0..3_u32, 0..2_000_u32, any::<u32>()]), 0..60),
            retention in 0.8..=0.95,
        ) {
            let scheduler = Scheduler::new(retention).unwrap();
            let mut memory = Memory::first(Rating::Good);
            for (rating, days) in reviews {
                let before = memory;
                memory = memory.reviewed(RATINGS[rating], days);
                prop_assert!(memory.stability.is_finite() && memory.stability >= LEAST_STABILITY);
                prop_assert!((1.0..=10.0).contains(&memory.difficulty));
                prop_assert!((1..=LONGEST).contains(&scheduler.interval(memory)));
                if rating == 0 {
                    prop_assert!(memory.stability <= before.stability.max(LEAST_STABILITY));
                } else {
                    prop_assert!(memory.stability >= before.stability);
                }
            }
        }

        #[test]
        fn what_is_not_reviewed_is_forgotten(stability in 0.001..40_000.0, days in any::<u32>(), more in 1..u32::MAX) {
            let memory = Memory { stability, difficulty: 5.0 };
            let (now, then) = (memory.retrievability(days), memory.retrievability(days.saturating_add(more)));
            prop_assert!(memory.retrievability(0) == 1.0 && now <= 1.0 && then <= now && then > 0.0);
        }

        #[test]
        fn who_wants_to_know_more_reviews_sooner(stability in 0.001..40_000.0, low in 0.8..=0.95, high in 0.8..=0.95) {
            prop_assume!(low <= high);
            let memory = Memory { stability, difficulty: 5.0 };
            let interval = |retention| Scheduler::new(retention).unwrap().interval(memory);
            prop_assert!(interval(high) <= interval(low));
        }
    }

    #[test]
    fn stability_is_the_days_until_nine_tenths() {
        let memory = Memory { stability: 17.0, difficulty: 5.0 };
        assert!((memory.retrievability(17) - 0.9).abs() < 1e-12);
    }

    /// As py-fsrs 6.3.2 with `desired_retention` of each.
    #[test]
    fn intervals_of_other_retentions_are_those_of_py_fsrs() {
        for (stability, days) in [
            (2.3065, [8, 4, 2, 1]),
            (10.9643323358, [36, 21, 11, 4]),
            (100.0, [332, 191, 100, 40]),
            (20_000.0, [LONGEST, LONGEST, 20_000, 8051]),
        ] {
            let memory = Memory { stability, difficulty: 5.0 };
            let interval = |retention| Scheduler::new(retention).unwrap().interval(memory);
            assert_eq!([0.8, 0.85, 0.9, 0.95].map(interval), days);
        }
    }

    #[test]
    fn stability_never_falls_below_its_least() {
        let memory = (0..40).fold(Memory::first(Rating::Again), |memory, _| memory.reviewed(Rating::Again, 0));
        assert_eq!(memory.stability, LEAST_STABILITY);
        assert_eq!(Scheduler::default().interval(memory), 1);
    }

    #[test]
    fn only_a_retention_within_the_bounds_is_taken() {
        for retention in [0.8, 0.9, 0.95] {
            assert_eq!(Scheduler::new(retention).map(Scheduler::retention), Ok(retention));
        }
        for retention in [0.799, 0.951, 0.0, 1.0, -0.9, f64::NAN, f64::INFINITY] {
            assert_eq!(Scheduler::new(retention), Err(RetentionOutOfRange));
        }
        assert_eq!(Scheduler::default().retention(), 0.9);
    }
}
