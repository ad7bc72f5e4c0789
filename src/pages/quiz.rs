//! The running quiz: one question at a time, to which the second part adds its controls.

use super::{heading, loading_later, piece, question::tags};
use crate::dom::{
    IntoView, View, ev,
    tags::{article, details, div, p, summary},
};
use crate::reactive::Var;
use crate::{
    components::rich::rich,
    kinds::{self, Ask, ERROR_ID},
    store::{Model, Store},
};
use engine::{
    action::Action,
    bank::Item,
    draw,
    session::{Held, Session},
};
use std::rc::Rc;

/// Which question is on the screen, whether with its reasons, and what goes on around it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The question's place in the attempt.
    pub at: usize,
    /// Whether verdict and reasons are shown.
    pub reasons: bool,
    /// Whether the person is being asked before open questions are given up.
    pub asking: Var<bool>,
    /// What is still missing in the answer; empty where nothing was said of it.
    pub complaint: Var<&'static str>,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.words();
    let shown = store.memo(|model| {
        let session = model.session.as_ref()?;
        let at = session.state().at;
        Some((at, session.shows_feedback(at)))
    });
    let asking = Var::new(false);
    let title = store.look(|model| {
        let quiz = model.session.as_ref().map(|session| &session.record().quiz)?;
        Some((words.result_line)((words.mode)(quiz.mode), &model.title_of(&quiz.areas, words)))
    });
    let card = move || {
        let (at, reasons) = shown.get()?;
        let desk = Desk { at, reasons, asking, complaint: Var::new("") };
        store.look(|model| model.session.as_ref().map(|session| card(store, model, session, desk)))
    };
    div()
        .class("column quiz")
        .child((
            div()
                .class("quiz-top")
                .child((p().class("overline").child(title), piece(store, move |later| (later.timer)(store)))),
            div().class("slots-place").child(piece(store, move |later| (later.slots)(store))),
            card,
            piece(store, move |later| (later.leave)(store, asking)),
            details().class("keys").child((summary().child(words.keys_title), p().child(words.keys_text))),
        ))
        .into_view()
}

/// The question on the screen.
fn card(store: Store, model: &Model, session: &Session, desk: Desk) -> View {
    let words = store.words();
    let Desk { at, reasons, .. } = desk;
    let quiz = &session.record().quiz;
    // How many there will be, nobody knows where the answers decide.
    let number = match quiz.mode.rules().adapts() {
        true => (words.question_at)(at + 1),
        false => (words.question_of)(at + 1, session.state().slots.len()),
    };
    let title = heading(number, words);
    let controls = (loading_later(store), piece(store, move |later| (later.controls)(store, desk)));
    let (Some(item), Some(held)) = (session.item(at), session.held(at)) else {
        let card = article().class("card");
        return card.child((title, p().class("notice").child(words.withdrawn), controls)).into_view();
    };
    let body = if reasons {
        piece(store, move |later| (later.graded)(store, at)).into_view()
    } else {
        ask(store, at, (item, held), &quiz.seed, desk.complaint)
    };
    let topic = topic_title(model, &item.area, &item.topic);
    // No form: a frame that is sandboxed without `allow-forms` would swallow its submission.
    article()
        .class("card")
        .on(ev::KEYDOWN, move |event| {
            if let Some(later) = store.later() {
                (later.press)(store, desk, &event);
            }
        })
        .child((
            div().class("card-top").child((title, tags(topic, item.level, words))),
            div().class("prompt").child(rich(&item.prompt, words)),
            body,
            controls,
        ))
        .into_view()
}

/// The name of a topic; its id when the area no longer has it.
pub fn topic_title(model: &Model, area: &str, topic: &str) -> String {
    let known = model.catalogue.area(area).and_then(|area| area.topics.iter().find(|known| known.id == topic));
    known.map_or_else(|| topic.to_owned(), |known| known.title.clone())
}

fn ask(store: Store, at: usize, (item, held): (&Item, Held), seed: &str, complaint: Var<&'static str>) -> View {
    let response = store.memo(move |model| {
        let session = model.session.as_ref()?;
        session.state().slots.get(at)?.response.clone()
    });
    let ask = Ask {
        words: store.words(),
        held,
        shown: draw::shown(seed, &item.id, &item.question),
        response,
        respond: Rc::new(move |response| {
            complaint.set("");
            store.dispatch(Action::Respond { item: at, response });
        }),
        say: Rc::new(move |text| store.say(text)),
    };
    // The second part takes the answers: until it is here, none can be given.
    let ready = store.memo(|model| model.later().is_some());
    let form = kinds::open(&item.question, ask.clone()).unwrap_or_else(|| {
        let late = move || {
            let here = ready.get();
            let item = ask.held.item()?;
            Some(match store.later().filter(|_| here) {
                Some(later) => (later.open)(&item.question, ask.clone()),
                None => kinds::preview(&item.question, &ask),
            })
        };
        late.into_view()
    });
    (
        div().attr("inert", move || !ready.get()).child(form),
        p().id(ERROR_ID).class("error").attr("role", "alert").text(move || complaint.get()),
    )
        .into_view()
}
