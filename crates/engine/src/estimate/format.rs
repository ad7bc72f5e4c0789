//! What the form of a question gives away: how many scores it has, and what luck alone would bring.

use crate::{
    grade::Grade,
    kinds::{Question, Response, judgement, order},
};

/// The chance to hit what has to be typed, or a line of an error message, without knowing.
const TYPED: f64 = 0.02;
/// The chance to hit the line where a program stops, of some ten that it may have.
const LINE: f64 = 0.1;
/// Scores above 0, at most: some, half or more, and all of it.
pub const MOST_STEPS: usize = 3;
/// Orders that are looked at, at most: about this many, spread evenly over all.
const ORDERS: usize = 120;

/// A form of question: the chance of each score from 0 on for somebody who only guesses.
#[derive(Debug, Clone, PartialEq)]
pub struct Format {
    luck: Vec<f64>,
}

impl Format {
    /// A right or wrong answer that luck gets right with this chance, 0.0 to 1.0.
    #[must_use]
    pub fn chance(c: f64) -> Self {
        Self { luck: vec![1.0 - c, c] }
    }

    /// The form of a question of any kind.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let of = usize::from(question.grade(&question.solution()).of);
        let steps = of.clamp(1, MOST_STEPS);
        let mut luck = vec![0.0; steps + 1];
        for (got, chance) in points_by_luck(question).into_iter().enumerate() {
            let place = score(Grade::new(got, of), steps);
            luck.get_mut(place).into_iter().for_each(|sum| *sum += chance);
        }
        Self { luck }
    }

    /// The chance of each score by luck alone; they sum to 1.
    #[must_use]
    pub fn luck(&self) -> &[f64] {
        &self.luck
    }

    /// The highest score, 1 to [`MOST_STEPS`].
    #[must_use]
    pub fn steps(&self) -> usize {
        self.luck.len() - 1
    }

    /// The score of a grade: 0 for nothing and the highest for all; between them, where there are three
    /// steps, 1 below one half and 2 from there on.
    #[must_use]
    pub fn score(&self, grade: Grade) -> usize {
        score(grade, self.steps())
    }
}

fn score(grade: Grade, steps: usize) -> usize {
    match grade.got {
        0 => 0,
        got if got >= grade.of => steps,
        got => (1 + usize::from(steps > 2 && 2 * u32::from(got) >= u32::from(grade.of))).min(steps),
    }
}

/// The chance of each number of points from 0 on for somebody who answers blindly, but with something.
fn points_by_luck(question: &Question) -> Vec<f64> {
    match question {
        Question::Single(single) => coin(one_of(single.options.len())),
        Question::Numeric(_) | Question::Text(_) => coin(TYPED),
        // Any choice of options but none at all.
        Question::Multiple(multiple) => {
            let options: Vec<u8> = (0..).take(multiple.options.len().min(8)).collect();
            let choices = (1_u32..1 << options.len()).map(|bits| {
                Response::Multiple(options.iter().copied().filter(|place| bits >> place & 1 == 1).collect())
            });
            tally(question, choices)
        }
        Question::Order(order) => ordered(question, order),
        // Each thing gets any of the choices.
        Question::Match(pairs) => together(pairs.left.iter().map(|_| coin(one_of(pairs.right.len())))),
        Question::Classify(classify) => together(classify.items.iter().map(|_| coin(one_of(classify.groups.len())))),
        // As many lines as are to be found, each any line with something on it; a wrong one takes a point.
        Question::Lines(lines) => {
            let count = lines.code.text.split('\n').filter(|line| !line.trim().is_empty()).count();
            let right: usize = lines.keys().map(|spot| usize::from(spot.to - spot.from) + 1).sum();
            let keys = lines.keys().count();
            let hits = together((0..keys).map(|_| coin(share(right, count))));
            let mut points = vec![0.0; keys + 1];
            for (hit, chance) in hits.into_iter().enumerate() {
                let place = (2 * hit).saturating_sub(keys);
                points.get_mut(place).into_iter().for_each(|sum| *sum += chance);
            }
            points
        }
        // Whether it runs is a coin; what is typed beyond is hit as seldom as anything typed.
        Question::Trace(trace) => {
            let more = match trace.stops {
                None => coin(TYPED),
                Some(_) => together([coin(LINE), coin(TYPED)]),
            };
            [0.5].into_iter().chain(more.into_iter().map(|chance| chance / 2.0)).collect()
        }
        Question::Cloze(cloze) => blanks(cloze.0.list.iter().map(|blank| blank.options.len())),
        Question::Table(table) => blanks(table.0.list.iter().map(|blank| blank.options.len())),
        Question::Judgement(judgement) => judged(question, judgement),
    }
}

