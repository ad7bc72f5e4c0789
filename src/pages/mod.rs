//! One file for each page, and the pieces that several pages use.

use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, h1, p},
};
use crate::{
    later::Rooms,
    platform::page,
    route::Route,
    store::{Load, Store},
    words::Words,
};

pub mod area;
pub mod attempt;
pub mod history;
pub mod home;
mod keys;
pub mod linked;
mod list;
pub mod question;
pub mod quiz;
pub mod result;
pub mod settings;
mod slots;
mod timer;

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

/// A room of the second part, as soon as that is here.
pub fn room(store: Store, choose: fn(&'static Rooms) -> fn(Store) -> View) -> View {
    store.open_rooms();
    let rooms = store.memo(|model| matches!(model.rooms, Load::Here(_)));
    (move || {
        rooms.get();
        match store.look(|model| model.rooms.clone()) {
            Load::Here(rooms) => choose(rooms)(store),
            _ => ().into_view(),
        }
    })
    .into_view()
}

/// Whether an area's questions are on their way or could not be had; nothing once they are here.
pub fn loading(store: Store, area: String) -> impl IntoView {
    let words = store.words();
    let state = store.memo(move |model| match model.banks.get(&area) {
        Some(Load::Here(_)) => 0_u8,
        Some(Load::Failed) => 2,
        _ => 1,
    });
    move || match state.get() {
        0 => ().into_view(),
        1 => p().class("loading").attr("role", "status").child(words.loading_questions).into_view(),
        _ => div()
            .class("notice")
            .attr("role", "alert")
            .child((
                p().child(words.load_failed),
                button()
                    .attr("type", "button")
                    .class("button")
                    .on(ev::CLICK, move |_| store.retry())
                    .child(words.try_again),
            ))
            .into_view(),
    }
}
