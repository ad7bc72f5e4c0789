//! The door to a quiz that somebody linked to: everyone with the link gets the same questions.

use super::{heading, loading, missing};
use crate::dom::{
    IntoView, View, ev,
    tags::{a, button, div, p},
};
use crate::{platform::page, route::Route, store::Store};
use engine::quiz::Quiz;

/// The page.
pub fn page(store: Store, quiz: Quiz) -> View {
    let words = store.words();
    // An area that there is has questions.
    let count = store.look(|model| {
        let count = |area: &String| model.catalogue.area(area).map_or(0, engine::bank::Area::count);
        quiz.areas.iter().map(count).sum::<usize>()
    });
    if count == 0 {
        return missing(words);
    }
    let title = store.look(|model| model.title_of(&quiz.areas, words));
    let more = quiz.area().map(|area| {
        a().class("button").attr("href", Route::Area(area.into()).href()).child((words.linked_more)(&title))
    });
    let begun = quiz.clone();
    let facts = super::attempt::facts(&quiz, words);
    let questions = count.min(usize::from(quiz.count));
    // In another page nobody has shared a link.
    let text = if page::root("data-host").is_some() { words.questions } else { words.linked_text };
    div()
        .class("column door")
        .child((
            heading((words.linked_quiz)(&title), words),
            p().class("lead").child(text(questions)),
            p().class("facts").child(facts),
            div().class("actions").child((
                button()
                    .attr("type", "button")
                    .class("button primary")
                    .on(ev::CLICK, move |_| store.start(quiz.clone()))
                    .child(words.linked_start),
                more,
            )),
            // Below what can be pressed: it comes and goes, and must not move a button under a finger.
            loading(store, move |model| model.begin_progress(&begun)),
        ))
        .into_view()
}
