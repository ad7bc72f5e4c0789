//! What an assessment came to: a level with its band, where the next one is lost, and what to read.

use super::quiz::topic_title;
use crate::dom::{
    CollectView, IntoView, View,
    tags::{a, div, h2, li, p, section, span, table, tbody, td, th, thead, tr, ul},
};
use crate::{
    components::bars::{bar, width},
    platform::intl,
    store::{Model, Store},
    words::More,
};
use engine::{
    estimate::{self, Level, Loss, Scale, report},
    fold::Attempt,
    grade::Verdict,
    notes::Source,
};

/// The most topics that are named.
const MOST: usize = 4;

/// The report of an attempt whose questions are here; `learn` tells whether with what to learn next.
pub fn report(store: Store, model: &Model, attempt: &Attempt, learn: bool, words: &'static More) -> View {
    let mut scale = Scale::default();
    if let Some(bank) = model.bank_of(&attempt.record.quiz.areas) {
        scale.add(&bank);
    }
    let outcome = estimate::outcome(attempt, &scale);
    let Some(level) = outcome.level else {
        let text = (words.level_needs)(estimate::select::LEAST_ANSWERS, outcome.answers);
        return section()
            .class("level-report")
            .child((p().class("score-points").child(words.level_unknown), p().class("lead").child(text)))
            .into_view();
    };
    let area = attempt.record.quiz.area().unwrap_or_default();
    let titled = |loss: &Loss<'_>| (topic_title(model, area, loss.topic), loss.points, loss.topic.to_owned());
    let losses: Vec<(String, f64, String)> = outcome.losses.iter().take(MOST).map(titled).collect();
    let most = losses.first().map(|(title, ..)| (words.level_lost_most)(title));
    (
        section().class("level-report").child((
            p().class("score-points").child((words.level_probably)(level.band.0, level.band.1)),
            drawn(&level, words),
            p().class("lead").child([(words.level_said)(level.level), &most.unwrap_or_default()].join(" ")),
            chances(&level, words),
            p().class("hint").child((words.level_relative)(outcome.answers)),
        )),
        (learn && !losses.is_empty()).then(|| to_learn(store, attempt, losses, level.level, words)),
    )
        .into_view()
}

/// The five levels in a row, with the band and where its middle lies; only for the eye.
fn drawn(level: &Level, words: &'static More) -> View {
    let (from, to) = report::shares(level.interval);
    let name = |level: u8| {
        span().child((span().class("level-number").child(level.to_string()), span().child((words.level_name)(level))))
    };
    div()
        .class("level-scale")
        .attr("aria-hidden", "true")
        .child((
            div().class("level-names").child((1..=5).map(name).collect_view()),
            span()
                .class("level-band")
                .style("inset-inline-start", &width(from))
                .style("inline-size", &width(to - from)),
            span().class("level-mark").style("inset-inline-start", &width(report::share(level.ability))),
        ))
        .into_view()
}

/// How likely each level is.
fn chances(level: &Level, words: &'static More) -> View {
    let row = |(number, chance): (u8, f64)| {
        tr().child((
            th().attr("scope", "row").child(format!("{}, {}", (words.level)(number), (words.level_name)(number))),
            td().class("wide").child(bar(chance)),
            td().class("figure").child(intl::percent(words.lang, chance)),
        ))
    };
    table()
        .class("data scores")
        .child((
            thead().child(tr().child((
                th().attr("scope", "col").child(words.which_levels),
                td(),
                th().attr("scope", "col").class("figure").child(words.level_chance),
            ))),
            tbody().child((1..).zip(level.chances).map(row).collect_view()),
        ))
        .into_view()
}

/// The topics where the next level is lost, with what to read: the sources of the questions that were not right.
fn to_learn(
    store: Store,
    attempt: &Attempt,
    losses: Vec<(String, f64, String)>,
    level: u8,
    words: &'static More,
) -> View {
    let notes = store.memo(Model::notes_progress);
    let attempt = attempt.clone();
    let next = (level + 1).min(5);
    let topics = move || {
        // Read only to be followed: the sources come with the notes.
        notes.get();
        let one = |(title, points, topic): &(String, f64, String)| {
            let sources = store.look(|model| sources(model, &attempt, topic));
            let link = |source: Source| {
                li().child(a().attr("href", source.url).attr("rel", "noopener noreferrer").child(source.title))
            };
            li().child((
                span().class("learn-topic").child(title.clone()),
                span().class("hint").child((words.learn_points)(&intl::number(words.lang, round(*points)), next)),
                ul().class("plain learn-sources").child(sources.into_iter().map(link).collect_view()),
            ))
        };
        ul().class("plain learn").child(losses.iter().map(one).collect_view())
    };
    section().child((h2().child(words.learn_next), p().child((words.learn_text)(next)), topics)).into_view()
}

/// One decimal says enough.
fn round(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

fn sources(model: &Model, attempt: &Attempt, topic: &str) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for (asked, slot) in attempt.slots() {
        let right = slot.grade.is_some_and(|grade| grade.verdict() == Verdict::Right);
        if asked.topic != topic || right || slot.grade.is_none() {
            continue;
        }
        let note = model.bank(&asked.area).and_then(|bank| {
            let item = bank.items.iter().find(|item| item.id == asked.id)?;
            model.note(item)
        });
        if let Some(source) = note.map(|note| &note.source).filter(|source| !sources.contains(source)) {
            sources.push(source.clone());
        }
    }
    sources
}
