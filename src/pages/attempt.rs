//! An attempt's address: the running quiz, its result, or why neither can be shown.

use super::{heading, loading, loading_later, piece, quiz};
use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, p},
};
use crate::{route::Route, store::Store, words::Words};
use engine::{quiz::Quiz, sorted::Set};

/// How far the attempt can be shown.
#[derive(Clone, Default, PartialEq)]
enum Stage {
    #[default]
    Missing,
    /// The second part, which knows all attempts, is not here yet.
    Arriving,
    Loading(Set<String>),
    Elsewhere,
    Running,
    Finished,
}

/// The page.
pub fn page(store: Store, id: String) -> View {
    let words = store.words();
    let stage = store.memo(move |model| match (&model.session, model.attempts.get(&id)) {
        (Some(session), _) if session.record().id == id => {
            if session.state().finished.is_some() {
                Stage::Finished
            } else {
                Stage::Running
            }
        }
        _ if model.elsewhere.as_deref() == Some(&id) => Stage::Elsewhere,
        (_, Some(attempt)) if attempt.record.quiz.areas.iter().any(|area| model.catalogue.area(area).is_some()) => {
            Stage::Loading(attempt.record.quiz.areas.clone())
        }
        _ if model.later().is_none() => Stage::Arriving,
        _ => Stage::Missing,
    });
    (move || match stage.get() {
        Stage::Missing => note(words, words.missing_title, words.attempt_missing),
        Stage::Arriving => div().class("column").child(loading_later(store)).into_view(),
        Stage::Loading(areas) => {
            div().class("column").child(loading(store, move |model| model.banks_progress(&areas))).into_view()
        }
        Stage::Elsewhere => elsewhere(store),
        Stage::Running => quiz::page(store),
        Stage::Finished => piece(store, move |later| (later.result)(store)).into_view(),
    })
    .into_view()
}

fn note(words: &'static Words, title: &str, text: &'static str) -> View {
    div()
        .class("column empty")
        .child((
            heading(title.into(), words),
            p().child(text),
            a().class("button primary").attr("href", Route::Home.href()).child(words.to_home),
        ))
        .into_view()
}

fn elsewhere(store: Store) -> View {
    let words = store.words();
    div()
        .class("column empty")
        .child((
            heading(words.go_on.into(), words),
            p().attr("role", "alert").child(words.elsewhere),
            button()
                .attr("type", "button")
                .class("button primary")
                .on(ev::CLICK, move |_| store.take_back())
                .child(words.take_back),
        ))
        .into_view()
}

/// How a quiz is run, in a few words.
pub fn facts(quiz: &Quiz, words: &'static Words) -> String {
    let mut facts = vec![(words.mode)(quiz.mode).to_owned()];
    facts.extend(quiz.levels.iter().map(|level| (words.level)(*level)));
    facts.extend(quiz.limit.map(|seconds| (words.minutes)((seconds / 60) as usize)));
    facts.join(" · ")
}
