//! What the notices say that only the second part brings up.

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
        // The third part brings them up, so it is here.
        other => store.rare().map(|rare| (rare.sentence)(store, other)).unwrap_or_default(),
    }
}
