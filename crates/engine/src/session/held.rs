//! A question outside its session.

use crate::bank::{Bank, Item};
use std::sync::Arc;

/// A question that is kept together with its bank, without a copy.
#[derive(Debug, Clone)]
pub struct Held {
    bank: Arc<Bank>,
    place: usize,
}

impl Held {
    /// The question at a place of a bank.
    #[must_use]
    pub fn new(bank: Arc<Bank>, place: usize) -> Self {
        Self { bank, place }
    }

    /// The question.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.bank.items.get(self.place)
    }
}
