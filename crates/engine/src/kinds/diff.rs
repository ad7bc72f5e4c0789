//! What two texts share, line by line: their longest common subsequence, and the lines that only one has.

/// Which of the two texts has a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Both.
    Both,
    /// Only the one that was given.
    Given,
    /// Only the real one.
    Real,
}

/// The lines of both texts in reading order; where they differ, those of the given one come first.
#[must_use]
pub fn diff<'a>(given: &[&'a str], real: &[&'a str]) -> Vec<(Side, &'a str)> {
    let shared = shared(given, real);
    let count = |left: usize, right: usize| shared.get(left).and_then(|row| row.get(right)).copied().unwrap_or(0);
    let (mut left, mut right) = (0, 0);
    let mut lines = Vec::new();
    loop {
        match (given.get(left), real.get(right)) {
            (Some(ours), Some(theirs)) if ours == theirs => {
                lines.push((Side::Both, *theirs));
                (left, right) = (left + 1, right + 1);
            }
            (Some(ours), theirs) if theirs.is_none() || count(left + 1, right) >= count(left, right + 1) => {
                lines.push((Side::Given, *ours));
                left += 1;
            }
            (_, Some(theirs)) => {
                lines.push((Side::Real, *theirs));
                right += 1;
            }
            _ => return lines,
        }
    }
}

/// For each place in the given text and each in the real one: how many lines they share from there on.
fn shared(given: &[&str], real: &[&str]) -> Vec<Vec<usize>> {
    let mut rows = vec![vec![0; real.len() + 1]];
    for ours in given.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0];
        for ((theirs, down), across) in real.iter().zip(&below).zip(below.iter().skip(1)).rev() {
            let here = if ours == theirs { across + 1 } else { row.last().copied().unwrap_or(0).max(*down) };
            row.push(here);
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(given: &str, real: &str) -> String {
        let lines = diff(&given.split(' ').collect::<Vec<_>>(), &real.split(' ').collect::<Vec<_>>());
        let sign = |side| match side {
            Side::Both => ' ',
            Side::Given => '-',
            Side::Real => '+',
        };
        lines.into_iter().map(|(side, line)| format!("{}{line}", sign(side))).collect()
    }

    #[test]
    fn lines_stand_in_reading_order() {
        assert_eq!(shown("a b c", "a b c"), " a b c");
        assert_eq!(shown("a x c", "a b c"), " a-x+b c");
        assert_eq!(shown("a c", "a b c"), " a+b c");
        assert_eq!(shown("a b c", "c a b"), "+c a b-c");
        assert_eq!(shown("x", "a"), "-x+a");
        assert_eq!(diff(&[], &["a"]), [(Side::Real, "a")]);
        assert_eq!(diff(&["a"], &[]), [(Side::Given, "a")]);
        assert_eq!(diff(&[], &[]), []);
    }

    proptest! {
        #[test]
        fn each_text_can_be_read_off(given in prop::collection::vec("[ab]", 0..8), real in prop::collection::vec("[ab]", 0..8)) {
            let (given, real): (Vec<&str>, Vec<&str>) = (given.iter().map(|l| &**l).collect(), real.iter().map(|l| &**l).collect());
            let lines = diff(&given, &real);
            let of = |not: Side| lines.iter().filter(|(side, _)| *side != not).map(|(_, line)| *line).collect::<Vec<_>>();
            prop_assert_eq!(of(Side::Real), given);
            prop_assert_eq!(of(Side::Given), real);
        }
    }
}
