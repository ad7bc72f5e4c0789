//! Where blanks stand in content, and how that is told to those who hear it.

use crate::rich::{Block, Inline, blank, mark, plain};

/// How much of the line around a blank is told, in letters to each side.
const AROUND: usize = 60;

/// Where a blank stands.
pub struct Spot {
    /// Its place among all blanks.
    pub place: usize,
    /// What stands on its line, with `…` in its own place and the numbers of other blanks in theirs.
    pub around: String,
    /// In a table: the heading of its column.
    pub column: String,
    /// In a table: its row, counted from 1.
    pub row: u8,
}

/// Where the blanks of these blocks stand, in reading order.
#[must_use]
pub fn spots(blocks: &[Block]) -> Vec<Spot> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Para(run) => found.extend(on_lines(&plain(run))),
            Block::Code(code) => found.extend(on_lines(&code.text)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| spots(&item.0))),
            Block::Table { head, rows } => {
                found.extend(head.iter().flat_map(|cell| on_lines(&plain(cell))));
                found.extend((1..).zip(rows).flat_map(|(row, cells)| in_row(head, row, cells)));
            }
            Block::Image(_) | Block::Diagram { .. } | Block::Math(_) => {}
        }
    }
    found
}

fn on_lines(text: &str) -> Vec<Spot> {
    let spot = |line: &str, place| Spot { place, around: around(line, place), column: String::new(), row: 0 };
    text.lines().flat_map(|line| line.chars().filter_map(blank).map(move |place| spot(line, place))).collect()
}

fn in_row(head: &[Vec<Inline>], row: u8, cells: &[Vec<Inline>]) -> Vec<Spot> {
    let texts: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let line = texts.join(", ");
    let spot = |column: &[Inline], place| Spot { place, around: around(&line, place), column: plain(column), row };
    let spots = |(column, text): (&Vec<Inline>, &String)| -> Vec<Spot> {
        text.chars().filter_map(blank).map(|place| spot(column, place)).collect()
    };
    head.iter().zip(&texts).flat_map(spots).collect()
}

/// The part of a line around a blank, for those who hear it.
fn around(line: &str, place: usize) -> String {
    let (before, after) = line.split_once(mark(place)).unwrap_or_default();
    let spoken = |text: &str| -> String {
        text.chars().map(|c| blank(c).map_or(c.to_string(), |other| format!("({})", other + 1))).collect()
    };
    let (before, after) = (spoken(before), spoken(after));
    let start = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(start).collect();
    let after: String = after.chars().take(AROUND).collect();
    format!("{}…{}", before.trim_start(), after.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_of_a_blank_is_its_line_with_the_others_as_numbers() {
        let line = format!("  for n in {}(start={}):", mark(0), mark(1));
        let found = on_lines(&format!("x = 1\n{line}"));
        let heard: Vec<_> = found.iter().map(|spot| spot.around.as_str()).collect();
        assert_eq!(heard, ["for n in …(start=(2)):", "for n in (1)(start=…):"]);
        let long = format!("{}{}{}", "a".repeat(100), mark(0), "b".repeat(100));
        assert_eq!(around(&long, 0), format!("{}…{}", "a".repeat(AROUND), "b".repeat(AROUND)));
    }

    #[test]
    fn a_cell_knows_its_heading_and_its_row() {
        let cell = |text: &str| vec![Inline::Text(text.into())];
        let rows = vec![vec![cell("0"), cell("no")], vec![cell("1"), cell(&mark(0).to_string())]];
        let found = spots(&[Block::Table { head: vec![cell("a"), cell("odd")], rows }]);
        let seen: Vec<_> = found.iter().map(|spot| (spot.column.as_str(), spot.row, spot.around.as_str())).collect();
        assert_eq!(seen, [("odd", 2, "1, …")]);
    }
}
