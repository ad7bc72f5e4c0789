//! What stands beside an answer: hints, how sure the person is, and "I don't know".

use super::{loading_notes, quiz::Desk};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{button, div, fieldset, input, label, legend, li, ol, p, span},
};
use crate::{components::rich::rich, reactive::Slice, store::Store};
use engine::{action::Action, certainty::Certainty, state::Slot};

/// What is known of a question on the screen.
pub fn slot<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    store: Store,
    at: usize,
    look: fn(&Slot) -> T,
) -> Slice<T> {
    store.memo(move |model| {
        let slot = model.session.as_ref().and_then(|session| session.state().slots.get(at));
        slot.map(look).unwrap_or_default()
    })
}

/// The hints that were asked for, and the way to the next one.
pub fn hints(store: Store, Desk { at, .. }: Desk) -> View {
    let words = store.more();
    let all = store
        .look(|model| model.session.as_ref().and_then(|session| session.item(at)).map(|item| usize::from(item.hints)));
    let Some(all) = all.filter(|all| *all > 0) else { return ().into_view() };
    let shown = slot(store, at, |slot| usize::from(slot.hints));
    let texts = move || {
        let shown = shown.get();
        let list = store.look(|model| {
            let item = model.session.as_ref()?.item(at)?;
            let hints = model.note(item)?.hints.iter().take(shown);
            Some(hints.map(|hint| li().child(rich(hint, words))).collect_view())
        });
        (shown > 0).then(|| ol().class("hints").attr("aria-label", words.hints).child(list))
    };
    let notes = store.memo(|model| model.notes_progress());
    let ask = move || {
        (shown.get() < all).then(|| {
            button()
                .attr("type", "button")
                .class("button")
                .on(ev::CLICK, move |_| {
                    store.dispatch(Action::Hint { item: at });
                })
                .child((words.show_hint)(shown.get() + 1, all))
        })
    };
    let body = move || {
        notes.get();
        texts()
    };
    div()
        .class("hint-place")
        .child((div().attr("role", "status").child(body), move || (shown.get() > 0).then(|| loading_notes(store)), ask))
        .into_view()
}

/// How sure the person is, where the quiz asks.
pub fn certainty(store: Store, Desk { at, complaint, .. }: Desk) -> View {
    let words = store.more();
    let rated = store.look(|model| model.session.as_ref().is_some_and(|session| session.record().quiz.rated));
    if !rated {
        return ().into_view();
    }
    let chosen = slot(store, at, |slot| slot.certainty);
    let one = |certainty: Certainty| {
        let choose = move |_| {
            complaint.set("");
            store.dispatch(Action::Rate { item: at, certainty });
        };
        label().class("pick").child((
            input()
                .attr("type", "radio")
                .attr("name", "certainty")
                .prop("checked", move || chosen.get() == Some(certainty))
                .on(ev::CHANGE, choose),
            span().child((words.certainty)(certainty)),
            span().class("hint").child((words.certainty_marks)(certainty)),
        ))
    };
    fieldset()
        .class("picks certainty")
        .attr("aria-describedby", "certainty-hint")
        .child((
            legend().child(words.how_sure),
            p().id("certainty-hint").class("hint").child(words.how_sure_hint),
            div().class("pick-row").child(Certainty::ALL.map(one).into_iter().collect_view()),
        ))
        .into_view()
}
