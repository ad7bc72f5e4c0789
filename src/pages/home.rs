//! Home: what Plumb is, the ten skills with their areas, and where the person left off.

use super::{heading, piece};
use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, div, h2, h3, li, ol, p, section, span, ul},
};
use crate::{
    components::{bars, mark::mark},
    route::Route,
    store::{Model, Store},
    words::Words,
};
use engine::bank::Skill;

/// What is shown of an area.
#[derive(Clone, PartialEq)]
struct Card {
    id: String,
    title: String,
    skill: Skill,
    summary: String,
    count: usize,
    seen: usize,
    right: usize,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.words();
    let cards = store.memo(cards);
    let skills = move || {
        let cards = cards.get();
        Skill::ALL.into_iter().filter_map(|skill| skill_section(skill, &cards, words)).collect_view()
    };
    div()
        .class("home")
        .child((
            section().class("hero").child((
                div().class("hero-text").child((
                    heading(words.hero.into(), words),
                    p().class("lead").child(words.hero_text),
                    p().class("promise").child(words.promise),
                )),
                sounding(words),
            )),
            piece(store, move |later| (later.going)(store)),
            section().class("skills").attr("aria-labelledby", "skills").child((
                h2().id("skills").class("unseen").child(words.skills),
                div().class("skill-grid").child(skills),
            )),
        ))
        .into_view()
}

/// The five levels as depths, and a plumb line let down through them.
fn sounding(words: &'static Words) -> View {
    let depth = |level: u8| {
        li().child((
            span().class("depth-name").child((words.level_name)(level)),
            span().class("depth-text").child((words.depth_text)(level)),
        ))
    };
    div()
        .class("depths")
        .child((
            ol().class("plain").attr("aria-label", words.depths).child((1..=5).map(depth).collect_view()),
            div().class("sounding").attr("aria-hidden", "true").child(mark()),
        ))
        .into_view()
}

fn cards(model: &Model) -> Vec<Card> {
    let later = model.later();
    let card = |area: &engine::bank::Area| {
        let (seen, right) = later.map_or((0, 0), |later| (later.progress)(model, &area.id));
        Card {
            id: area.id.clone(),
            title: area.title.clone(),
            skill: area.skill,
            summary: area.summary.clone(),
            count: area.count(),
            seen,
            right,
        }
    };
    model.catalogue.areas.iter().map(card).collect()
}

fn skill_section(skill: Skill, cards: &[Card], words: &'static Words) -> Option<View> {
    let mine: Vec<View> = cards.iter().filter(|card| card.skill == skill).map(|card| area_card(card, words)).collect();
    let title = h3().class("skill-name").child((words.skill)(skill));
    (!mine.is_empty())
        .then(|| section().class("skill").child((title, ul().class("plain areas").child(mine))).into_view())
}

fn area_card(card: &Card, words: &'static Words) -> View {
    let share = |part: usize| part as f64 / card.count.max(1) as f64;
    let done = if card.seen == 0 { words.progress_none.to_owned() } else { (words.progress)(card.right, card.seen) };
    li().child(a().class("area-card").attr("href", Route::Area(card.id.clone()).href()).child((
        span().class("area-title").child(card.title.clone()),
        span().class("area-summary").child(card.summary.clone()),
        span().class("area-foot").child((span().child((words.questions)(card.count)), span().child(done))),
        bars::progress(share(card.seen), share(card.right)),
    )))
    .into_view()
}
