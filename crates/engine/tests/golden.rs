//! The estimate agrees with the figures of the field's own programs: catR 3.17 on R.
//!
//! The figures are in `tests/golden/`, or in the folder that the environment variable `PLUMB_GOLDEN` names; a file
//! that is not there is taken from `tests/golden/`.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a panic is how a fault is reported; helpers are not known as tests"
)]

use plumb_engine::estimate::{Belief, Evidence, Grid, Model, map};
use std::{collections::HashMap, env, fs, path::PathBuf};

const COARSE: (f64, f64, u16) = (-4.0, 4.0, 33);

/// The text of a file of figures.
fn figures(name: &str) -> String {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let folder = env::var_os("PLUMB_GOLDEN").map_or(own.clone(), PathBuf::from);
    assert!(folder.is_dir(), "PLUMB_GOLDEN is {}, which is no folder", folder.display());
    let path = [folder, own].map(|folder| folder.join(name)).into_iter().find(|path| path.exists());
    fs::read_to_string(path.unwrap_or_else(|| panic!("{name} is missing"))).unwrap()
}

/// The rows of a file, by the names of its columns.
fn rows(name: &str) -> Vec<HashMap<String, String>> {
    let text = figures(name);
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row =
        |line: &str| names.iter().map(|name| (*name).to_owned()).zip(line.split(',').map(str::to_owned)).collect();
    let rows: Vec<_> = lines.filter(|line| !line.is_empty()).map(row).collect();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
}

fn number(row: &HashMap<String, String>, name: &str) -> f64 {
    row[name].parse().unwrap_or_else(|_| panic!("{name} is {:?}", row[name]))
}

fn list<T: std::str::FromStr>(row: &HashMap<String, String>, name: &str) -> Vec<T> {
    let read = |word: &str| word.parse().unwrap_or_else(|_| panic!("{name} has {word:?}"));
    row[name].split_whitespace().map(read).collect()
}

fn bank(name: &str) -> Vec<Model> {
    let model = |row: &HashMap<String, String>| {
        let steps = |letter: char| -> Vec<f64> {
            let names = (1..).map(|step| format!("{letter}{step}"));
            names.take_while(|name| row.contains_key(name)).map(|name| number(row, &name)).collect()
        };
        let a = number(row, "a");
        match name {
            "gpcm" => Model::PartialCredit { a, steps: steps('d') },
            "grm" => Model::Graded { a, bounds: steps('b') },
            _ => Model::Dichotomous { a, b: number(row, "b"), c: number(row, "c"), d: number(row, "d") },
        }
    };
    rows(&format!("bank_{name}.csv")).iter().map(model).collect()
}

/// Items with their scores; items count from 1.
fn answers<'a>(bank: &'a [Model], items: &[usize], scores: &[usize]) -> Vec<(&'a Model, usize)> {
    assert_eq!(items.len(), scores.len());
    items.iter().zip(scores).map(|(item, score)| (&bank[item - 1], *score)).collect()
}

fn after(prior: &Belief, answers: &[(&Model, usize)]) -> Belief {
    let mut evidence = Evidence::new(prior.grid());
    answers.iter().for_each(|(model, score)| evidence.add(|theta| model.chance(*score, theta)));
    prior.after(&evidence)
}

fn coarse() -> Belief {
    Belief::normal(Grid::new(COARSE.0, COARSE.1, COARSE.2), 0.0, 1.0)
}

#[track_caller]
fn near(got: f64, want: f64, by: f64, what: &str) {
    assert!((got - want).abs() <= by, "{what}: {got} is not {want}, off by {:e}", (got - want).abs());
}

/// The most informative of the items that were not asked, and what they tell.
fn most_telling(bank: &[Model], asked: &[usize], theta: f64) -> (Vec<usize>, f64) {
    let left = (1..=bank.len()).filter(|item| !asked.contains(item));
    let told: Vec<(usize, f64)> = left.map(|item| (item, bank[item - 1].information(theta))).collect();
    let most = told.iter().map(|one| one.1).fold(0.0, f64::max);
    (told.iter().filter(|one| one.1 >= most * (1.0 - 1e-9)).map(|one| one.0).collect(), most)
}

#[test]
fn estimates_agree_with_catr() {
    let cases = rows("catr_cases.csv");
    for row in &cases {
        let id = &row["id"];
        let bank = bank(&row["bank"]);
        let items: Vec<usize> = list(row, "items");
        let answers = answers(&bank, &items, &list(row, "x"));
        let check = |prior: Belief, mean: &str, se: &str| {
            let belief = after(&prior, &answers);
            near(belief.mean(), number(row, mean), 1e-9, &format!("{id} {mean}"));
            near(belief.sd(), number(row, se), 1e-9, &format!("{id} {se}"));
        };
        check(coarse(), "eap33", "eap33_se");
        check(Belief::normal(Grid::FINE, 0.0, 1.0), "eap121", "eap121_se");
        let eap = number(row, "eap33");
        let information: f64 = answers.iter().map(|(model, _)| model.information(eap)).sum();
        near(information, number(row, "info_at_eap33"), 1e-9, &format!("{id} information"));
        near(map(&answers, 0.0, 1.0), number(row, "map"), 1e-6, &format!("{id} map"));
        let (tied, most) = most_telling(&bank, &items, eap);
        near(most, number(row, "next_mfi_info"), 1e-9, &format!("{id} next"));
        assert_eq!(tied, list::<usize>(row, "next_mfi_ties"), "{id}: the tied set");
    }
}

