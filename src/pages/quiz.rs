//! The running quiz: one question at a time.

use super::{
    HEADING, heading, keys, loading_notes,
    question::{feedback, tags, verdict},
    slots::slots,
    timer::timer,
};
use crate::dom::{
    IntoView, View, ev,
    tags::{article, button, details, div, h2, p, section, span, summary},
};
use crate::reactive::Var;
use crate::{
    components::rich::rich,
    kinds::{self, Ask, ERROR_ID},
    platform::page,
    store::{Model, Store},
};
use engine::{
    action::Action,
    bank::Item,
    draw,
    session::{Held, Session},
};
use std::rc::Rc;

/// The id of the verdict, which takes the focus when an answer was checked.
const VERDICT: &str = "verdict";
/// The id of the panel that asks before open questions are given up.
const CONFIRM: &str = "confirm";

/// Which question is on the screen, and whether with its reasons.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    at: usize,
    reasons: bool,
}

fn shown(model: &Model) -> Option<Shown> {
    let session = model.session.as_ref()?;
    let at = session.state().at;
    Some(Shown { at, reasons: session.shows_feedback(at) })
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.words();
    let shown = store.memo(shown);
    let asking = Var::new(false);
    let title = store.look(|model| {
        let quiz = model.session.as_ref().map(|session| session.record().quiz.clone())?;
        let area = model.catalogue.area(&quiz.area)?;
        Some((words.result_line)((words.mode)(quiz.mode), &area.title))
    });
    div()
        .class("column quiz")
        .child((
            div().class("quiz-top").child((p().class("overline").child(title), timer(store))),
            slots(store, turn_to),
            move || shown.get().map(|shown| card(store, shown, asking)),
            confirm(store, asking),
            p().class("quiz-end").child(
                button()
                    .attr("type", "button")
                    .class("button quiet")
                    .on(ev::CLICK, move |_| finish(store, asking))
                    .child(words.finish_early),
            ),
            details().class("keys").child((summary().child(words.keys_title), p().child(words.keys_text))),
        ))
        .into_view()
}

fn session<T>(store: Store, look: impl FnOnce(&Session) -> T) -> Option<T> {
    store.look(|model| model.session.as_ref().map(look))
}

fn turn_to(store: Store, item: usize) {
    store.dispatch(Action::Go { item });
    page::focus_soon(HEADING);
}

/// The question on the screen.
fn card(store: Store, shown: Shown, asking: Var<bool>) -> View {
    let view = store.look(|model| model.session.as_ref().map(|session| show(store, model, session, shown, asking)));
    view.into_view()
}

