//! The controls of the running quiz, in the second part: handing in, going on, leaving.

use super::{
    HEADING, beside, kept, keys, loading_notes,
    question::{feedback, verdict},
    quiz::Desk,
};
use crate::dom::{
    El, IntoView, View, ev,
    tags::{button, div, h2, p, section, span},
};
use crate::reactive::Var;
use crate::{
    kinds,
    platform::page,
    store::{Model, Saving, Store},
};
use engine::{action::Action, modes::Rules, session::Session};

/// The id of the verdict, which takes the focus when an answer was checked.
const VERDICT: &str = "verdict";
/// The id of the panel that asks before open questions are given up.
const CONFIRM: &str = "confirm";

fn session<T>(store: Store, look: impl FnOnce(&Session) -> T) -> Option<T> {
    store.look(|model| model.session.as_ref().map(look))
}

/// Turns to a question.
pub fn turn_to(store: Store, item: usize) {
    store.dispatch(Action::Go { item });
    page::focus_soon(HEADING);
}

/// What the keys inside the question do.
pub fn press(store: Store, desk: Desk, event: &web_sys::KeyboardEvent) {
    keys::press(event, || hand_in(store, desk));
}

/// Verdict and reasons of a question that was graded.
pub fn graded(store: Store, at: usize) -> View {
    let verdict = session(store, |session| {
        let slot = session.state().slots.get(at)?;
        Some(verdict(slot, session.record().quiz.rated, store.more()))
    });
    let line = h2().id(VERDICT).attr("tabindex", "-1").class("verdict-line").child(verdict.flatten());
    (line, feedback(store, at, false), loading_notes(store)).into_view()
}

/// The buttons below the question.
pub fn actions(store: Store, desk: Desk) -> View {
    let words = store.more();
    let Desk { at, reasons, asking, complaint } = desk;
    let rules = session(store, |session| session.record().quiz.mode.rules());
    let at_once = rules.is_none_or(Rules::grades_at_once);
    let may_skip = rules.is_some_and(Rules::may_skip);
    let last = store.memo(move |model| model.session.as_ref().is_some_and(|session| session.next(at).is_none()));
    let flagged = beside::slot(store, at, |slot| slot.flagged);
    // A question that was withdrawn is not open: it can only be passed.
    let open = !reasons && session(store, |session| session.is_open(at)).unwrap_or_default();
    let check = if rules.is_some_and(Rules::shows_at_once) { words.check } else { words.hand_in };
    let go_on = move || match (at_once && open, last.get()) {
        (true, _) => check,
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
    let skip = (may_skip && open)
        .then(|| button().attr("type", "button").class("button").on(ev::CLICK, skip).child(words.skip));
    let give_up = open.then(|| {
        button()
            .attr("type", "button")
            .class("button")
            .on(ev::CLICK, move |_| give_up(store, desk))
            .child(words.dont_know)
    });
    let beside = open.then(|| (beside::hints(store, desk), beside::certainty(store, desk)));
    let buttons = div().class("actions").child((
        button()
            .attr("type", "button")
            .class("button primary")
            .on(ev::CLICK, move |_| hand_in(store, desk))
            .text(go_on),
        back,
        give_up,
        skip,
        button()
            .attr("type", "button")
            .class("button quiet flag")
            .attr("aria-pressed", move || flagged.get().to_string())
            .on(ev::CLICK, flag)
            .child((span().attr("aria-hidden", "true").class("flag-sign").child("⚑"), span().child(words.flag))),
    ));
    (beside, buttons, saving(store), kept::line(store)).into_view()
}

/// Whether the latest facts are on the disk: not read out, for it changes at every key.
fn saving(store: Store) -> El {
    let words = store.more();
    let saving = store.memo(|model| model.saving);
    p().class("saving").text(move || match saving.get() {
        Saving::Unknown => "",
        Saving::UnderWay => words.saving,
        Saving::Done => words.saved,
        Saving::Failed => words.not_journaled,
    })
}

/// Says "I don't know": in practice the reasons follow, in an exam the next question.
fn give_up(store: Store, Desk { at, asking, complaint, .. }: Desk) {
    complaint.set("");
    if !store.dispatch(Action::GiveUp { item: at }) {
        return;
    }
    if at_once(store) {
        settled(store, at);
    } else {
        step(store, at, asking);
    }
}

fn at_once(store: Store) -> bool {
    session(store, |session| session.record().quiz.mode.rules().grades_at_once()).unwrap_or_default()
}

/// An answer was graded: its verdict is read, or where that waits for the end, what came on the screen instead.
fn settled(store: Store, at: usize) {
    let running = |session: &Session| session.state().finished.is_none();
    let verdict = session(store, |session| running(session) && session.shows_feedback(at)) == Some(true);
    if session(store, running) == Some(false) {
        page::scroll_up();
    }
    page::focus_soon(if verdict { VERDICT } else { HEADING });
}

/// Hands in the answer, or goes on where there is nothing more to hand in.
fn hand_in(store: Store, Desk { at, asking, complaint, .. }: Desk) {
    let at_once = session(store, |session| session.record().quiz.mode.rules().grades_at_once() && session.is_open(at));
    if at_once != Some(true) {
        step(store, at, asking);
    } else if store.dispatch(Action::Submit { item: at }) {
        settled(store, at);
    } else {
        let words = store.more();
        let said = session(store, |session| {
            let response = session.state().slots.get(at).and_then(|slot| slot.response.as_ref());
            if session.is_complete(at) {
                return Some(words.how_sure_first);
            }
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

/// The way to the end, at any time.
pub fn leave(store: Store, asking: Var<bool>) -> View {
    let words = store.more();
    let open = store.memo(open_count);
    // An assessment has one open question at a time, and its level rests on what was answered.
    let adapts =
        store.look(|model| model.session.as_ref().is_some_and(|session| session.record().quiz.mode.rules().adapts()));
    let told = move || if adapts { words.finish_open_level.to_owned() } else { (words.finish_open)(open.get()) };
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
                p().text(told),
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
    (
        move || asking.get().then(panel),
        p().class("quiz-end").child(
            button()
                .attr("type", "button")
                .class("button quiet")
                .on(ev::CLICK, move |_| finish(store, asking))
                .child(words.finish_early),
        ),
        store.rare().map(|rare| (rare.beside)(store)),
    )
        .into_view()
}
