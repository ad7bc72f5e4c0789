//! Measures the estimate on people who are made up from a seed: `cargo run --release -p plumb-engine --example simulate`.
//!
//! The tables are those of `docs/estimate.md`. All but the last, which takes the time, are the same at each run.

use std::io::{self, Write};

mod areas;
mod bound;
mod figures;
mod forms;
mod levels;
mod people;
mod shared;
mod sitting;
mod speed;

/// A line of a table in Markdown.
fn line(out: &mut impl Write, name: &str, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = cells.into_iter().collect();
    writeln!(out, "| {name} | {} |", cells.join(" | "))
}

/// A table's head with its title.
fn head(out: &mut impl Write, title: &str, columns: &[&str]) -> io::Result<()> {
    writeln!(out, "\n### {title}\n\n| | {} |", columns.join(" | "))?;
    writeln!(out, "|---|{}", "---|".repeat(columns.len()))
}

/// Figures with three digits.
fn three(values: impl IntoIterator<Item = f64>) -> impl Iterator<Item = String> {
    values.into_iter().map(|value| format!("{value:.3}"))
}

fn main() -> io::Result<()> {
    let out = &mut io::stdout().lock();
    shared::tables(out)?;
    levels::errors(out)?;
    bound::table(out, &bound::truths())?;
    levels::coverage(out)?;
    levels::lengths(out)?;
    forms::table(out)?;
    areas::table(out)?;
    speed::table(out)
}
