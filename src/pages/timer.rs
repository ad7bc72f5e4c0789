//! The time that is left, with the means to change or end the limit.

use super::HEADING;
use crate::dom::{
    IntoView, View, ev, hold,
    tags::{button, div, span},
};
use crate::{
    platform::{page, timing},
    store::Store,
};
use engine::action::Action;

/// The minutes at which the time that is left is said to screen readers.
const SAID_AT: [u64; 3] = [10, 5, 1];
/// What is added at a time, in seconds.
const MORE: u32 = 300;

/// The timer, while there is a limit.
pub fn timer(store: Store) -> View {
    let limited = store.memo(|model| model.session.as_ref().is_some_and(|session| session.state().limit.is_some()));
    (move || limited.get().then(|| running(store))).into_view()
}

fn running(store: Store) -> View {
    let words = store.more();
    let left = store
        .memo(|model| model.session.as_ref().and_then(|session| session.left(model.now)).unwrap_or_default() / 1000);
    let every_second = timing::every_second(move || {
        let before = left.peek();
        store.tick();
        if store.look(|model| model.session.as_ref().is_some_and(|session| session.state().finished.is_some())) {
            store.say(words.time_up.into());
            page::focus_soon(HEADING);
            return;
        }
        let now = left.peek();
        if let Some(minutes) = SAID_AT.into_iter().find(|minutes| before > minutes * 60 && now <= minutes * 60) {
            store.say((words.time_soon)(usize::try_from(minutes).unwrap_or_default()));
        }
    });
    hold(Box::new(every_second));
    let text = move || {
        let seconds = left.get();
        (words.time_left)(&format!("{}:{:02}", seconds / 60, seconds % 60))
    };
    let limit = move || {
        store.look(|model| model.session.as_ref().and_then(|session| session.state().limit)).unwrap_or_default()
    };
    let more = move |_| {
        let seconds = u32::try_from(limit() / 1000).unwrap_or(u32::MAX).saturating_add(MORE);
        store.dispatch(Action::Limit { seconds: Some(seconds) });
    };
    let off = move |_| {
        store.dispatch(Action::Limit { seconds: None });
        page::focus_soon(HEADING);
    };
    div()
        .class("timer")
        .child((
            span()
                .attr("role", "timer")
                .attr("aria-live", "off")
                .class(move || if left.get() <= 60 { "is-short" } else { "" })
                .text(text),
            button().attr("type", "button").class("button quiet").on(ev::CLICK, more).child(words.time_more),
            button().attr("type", "button").class("button quiet").on(ev::CLICK, off).child(words.time_off),
        ))
        .into_view()
}
