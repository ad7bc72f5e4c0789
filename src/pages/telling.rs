//! What is told outside, in the third part: the question whether it may be, what was told, and the way back to a course.

use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, h2, p, section},
};
use crate::{
    reactive::Slice,
    route::Route,
    store::{Consent, Model, Store, Telling, Trouble},
    words::Most,
};

/// The sentence of something that is wrong.
pub fn sentence(store: Store, trouble: Trouble) -> String {
    let words = store.most();
    let Telling { host, waiting, part, .. } = store.look(Model::telling).unwrap_or_default();
    match trouble {
        Trouble::NotLaunched => words.telling_unlaunched.into(),
        Trouble::BadLaunch => (words.telling_bad_launch)(part),
        Trouble::NoSession => words.telling_no_session.into(),
        Trouble::Unreached => (words.telling_unreached)(&host),
        Trouble::Locked => (words.telling_locked)(&host),
        Trouble::Refused => (words.telling_refused)(&host),
        Trouble::Closed => words.telling_closed.into(),
        Trouble::Left if waiting > 0 => words.telling_late.into(),
        Trouble::Left => words.telling_left.into(),
    }
}

/// Beside a quiz and its result: the question, as long as it is open, or who gets the answers; nothing where nobody does.
pub fn beside(store: Store) -> View {
    let words = store.most();
    let telling = followed(store);
    let view = move || {
        let Telling { host, consent, trouble, .. } = telling.get()?;
        Some(match consent {
            Consent::Open => question(store, &host),
            Consent::Refused => return None,
            Consent::Given(_) => p()
                .class("hint telling-line")
                .child(((words.telling_given)(&host), " "))
                .child(a().attr("href", Route::Settings.href()).child(words.nav_settings))
                .into_view(),
            // Whoever was not launched has nowhere to go back to, and whoever left is gone.
            Consent::Unneeded if trouble.is_some_and(is_out) => return None,
            Consent::Unneeded => div()
                .class("telling-line")
                .child((p().class("hint").child((words.telling_course)(&host)), back(store)))
                .into_view(),
        })
    };
    div().class("telling unprinted").child(view).into_view()
}

/// In the settings; nothing where nobody is told.
pub fn settings(store: Store) -> View {
    let words = store.most();
    let telling = followed(store);
    let view = move || {
        let Telling { host, consent, waiting, trouble, .. } = telling.get()?;
        let body = match consent {
            Consent::Open | Consent::Refused => (
                p().child(words.telling_nothing),
                p().class("hint").child((words.telling_text)(&host)),
                choice(store, true, words.telling_yes),
            )
                .into_view(),
            Consent::Given(name) => (
                p().child((words.telling_given)(&host)),
                p().child((words.telling_waiting)(waiting, &host)),
                p().class("hint").child((words.telling_name)(&name)),
                choice(store, false, words.telling_stop),
            )
                .into_view(),
            Consent::Unneeded => match trouble.filter(|trouble| is_out(*trouble)) {
                Some(trouble) => p().child(sentence(store, trouble)).into_view(),
                None => (
                    p().child((words.telling_course)(&host)),
                    p().child((words.telling_waiting)(waiting, &host)),
                    back(store),
                )
                    .into_view(),
            },
        };
        Some(section().child((h2().child(words.telling), body)))
    };
    view.into_view()
}

fn followed(store: Store) -> Slice<Option<Telling>> {
    store.memo(Model::telling)
}

/// Whether there is no sitting, or none any more.
fn is_out(trouble: Trouble) -> bool {
    use Trouble::{BadLaunch, Closed, Left, NoSession, NotLaunched};
    matches!(trouble, NotLaunched | BadLaunch | NoSession | Closed | Left)
}

fn question(store: Store, host: &str) -> View {
    let words: &Most = store.most();
    let title = (words.telling_ask)(host);
    section()
        .class("confirm telling-ask")
        .attr("role", "group")
        .attr("aria-label", title.clone())
        .child((
            h2().child(title),
            p().child((words.telling_text)(host)),
            div()
                .class("actions")
                .child((choice(store, false, words.telling_no), choice(store, true, words.telling_yes))),
        ))
        .into_view()
}

fn choice(store: Store, yes: bool, text: &'static str) -> View {
    button().attr("type", "button").class("button").on(ev::CLICK, move |_| store.agree(yes)).child(text).into_view()
}

fn back(store: Store) -> View {
    button()
        .attr("type", "button")
        .class("button")
        .on(ev::CLICK, move |_| store.leave_course())
        .child(store.most().telling_back)
        .into_view()
}