/// One point with this chance.
fn coin(chance: f64) -> Vec<f64> {
    vec![1.0 - chance, chance]
}

fn one_of(choices: usize) -> f64 {
    share(1, choices)
}

fn share(part: usize, of: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (number(part) / number(of.max(1))).min(1.0)
}

/// Blanks that are chosen from so many options; none where they are typed.
fn blanks(options: impl Iterator<Item = usize>) -> Vec<f64> {
    together(options.map(|count| coin(if count == 0 { TYPED } else { one_of(count) })))
}

/// The points of independent parts together, from the chances of the points of each.
fn together(parts: impl IntoIterator<Item = Vec<f64>>) -> Vec<f64> {
    parts.into_iter().fold(vec![1.0], |sum, part| {
        let mut both = vec![0.0; sum.len() + part.len() - 1];
        for (at, before) in sum.iter().enumerate() {
            for (chance, here) in both.iter_mut().skip(at).zip(&part) {
                *chance += before * here;
            }
        }
        both
    })
}

/// The share of these responses, each as likely as any other, that gets each number of points.
fn tally(question: &Question, responses: impl Iterator<Item = Response>) -> Vec<f64> {
    let mut counts: Vec<u32> = Vec::new();
    for response in responses {
        let got = usize::from(question.grade(&response).got);
        counts.resize(counts.len().max(got + 1), 0);
        counts.get_mut(got).into_iter().for_each(|count| *count += 1);
    }
    let all: u32 = counts.iter().sum();
    counts.into_iter().map(|count| f64::from(count) / f64::from(all.max(1))).collect()
}

/// Any order is as likely as any other. With six or seven things some of them stand for all; that the one
/// order that is right has its chance of `1 / n!` is then put right.
fn ordered(question: &Question, order: &order::Question) -> Vec<f64> {
    let count = order.items.len();
    let mut points = tally(question, spread_orders(count).into_iter().map(Response::Order));
    if let (true, Some(all)) = (order.before.is_empty(), points.last_mut()) {
        let others = 1.0 - *all;
        *all = one_of(factorial(count));
        let rest = 1.0 - *all;
        points.iter_mut().rev().skip(1).for_each(|chance| *chance *= rest / others);
    }
    points
}

/// All orders of a few things, or about [`ORDERS`] of them; the first is the order in which they are listed.
fn spread_orders(count: usize) -> Vec<Vec<u8>> {
    let all = factorial(count);
    // No step that divides into the orders of a few things: else their ends would always be the same.
    let step = (all / ORDERS).max(1) | 1;
    (0..all).step_by(step).map(|index| order_at(count, index)).collect()
}

/// The order with this index among all (Lehmer's code).
fn order_at(count: usize, mut index: usize) -> Vec<u8> {
    let mut left: Vec<u8> = (0..).take(count).collect();
    let mut order = Vec::with_capacity(count);
    for size in (1..=count).rev() {
        let of_rest = factorial(size - 1);
        let place = (index / of_rest).min(size - 1);
        index %= of_rest;
        order.push(left.remove(place));
    }
    order
}

fn factorial(count: usize) -> usize {
    (1..=count).product()
}

