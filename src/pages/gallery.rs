//! The gallery: every kind of question in every state, for those who build Plumb and for the tests.

use super::heading;
use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, article, div, h2, li, p, section, span, ul},
};
use crate::reactive::Var;
use crate::{
    components::rich::rich,
    kinds::{self, Ask, Review},
    platform::fetch,
    route::Route,
    store::Store,
    words::Most,
};
use engine::{
    bank::{Bank, Item},
    draw,
    kinds::{Response, judgement},
    notes::Notes,
    session::Held,
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen_futures::spawn_local;

/// The seed of the gallery: its parts stand in the same order on every visit.
const SEED: &str = "gallery";

/// The gallery's own bank, once it is here.
#[derive(Clone)]
struct Hall {
    bank: Arc<Bank>,
    notes: Arc<Notes>,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    let hall: Var<Option<Hall>> = Var::new(None);
    let failed = Var::new(false);
    spawn_local(async move {
        match fetch_hall().await {
            Some(fetched) => hall.set(Some(fetched)),
            None => failed.set(true),
        }
    });
    let chosen = store.look(|model| match &model.route {
        Route::Gallery(id) => id.clone(),
        _ => String::new(),
    });
    let title = if chosen.is_empty() { words.gallery.to_owned() } else { format!("{}: {chosen}", words.gallery) };
    let body = move || {
        let Some(hall) = hall.get() else {
            return failed.get().then(|| p().class("notice").child(words.later_failed)).into_view();
        };
        match hall.bank.items.iter().position(|item| item.id == chosen) {
            Some(place) => states(store, &hall, place),
            None => list(&hall.bank),
        }
    };
    div().class("column").child((heading(title, words), p().class("lead").child(words.gallery_text), body)).into_view()
}

/// The bank and its notes lie beside the banks under names of their own: no area leads to them.
async fn fetch_hall() -> Option<Hall> {
    let bank = Bank::read(&fetch::bytes("assets/gallery.bin").await?).ok()?;
    let notes = Notes::read(&fetch::bytes("assets/gallery-notes.bin").await?).ok()?;
    Some(Hall { bank: Arc::new(bank), notes: Arc::new(notes) })
}

fn list(bank: &Bank) -> View {
    let row = |item: &Item| {
        let kind = span().class("hint").attr("translate", "no").child(item.question.kind());
        let link = a().attr("href", Route::Gallery(item.id.clone()).href()).child(item.id.clone());
        li().child((link, " ", kind))
    };
    ul().child(bank.items.iter().map(row).collect_view()).into_view()
}

/// One question: to be answered, and looked back at after each kind of answer.
fn states(store: Store, hall: &Hall, place: usize) -> View {
    let words = store.most();
    let Some(item) = hall.bank.items.get(place) else { return ().into_view() };
    let answer: Var<Option<Response>> = Var::new(None);
    let shown = draw::shown(SEED, &item.id, &item.question);
    let ask = Ask {
        words,
        held: Held::new(Arc::clone(&hall.bank), place),
        shown: shown.clone(),
        response: answer.slice(Clone::clone),
        respond: Rc::new(move |response| answer.set(Some(response))),
        say: Rc::new(move |text| store.say(text)),
    };
    let part = |title: &'static str| section().class("answers").child(h2().child(title));
    let open = article().class("card").child((
        div().class("prompt").child(rich(&item.prompt, words)),
        kinds::open(&item.question, ask.clone()).unwrap_or_else(|| kinds::open_late(&item.question, ask)),
    ));
    let right = item.question.solution();
    let back = |(title, response): (&'static str, Option<Response>)| {
        let grade = response.as_ref().map(|response| item.question.grade(response));
        let points = grade.map_or_else(|| words.unanswered.to_owned(), |grade| format!("{} / {}", grade.got, grade.of));
        let note = hall.notes.of(&item.id);
        let review = Review { words, shown: shown.clone(), response, grade, all: true, note };
        part(title).child(article().class("card").attr("aria-label", title).child((
            p().class("hint").child(points),
            div().class("feedback").child(kinds::review(&item.question, review)),
        )))
    };
    let answered =
        [(words.gallery_right, Some(right.clone())), (words.gallery_near, Some(near(right))), (words.unanswered, None)];
    (part(words.gallery_open).child(open), hints(item, hall, words), answered.map(back).into_iter().collect_view())
        .into_view()
}

fn hints(item: &Item, hall: &Hall, words: &'static Most) -> Option<View> {
    let note = hall.notes.of(&item.id).filter(|note| !note.hints.is_empty())?;
    let list = note.hints.iter().map(|hint| li().child(rich(hint, words))).collect_view();
    Some(section().child((h2().child(words.hints), ul().class("hints").child(list))).into_view())
}

/// An answer beside the right one, where there is one: the first choice is another, or its order is turned.
fn near(right: Response) -> Response {
    let turned = |mut places: Vec<Option<u8>>| {
        places.rotate_left(1);
        places
    };
    match right {
        Response::Single(place) => Response::Single(place ^ 1),
        Response::Multiple(places) => Response::Multiple(places.iter().copied().skip(1).collect()),
        Response::Numeric(number) => Response::Numeric(format!("-{number}")),
        Response::Text(text) => Response::Text(format!("{text} too")),
        Response::Order(mut places) => {
            places.rotate_left(1);
            Response::Order(places)
        }
        Response::Match(places) => Response::Match(turned(places)),
        Response::Classify(places) => Response::Classify(turned(places)),
        Response::Cloze(texts) => Response::Cloze(texts.into_iter().rev().collect()),
        Response::Table(texts) => Response::Table(texts.into_iter().rev().collect()),
        Response::Judgement(judgement::Response::Rated(ratings)) => {
            Response::Judgement(judgement::Response::Rated(turned(ratings)))
        }
        Response::Judgement(judgement::Response::Ranked(mut places)) => {
            places.rotate_left(1);
            Response::Judgement(judgement::Response::Ranked(places))
        }
        Response::Lines(lines) => Response::Lines(lines.iter().map(|line| line + 1).collect()),
        Response::Trace(mut said) => {
            said.output.push('!');
            said.error.push('!');
            Response::Trace(said)
        }
    }
}
