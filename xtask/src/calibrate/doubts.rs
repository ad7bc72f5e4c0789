//! Why a question's key should be looked at: each reason in a sentence, and only where chance hardly brings it.

use super::choices::Choice;
use super::classical::{Classical, number};

/// Below so many answers nothing is doubted.
pub const LEAST_ANSWERS: usize = 20;
/// What chance brings in one of 44 cases lies beyond so many standard errors.
const SURE: f64 = 2.0;

/// The reasons to doubt a key. `tried` is the mean credit of those who gave an answer with their number, `luck`
/// the credit that luck brings.
#[must_use]
pub fn doubts(
    choices: &[Choice],
    classical: &Classical,
    answers: usize,
    tried: Option<(f64, usize)>,
    luck: f64,
) -> Vec<String> {
    let mut doubts = Vec::new();
    if answers < LEAST_ANSWERS {
        return doubts;
    }
    for wrong in choices.iter().filter(|one| !one.right) {
        let beats = |right: &&Choice| {
            let (more, less) = (number(wrong.abler), number(right.abler));
            right.right && more - less > SURE * (more + less).sqrt()
        };
        if let Some(right) = choices.iter().find(beats) {
            doubts.push(format!(
                "Of the abler half, {} chose “{}” and {} the key “{}”: is the key right, and is that wrong?",
                wrong.abler, wrong.text, right.abler, right.text
            ));
        }
    }
    if let Some(index) = classical.index.filter(|index| *index * number(answers).sqrt() < -SURE) {
        doubts.push(format!(
            "Who does better on the other questions does worse on this one (discrimination index {index:.2}): \
             look at the key and at what could be understood in two ways."
        ));
    }
    if let Some((credit, count)) = tried.filter(|(credit, count)| is_below(*credit, *count, luck)) {
        doubts.push(format!(
            "Those {count} who answered got {:.0} % where luck alone brings {:.0} %: something leads them astray.",
            100.0 * credit,
            100.0 * luck
        ));
    }
    doubts
}

/// Whether a mean credit is surely below that of luck. The spread of a credit is at most that of a right or wrong one.
fn is_below(credit: f64, count: usize, luck: f64) -> bool {
    luck - credit > SURE * (luck * (1.0 - luck) / number(count)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(right: bool, abler: usize) -> Choice {
        let text = if right { "key" } else { "other" };
        Choice { text: text.into(), right, count: 2 * abler, abler, ability: None }
    }

    fn all(key: usize, other: usize, index: f64, credit: f64, answers: usize) -> Vec<String> {
        let classical = Classical { facility: credit, index: Some(index), efficiency: None };
        doubts(&[choice(true, key), choice(false, other)], &classical, answers, Some((credit, answers)), 0.25)
    }

    #[test]
    fn each_reason_is_told_and_chance_is_not() {
        assert!(all(10, 12, -0.1, 0.24, 44).is_empty());
        assert!(all(3, 20, -0.6, 0.05, LEAST_ANSWERS - 1).is_empty());
        let found = all(3, 20, 0.2, 0.3, 46);
        assert_eq!(
            found,
            ["Of the abler half, 20 chose “other” and 3 the key “key”: is the key right, and is that wrong?"]
        );
        assert!(all(20, 3, -0.4, 0.5, 46)[0].contains("discrimination index -0.40"));
        assert!(all(20, 3, 0.4, 0.05, 46)[0].contains("got 5 % where luck alone brings 25 %"));
    }
}
