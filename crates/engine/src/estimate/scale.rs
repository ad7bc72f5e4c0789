//! The curves of the questions of banks, each made once.

use super::{
    curve::{Curve, Curves},
    format::Format,
};
use crate::{
    bank::{Bank, Item},
    sorted::Map,
};

/// The curves of all questions of the banks that were added.
#[derive(Debug, Default)]
pub struct Scale {
    curves: Curves,
    /// For each area and id the place of its curve.
    places: Map<Map<usize>>,
}

impl Scale {
    /// Takes in the questions of a bank.
    pub fn add(&mut self, bank: &Bank) {
        for item in &bank.items {
            let place = self.curves.place(item.level, &Format::of(&item.question));
            if let Some(area) = self.places.entry(&item.area) {
                area.insert(item.id.clone(), place);
            }
        }
    }

    /// The curve of a question.
    #[must_use]
    pub fn curve(&self, item: &Item) -> Option<&Curve> {
        self.of(&item.area, &item.id)
    }

    /// The curve of a question, by its area and id.
    #[must_use]
    pub fn of(&self, area: &str, id: &str) -> Option<&Curve> {
        self.curves.get(*self.places.get(area)?.get(id)?)
    }
}
