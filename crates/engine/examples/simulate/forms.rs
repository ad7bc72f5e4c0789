//! Questions of several forms: partial credit as it is assumed, and as it is where parts do not hang together.

use std::io::{self, Write};

use plumb_engine::{
    estimate::{Belief, Curves, Format, Grid, Model, select::ROUGH},
    kinds::{Question, classify},
    rich::Rich,
};

use crate::{
    figures::{AFTER, Errors, Mean, covers},
    head, line,
    people::{Dice, ITEMS, LUCK, UPPER},
    sitting::{Known, Order, sit},
    three,
};

const PEOPLE: u64 = 4000;
/// Things to classify, and groups.
const PARTS: u8 = 4;
const GROUPS: u8 = 3;

/// How the parts of a question are answered in truth.
#[derive(Clone, Copy, PartialEq)]
enum Parts {
    /// As the model has it.
    Together,
    /// Each by itself, as hard as the question.
    Apart,
}

fn forms() -> [Format; 3] {
    let things = |count: u8| (0..count).map(|_| Rich(Vec::new())).collect();
    let key = (0..PARTS).map(|part| part % GROUPS).collect();
    let question = classify::Question { groups: things(GROUPS), items: things(PARTS), key };
    [Format::chance(LUCK), Format::chance(0.02), Format::of(&Question::Classify(question))]
}

/// The points of an answer.
fn points(dice: &mut Dice, format: &Format, theta: f64, b: f64, parts: Parts) -> (usize, usize) {
    let a = dice.normal(0.0, 0.3).exp();
    let (steps, count) = (format.steps(), usize::from(PARTS));
    if steps == 1 {
        let c = format.luck().last().copied().unwrap_or_default();
        return (dice.answer(&Model::Dichotomous { a, b, c, d: UPPER }, theta), 1);
    }
    if parts == Parts::Apart {
        let one = Model::Dichotomous { a, b, c: 1.0 / f64::from(GROUPS), d: UPPER };
        return ((0..PARTS).map(|_| dice.answer(&one, theta)).sum(), count);
    }
    let a = a / 3.0_f64.sqrt();
    let knows = dice.answer(&Model::PartialCredit { a, steps: vec![b; steps] }, theta);
    if knows == steps {
        return (if dice.share() < UPPER { count } else { count / 2 }, count);
    }
    let mut left = dice.share();
    let missed = format.luck().iter().take_while(|chance| {
        left -= *chance;
        left >= 0.0
    });
    // Points that have these scores: 0, 1 (below half), 2 or 3 of four, all.
    let score = knows.max(missed.count().min(steps));
    ([0, 1, 2, count].into_iter().nth(score).unwrap_or(count), count)
}

/// Error, coverage and length.
pub fn table(out: &mut impl Write) -> io::Result<()> {
    let mut columns: Vec<String> = AFTER.iter().map(|after| format!("RMSE {after}")).collect();
    columns.extend(["coverage after 20".into(), "mean answers to SD 0.6".into()]);
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    head(out, "A third each of four options, typed, and four things in three groups", &columns)?;
    let prior = Belief::normal(Grid::FINE, 0.0, 1.5);
    let forms = forms();
    let mut curves = Curves::default();
    let place = |item: usize| (item % 5, item / 5 % 3);
    let places: Vec<usize> = (0..ITEMS)
        .zip((1..=5).cycle())
        .filter_map(|(item, level)| Some(curves.place(level, forms.get(place(item).1)?)))
        .collect();
    let known: Vec<Known<'_>> = places.iter().filter_map(|place| curves.get(*place)).map(Known::Curve).collect();
    for (name, parts) in [("parts as assumed", Parts::Together), ("parts in truth independent", Parts::Apart)] {
        let (mut errors, mut covered, mut length) = (Errors::default(), Mean::default(), Mean::default());
        for number in 0..PEOPLE {
            let mut dice = Dice::new(40, number);
            let theta = dice.normal(0.0, 1.5);
            let mut answers = Vec::new();
            for item in 0..ITEMS {
                let (level, form) = place(item);
                let b = f64::from(u8::try_from(level).unwrap_or_default()) - 2.0 + dice.normal(0.0, 0.8);
                forms.get(form).into_iter().for_each(|form| answers.push(points(&mut dice, form, theta, b, parts)));
            }
            let order = Order::Adaptive { topics: 1, room: ROUGH };
            let steps = sit(&known, &answers, &prior, order, &mut dice, |count, _| count == ITEMS);
            errors.add_steps(theta, &steps);
            steps.get(19).into_iter().for_each(|step| covered.add(covers(&step.belief, 0.95, theta)));
            let sure = steps.iter().position(|step| step.belief.sd() <= 0.6).map_or(ITEMS, |place| (place + 1).max(5));
            length.add(u32::try_from(sure).map_or(0.0, f64::from));
        }
        let cells = three(errors.roots()).chain(three([covered.get()])).chain([format!("{:.1}", length.get())]);
        line(out, name, cells)?;
    }
    Ok(())
}
