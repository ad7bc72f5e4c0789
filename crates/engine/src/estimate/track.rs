//! Tracks: which skills a line of work asks for, how much of it is there, and what is missing.

use super::{
    report::THRESHOLDS,
    skills::{Basis, Standing},
};
use crate::bank::Skill;

/// What a track asks of a skill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The skill.
    pub skill: Skill,
    /// Its share of the track; those of all skills sum to 1.
    pub weight: f64,
    /// The level that is wanted, 1 to 5.
    pub level: u8,
}

/// The track "Back-end engineer". What is done every day weighs most and is wanted at level 4, where somebody finds
/// the fault in what others wrote: the language, the data and the API; what is used every day without being built is
/// wanted at level 3, where somebody applies it well; and of the web's own languages level 2 is enough to work with those
/// who build the front.
pub const BACK_END: [Wish; 10] = [
    Wish { skill: Skill::Languages, weight: 0.15, level: 4 },
    Wish { skill: Skill::Data, weight: 0.14, level: 4 },
    Wish { skill: Skill::Apis, weight: 0.13, level: 4 },
    Wish { skill: Skill::Frameworks, weight: 0.11, level: 3 },
    Wish { skill: Skill::Servers, weight: 0.10, level: 3 },
    Wish { skill: Skill::ProblemSolving, weight: 0.10, level: 3 },
    Wish { skill: Skill::Systems, weight: 0.08, level: 3 },
    Wish { skill: Skill::VersionControl, weight: 0.07, level: 3 },
    Wish { skill: Skill::WorkingTogether, weight: 0.07, level: 3 },
    Wish { skill: Skill::Web, weight: 0.05, level: 2 },
];

/// A gap that closes readiness by less than this is not named.
const NAMED: f64 = 0.005;

/// How ready somebody is for a track.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readiness {
    /// The sum of each skill's weight times the chance that the wanted level is there, 0.0 to 1.0.
    pub share: f64,
    /// How much of that comes from skills that were measured.
    pub measured: f64,
    /// What is missing, what would help most first.
    pub gaps: Vec<Gap>,
}

/// A skill of which something is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The skill.
    pub skill: Skill,
    /// The level that is wanted, 1 to 5.
    pub level: u8,
    /// The chance that it is there.
    pub chance: f64,
    /// What readiness would gain if it surely were: its weight times the chance that it is not.
    pub gain: f64,
    /// Whether it was measured; else nobody knows how much is missing.
    pub measured: bool,
}

/// How ready somebody is who stands so in each skill. Wishes for skills of which nothing is known, as no area
/// has questions for them, are left out, and the others share their weight.
#[must_use]
pub fn readiness(track: &[Wish], skills: &[(Skill, Standing)]) -> Readiness {
    let known = track.iter().filter_map(|wish| {
        let (_, standing) = skills.iter().find(|(skill, _)| *skill == wish.skill)?;
        Some((wish, chance(standing, wish.level), standing.basis == Basis::Measured))
    });
    let known: Vec<(&Wish, f64, bool)> = known.collect();
    let total: f64 = known.iter().map(|(wish, ..)| wish.weight).sum();
    let mut readiness = Readiness::default();
    for (wish, chance, measured) in known {
        let weight = wish.weight / total;
        readiness.share += weight * chance;
        readiness.measured += if measured { weight * chance } else { 0.0 };
        let gain = weight * (1.0 - chance);
        readiness.gaps.push(Gap { skill: wish.skill, level: wish.level, chance, gain, measured });
    }
    readiness.gaps.retain(|gap| gap.gain >= NAMED);
    readiness.gaps.sort_by(|one, other| other.gain.total_cmp(&one.gain).then(one.skill.cmp(&other.skill)));
    readiness
}

/// The chance that a level, 1 to 5, is there.
fn chance(standing: &Standing, level: u8) -> f64 {
    let threshold = THRESHOLDS.get(usize::from(level).wrapping_sub(2));
    // Rounding may leave less than nothing.
    (1.0 - threshold.map_or(0.0, |threshold| standing.belief.below(*threshold))).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Belief, Grid, prior};

    fn standing(mean: f64, sd: f64) -> Standing {
        Standing { belief: Belief::normal(Grid::FINE, mean, sd), answers: 9, basis: Basis::Measured }
    }

    fn everywhere(standing: &Standing) -> Vec<(Skill, Standing)> {
        Skill::ALL.map(|skill| (skill, standing.clone())).into()
    }

    #[test]
    fn the_track_names_each_skill_once_and_its_weights_sum_to_one() {
        assert!((BACK_END.iter().map(|wish| wish.weight).sum::<f64>() - 1.0).abs() < 1e-12);
        for skill in Skill::ALL {
            assert_eq!(BACK_END.iter().filter(|wish| wish.skill == skill).count(), 1);
        }
        assert!(BACK_END.iter().all(|wish| (1..=5).contains(&wish.level)));
    }

    #[test]
    fn who_surely_has_all_levels_is_ready_and_who_has_none_is_not() {
        let able = readiness(&BACK_END, &everywhere(&standing(4.0, 0.3)));
        assert!(able.share > 0.999 && able.gaps.is_empty());
        assert!((able.share - able.measured).abs() < 1e-12);
        let weak = readiness(&BACK_END, &everywhere(&standing(-4.0, 0.3)));
        assert!(weak.share < 0.001);
        let first: Vec<Skill> = weak.gaps.iter().map(|gap| gap.skill).take(3).collect();
        assert_eq!(first, [Skill::Languages, Skill::Data, Skill::Apis]);
    }

    #[test]
    fn the_chance_is_that_of_the_wanted_level_or_more() {
        // The middle of level 3: half of it is above the middle, and all that is above 0.5 is level 4.
        let middle = standing(0.0, 0.5);
        assert!((chance(&middle, 4) - 0.158_655).abs() < 2e-3);
        assert!((chance(&middle, 3) - 0.841_345).abs() < 2e-3);
        assert!((chance(&middle, 1) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_would_help_most_comes_first_measured_or_not() {
        let mut skills = everywhere(&standing(4.0, 0.3));
        let unknown = Standing { belief: prior(), answers: 0, basis: Basis::Unknown };
        for (skill, standing) in &mut skills {
            match skill {
                Skill::Servers => *standing = self::standing(-4.0, 0.3),
                Skill::Web => *standing = unknown.clone(),
                _ => {}
            }
        }
        let readiness = readiness(&BACK_END, &skills);
        let gaps: Vec<(Skill, bool)> = readiness.gaps.iter().map(|gap| (gap.skill, gap.measured)).collect();
        assert_eq!(gaps, [(Skill::Servers, true), (Skill::Web, false)]);
        let missing: f64 = readiness.gaps.iter().map(|gap| gap.gain).sum();
        assert!((readiness.share + missing - 1.0).abs() < 1e-3);
        assert!(readiness.measured < readiness.share);
    }

    #[test]
    fn skills_without_questions_leave_their_weight_to_the_others() {
        let one = [(Skill::Web, standing(0.0, 0.5))];
        let readiness = readiness(&BACK_END, &one);
        assert!((readiness.share - chance(&one[0].1, 2)).abs() < 1e-12);
        assert_eq!(super::readiness(&BACK_END, &[]), Readiness::default());
    }
}
