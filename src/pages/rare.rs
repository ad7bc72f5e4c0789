//! The pages of the third part, and what its notices say.

use super::{embed, gallery, levels, missing, package, review, shown, telling, transfer};
use crate::{
    dom::View,
    route::Route,
    store::{Notice, Store},
};

/// The page of the current route.
pub fn page(store: Store) -> View {
    match store.look(|model| Some(model.route.clone())) {
        Some(Route::Levels) => levels::page(store),
        Some(Route::Review) => review::page(store),
        Some(Route::Transfer(_)) => transfer::page(store),
        Some(Route::Shown(_)) => shown::page(store),
        Some(Route::Embed) => embed::page(store),
        Some(Route::Package) => package::page(store),
        Some(Route::Gallery(_)) => gallery::page(store),
        _ => missing(store.words()),
    }
}

/// The sentence of a notice that this part brings up; empty for all others.
pub fn sentence(store: Store, notice: Notice) -> String {
    let words = store.most();
    match notice {
        Notice::ToSystem => words.to_system.into(),
        Notice::NoSystem => words.no_system.into(),
        Notice::SystemRefused(code) => (words.system_refused)(code),
        Notice::SystemFull => words.system_full.into(),
        Notice::SystemClosed => words.system_closed.into(),
        Notice::Telling(trouble) => telling::sentence(store, trouble),
        _ => String::new(),
    }
}
