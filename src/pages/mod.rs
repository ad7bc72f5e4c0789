//! One file for each page, and the pieces that several pages use.

use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, h1, p},
};
use crate::{
    later::Later,
    platform::page,
    reactive::Slice,
    route::Route,
    store::{Model, Progress, Store},
    words::Words,
};

pub mod area;
pub mod attempt;
mod beside;
mod checked;
pub mod controls;
mod copy;
mod daily;
mod embed;
mod gallery;
pub mod going;
pub mod history;
pub mod home;
mod kept;
mod keys;
mod level;
mod levels;
pub mod linked;
pub mod list;
pub mod notices;
mod package;
mod picture;
pub mod question;
pub mod quiz;
pub mod rare;
mod receive;
pub mod result;
mod review;
mod send;
pub mod settings;
mod shown;
pub mod slots;
pub mod telling;
pub mod timer;
mod track;
mod transfer;

/// The id of each page's first heading, which takes the focus when the page comes.
pub const HEADING: &str = "heading";

/// A page's first heading; the page's title says the same.
pub fn heading(text: String, words: &'static Words) -> impl IntoView {
    page::set_title(&format!("{text} · {}", words.brand));
    h1().id(HEADING).attr("tabindex", "-1").child(text)
}

/// The page for an address that is none of ours.
pub fn missing(words: &'static Words) -> View {
    div()
        .class("column empty")
        .child((
            heading(words.missing_title.into(), words),
            p().child(words.missing_text),
            a().class("button primary").attr("href", Route::Home.href()).child(words.to_home),
        ))
        .into_view()
}

/// What stands on a page that has nothing to show yet: what will be here, and the way to begin.
pub fn nothing_yet(lead: &'static str, text: &'static str, words: &'static Words) -> View {
    div()
        .class("empty")
        .child((
            p().class("lead").child(lead),
            p().child(text),
            a().class("button primary").attr("href", Route::Home.href()).child(words.to_home),
        ))
        .into_view()
}

/// A piece that the second part makes, as soon as that is here with all that it works on.
pub fn piece(store: Store, build: impl Fn(&'static Later) -> View + 'static) -> impl IntoView {
    let here = store.memo(|model| model.later_progress() == Progress::Here);
    move || here.get().then(|| store.later().map(&build))
}

/// A page that the second part makes: says that it is on its way, or that it could not be had.
pub fn arriving(store: Store, choose: fn(&'static Later) -> fn(Store) -> View) -> View {
    let piece = piece(store, move |later| choose(later)(store));
    (loading_later(store), piece).into_view()
}

/// The same of a page that the third part makes.
pub fn rare_page(store: Store) -> View {
    store.open_rare();
    let words = store.words();
    let progress = store.memo(Model::rare_progress);
    // The heading was not there yet when it should have taken the focus.
    let before = store.rare().is_none().then(page::focused).flatten();
    let page = move || {
        let rare = if progress.get() == Progress::Here { store.rare() } else { None };
        if let (Some(_), Some(before)) = (rare, &before) {
            page::focus_after(before, HEADING);
        }
        rare.map(|rare| (rare.page)(store))
    };
    (waiting(progress, words.loading, words.later_failed, move || store.open_rare(), words), page).into_view()
}

/// Whether questions are on their way or could not be had; nothing once they are here.
pub fn loading(store: Store, progress: impl Fn(&Model) -> Progress + Send + Sync + 'static) -> impl IntoView {
    let words = store.words();
    waiting(store.memo(progress), words.loading_questions, words.load_failed, move || store.retry(), words)
}

/// The same of the notes of the attempt on the screen.
pub fn loading_notes(store: Store) -> impl IntoView {
    let words = store.more();
    let progress = store.memo(Model::notes_progress);
    waiting(progress, words.loading_notes, words.notes_failed, move || store.retry(), words)
}

/// The same of the second part.
pub fn loading_later(store: Store) -> impl IntoView {
    let words = store.words();
    let progress = store.memo(Model::later_progress);
    waiting(progress, words.loading, words.later_failed, move || store.retry(), words)
}

fn waiting(
    progress: Slice<Progress>,
    loading: &'static str,
    failed: &'static str,
    again: impl Fn() + Copy + 'static,
    words: &'static Words,
) -> impl IntoView {
    move || match progress.get() {
        Progress::Here => ().into_view(),
        Progress::Waiting => p().class("loading").attr("role", "status").child(loading).into_view(),
        Progress::Failed => div()
            .class("notice")
            .attr("role", "alert")
            .child((
                p().child(failed),
                button().attr("type", "button").class("button").on(ev::CLICK, move |_| again()).child(words.try_again),
            ))
            .into_view(),
    }
}
