//! Classical statistics of a question as Moodle's quiz report has them; `docs/calibrate.md` has the formulas.

/// What is reckoned from the credits of those who answered a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Classical {
    /// Mean credit, 0.0 to 1.0.
    pub facility: f64,
    /// The correlation of the credit with that on other questions, -1.0 to 1.0; none where either is always the same.
    pub index: Option<f64>,
    /// The covariance of both as a share of the greatest that these very credits could have; none where that is 0.
    pub efficiency: Option<f64>,
}

/// The statistics of a question. For each person: the credit on it, and the mean credit on the other questions,
/// both 0.0 to 1.0; none where nobody answered.
#[must_use]
pub fn classical(credits: &[(f64, Option<f64>)]) -> Option<Classical> {
    let own: Vec<f64> = credits.iter().map(|(own, _)| *own).collect();
    let facility = mean(&own)?;
    // Who answered nothing else says nothing of how this question goes with others.
    let (own, rest): (Vec<f64>, Vec<f64>) = credits.iter().filter_map(|(own, rest)| Some((*own, (*rest)?))).unzip();
    let together = covariance(&own, &rest);
    let spread = (covariance(&own, &own) * covariance(&rest, &rest)).sqrt();
    let most = covariance(&sorted(own), &sorted(rest));
    let share = |of: f64| (of > 1e-12).then(|| together / of);
    Some(Classical { facility, index: share(spread), efficiency: share(most) })
}

/// The mean; none of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}

/// A count as a number to reckon with.
#[must_use]
pub fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// The covariance, with one less than their number below; 0 of fewer than two.
fn covariance(one: &[f64], other: &[f64]) -> f64 {
    let (Some(x), Some(y)) = (mean(one), mean(other)) else { return 0.0 };
    let sum: f64 = one.iter().zip(other).map(|(a, b)| (a - x) * (b - y)).sum();
    sum / (number(one.len()) - 1.0).max(1.0)
}

fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: Option<f64>, want: f64) {
        assert!((got.unwrap() - want).abs() < 1e-12, "{got:?} is not {want}");
    }

    #[test]
    fn a_small_table_by_hand() {
        // Five people, three questions, credits: the question in hand, and the sum of the two others.
        // own  1 1 0 1 0   mean 3/5,  squares 0.4² x 3 + 0.6² x 2 = 1.2
        // rest 2 1 1 0 0   mean 4/5,  squares 1.44 + 0.04 + 0.04 + 0.64 + 0.64 = 2.8
        // products 0.4 x 1.2 + 0.4 x 0.2 - 0.6 x 0.2 - 0.4 x 0.8 + 0.6 x 0.8 = 0.6
        // sorted: own 0 0 1 1 1, rest 0 0 1 1 2: 0.48 + 0.48 + 0.08 + 0.08 + 0.48 = 1.6
        let own = [1.0, 1.0, 0.0, 1.0, 0.0];
        let rest = [2.0, 1.0, 1.0, 0.0, 0.0].map(|sum| Some(sum / 2.0));
        let credits: Vec<_> = own.into_iter().zip(rest).collect();
        let got = classical(&credits).unwrap();
        near(Some(got.facility), 0.6);
        near(got.index, 0.6 / (1.2_f64 * 2.8).sqrt());
        near(got.efficiency, 0.6 / 1.6);
    }

    #[test]
    fn partial_credit_counts_as_what_it_is() {
        let got = classical(&[(0.5, Some(0.5)), (1.0, Some(0.75)), (0.0, Some(0.25))]).unwrap();
        near(Some(got.facility), 0.5);
        near(got.index, 1.0);
        near(got.efficiency, 1.0);
    }

    #[test]
    fn what_cannot_be_said_is_not_said() {
        assert_eq!(classical(&[]), None);
        let same = classical(&[(1.0, Some(0.2)), (1.0, Some(0.4))]).unwrap();
        assert_eq!((same.facility, same.index, same.efficiency), (1.0, None, None));
        let alone = classical(&[(1.0, None), (0.0, Some(0.5))]).unwrap();
        assert_eq!((alone.facility, alone.index), (0.5, None));
        assert!(classical(&[(1.0, Some(0.0)), (0.0, Some(1.0))]).unwrap().index.unwrap() < -0.99);
    }
}
