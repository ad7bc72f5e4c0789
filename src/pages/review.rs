//! Review: what the person is about to forget, what they got wrong, and what the coming days bring.

use super::{daily, heading, nothing_yet};
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
    store::{Model, Recall, Store, Word, is_there, scheduler, share},
    words::Most,
};
use engine::{
    modes::Mode,
    quiz::Quiz,
    schedule::{due, fold::Card},
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
    /// Questions that are due.
    due: Pile,
    /// Open mistakes.
    mistakes: Pile,
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

/// Questions that wait for the person: area, id, and whether they were very sure of it and wrong. The most urgent
/// ones come first.
#[derive(Clone, Default, PartialEq)]
struct Pile(Vec<(String, String, bool)>);

impl Pile {
    fn of(&self, area: &str) -> Self {
        Self(self.0.iter().filter(|(of, ..)| of == area).cloned().collect())
    }
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    // What is seen takes long to find out, so it is only when something that it depends on has changed.
    let changes = store.memo(|model| (model.whole, model.summary.changes(), model.settings.recall));
    let body = move || {
        let (whole, ..) = changes.get();
        if !whole {
            return p().class("loading").attr("role", "status").child(words.loading).into_view();
        }
        let seen = store.look(see);
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
    div()
        .class("column review")
        .child((heading(words.review.into(), words), body, daily::section_of(store)))
        .into_view()
}

/// How many questions are due now.
pub fn due_count(model: &Model) -> usize {
    let now = clock::now();
    let areas = model.catalogue.areas.iter().filter_map(|area| model.summary.done(&area.id));
    areas.map(|done| done.due.iter().filter(|due| **due <= now).count()).sum()
}

fn see(model: &Model) -> Seen {
    let (now, offset) = (clock::now(), clock::offset());
    let schedule = model.summary.schedule(scheduler(model.settings.recall));
    let keep = |card: &Card| is_there(model, &card.area, &card.id);
    let due = due::due(&schedule, now, keep);
    let mut mistakes = model.summary.mistakes(offset);
    mistakes.retain(|wrong| is_there(model, &wrong.area, &wrong.id));
    let cards: Vec<&Card> = schedule.cards().iter().filter(|card| keep(card)).collect();
    let average = |days: u32| {
        let sum: f64 = cards.iter().map(|card| card.retrievability(now + u64::from(days) * DAY)).sum();
        sum / f64::from(u32::try_from(cards.len()).unwrap_or(u32::MAX))
    };
    Seen {
        due: Pile(due.iter().map(|due| (due.card.area.to_string(), due.card.id.clone(), false)).collect()),
        mistakes: Pile(mistakes.into_iter().map(|wrong| (wrong.area, wrong.id, wrong.sure)).collect()),
        forecast: due::forecast(&schedule, now, offset, AHEAD, keep),
        curve: if cards.is_empty() { Vec::new() } else { (0..=CURVE).map(average).collect() },
        answered: cards.len(),
        next: cards.iter().map(|card| card.due).filter(|due| *due > now).min(),
        now,
    }
}

fn due_now(store: Store, seen: &Seen, words: &'static Most) -> View {
    let count = seen.due.0.len();
    let next = seen.next.map(|next| (words.review_next)(&intl::day(words.lang, next)));
    let none = (count == 0).then(|| p().child(next));
    let text = (count > 0).then(|| p().child(words.review_text));
    let name = |count, title: Option<&str>, _| match title {
        Some(title) => (words.review_area)(count, title),
        None => (words.review_all)(count),
    };
    let list = starts(store, Mode::Review, &seen.due, name);
    section()
        .class("review-due")
        .child((p().class("lead").child((words.review_due)(count)), text, none, list))
        .into_view()
}

fn open_mistakes(store: Store, seen: &Seen, words: &'static Most) -> View {
    let name = |count, title: Option<&str>, sure| match title {
        Some(title) => (words.mistakes_area)(count, title, sure),
        None => (words.mistakes_all)(count, sure),
    };
    let list = starts(store, Mode::Practice, &seen.mistakes, name);
    let text = if seen.mistakes.0.is_empty() { words.mistakes_none } else { words.mistakes_text };
    section().child((h2().child(words.mistakes), p().child(text), list)).into_view()
}

/// A button for all these questions, and where they are of several areas one for each, which starts a quiz of just
/// them. `name` says how many they are, of which area, and of how many the person was very sure.
fn starts(store: Store, mode: Mode, pile: &Pile, name: impl Fn(usize, Option<&str>, usize) -> String) -> Option<View> {
    let titles: Vec<(String, String)> = store.look(|model| {
        let areas = model.catalogue.areas.iter().filter(|area| pile.0.iter().any(|(of, ..)| *of == area.id));
        areas.map(|area| (area.id.clone(), area.title.clone())).collect()
    });
    let one = |pile: &Pile, title: Option<&str>| {
        let first = || pile.0.iter().take(MOST);
        let sure = first().filter(|(.., sure)| *sure).count();
        let mut quiz = Quiz::new("", "", u16::try_from(first().count()).unwrap_or(u16::MAX));
        quiz.mode = mode;
        quiz.areas = first().map(|(area, ..)| area.clone()).collect();
        quiz.only = first().map(|(area, id, _)| quiz.name(area, id)).collect();
        let text = name(first().count(), title, sure);
        let class = if title.is_none() { "button primary" } else { "button" };
        let start = move |_| store.start(quiz.clone());
        li().child(button().attr("type", "button").class(class).on(ev::CLICK, start).child(text)).into_view()
    };
    let all = (titles.len() > 1).then(|| one(pile, None));
    let each = titles.iter().map(|(area, title)| one(&pile.of(area), Some(title)));
    let list: Vec<View> = all.into_iter().chain(each).collect();
    (!list.is_empty()).then(|| ul().class("plain review-starts").child(list).into_view())
}

/// The forgetting curve of all that was answered, with the same in figures.
fn recall(seen: &Seen, words: &'static Most) -> View {
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

fn forecast(seen: &Seen, words: &'static Most) -> View {
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
fn retention(store: Store, words: &'static Most) -> View {
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
