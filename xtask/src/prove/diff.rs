//! What was expected and what came, line by line.

use engine::kinds::diff::{Side, diff};

/// The most lines that are shown.
const MOST: usize = 30;

/// Both texts as one, lines marked with `-` where they were expected and with `+` where they came instead.
pub fn show(expected: &str, got: &str) -> String {
    let expected: Vec<&str> = expected.lines().collect();
    let got: Vec<&str> = got.lines().map(str::trim_end).collect();
    let lines = diff(&expected, &got).into_iter().map(|(side, line)| {
        let mark = match side {
            Side::Both => ' ',
            Side::Given => '-',
            Side::Real => '+',
        };
        format!("    {mark} {line}")
    });
    lines.take(MOST).collect::<Vec<_>>().join("\n")
}
