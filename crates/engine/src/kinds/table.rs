//! `table`: cells of a table that are typed or chosen; credit is right cells of all cells that are asked.

use super::{
    Kind,
    blanks::{self, Blank, Blanks},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The table, with what stands around it, and its blanks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question(pub Blanks);

/// What stands in each cell that is asked.
pub type Response = blanks::Response;

impl Kind for Question {
    type Response = Response;
    type Draft = blanks::Draft;

    fn compile(draft: Self::Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let (blanks, reasons) = blanks::read(draft, rich)?;
        let name = |blank: &Blank| (blank.column.trim().to_owned(), blank.row);
        for (place, blank) in blanks.list.iter().enumerate() {
            let (column, row) = name(blank);
            if column.is_empty() {
                return Err(format!(
                    "blank {} stands in no cell of a table below a heading; move it there, or make this a `cloze`",
                    place + 1
                ));
            }
            if blanks.list.iter().take(place).any(|other| name(other) == (column.clone(), row)) {
                return Err(format!(
                    "two blanks are found under {column:?} in row {row}; give each a cell, and columns their own headings"
                ));
            }
        }
        Ok((Self(blanks), reasons))
    }

    /// Cells stand where they stand.
    fn parts(&self) -> usize {
        0
    }

    /// One for each blank.
    fn reasons(&self) -> usize {
        self.0.list.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        self.0.is_complete(response)
    }

    /// See [`Blanks::grade`].
    fn grade(&self, response: &Response) -> Grade {
        self.0.grade(response)
    }

    fn solution(&self) -> Response {
        self.0.solution()
    }
}
