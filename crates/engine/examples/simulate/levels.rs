//! Only the authors' levels are known: errors, coverage and the length of a test.

use std::io::{self, Write};

use plumb_engine::estimate::{
    Assumptions, Belief, Curve, Curves, Format, Grid, prior,
    select::{self, ENOUGH_SD, ROUGH},
};

use crate::{
    bound::truths,
    figures::{Errors, Mean, Percent, covers, elo},
    head, line,
    people::{ASSUMED, Dice, ITEMS, Item, LUCK, Truth, UPPER, bank},
    sitting::{Known, Order, sit},
    three,
};

/// People in each experiment.
const PEOPLE: u64 = 4000;
/// The levels taken as exact, to compare.
const EXACT: Assumptions = Assumptions { difficulty: 0.0, discrimination: 0.0, upper: UPPER };
/// As the app chooses, for one topic and for eight; and always the most telling question.
const ADAPTIVE: Order = Order::Adaptive { topics: 1, room: ROUGH };
const EIGHT: Order = Order::Adaptive { topics: 8, room: ROUGH };
const STRICT: Order = Order::Adaptive { topics: 1, room: select::EXACT };

/// The curve of each level for four options.
pub fn five(assumed: Assumptions) -> Vec<Curve> {
    let mut curves = Curves::new(assumed);
    let places: Vec<usize> = (1..=5).map(|level| curves.place(level, &Format::chance(LUCK))).collect();
    places.into_iter().filter_map(|place| curves.get(place).cloned()).collect()
}

pub fn by_level<'a>(items: &[Item], curves: &'a [Curve]) -> Vec<Known<'a>> {
    items.iter().filter_map(|item| curves.get(usize::from(item.level) - 1)).map(Known::Curve).collect()
}

/// Questions of a person's own, and answers to all of them.
fn asked(dice: &mut Dice, theta: f64, truth: Truth) -> (Vec<Item>, Vec<(usize, usize)>) {
    let items = bank(dice, truth);
    let answers = items.iter().map(|item| (dice.answer(&item.truth, theta), 1)).collect();
    (items, answers)
}

/// RMSE where the truth is as assumed, and where it is not.
pub fn errors(out: &mut impl Write) -> io::Result<()> {
    for (experiment, (title, truth)) in (2..).zip(truths()) {
        head(out, &format!("Author levels only, true spread 0.8: RMSE, {title}"), &["10", "15", "20", "30"])?;
        error_rows(out, experiment, truth)?;
    }
    Ok(())
}

fn error_rows(out: &mut impl Write, experiment: u64, truth: Truth) -> io::Result<()> {
    let (curves, exact) = (five(Assumptions::default()), five(EXACT));
    let (prior, own) = (prior(), Belief::normal(Grid::FINE, 0.0, truth.people));
    let mut errors = [Errors::default(); 8];
    let mut percent = Percent::default();
    for number in 0..PEOPLE {
        let mut dice = Dice::new(experiment, number);
        let theta = dice.normal(0.0, truth.people);
        let (items, answers) = asked(&mut dice, theta, truth);
        let (levels, plain) = (by_level(&items, &curves), by_level(&items, &exact));
        let true_ones: Vec<Known<'_>> = items.iter().map(|item| Known::Model(&item.truth)).collect();
        let mut sat = |known: &[Known<'_>], prior: &Belief, order| {
            sit(known, &answers, prior, order, &mut dice, |count, _| count == 30)
        };
        let adaptive = sat(&levels, &prior, ADAPTIVE);
        let random = sat(&levels, &prior, Order::Random);
        percent.add(theta, &random);
        let b = |item: usize| items.get(item).map_or(0.0, |item| f64::from(item.level) - 3.0);
        let ratings = elo(&adaptive, b, |_| LUCK);
        let [ours, strict, topics, told, fixed, any, rated, best] = &mut errors;
        ours.add_steps(theta, &adaptive);
        any.add_steps(theta, &random);
        rated.add(theta, |after| ratings.get(after - 1).copied());
        strict.add_steps(theta, &sat(&levels, &prior, STRICT));
        topics.add_steps(theta, &sat(&levels, &prior, EIGHT));
        told.add_steps(theta, &sat(&levels, &own, ADAPTIVE));
        fixed.add_steps(theta, &sat(&plain, &prior, ADAPTIVE));
        best.add_steps(theta, &sat(&true_ones, &own, ADAPTIVE));
    }
    let names = [
        "levels averaged, as the app chooses",
        "the same, strictly the most informative",
        "the same, eight topics take turns",
        "the same, one topic, the prior is the true population",
        "levels taken as exact",
        "levels averaged, random order",
        "Elo on the adaptive answers",
        "true parameters and population known",
    ];
    for (name, errors) in names.into_iter().zip(errors) {
        line(out, name, three(errors.roots()))?;
    }
    line(out, "percent correct, random order, best line", three(percent.roots()))
}

