//! The shared answers of 1,000 people to 60 questions whose true parameters are known.

use std::{
    env, fs,
    io::{self, Write},
    path::PathBuf,
};

use plumb_engine::estimate::{Belief, Grid, Model, select::EXACT};

use crate::{
    figures::{Errors, Percent, elo},
    head, line,
    people::Dice,
    sitting::{Known, Order, sit},
    three,
};

/// RMSE after 10, 15, 20 and 30 answers of EAP with maximum information as the README of the figures tells.
const BEST: [(&str, [f64; 4]); 2] = [("1pl", [0.561, 0.467, 0.422, 0.358]), ("3pl", [0.520, 0.458, 0.412, 0.380])];

fn numbers(name: &str) -> io::Result<Vec<Vec<f64>>> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let folder = env::var_os("PLUMB_GOLDEN").map_or(own, PathBuf::from);
    let text = fs::read_to_string(folder.join(name))?;
    let row = |line: &str| line.split(',').map(str::parse).collect::<Result<Vec<f64>, _>>();
    // A line of names is no row.
    Ok(text.lines().filter_map(|line| row(line).ok()).collect())
}

/// One table for each matrix.
pub fn tables(out: &mut impl Write) -> io::Result<()> {
    for (name, best) in BEST {
        let bank: Vec<Model> = numbers(&format!("bank_{name}.csv"))?
            .into_iter()
            .filter_map(|row| <[f64; 4]>::try_from(row).ok())
            .map(|[a, b, c, d]| Model::Dichotomous { a, b, c, d })
            .collect();
        let known: Vec<Known<'_>> = bank.iter().map(Known::Model).collect();
        let thetas = numbers(&format!("shared_{name}_theta.csv"))?;
        let answers = numbers(&format!("shared_{name}_resp.csv"))?;
        let prior = Belief::normal(Grid::FINE, 0.0, 1.0);
        let (mut adaptive, mut random, mut rated) = (Errors::default(), Errors::default(), Errors::default());
        let mut percent = Percent::default();
        let parameters = |item: usize| match bank.get(item) {
            Some(Model::Dichotomous { b, c, .. }) => (*b, *c),
            _ => (0.0, 0.0),
        };
        for (person, (theta, answers)) in (0..).zip(thetas.iter().flatten().zip(&answers)) {
            let answers: Vec<(usize, usize)> = answers.iter().map(|right| (usize::from(*right > 0.5), 1)).collect();
            let mut dice = Dice::new(1, person);
            let mut sat = |order| sit(&known, &answers, &prior, order, &mut dice, |count, _| count == 30);
            let steps = sat(Order::Adaptive { topics: 1, room: EXACT });
            adaptive.add_steps(*theta, &steps);
            let ratings = elo(&steps, |item| parameters(item).0, |item| parameters(item).1);
            rated.add(*theta, |after| ratings.get(after - 1).copied());
            let steps = sat(Order::Random);
            random.add_steps(*theta, &steps);
            percent.add(*theta, &steps);
        }
        head(out, &format!("True parameters known: RMSE on the shared matrix {name}"), &["10", "15", "20", "30"])?;
        line(out, "Plumb's EAP, maximum information", three(adaptive.roots()))?;
        line(out, "best known programs", three(best))?;
        line(out, "EAP, random order", three(random.roots()))?;
        line(out, "Elo on the adaptive answers", three(rated.roots()))?;
        line(out, "percent correct, random order, best line", three(percent.roots()))?;
    }
    Ok(())
}
