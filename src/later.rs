//! The second part of the module: what nobody needs before the first question, fetched while that is read.
//!
//! The build parts the compiled app at [`fetch`]: what only the table [`Later`] leads to lies in a
//! file of its own (xtask/src/build/parts.rs). Nothing else calls into it, so nothing can call it
//! before it is there.
#![allow(unsafe_code, reason = "the macro that marks where the module is parted writes the call across as `unsafe`")]

use crate::{
    dom::View,
    kinds::{self, Ask},
    pages::{self, controls, going, history, list, notices, quiz::Desk, result, settings, slots, timer},
    reactive::Var,
    store::{Model, Notice, Store},
};
use engine::{action::Action, kinds::Question, quiz::Quiz};
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What takes a while.
pub type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// What the second part holds.
pub struct Later {
    /// The page of settings and data.
    pub settings: fn(Store) -> View,
    /// The page of all attempts.
    pub history: fn(Store) -> View,
    /// Every page that comes with the third part.
    pub rare: fn(Store) -> View,
    /// The page of a finished attempt.
    pub result: fn(Store) -> View,
    /// Home: where the person left off.
    pub going: fn(Store) -> View,
    /// Home: how many questions of an area were answered, and how many of them right.
    pub progress: fn(&Model, &str) -> (usize, usize),
    /// An area's page: the attempts at it.
    pub attempts: fn(Store, &str) -> View,
    /// A quiz: the time that is left.
    pub timer: fn(Store) -> View,
    /// A quiz: the line of questions.
    pub slots: fn(Store) -> View,
    /// A quiz: verdict and reasons.
    pub graded: fn(Store, usize) -> View,
    /// A quiz: the question, to be answered, where the form of its kind comes with this part.
    pub open: fn(&Question, Ask) -> View,
    /// A quiz: the buttons below the question.
    pub controls: fn(Store, Desk) -> View,
    /// A quiz: the way to its end.
    pub leave: fn(Store, Var<bool>) -> View,
    /// A quiz: what a key does.
    pub press: fn(Store, Desk, &web_sys::KeyboardEvent),
    /// What a notice says.
    pub sentence: fn(Store, Notice) -> String,
    /// The store: what local storage has lost is brought back, before anything is read.
    pub prepare: fn(Store) -> Soon<Result<(), Missing>>,
    /// The store: what is kept is read, for the second part has arrived.
    pub arrived: fn(Store),
    /// The store: a quiz begins that mixes areas, or that depends on what was done before.
    pub begin: fn(Store, Quiz) -> bool,
    /// The store: the attempt that has just begun is kept.
    pub keep: fn(Store),
    /// The store: the attempt of this address goes on, and its notes are fetched.
    pub settle: fn(Store),
    /// The store: an action is carried out.
    pub dispatch: fn(Store, Action) -> bool,
    /// The store: another tab changed what is kept.
    pub changed_elsewhere: fn(Store, Option<&str>),
    /// The store: the page came back as it was left.
    pub came_back: fn(Store),
}

static LATER: Later = Later {
    settings: settings::page,
    history: history::page,
    rare: pages::rare_page,
    result: result::page,
    going: going::running_attempts,
    progress: going::progress,
    attempts: list::of_area,
    timer: timer::timer,
    slots: slots::slots,
    graded: controls::graded,
    open: kinds::open_late,
    controls: controls::actions,
    leave: controls::leave,
    press: controls::press,
    sentence: notices::sentence,
    prepare: |store| Box::pin(store.open_sinks()),
    arrived: Store::arrived,
    begin: Store::begin_late,
    keep: Store::keep,
    settle: Store::settle_attempt,
    dispatch: Store::act,
    changed_elsewhere: Store::adopt,
    came_back: Store::refresh,
};

/// A part of the module could not be had. Asking again tries again.
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
pub fn fetch() -> Result<&'static Later, Missing> {
    Ok(&LATER)
}
