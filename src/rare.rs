//! The third part of the module: what few people need, fetched where they do.
//!
//! The build parts the compiled app at [`fetch`], as it does in `later.rs`. Only the second part calls this, so what both
//! need is in the second one. Where the page's host is told what happens, the second part fetches this before it reads
//! anything.
#![allow(unsafe_code, reason = "the macro that marks where the module is parted writes the call across as `unsafe`")]

use crate::{
    dom::View,
    later::{Missing, Soon},
    pages::{rare, telling},
    store::{Notice, Store},
};
use wasm_split_helpers::wasm_split;

/// What the third part holds.
pub struct Rare {
    /// The page of the current route, which is one of those in `src/pages/rare.rs`.
    pub page: fn(Store) -> View,
    /// A quiz and its result: who gets the answers.
    pub beside: fn(Store) -> View,
    /// Settings: who gets the answers.
    pub settings: fn(Store) -> View,
    /// What a notice says that this part brings up.
    pub sentence: fn(Store, Notice) -> String,
    /// The store: what the page's host has kept is brought here, before anything is read.
    pub meet: fn(Store) -> Soon<()>,
    /// The store: the way opens to whoever is told.
    pub tell: fn(Store) -> Soon<()>,
}

static RARE: Rare = Rare {
    page: rare::page,
    beside: telling::beside,
    settings: telling::settings,
    sentence: rare::sentence,
    meet: |store| Box::pin(store.meet()),
    tell: |store| Box::pin(store.open_telling()),
};

/// Fetches the third part, once.
///
/// # Errors
/// [`Missing`].
#[wasm_split(rare, fallible)]
pub fn fetch() -> Result<&'static Rare, Missing> {
    Ok(&RARE)
}