/// How often intervals after 20 answers hold the truth. Each column has the same people.
pub fn coverage(out: &mut impl Write) -> io::Result<()> {
    let (curves, exact) = (five(Assumptions::default()), five(EXACT));
    let spreads = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
    let names: Vec<String> = spreads.iter().map(|spread| format!("spread {spread:.1}")).collect();
    head(out, "Intervals after 20 answers: coverage", &names.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut row = |name: &str, known: &[Curve], people: u64, ability: &dyn Fn(&mut Dice) -> f64| -> io::Result<()> {
        let (mut wide, mut band) = ([Mean::default(); 6], [Mean::default(); 6]);
        for ((spread, wide), band) in spreads.into_iter().zip(&mut wide).zip(&mut band) {
            for number in 0..people {
                let mut dice = Dice::new(10, number);
                let theta = ability(&mut dice);
                let (items, answers) = asked(&mut dice, theta, Truth { spread, ..ASSUMED });
                let known = by_level(&items, known);
                let steps = sit(&known, &answers, &prior(), ADAPTIVE, &mut dice, |count, _| count == 20);
                if let Some(step) = steps.last() {
                    wide.add(covers(&step.belief, 0.95, theta));
                    band.add(covers(&step.belief, 0.8, theta));
                }
            }
        }
        line(out, &format!("95 %, {name}"), three(wide.map(Mean::get)))?;
        line(out, &format!("80 %, {name}"), three(band.map(Mean::get)))
    };
    row("people N(0, 1.5²), levels averaged", &curves, 4 * PEOPLE, &|dice| dice.normal(0.0, 1.5))?;
    row("people N(0, 1.5²), levels as exact", &exact, 2 * PEOPLE, &|dice| dice.normal(0.0, 1.5))?;
    row("people N(0, 1), levels averaged", &curves, 2 * PEOPLE, &|dice| dice.normal(0.0, 1.0))?;
    row("people at -2, levels averaged", &curves, 2 * PEOPLE, &|_| -2.0)?;
    row("people at +2, levels averaged", &curves, 2 * PEOPLE, &|_| 2.0)
}

/// How many answers it takes to a standard deviation of 0.6.
pub fn lengths(out: &mut impl Write) -> io::Result<()> {
    let columns = ["mean answers", "against random order", "done within 25", "done within 60"];
    head(out, "Answers to SD 0.6, at least 5 and at most 60, spread 0.8", &columns)?;
    let curves = five(Assumptions::default());
    for (experiment, people) in [(20, 1.0), (21, 1.5)] {
        let mut lengths = [[Mean::default(); 3]; 4];
        for number in 0..PEOPLE {
            let mut dice = Dice::new(experiment, number);
            let theta = dice.normal(0.0, people);
            let (items, answers) = asked(&mut dice, theta, ASSUMED);
            let known = by_level(&items, &curves);
            for (order, [length, soon, done]) in [Order::Random, ADAPTIVE, STRICT, EIGHT].into_iter().zip(&mut lengths)
            {
                let steps = sit(&known, &answers, &prior(), order, &mut dice, is_sure);
                let sure = steps.last().is_some_and(|step| step.belief.sd() <= ENOUGH_SD);
                length.add(u32::try_from(steps.len()).map_or(0.0, f64::from));
                soon.add(f64::from(u8::from(sure && steps.len() <= 25)));
                done.add(f64::from(u8::from(sure && steps.len() <= ITEMS)));
            }
        }
        let random = lengths.first().map_or(f64::NAN, |[length, ..]| length.get());
        let names =
            ["random order", "as the app chooses", "strictly the most informative", "as the app chooses, eight topics"];
        for (name, [length, soon, done]) in names.into_iter().zip(lengths) {
            let cells = [
                format!("{:.1}", length.get()),
                format!("{:+.1} %", 100.0 * (length.get() / random - 1.0)),
                format!("{:.0} %", 100.0 * soon.get()),
                format!("{:.0} %", 100.0 * done.get()),
            ];
            line(out, &format!("people N(0, {people}²), {name}"), cells)?;
        }
    }
    Ok(())
}

fn is_sure(count: usize, belief: &Belief) -> bool {
    count >= 5 && belief.sd() <= ENOUGH_SD
}
