//! What somebody who only guesses scores, reckoned for each kind of question.

use crate::kinds::{Question, Response, judgement, order};

/// The chance to hit what has to be typed, or a line of an error message, without knowing.
const TYPED: f64 = 0.02;
/// The chance to hit the line where a program stops, of some ten that it may have.
const LINE: f64 = 0.1;
/// More things than any question has to be put in order; a damaged bank may have more.
const MOST_THINGS: usize = 8;
/// Orders that are looked at, at most: about this many, spread evenly over all.
const ORDERS: usize = 120;

/// The chance of each number of points from 0 on for somebody who answers blindly, but with something.
pub(super) fn points_by_luck(question: &Question) -> Vec<f64> {
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
            let right: usize = lines.keys().map(|spot| usize::from(spot.to.saturating_sub(spot.from)) + 1).sum();
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
    let count = count.min(MOST_THINGS);
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
    (1..=count.min(MOST_THINGS)).product()
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
        let orders = spread_orders(7);
        assert!(orders.len() > 100 && orders.len() < 140, "{}", orders.len());
        for place in 0..7 {
            let first = orders.iter().filter(|order| order[place] == 0).count();
            assert!((8..=28).contains(&first), "{first} of {} at {place}", orders.len());
        }
    }
}