#[test]
fn estimates_without_a_prior_agree_with_catr() {
    for row in &rows("catr_cases.csv") {
        let bank = bank(&row["bank"]);
        let answers = answers(&bank, &list(row, "items"), &list(row, "x"));
        let uniform = Belief::new(Grid::new(COARSE.0, COARSE.1, COARSE.2), |_| 1.0);
        let belief = after(&uniform, &answers);
        near(belief.mean(), number(row, "eap_unif"), 1e-9, &row["id"]);
        near(belief.sd(), number(row, "eap_unif_se"), 1e-9, &row["id"]);
    }
}

#[test]
fn whole_tests_go_as_in_catr() {
    for row in &rows("catr_traces.csv") {
        let id = &row["id"];
        let bank = bank(&row["bank"]);
        let all: Vec<usize> = list(row, "responses_all60");
        let (items, pattern): (Vec<usize>, Vec<usize>) = (list(row, "items"), list(row, "pattern"));
        let (thetas, sds): (Vec<f64>, Vec<f64>) = (list(row, "theta_after_each"), list(row, "se_after_each"));
        let mut theta = 0.0;
        for (at, item) in items.iter().enumerate() {
            let (tied, _) = most_telling(&bank, &items[..at], theta);
            assert!(tied.contains(item), "{id}: question {} is {item}, not one of {tied:?}", at + 1);
            assert_eq!(pattern[at], all[item - 1], "{id}: the answer to question {}", at + 1);
            let belief = after(&coarse(), &answers(&bank, &items[..=at], &pattern[..=at]));
            theta = belief.mean();
            near(theta, thetas[at], 1e-9, &format!("{id} theta after {}", at + 1));
            near(belief.sd(), sds[at], 1e-9, &format!("{id} se after {}", at + 1));
            // Both stop rules of the traces: SE 0.35 or 40 items.
            assert_eq!(belief.sd() <= 0.35 || at + 1 == 40, at + 1 == items.len(), "{id}: it stops at {}", at + 1);
        }
        near(theta, number(row, "theta_final"), 1e-9, id);
    }
}

#[test]
fn answers_with_several_scores_agree_with_catr() {
    for row in &rows("catr_poly.csv") {
        let id = &row["id"];
        let bank = bank(&row["model"].to_lowercase());
        let items: Vec<usize> = list(row, "items");
        let answers = answers(&bank, &items, &list(row, "x"));
        let belief = after(&coarse(), &answers);
        near(belief.mean(), number(row, "eap33"), 1e-9, &format!("{id} eap"));
        near(belief.sd(), number(row, "eap33_se"), 1e-9, &format!("{id} se"));
        near(map(&answers, 0.0, 1.0), number(row, "map"), 1e-6, &format!("{id} map"));
        let eap = number(row, "eap33");
        let information: f64 = answers.iter().map(|(model, _)| model.information(eap)).sum();
        near(information, number(row, "info_at_eap33"), 1e-9, &format!("{id} information"));
        let (tied, most) = most_telling(&bank, &items, eap);
        near(most, number(row, "next_mfi_info"), 1e-9, &format!("{id} next"));
        assert!(tied.contains(&list(row, "next_mfi")[0]), "{id}: {tied:?}");
    }
}

/// Rows of numbers without names.
fn matrix(name: &str) -> Vec<Vec<f64>> {
    let text = figures(name);
    text.lines().map(|line| line.split(',').map(|number| number.parse().unwrap()).collect()).collect()
}

#[test]
fn errors_on_the_shared_answers_are_those_of_the_best_programs() {
    // RMSE after 10, 15, 20 and 30 answers, the better of catR and jsCAT 5.2.3 (README.md of the figures).
    for (name, best) in [("1pl", [0.561, 0.467, 0.422, 0.358]), ("3pl", [0.520, 0.458, 0.412, 0.380])] {
        let bank = bank(name);
        let rows: Vec<[Vec<f64>; 2]> = bank
            .iter()
            .map(|model| [0, 1].map(|score| Grid::FINE.points().map(|theta| model.chance(score, theta)).collect()))
            .collect();
        let prior = Belief::normal(Grid::FINE, 0.0, 1.0);
        let mut squares = [0.0; 4];
        let thetas = matrix(&format!("shared_{name}_theta.csv"));
        for (theta, answers) in thetas.iter().flatten().zip(matrix(&format!("shared_{name}_resp.csv"))) {
            let (mut evidence, mut asked, mut estimate) = (Evidence::new(Grid::FINE), Vec::new(), 0.0);
            while asked.len() < 30 {
                let item = most_telling(&bank, &asked, estimate).0[0];
                evidence.add_row(&rows[item - 1][usize::from(answers[item - 1] > 0.5)]);
                asked.push(item);
                estimate = prior.after(&evidence).mean();
                if let Some(place) = [10, 15, 20, 30].iter().position(|after| *after == asked.len()) {
                    squares[place] += (estimate - theta).powi(2);
                }
            }
        }
        for (square, best) in squares.iter().zip(best) {
            let error = (square / f64::from(u32::try_from(thetas.len()).unwrap())).sqrt();
            assert!(error <= best + 0.005, "{name}: {error} against {best}");
        }
    }
}