/// Rated: any rating for each response. Ranked: any order of them.
fn judged(question: &Question, judgement: &judgement::Question) -> Vec<f64> {
    let response = |inner| Response::Judgement(inner);
    match judgement.scale {
        judgement::Scale::Rank => {
            let orders = spread_orders(judgement.options.len()).into_iter();
            tally(question, orders.map(|order| response(judgement::Response::Ranked(order))))
        }
        judgement::Scale::Rate => {
            let open = vec![None; judgement.key.len()];
            together((0..open.len()).map(|place| {
                let ratings = (1..=judgement::BEST).map(|rating| {
                    let mut one = open.clone();
                    one.get_mut(place).into_iter().for_each(|given| *given = Some(rating));
                    response(judgement::Response::Rated(one))
                });
                tally(question, ratings)
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::samples;

    fn luck(question: &Question) -> Vec<f64> {
        Format::of(question).luck
    }

    fn assert_near(got: &[f64], want: &[f64]) {
        assert_eq!(got.len(), want.len(), "{got:?}");
        assert!(got.iter().zip(want).all(|(got, want)| (got - want).abs() < 1e-12), "{got:?} is not {want:?}");
    }

    #[test]
    fn luck_is_what_can_be_counted_by_hand() {
        assert_near(&luck(&samples::single()), &[0.75, 0.25]);
        assert_near(&luck(&samples::numeric()), &[0.98, 0.02]);
        assert_near(&luck(&samples::text()), &[0.98, 0.02]);
        // Four things have 24 orders; in 1, 13, 9 and 1 of them the longest run in order is 1, 2, 3 and 4.
        assert_near(&luck(&samples::order()), &[1.0 / 24.0, 13.0 / 24.0, 9.0 / 24.0, 1.0 / 24.0]);
        // Of 31 choices of five options, one is right; of three keys two points are got by any two (3 choices),
        // or by all with one too many (2); one point by 3 + 6 + 1.
        assert_near(&luck(&samples::multiple()), &[15.0 / 31.0, 10.0 / 31.0, 5.0 / 31.0, 1.0 / 31.0]);
        // Four things in two groups: 1, 4, 6, 4 and 1 of 16; two and three of four are half or more.
        assert_near(&luck(&samples::classify()), &[1.0 / 16.0, 4.0 / 16.0, 10.0 / 16.0, 1.0 / 16.0]);
        // One typed and one of two.
        assert_near(&luck(&samples::cloze()), &[0.49, 0.5, 0.01]);
        // It stops: the coin, then a line and a name.
        let (none, one, both) = (0.9 * 0.98, 0.9 * 0.02 + 0.1 * 0.98, 0.1 * 0.02);
        assert_near(&luck(&samples::trace()), &[0.5, none / 2.0, one / 2.0, both / 2.0]);
        // Two spots, three of five lines: two hits get all, one hit is taken away again by the miss.
        assert_near(&luck(&samples::lines()), &[1.0 - 0.36, 0.0, 0.36]);
    }

    #[test]
    fn every_kind_has_luck_that_sums_to_one_and_seldom_gets_all() {
        for item in samples::bank().items {
            let format = Format::of(&item.question);
            let luck = format.luck();
            assert!((luck.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", item.id);
            assert!((1..=MOST_STEPS).contains(&format.steps()));
            let all = luck[format.steps()];
            assert!(all > 0.0 && all < 0.4, "{}: {luck:?}", item.id);
            assert_eq!(format.score(item.question.grade(&item.question.solution())), format.steps());
            assert_eq!(format.score(Grade::ZERO), 0);
        }
    }

    #[test]
    fn many_things_are_right_by_luck_as_seldom_as_they_have_orders() {
        for count in 3..=7_u8 {
            let items = (0..count).map(|at| samples::rich(&at.to_string())).collect();
            let question = Question::Order(order::Question { items, before: Vec::new() });
            let points = points_by_luck(&question);
            let right = 1.0 / f64::from((1..=u32::from(count)).product::<u32>());
            assert!((points.last().unwrap() - right).abs() < 1e-15);
            assert!((points.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        // Counted by hand for six things: 1, 131, 381, 177 (so many orders with their longest run) and so on.
        let orders = spread_orders(7);
        assert!(orders.len() > 100 && orders.len() < 140, "{}", orders.len());
        for place in 0..7 {
            let first = orders.iter().filter(|order| order[place] == 0).count();
            assert!((8..=28).contains(&first), "{first} of {} at {place}", orders.len());
        }
    }

    #[test]
    fn scores_keep_the_order_of_grades() {
        let format = Format { luck: vec![0.25; 4] };
        let scores: Vec<usize> = (0..=8).map(|got| format.score(Grade::new(got, 8))).collect();
        assert_eq!(scores, [0, 1, 1, 1, 2, 2, 2, 2, 3]);
        let two = Format { luck: vec![0.3; 3] };
        assert_eq!([0, 1, 2].map(|got| two.score(Grade::new(got, 2))), [0, 1, 2]);
    }
}
