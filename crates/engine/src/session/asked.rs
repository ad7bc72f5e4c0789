//! Questions of a bank and questions as they were asked, and the way from one to the other.

use crate::{
    bank::{Bank, Item},
    record::{Asked, Record},
};
use std::sync::Arc;

/// For each question of the attempt its place in the bank; none when it was changed or dropped since.
pub(super) fn places(bank: &Bank, record: &Record) -> Vec<Option<usize>> {
    let is_it = |item: &Item, asked: &Asked| item.id == asked.id && item.hash == asked.hash && item.area == asked.area;
    let place = |asked: &Asked| bank.items.iter().position(|item| is_it(item, asked));
    record.items.iter().map(place).collect()
}

/// A question as it is asked.
pub(super) fn asked(item: &Item) -> Asked {
    let Item { area, id, topic, level, hash, .. } = item;
    Asked { area: Arc::clone(area), id: id.clone(), topic: topic.clone(), level: *level, hash: *hash }
}
