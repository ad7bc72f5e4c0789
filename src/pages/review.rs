//! Review: what the person is about to forget, what they got wrong, and what the coming days bring.

use super::{heading, nothing_yet};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{
        button, div, figcaption, figure, h2, label, li, option, p, section, select, span, table, tbody, td, th, thead,
        tr, ul,
    },
};
use crate::{
    components::{bars::bar, chart::chart},
    platform::{clock, intl, page},
    store::{Model, Recall, Store, Word},
    words::More,
};
use engine::{
    quiz::Quiz,
    schedule::{
        due,
        fold::{Card, Schedule},
        fsrs::Scheduler,
        mistakes,
    },
    sorted::{Map, Set},
};

/// The most questions that are reviewed in one go.
const MOST: usize = 20;
/// How far the forecast looks ahead, in days.
const AHEAD: usize = 14;
/// How far the forgetting curve looks ahead, in days, and where the table reads it.
const CURVE: u32 = 90;
const READ_AT: [u32; 4] = [0, 7, 30, 90];
const DAY: u64 = 86_400_000;

/// What the page shows, from all attempts at one moment.
#[derive(Clone, Default, PartialEq)]
struct Seen {
    /// Questions that are due, by area.
    due: Vec<Group>,
    /// Open mistakes, by area.
    mistakes: Vec<Group>,
    /// Reviews on each of the coming days, the first of them today.
    forecast: Vec<usize>,
    /// The average chance to recall what was answered, for each day from today on.
    curve: Vec<f64>,
    /// Questions that were answered at least once.
    answered: usize,
    /// When the next question is due, in milliseconds since 1970 (UTC).
    next: Option<u64>,
    now: u64,
}

/// Questions of one area.
#[derive(Clone, PartialEq)]
struct Group {
    area: String,
    title: String,
    ids: Vec<String>,
    /// How many of them the person was very sure of, and wrong.
    sure: usize,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.more();
    let seen = store.memo(see);
    let body = move || {
        let seen = seen.get();
        if seen.answered == 0 {
            return nothing_yet(words.review_empty, words.review_empty_text, words);
        }
        (
            due_now(store, &seen, words),
            open_mistakes(store, &seen, words),
            recall(&seen, words),
            forecast(&seen, words),
            retention(store, words),
        )
            .into_view()
    };
    div().class("column review").child((heading(words.review.into(), words), body)).into_view()
}

/// How many questions are due now.
pub fn due_count(model: &Model) -> usize {
    let schedule = schedule(model);
    due::due(&schedule, clock::now(), |card| is_there(model, &card.area, &card.id)).len()
}

fn schedule(model: &Model) -> Schedule {
    let scheduler = Scheduler::new(share(model.settings.recall)).unwrap_or_default();
    Schedule::new(&model.attempts, scheduler)
}

/// The chance to recall at which a question comes again.
fn share(recall: Recall) -> f64 {
    match recall {
        Recall::Rough => 0.80,
        Recall::Fair => 0.85,
        Recall::Good => 0.90,
        Recall::Close => 0.95,
    }
}

/// Whether a question can still be asked: what is known only of areas whose questions are here.
fn is_there(model: &Model, area: &str, id: &str) -> bool {
    let known = model.catalogue.area(area).is_some();
    known && model.bank(area).is_none_or(|bank| bank.items.iter().any(|item| item.id == id))
}

fn see(model: &Model) -> Seen {
    let (now, offset) = (clock::now(), clock::offset());
    let schedule = schedule(model);
    let keep = |card: &Card| is_there(model, &card.area, &card.id);
    let due = due::due(&schedule, now, keep);
    let mut mistakes = mistakes::mistakes(&model.attempts, offset);
    mistakes.retain(|wrong| is_there(model, &wrong.area, &wrong.id));
    let cards: Vec<&Card> = schedule.cards().iter().filter(|card| keep(card)).collect();
    let average = |days: u32| {
        let sum: f64 = cards.iter().map(|card| card.retrievability(now + u64::from(days) * DAY)).sum();
        sum / f64::from(u32::try_from(cards.len()).unwrap_or(u32::MAX))
    };
    Seen {
        due: groups(model, due.iter().map(|due| (&*due.card.area, &*due.card.id, false))),
        mistakes: groups(model, mistakes.iter().map(|wrong| (&*wrong.area, &*wrong.id, wrong.sure))),
        forecast: due::forecast(&schedule, now, offset, AHEAD, keep),
        curve: if cards.is_empty() { Vec::new() } else { (0..=CURVE).map(average).collect() },
        answered: cards.len(),
        next: cards.iter().map(|card| card.due).filter(|due| *due > now).min(),
        now,
    }
}

/// Questions by area, in the order of the catalogue; within an area as they come.
fn groups<'a>(model: &Model, questions: impl Iterator<Item = (&'a str, &'a str, bool)>) -> Vec<Group> {
    let mut areas: Map<(Vec<String>, usize)> = Map::default();
    for (area, id, sure) in questions {
        let Some((ids, count)) = areas.entry(area) else { continue };
        ids.push(id.to_owned());
        *count += usize::from(sure);
    }
    let group = |area: &engine::bank::Area| {
        let (ids, sure) = areas.get(&area.id)?.clone();
        Some(Group { area: area.id.clone(), title: area.title.clone(), ids, sure })
    };
    model.catalogue.areas.iter().filter_map(group).collect()
}

