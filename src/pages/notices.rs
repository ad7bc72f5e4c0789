//! What the notices say that only the second part brings up.

use super::telling;
use crate::store::{Notice, Store};

/// The sentence of a notice; empty for those that the first part says itself.
pub fn sentence(store: Store, notice: Notice) -> String {
    let words = store.more();
    match notice {
        Notice::MemoryOnly | Notice::Full | Notice::NoQuestions => String::new(),
        Notice::NearlyFull => words.nearly_full.into(),
        Notice::SetAside(count) => (words.set_aside)(count),
        Notice::Newer(count) => (words.newer)(count),
        Notice::Imported(added, unread) => (words.imported)(added, unread),
        Notice::HomeScreen => words.home_screen.into(),
        Notice::NotOurs => words.not_ours.into(),
        Notice::NotSaved => words.not_saved.into(),
        Notice::Erased => words.erased.into(),
        Notice::ToSystem => words.to_system.into(),
        Notice::NoSystem => words.no_system.into(),
        Notice::SystemRefused(code) => (words.system_refused)(code),
        Notice::SystemFull => words.system_full.into(),
        Notice::SystemClosed => words.system_closed.into(),
        Notice::Telling(trouble) => telling::sentence(store, trouble),
    }
}
