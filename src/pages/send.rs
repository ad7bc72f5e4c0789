//! Carry on elsewhere, the side that takes along: attempts as QR codes and as text.

use super::copy;
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{
        a, button, details, div, fieldset, figcaption, figure, h2, h3, input, label, legend, option, p, section as tag,
        select, span, summary, textarea,
    },
};
use crate::{
    components::qr::qr,
    platform::{clock, device, page, timing},
    reactive::Var,
    route::Route,
    store::{Sent, Store, Which},
    words::Most,
};
use engine::transfer::code;

const CODE: &str = "carried";
const DAY: &str = "since";
/// How many of the newest attempts can be taken along; the first is offered first.
const NEWEST: [usize; 4] = [10, 5, 20, 50];
/// From so many parts on a file is easier.
const MANY: usize = 12;
/// How long a part stays when parts turn by themselves, in seconds.
const STAYS: u32 = 3;

/// What is chosen: the way, and what each way needs.
#[derive(Clone, Default)]
struct Choice {
    way: usize,
    newest: usize,
    day: String,
}

impl Choice {
    /// Which attempts that means; none where there is no day yet.
    fn which(&self) -> Option<Which> {
        match self.way {
            0 => Some(Which::All),
            1 => Some(Which::Newest(self.newest)),
            _ => clock::midnight(&self.day).map(Which::Since),
        }
    }
}

/// The section.
pub fn section(store: Store, words: &'static Most) -> View {
    let count = store.look(|model| model.attempts.len());
    let intro = (h2().child(words.send), p().child((words.send_text)(count)));
    if count == 0 {
        return tag().child(intro).into_view();
    }
    let choice = Var::new(Choice { newest: NEWEST[0], ..Choice::default() });
    let made: Var<Option<Sent>> = Var::new(None);
    let make = move |_| {
        let which = choice.peek().which();
        let Some(which) = which else {
            page::focus_soon(DAY);
            return;
        };
        made.set(Some(store.code(which)));
        page::focus_soon(CODE);
    };
    let shown =
        move || made.get().map(|sent| if sent.attempts == 0 { none(words) } else { self::code(store, &sent, words) });
    tag()
        .child((
            intro,
            choices(choice, words),
            button().attr("type", "button").class("button primary").on(ev::CLICK, make).child(words.send_make),
            shown,
        ))
        .into_view()
}

fn choices(choice: Var<Choice>, words: &'static Most) -> View {
    let chosen = choice.slice(|choice| choice.way);
    let way = move |(place, text): (usize, &'static str)| {
        label().class("pick").child((
            input().attr("type", "radio").attr("name", "which").prop("checked", move || chosen.get() == place).on(
                ev::CHANGE,
                move |_| {
                    choice.update(|choice| choice.way = place);
                },
            ),
            span().child(text),
        ))
    };
    // What a way needs is asked once it is chosen.
    let more = move || match chosen.get() {
        1 => Some(named(words.send_newest, newest(choice))),
        2 => Some(named(words.send_since, day(choice))),
        _ => None,
    };
    fieldset()
        .class("picks")
        .child((
            legend().child(words.send_which),
            div().class("pick-row").child((0..).zip(words.send_ways).map(way).collect_view()),
            more,
        ))
        .into_view()
}

fn named(name: &'static str, field: El) -> El {
    label().class("field-group send-more").child((span().class("field-label").child(name), field))
}

fn newest(choice: Var<Choice>) -> El {
    let now = choice.look(|choice| choice.newest).unwrap_or_default();
    let one = |count: usize| {
        let text = count.to_string();
        option().attr("value", text.clone()).attr("selected", count == now).child(text)
    };
    select()
        .on(ev::CHANGE, move |event| {
            let count = page::field_text(&event).parse().unwrap_or(NEWEST[0]);
            choice.update(|choice| choice.newest = count);
        })
        .child(NEWEST.map(one).into_iter().collect_view())
}

