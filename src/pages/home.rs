//! Home: what Plumb is, the ten skills with their areas, and where the person left off.

use super::heading;
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
use engine::{bank::Skill, fold};

/// The most running attempts that are offered.
const MOST_RUNNING: usize = 3;

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

/// What is shown of a running attempt.
#[derive(Clone, PartialEq)]
struct Running {
    id: String,
    title: String,
    hint: String,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.words();
    let cards = store.memo(cards);
    let running = store.memo(move |model| running(model, words));
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
            move || running_section(&running.get(), words),
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
    let progress = fold::progress(&model.attempts);
    let card = |area: &engine::bank::Area| {
        let done = progress.get(&area.id);
        Card {
            id: area.id.clone(),
            title: area.title.clone(),
            skill: area.skill,
            summary: area.summary.clone(),
            count: area.count(),
            seen: done.map_or(0, |done| done.seen.len()),
            right: done.map_or(0, |done| done.right.len()),
        }
    };
    model.catalogue.areas.iter().map(card).collect()
}

fn running(model: &Model, words: &'static Words) -> Vec<Running> {
    let open = fold::by_time(&model.attempts).into_iter().rev().filter(|attempt| attempt.state.finished.is_none());
    open.take(MOST_RUNNING)
        .filter_map(|attempt| {
            let quiz = &attempt.record.quiz;
            let area = model.catalogue.area(&quiz.area)?;
            let hint = (words.go_on_hint)((words.mode)(quiz.mode), attempt.state.at + 1, attempt.state.slots.len());
            Some(Running { id: attempt.record.id.clone(), title: area.title.clone(), hint })
        })
        .collect()
}

fn running_section(running: &[Running], words: &'static Words) -> View {
    if running.is_empty() {
        return ().into_view();
    }
    let row = |attempt: &Running| {
        li().child(a().class("go-on").attr("href", Route::Attempt(attempt.id.clone()).href()).child((
            span().class("go-on-title").child(attempt.title.clone()),
            span().class("go-on-hint").child(attempt.hint.clone()),
            span().class("go-on-arrow").attr("aria-hidden", "true").child("→"),
        )))
    };
    section()
        .class("going")
        .child((h2().child(words.go_on), ul().class("plain").child(running.iter().map(row).collect_view())))
        .into_view()
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
