//! Areas together: whether what one area tells of another misleads.

use std::io::{self, Write};

use plumb_engine::estimate::{Assumptions, Belief, Evidence, Grid, joint, prior, select::ROUGH};

use crate::{
    figures::{Mean, covers},
    head,
    levels::{by_level, five},
    line,
    people::{ASSUMED, Dice, bank},
    sitting::{Order, sit},
    three,
};

const PEOPLE: u64 = 4000;
/// Answers in each area: few areas, and all that a skill map has.
const FEW: &[usize] = &[20, 10, 10, 5, 0];
const MANY: &[usize] = &[20, 20, 20, 20, 20, 20, 20, 10, 5, 0];

/// Error and coverage of an area, alone and together with the others.
#[derive(Clone, Copy, Default)]
struct Figures {
    alone: (Mean, Mean),
    together: (Mean, Mean),
}

/// Error and coverage by how many answers an area has, where areas correlate in truth and where they do not.
pub fn table(out: &mut impl Write) -> io::Result<()> {
    for (first, answers) in [(30, FEW), (40, MANY)] {
        let mut rows: Vec<(f64, Vec<(usize, Figures)>)> = Vec::new();
        for (experiment, r) in (first..).zip([0.0, 0.3, 0.6]) {
            rows.push((r, measure(experiment, r, answers)));
        }
        let counts = rows.first().map_or(Vec::new(), |(_, figures)| figures.iter().map(|one| one.0).collect());
        let names: Vec<String> = counts.iter().map(|count: &usize| format!("{count} answers")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let count = answers.len();
        let root = |mean: Mean| mean.get().sqrt();
        head(out, &format!("{count} areas together: RMSE"), &names)?;
        for (r, figures) in &rows {
            line(out, &format!("true correlation {r}, alone"), three(figures.iter().map(|one| root(one.1.alone.0))))?;
            line(out, "together", three(figures.iter().map(|one| root(one.1.together.0))))?;
        }
        head(out, &format!("{count} areas together: coverage of the 95 % interval"), &names)?;
        for (r, figures) in &rows {
            line(out, &format!("true correlation {r}, alone"), three(figures.iter().map(|one| one.1.alone.1.get())))?;
            line(out, "together", three(figures.iter().map(|one| one.1.together.1.get())))?;
        }
    }
    Ok(())
}

/// The figures of areas with so many answers; those with as many are taken together.
fn measure(experiment: u64, r: f64, counts: &[usize]) -> Vec<(usize, Figures)> {
    let curves = five(Assumptions::default());
    let mut all: Vec<(usize, Figures)> = Vec::new();
    for number in 0..PEOPLE {
        let mut dice = Dice::new(experiment, number);
        let common = dice.normal(0.0, ASSUMED.people);
        let (mut thetas, mut evidences) = (Vec::new(), Vec::new());
        for count in counts {
            let theta = r.sqrt() * common + (1.0 - r).sqrt() * dice.normal(0.0, ASSUMED.people);
            let items = bank(&mut dice, ASSUMED);
            let answers: Vec<_> = items.iter().map(|item| (dice.answer(&item.truth, theta), 1)).collect();
            let known = by_level(&items, &curves);
            let order = Order::Adaptive { topics: 1, room: ROUGH };
            let steps = sit(&known, &answers, &prior(), order, &mut dice, |asked, _| asked >= *count);
            let mut evidence = Evidence::new(Grid::FINE);
            for step in steps.iter().take(*count) {
                known.get(step.item).into_iter().for_each(|known| known.tell(step.score, 1, &mut evidence));
            }
            thetas.push(theta);
            evidences.push(evidence);
        }
        let beliefs = joint(&evidences);
        for (((count, theta), evidence), together) in counts.iter().zip(thetas).zip(&evidences).zip(&beliefs) {
            let place = all.iter().position(|one| one.0 == *count).unwrap_or_else(|| {
                all.push((*count, Figures::default()));
                all.len() - 1
            });
            let Some((_, figures)) = all.get_mut(place) else { continue };
            add(&mut figures.alone, &prior().after(evidence), theta);
            add(&mut figures.together, together, theta);
        }
    }
    all
}

fn add((error, cover): &mut (Mean, Mean), belief: &Belief, theta: f64) {
    error.add((belief.mean() - theta).powi(2));
    cover.add(covers(belief, 0.95, theta));
}
