//! `order`: a list whose rows move by buttons, by keyboard, by touch and by dragging.

use super::{Ask, Review, options};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{button, div, h3, li, ol, p, span, ul},
};
use crate::reactive::Var;
use crate::{components::rich::rich, platform::page};
use engine::{
    kinds::{Question, Response, judgement, order},
    rich::Rich,
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Which way a row moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Moves the row at a place on the screen, which holds the part at a place in the bank.
type Step = Rc<dyn Fn(usize, u8, Way)>;

/// To be answered.
pub fn open(question: &order::Question, ask: Ask) -> View {
    let hint = ask.words.order_hint;
    list(&question.items, ask, hint, Response::Order)
}

/// The list of any kind that is answered by putting things in order; `write` makes the answer.
pub fn list(items: &[Rich], ask: Ask, hint: &'static str, write: fn(Vec<u8>) -> Response) -> View {
    let Ask { words, held, shown, response, respond, say } = ask;
    // What was answered so far, or the order in which the parts are shown at first.
    let order = Rc::new(move |given: Option<Response>| match given {
        Some(Response::Order(places) | Response::Judgement(judgement::Response::Ranked(places)))
            if places.len() == shown.len() =>
        {
            places
        }
        _ => shown.clone(),
    });
    let names: Vec<String> = items.iter().map(Rich::plain).collect();
    let now = Rc::clone(&order);
    let put = move |from: usize, to: usize| {
        let mut places = now(response.peek());
        if from == to || from >= places.len() || to >= places.len() {
            return;
        }
        let place = places.remove(from);
        places.insert(to, place);
        let name = names.get(usize::from(place)).map_or("", String::as_str);
        say((words.moved)(name, to + 1, places.len()));
        respond(write(places));
    };
    let put = Rc::new(put);
    let put_row = Rc::clone(&put);
    let last = items.len().saturating_sub(1);
    let step: Step = Rc::new(move |row: usize, place: u8, way: Way| {
        let to = if way == Way::Up { row.checked_sub(1) } else { Some(row + 1) };
        let Some(to) = to.filter(|to| *to <= last) else { return };
        put_row(row, to);
        // The row was built anew at its new place: the focus stays on the button that was pressed,
        // or goes to its twin where that can go no further.
        let twin = match (way, to) {
            (Way::Up, 0) => Way::Down,
            (Way::Down, to) if to == last => Way::Up,
            _ => way,
        };
        page::focus_soon(&button_id(place, twin));
    });
    let dragged: Var<Option<usize>> = Var::new(None);
    let rows = move || {
        let places = order(response.get());
        let count = places.len();
        let row = |(row, place): (usize, &u8)| {
            let items = match &held.item()?.question {
                Question::Order(question) => &question.items,
                Question::Judgement(question) => &question.options,
                _ => return None,
            };
            let item = items.get(usize::from(*place))?;
            Some(list_row(item, (row, count, *place), words, dragged, &step))
        };
        places.iter().enumerate().filter_map(row).collect_view()
    };
    let over = move |event: PointerEvent| {
        let Some(from) = dragged.peek() else { return };
        let Some(to) = row_at(&event) else { return };
        if from != to {
            put(from, to);
            dragged.set(Some(to));
        }
    };
    let list = ol()
        .class("order")
        .on(ev::POINTERMOVE, over)
        .on(ev::POINTERUP, move |_| dragged.set(None))
        .on(ev::POINTERCANCEL, move |_| dragged.set(None))
        .child(rows);
    options::frame(words, hint).child(list).into_view()
}

fn list_row(
    item: &Rich,
    (row, count, place): (usize, usize, u8),
    words: &'static crate::words::Words,
    dragged: Var<Option<usize>>,
    step: &Step,
) -> View {
    let name = item.plain();
    let mover = |way: Way, label: String, sign: &'static str, end: bool| {
        let step = Rc::clone(step);
        button()
            .attr("type", "button")
            .id(button_id(place, way))
            .class("icon-button")
            .attr("aria-label", label)
            .attr("disabled", end)
            .on(ev::CLICK, move |_| step(row, place, way))
            .child(span().attr("aria-hidden", "true").child(sign))
    };
    let grab = move |event: PointerEvent| {
        event.prevent_default();
        dragged.set(Some(row));
        // From here on the list gets all moves of this finger, also outside of it.
        if let Some(list) = target(&event).and_then(|at| at.closest(".order").ok().flatten()) {
            let _ = list.set_pointer_capture(event.pointer_id());
        }
    };
    li().class(move || if dragged.get() == Some(row) { "order-row is-dragged" } else { "order-row" })
        .child((
            span()
                .class("grip")
                .attr("aria-hidden", "true")
                .attr("title", words.drag)
                .on(ev::POINTERDOWN, grab)
                .child("⠿"),
            span().class("order-number").attr("aria-hidden", "true").child((row + 1).to_string()),
            div().class("order-text").child(rich(item, words)),
            mover(Way::Up, (words.move_up)(&name), "↑", row == 0),
            mover(Way::Down, (words.move_down)(&name), "↓", row + 1 == count),
        ))
        .into_view()
}

