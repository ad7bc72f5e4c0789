//! One question as quiz and result show it: its place, its prompt, and after the answer why.

use crate::dom::{
    IntoView, View,
    tags::{a, div, h3, p, span},
};
use crate::{
    components::{mark::gauge, rich::rich},
    kinds::{self, Review},
    platform::intl,
    store::{Model, Store},
    words::{More, Words},
};
use engine::{
    draw,
    grade::{Grade, Verdict},
    notes::Note,
};

/// The topic and how deep the question goes.
pub fn tags(topic: String, level: u8, words: &'static Words) -> View {
    p().class("tags")
        .child((
            span().class("tag-topic").child(topic),
            span()
                .class("tag-level")
                .child((gauge(level), format!("{}, {}", (words.level)(level), (words.level_name)(level)))),
        ))
        .into_view()
}

/// The verdict in words and shape.
pub fn verdict(grade: Option<Grade>, words: &'static More) -> View {
    let (class, sign, text) = match grade.map(Grade::verdict) {
        Some(Verdict::Right) => ("verdict is-right", "✓", (words.verdict)(Verdict::Right)),
        Some(Verdict::Partly) => ("verdict is-partly", "◐", (words.verdict)(Verdict::Partly)),
        Some(Verdict::Wrong) => ("verdict is-wrong", "✕", (words.verdict)(Verdict::Wrong)),
        None => ("verdict is-open", "○", words.unanswered),
    };
    let points = grade.filter(|grade| grade.verdict() == Verdict::Partly).map(|grade| {
        span().class("verdict-points").child((words.verdict_points)(&intl::number(words.lang, grade.credit())))
    });
    span()
        .class(class)
        .child((
            span().class("verdict-sign").attr("aria-hidden", "true").child(sign),
            span().class("verdict-text").child(text),
            points,
        ))
        .into_view()
}

/// Answer and key, and once the notes are here, the reasons, what is worth knowing, and the source.
pub fn feedback(store: Store, at: usize, all: bool) -> View {
    let progress = store.memo(Model::notes_progress);
    let show = move || {
        // Read only to be followed: it is built anew once the notes are here.
        progress.get();
        store.look(|model| review(model, at, all, store.more()))
    };
    div().class("feedback").child(show).into_view()
}

fn review(model: &Model, at: usize, all: bool, words: &'static More) -> Option<(View, Option<View>)> {
    let session = model.session.as_ref()?;
    let (item, slot) = (session.item(at)?, session.state().slots.get(at)?);
    let note = model.note(&item.id);
    let review = Review {
        words,
        shown: draw::shown(&session.record().quiz.seed, &item.id, &item.question),
        response: slot.response.clone(),
        grade: slot.grade,
        all,
        note,
    };
    Some((kinds::review(&item.question, review), note.map(|note| explanation(note, words))))
}

fn explanation(note: &Note, words: &'static More) -> View {
    div()
        .class("explanation")
        .child((
            h3().child(words.explanation),
            rich(&note.explanation, words),
            p().class("source").child((
                span().class("source-label").child(format!("{}: ", words.source)),
                a().attr("href", note.source.url.clone())
                    .attr("rel", "noopener noreferrer")
                    .child(note.source.title.clone()),
                span().class("source-kind").child(words.from_documentation),
            )),
        ))
        .into_view()
}