fn day(choice: Var<Choice>) -> El {
    let change = move |event| {
        choice.update(|choice| choice.day = page::field_text(&event));
    };
    let now = choice.look(|choice| choice.day.clone()).unwrap_or_default();
    input().id(DAY).class("field").attr("type", "date").value(&now).on(ev::CHANGE, change)
}

fn none(words: &'static Most) -> View {
    p().id(CODE).attr("tabindex", "-1").child(words.send_none).into_view()
}

/// The code, a part at a time.
fn code(store: Store, sent: &Sent, words: &'static Most) -> View {
    let (parts, at) = (sent.parts.clone(), Var::new(0_usize));
    let of = parts.len();
    let title = (words.code_title)(name(sent), sent.attempts, of);
    let many = (of >= MANY).then(|| {
        p().class("hint").child((words.code_many, " ", a().attr("href", Route::Settings.href()).child(words.code_file)))
    });
    let all = parts.join("\n\n");
    let part = move || parts.get(at.get()).cloned().unwrap_or_default();
    let (seen, read) = (part.clone(), part);
    let place = (of > 1).then(|| p().class("part-of").text(move || (words.part_of)(at.get() + 1, of)));
    let pictures = device::has_address();
    let picture = pictures.then_some(move || picture(&seen(), at.get(), of, words));
    let text = details().attr("open", !pictures).child((
        summary().child(words.code_as_text),
        div().class("as-text").child(move || as_text(&read(), at.get(), of, words)),
    ));
    let copied = (of > 1).then(|| copy::button(words.code_copy_all, words.code_copied, words.code_not_copied, all));
    tag()
        .id(CODE)
        .class("carried")
        .attr("tabindex", "-1")
        .attr("aria-label", title.clone())
        .child((h3().child(title), many, place, picture, turns(store, at, of, words), text, copied))
        .into_view()
}

/// The four letters that both devices show.
fn name(sent: &Sent) -> &str {
    sent.parts.first().and_then(|part| part.split(' ').nth(2)).unwrap_or_default()
}

/// A part as a link to this page, for a camera.
fn picture(part: &str, at: usize, of: usize, words: &'static Most) -> View {
    let start = page::address(&Route::Transfer(String::new()).write());
    let drawn = qr(&format!("{start}/"), &code::fragment(part), (words.qr_label)(at + 1, of));
    figure().class("qr-frame").child((drawn, figcaption().child(words.qr_hint))).into_view()
}

fn as_text(part: &str, at: usize, of: usize, words: &'static Most) -> View {
    let text = textarea()
        .class("field code-field")
        .attr("readonly", "")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("aria-label", (words.code_text)(at + 1, of))
        .value(part);
    let copied = copy::button(words.code_copy, words.code_copied, words.code_not_copied, part.to_owned());
    (text, copied).into_view()
}

/// The way from part to part. They turn by themselves only where the person says so.
fn turns(store: Store, at: Var<usize>, of: usize, words: &'static Most) -> View {
    if of < 2 {
        return ().into_view();
    }
    let turning: Var<Option<timing::Interval>> = Var::new(None);
    let is_turning = move || turning.with(Option::is_some) == Some(true);
    let step = move |by: usize| {
        turning.set(None);
        at.set((at.peek() + by) % of);
        store.say((words.part_of)(at.peek() + 1, of));
    };
    let turn = move |_| {
        let mut left = STAYS;
        let next = move || {
            left -= 1;
            if left == 0 {
                left = STAYS;
                at.set((at.peek() + 1) % of);
            }
        };
        let started = if is_turning() { None } else { timing::every_second(next) };
        turning.set(started);
    };
    let plain = |text: &'static str| button().attr("type", "button").class("button").child(text);
    div()
        .class("actions")
        .child((
            plain(words.part_before).on(ev::CLICK, move |_| step(of - 1)),
            plain(words.part_next).on(ev::CLICK, move |_| step(1)),
            button()
                .attr("type", "button")
                .class("button")
                .on(ev::CLICK, turn)
                .text(move || if is_turning() { words.turn_stop } else { words.turn_start }),
        ))
        .into_view()
}