fn due_now(store: Store, seen: &Seen, words: &'static More) -> View {
    let count: usize = seen.due.iter().map(|group| group.ids.len()).sum();
    let next = seen.next.map(|next| (words.review_next)(&intl::day(words.lang, next)));
    let none = (count == 0).then(|| p().child(next));
    let text = (count > 0).then(|| p().child(words.review_text));
    let list = starts(store, &seen.due, |words, count, title, _| (words.review_area)(count, title), words);
    section()
        .class("review-due")
        .child((p().class("lead").child((words.review_due)(count)), text, none, list))
        .into_view()
}

fn open_mistakes(store: Store, seen: &Seen, words: &'static More) -> View {
    let none = seen.mistakes.is_empty();
    let list =
        starts(store, &seen.mistakes, |words, count, title, sure| (words.mistakes_area)(count, title, sure), words);
    let text = if none { words.mistakes_none } else { words.mistakes_text };
    section().child((h2().child(words.mistakes), p().child(text), list)).into_view()
}

/// A button for each area, which starts a practice of just these questions.
fn starts(
    store: Store,
    groups: &[Group],
    name: fn(&'static More, usize, &str, usize) -> String,
    words: &'static More,
) -> Option<View> {
    let one = |group: &Group| {
        let ids: Vec<String> = group.ids.iter().take(MOST).cloned().collect();
        let text = name(words, ids.len(), &group.title, group.sure);
        let mut quiz = Quiz::new(&group.area, "", u16::try_from(ids.len()).unwrap_or(u16::MAX));
        quiz.only = ids.into_iter().collect::<Set<String>>();
        let start = move |_| store.start(quiz.clone());
        li().child(button().attr("type", "button").class("button").on(ev::CLICK, start).child(text))
    };
    let list =
        (!groups.is_empty()).then(|| ul().class("plain review-starts").child(groups.iter().map(one).collect_view()));
    list.map(IntoView::into_view)
}

/// The forgetting curve of all that was answered, with the same in figures.
fn recall(seen: &Seen, words: &'static More) -> View {
    let percent = |share: f64| intl::percent(words.lang, share);
    let points: Vec<(u64, f64)> = (0..).zip(&seen.curve).step_by(10).map(|(day, share)| (day * DAY, *share)).collect();
    let at = |day: u32| seen.curve.get(day as usize).copied().unwrap_or_default();
    let rows = READ_AT.iter().zip(words.recall_when).map(|(day, when)| {
        tr().child((th().attr("scope", "row").child(when), td().class("figure").child(percent(at(*day)))))
    });
    section()
        .child((
            h2().child(words.recall),
            p().child((words.recall_text)(seen.answered)),
            figure().child((
                figcaption().child(words.recall_chart),
                chart((words.recall_label)(&percent(at(0)), &percent(at(CURVE))), &points, percent),
            )),
            table().class("data").child((
                thead().child(tr().child((
                    th().attr("scope", "col").child(words.when),
                    th().attr("scope", "col").class("figure").child(words.recalled),
                ))),
                tbody().child(rows.collect::<Vec<_>>().into_iter().collect_view()),
            )),
        ))
        .into_view()
}

fn forecast(seen: &Seen, words: &'static More) -> View {
    let most = seen.forecast.iter().max().copied().unwrap_or_default().max(1);
    let share = |count: usize| {
        f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / f64::from(u32::try_from(most).unwrap_or(1))
    };
    let rows = (0..).zip(&seen.forecast).map(|(ahead, count): (u64, &usize)| {
        let day = if ahead == 0 { words.today.to_owned() } else { intl::near_day(words.lang, seen.now + ahead * DAY) };
        tr().child((
            th().attr("scope", "row").child(day),
            td().class("wide").child(bar(share(*count))),
            td().class("figure").child(count.to_string()),
        ))
    });
    section()
        .child((
            h2().child(words.forecast),
            table().class("data forecast").child((
                thead().child(tr().child((
                    th().attr("scope", "col").child(words.date),
                    td(),
                    th().attr("scope", "col").class("figure").child(words.reviews),
                ))),
                tbody().child(rows.collect::<Vec<_>>().into_iter().collect_view()),
            )),
        ))
        .into_view()
}

/// How much the person wants to remember.
fn retention(store: Store, words: &'static More) -> View {
    let now = store.look(|model| model.settings.recall);
    let options = Recall::ALL.iter().map(|(value, word)| {
        option().attr("value", *word).attr("selected", *value == now).child(intl::percent(words.lang, share(*value)))
    });
    let choose = move |event: web_sys::Event| {
        let chosen = Recall::of(&page::field_text(&event));
        store.set(|settings| settings.recall = chosen);
    };
    section()
        .child(label().class("field-group").child((
            span().class("field-label").child(words.retention),
            select().on(ev::CHANGE, choose).child(options.collect::<Vec<_>>().into_iter().collect_view()),
            span().class("hint").child(words.retention_hint),
        )))
        .into_view()
}