fn show(store: Store, model: &Model, session: &Session, shown: Shown, asking: Var<bool>) -> View {
    let words = store.words();
    let Shown { at, reasons } = shown;
    let complaint = Var::new("");
    let quiz = &session.record().quiz;
    let title = heading((words.question_of)(at + 1, session.state().slots.len()), words);
    let (Some(item), Some(slot), Some(held)) = (session.item(at), session.state().slots.get(at), session.held(at))
    else {
        let card = article().class("card");
        return card
            .child((title, p().class("notice").child(words.withdrawn), actions(store, shown, asking, complaint)))
            .into_view();
    };
    let body = if reasons {
        (
            h2().id(VERDICT).attr("tabindex", "-1").class("verdict-line").child(verdict(slot.grade, words)),
            feedback(store, at, false),
            loading_notes(store),
        )
            .into_view()
    } else {
        ask(store, at, (item, held), &quiz.seed, complaint)
    };
    let topic = topic_title(model, &quiz.area, &item.topic);
    // No form: a frame that is sandboxed without `allow-forms` would swallow its submission.
    article()
        .class("card")
        .on(ev::KEYDOWN, move |event| keys::press(&event, || hand_in(store, shown, asking, complaint)))
        .child((
            div().class("card-top").child((title, tags(topic, item.level, words))),
            div().class("prompt").child(rich(&item.prompt, words)),
            body,
            actions(store, shown, asking, complaint),
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
    (
        kinds::open(&item.question, ask),
        p().id(ERROR_ID).class("error").attr("role", "alert").text(move || complaint.get()),
    )
        .into_view()
}

/// The buttons below the question.
fn actions(store: Store, shown: Shown, asking: Var<bool>, complaint: Var<&'static str>) -> View {
    let words = store.words();
    let Shown { at, reasons } = shown;
    let at_once = session(store, |session| session.record().quiz.mode.rules().grades_at_once()).unwrap_or(true);
    let last = store.memo(move |model| model.session.as_ref().is_some_and(|session| session.next(at).is_none()));
    let flagged = store.memo(move |model| {
        let slot = model.session.as_ref().and_then(|session| session.state().slots.get(at));
        slot.is_some_and(|slot| slot.flagged)
    });
    let go_on = move || match (at_once && !reasons, last.get()) {
        (true, _) => words.check,
        (false, false) => words.next,
        (false, true) if at_once => words.see_result,
        (false, true) => words.finish_exam,
    };
    let skip = move |_| {
        store.dispatch(Action::Skip { item: at });
        complaint.set("");
        step(store, at, asking);
    };
    let flag = move |_| {
        store.dispatch(Action::Flag { item: at, on: !flagged.peek() });
    };
    let back = (!at_once && at > 0).then(|| {
        button()
            .attr("type", "button")
            .class("button")
            .on(ev::CLICK, move |_| turn_to(store, at - 1))
            .child(words.previous)
    });
    let skip = (at_once && !reasons)
        .then(|| button().attr("type", "button").class("button").on(ev::CLICK, skip).child(words.skip));
    div()
        .class("actions")
        .child((
            button()
                .attr("type", "button")
                .class("button primary")
                .on(ev::CLICK, move |_| hand_in(store, shown, asking, complaint))
                .text(go_on),
            back,
            skip,
            button()
                .attr("type", "button")
                .class("button quiet flag")
                .attr("aria-pressed", move || flagged.get().to_string())
                .on(ev::CLICK, flag)
                .child((span().attr("aria-hidden", "true").class("flag-sign").child("⚑"), span().child(words.flag))),
        ))
        .into_view()
}

/// Hands in the answer, or goes on where there is nothing more to hand in.
fn hand_in(store: Store, shown: Shown, asking: Var<bool>, complaint: Var<&'static str>) {
    let at = shown.at;
    let at_once = session(store, |session| session.record().quiz.mode.rules().grades_at_once() && session.is_open(at));
    if at_once != Some(true) {
        step(store, at, asking);
    } else if store.dispatch(Action::Submit { item: at }) {
        page::focus_soon(VERDICT);
    } else {
        let words = store.words();
        let said = session(store, |session| {
            let response = session.state().slots.get(at).and_then(|slot| slot.response.as_ref());
            session.item(at).map(|item| kinds::complaint(&item.question, response, words))
        });
        complaint.set(said.flatten().unwrap_or(words.answer_first));
    }
}

/// Goes to what comes next: another question, or the end.
fn step(store: Store, at: usize, asking: Var<bool>) {
    match session(store, |session| session.next(at)).flatten() {
        Some(next) if next != at => turn_to(store, next),
        _ => finish(store, asking),
    }
}

fn open_count(model: &Model) -> usize {
    model.session.as_ref().map_or(0, Session::unanswered)
}

/// Ends the attempt; asks first when questions are open.
fn finish(store: Store, asking: Var<bool>) {
    if store.look(open_count) > 0 && !asking.peek() {
        asking.set(true);
        page::focus_soon(CONFIRM);
    } else {
        store.dispatch(Action::Finish);
        page::scroll_up();
        page::focus_soon(HEADING);
    }
}

fn confirm(store: Store, asking: Var<bool>) -> impl IntoView {
    let words = store.words();
    let open = store.memo(open_count);
    let stay = move |_| {
        asking.set(false);
        page::focus_soon(HEADING);
    };
    let panel = move || {
        section()
            .class("confirm")
            .id(CONFIRM)
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-label", words.finish_early)
            .child((
                p().text(move || (words.finish_open)(open.get())),
                div().class("actions").child((
                    button()
                        .attr("type", "button")
                        .class("button primary")
                        .on(ev::CLICK, move |_| finish(store, asking))
                        .child(words.finish_now),
                    button().attr("type", "button").class("button").on(ev::CLICK, stay).child(words.finish_not),
                )),
            ))
    };
    move || asking.get().then(panel)
}
