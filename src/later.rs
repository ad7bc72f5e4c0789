//! The rooms that nobody needs before the first question: a second part of the module, fetched when they are.
//!
//! The build parts the compiled app here: what only [`Rooms`] leads to lies in a file of its own
//! (xtask/src/build/parts.rs). A room is reached through the table, so that a call into the second
//! part cannot happen before that part is there.
#![allow(unsafe_code, reason = "the macro that marks where the module is parted writes the call across in `unsafe`")]

use crate::{dom::View, pages, store::Store};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What the second part holds.
pub struct Rooms {
    /// See [`pages::history::page`].
    pub history: fn(Store) -> View,
    /// See [`pages::settings::page`].
    pub settings: fn(Store) -> View,
}

static ROOMS: Rooms = Rooms { history: pages::history::page, settings: pages::settings::page };

/// The second part could not be had. Asking again tries again.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Fetches the second part, once.
///
/// # Errors
/// [`Missing`].
#[wasm_split(later, fallible)]
pub fn rooms() -> Result<&'static Rooms, Missing> {
    Ok(&ROOMS)
}
