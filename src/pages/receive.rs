//! Carry on elsewhere, the side that takes in: parts of codes come as text or by links, and add up.

use crate::dom::{
    CollectView, IntoView, View, ev, listen,
    tags::{button, div, h2, label, p, section as tag, textarea},
};
use crate::{
    platform::page,
    reactive::Var,
    store::{Brought, Store},
    words::Most,
};
use engine::transfer::code::{Fault, Inbox, Transfer, Unfinished};

/// The id of what is said of what came.
pub const SAID: &str = "brought";
const FIELD: &str = "code";
/// The most damaged parts that are named one by one, and runs of missing ones.
const MOST_NAMED: usize = 8;

/// What came so far.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The parts of transfers that are not whole yet.
    pub inbox: Var<Inbox>,
    /// What became of the last text.
    pub said: Var<Vec<String>>,
}

impl Desk {
    /// Takes in what a text holds, and says what came of it.
    pub fn take(self, store: Store, text: &str, words: &'static Most) {
        let (inbox, brought) = store.bring(text, &self.inbox.peek());
        self.said.set(sentences(&brought, words));
        self.inbox.set(inbox);
    }
}

/// The section.
pub fn section(store: Store, desk: Desk, words: &'static Most) -> View {
    // A camera opens each link in a tab of its own: what another one took in is shown here too.
    listen(ev::STORAGE, move |_| desk.inbox.set(store.parts(&Inbox::default())));
    let text = Var::new(String::new());
    let take = move |_| desk.take(store, &text.peek(), words);
    let said = move || desk.said.get().into_iter().map(|sentence| p().child(sentence)).collect_view();
    let waiting = move || {
        let inbox = desk.inbox.get();
        let drop = move |_| {
            store.drop_parts();
            desk.inbox.set(Inbox::default());
            desk.said.set(vec![words.parts_dropped.into()]);
            page::focus_soon(SAID);
        };
        let some = !inbox.transfers().is_empty();
        let list = inbox.transfers().iter().map(|one| p().child(still_missing(one, words))).collect_view();
        some.then(|| {
            div().class("confirm").child((
                list,
                div()
                    .class("actions")
                    .child(button().attr("type", "button").class("button").on(ev::CLICK, drop).child(words.parts_drop)),
            ))
        })
    };
    tag()
        .child((
            h2().child(words.receive),
            p().child(words.receive_text),
            div().class("field-group").child((
                label().attr("for", FIELD).class("field-label").child(words.receive_field),
                textarea()
                    .id(FIELD)
                    .class("field code-field")
                    .attr("rows", "4")
                    .attr("spellcheck", "false")
                    .attr("autocapitalize", "off")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", "code-hint")
                    .on(ev::INPUT, move |event| text.set(page::field_text(&event))),
                p().id("code-hint").class("hint").child(words.receive_hint),
            )),
            button().attr("type", "button").class("button primary").on(ev::CLICK, take).child(words.receive_take),
            div().id(SAID).attr("tabindex", "-1").attr("role", "status").class("brought").child(said),
            waiting,
        ))
        .into_view()
}

fn still_missing(transfer: &Transfer, words: &'static Most) -> String {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in transfer.missing() {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == number => *to = number,
            _ => runs.push((number, number)),
        }
    }
    let more = runs.len() > MOST_NAMED;
    runs.truncate(MOST_NAMED);
    (words.parts_missing)(&transfer.name, transfer.here(), transfer.count, &(words.runs)(&runs, more))
}

/// What became of a text.
fn sentences(brought: &Brought, words: &'static Most) -> Vec<String> {
    let taken = &brought.taken;
    let ended = brought.ended.iter().map(|ended| match ended {
        Ok(added) => (words.imported)(*added, 0),
        Err(Unfinished::Newer) => words.code_newer.into(),
        Err(_) => words.code_damaged.into(),
    });
    let mut said: Vec<String> = ended.collect();
    if said.is_empty() && taken.new > 0 {
        said.push((words.parts_taken)(taken.new));
    }
    if taken.known > 0 {
        said.push((words.parts_known)(taken.known));
    }
    let damaged = taken.faults.iter().filter(|fault| matches!(fault, Fault::Damaged { .. })).count();
    said.extend(taken.faults.iter().take(MOST_NAMED).map(|fault| match fault {
        Fault::NotOurs => words.code_not_ours.into(),
        Fault::Newer(_) => words.code_newer.into(),
        Fault::Damaged { transfer, part, of } => (words.part_damaged)(*part, *of, transfer),
    }));
    if damaged > MOST_NAMED {
        said.push((words.parts_damaged)(damaged));
    }
    if said.is_empty() {
        said.push(words.code_not_ours.into());
    }
    said.dedup();
    said
}
