//! Carry on elsewhere: attempts go to another device as a code, and come from one.

use super::{heading, receive, send};
use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, p, section},
};
use crate::{
    platform::page,
    reactive::Var,
    route::Route,
    store::{Offer, Store},
    words::Most,
};
use engine::transfer::code::Inbox;

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    let part = store.look(|model| match &model.route {
        Route::Transfer(part) => part.clone(),
        _ => String::new(),
    });
    let desk = receive::Desk { inbox: Var::new(store.parts(&Inbox::default())), said: Var::new(Vec::new()) };
    let parts = (receive::section(store, desk, words), send::section(store, words));
    // Who comes with a part came to take it in; who comes without is here to take something along.
    let body = if part.is_empty() {
        (parts.1, parts.0).into_view()
    } else {
        (offer(store, &part, desk, words), parts.0, parts.1).into_view()
    };
    div()
        .class("column transfer")
        .child((
            heading(words.carry.into(), words),
            p().class("lead").child(words.carry_text),
            body,
            a().class("button").attr("href", Route::Settings.href()).child(words.carry_back),
        ))
        .into_view()
}

/// What the link brings, to be taken in or left: a link alone changes nothing.
fn offer(store: Store, part: &str, desk: receive::Desk, words: &'static Most) -> View {
    let link = page::address(&Route::Transfer(part.to_owned()).write());
    let (text, press) = match store.offer(&link) {
        Offer::Whole(added) if added.new + added.further == 0 => ((words.offer_known)(added.here), None),
        Offer::Whole(added) => ((words.offer_whole)(added), Some((words.offer_add)(added.new + added.further))),
        Offer::Part { name, number, of } => {
            ((words.offer_part)(number, of, &name), Some((words.offer_take)(number, of)))
        }
        Offer::Newer => (words.code_newer.into(), None),
        Offer::Damaged => (words.offer_damaged.into(), None),
    };
    let (open, link) = (Var::new(true), Var::new(link));
    let leave = move |_| {
        open.set(false);
        page::replace(&Route::Transfer(String::new()).write());
        page::focus_soon(super::HEADING);
    };
    let take = move |_| {
        desk.take(store, &link.peek(), words);
        open.set(false);
        // Whoever loads the page anew is not asked again.
        page::replace(&Route::Transfer(String::new()).write());
        page::focus_soon(receive::SAID);
    };
    let view = move || {
        let plain = || button().attr("type", "button");
        let press = press.clone().map(|name| plain().class("button primary").on(ev::CLICK, take).child(name));
        let not = plain().class("button").on(ev::CLICK, leave).child(words.offer_not);
        section()
            .class("confirm")
            .attr("aria-label", words.offer)
            .child((p().child(text.clone()), div().class("actions").child((press, not))))
    };
    (move || open.get().then(&view)).into_view()
}