fn button_id(place: u8, way: Way) -> String {
    format!("order-{}-{place}", if way == Way::Up { "up" } else { "down" })
}

fn target(event: &PointerEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The row whose height the pointer is at.
fn row_at(event: &PointerEvent) -> Option<usize> {
    let list: Element = event.current_target()?.dyn_into().ok()?;
    let rows = list.children();
    let y = f64::from(event.client_y());
    (0..rows.length())
        .find(|row| {
            rows.item(*row).is_some_and(|row| {
                let edges = row.get_bounding_client_rect();
                y >= edges.top() && y <= edges.bottom()
            })
        })
        .and_then(|row| usize::try_from(row).ok())
}

/// With its reasons.
pub fn review(question: &order::Question, review: Review<'_>) -> View {
    let words = review.words;
    let given = match &review.response {
        Some(Response::Order(places)) if !review.is_right() => Some(places),
        _ => None,
    };
    let yours = given.map(|places| {
        let row = |place: &u8| question.items.get(usize::from(*place)).map(|item| li().child(rich(item, words)));
        div()
            .class("order-given")
            .child((h3().child(words.your_order), ol().child(places.iter().filter_map(row).collect_view())))
    });
    let free = !question.before.is_empty();
    // Where there is more than one right order, what is wrong is not to be seen by comparing two lists.
    let violated = given.filter(|_| free).map(|places| question.violated(places)).unwrap_or_default();
    let name = |place: u8| question.items.get(usize::from(place)).map(Rich::plain).unwrap_or_default();
    let pair = |(early, late): &(u8, u8)| {
        li().class("outcome is-wrong").child((
            span().class("outcome-sign").attr("aria-hidden", "true").child("✕"),
            div().class("outcome-body").child((
                p().class("outcome-said").child((words.must_come)(&name(*early), &name(*late))),
                review.why(*late),
            )),
        ))
    };
    let wrong = (!violated.is_empty()).then(|| {
        div().class("order-given").child((
            h3().child(words.wrong_pairs),
            ul().class("outcomes").child(violated.iter().map(pair).collect_view()),
        ))
    });
    let told = |place: u8| violated.iter().any(|(_, late)| *late == place);
    let row = |(place, item): (u8, &Rich)| {
        let others: Vec<String> = if free { question.free(place) } else { Vec::new() }
            .into_iter()
            .map(|other| (other + 1).to_string())
            .collect();
        let others =
            (!others.is_empty()).then(|| p().class("order-free").child((words.either_side)(&others.join(", "))));
        li().child((rich(item, words), review.why(place).filter(|_| !told(place)), others))
    };
    div()
        .child((
            yours,
            wrong,
            h3().child(if free { words.one_right_order } else { words.right_order }),
            ol().class("order-key").child((0..).zip(&question.items).map(row).collect_view()),
        ))
        .into_view()
}
