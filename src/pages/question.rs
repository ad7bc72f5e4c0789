//! One question as quiz and result show it: its place, its prompt, and after the answer why.

use super::checked;
use crate::dom::{
    El, IntoView, View,
    tags::{a, div, h3, p, span},
};
use crate::{
    components::{mark::gauge, rich::rich},
    kinds::{self, Review},
    platform::{intl, page},
    store::{Model, Store},
    words::{More, Words},
};
use engine::{
    bank::Item,
    draw,
    grade::{Grade, Verdict},
    notes::Note,
    state::Slot,
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

/// The verdict in words and shape, with the points or marks where they say more.
pub fn verdict(slot: &Slot, rated: bool, words: &'static More) -> View {
    let (class, sign, text) = match slot.grade.map(Grade::verdict) {
        Some(_) if slot.gave_up => ("verdict is-open", "○", words.gave_up),
        Some(Verdict::Right) => ("verdict is-right", "✓", (words.verdict)(Verdict::Right)),
        Some(Verdict::Partly) => ("verdict is-partly", "◐", (words.verdict)(Verdict::Partly)),
        Some(Verdict::Wrong) => ("verdict is-wrong", "✕", (words.verdict)(Verdict::Wrong)),
        None => ("verdict is-open", "○", words.unanswered),
    };
    let graded = slot.grade.filter(|_| !slot.gave_up);
    let more = |text: String| span().class("verdict-points").child(text);
    let points = graded
        .filter(|grade| grade.verdict() == Verdict::Partly || slot.hints > 0)
        .map(|_| more((words.verdict_points)(&intl::number(words.lang, slot.credit()))));
    let marks = graded.zip(slot.certainty).filter(|_| rated).map(|(_, certainty)| {
        more((words.verdict_marks)((words.certainty)(certainty), &intl::number(words.lang, slot.marks())))
    });
    span()
        .class(class)
        .child((
            span().class("verdict-sign").attr("aria-hidden", "true").child(sign),
            span().class("verdict-text").child(text),
            points,
            marks,
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
    let note = model.note(item);
    let review = Review {
        words,
        shown: draw::shown(&session.record().quiz.seed, &item.id, &item.question),
        response: slot.response.clone(),
        grade: slot.grade,
        all,
        note,
    };
    Some((kinds::review(&item.question, review), note.map(|note| explanation(item, note, words))))
}

fn explanation(item: &Item, note: &Note, words: &'static More) -> View {
    div()
        .class("explanation")
        .child((
            h3().child(words.explanation),
            rich(&note.explanation, words),
            checked::basis(note, words),
            report(&item.id, words),
        ))
        .into_view()
}

/// The way to tell whoever runs this site that something is wrong; only where they named one.
fn report(id: &str, words: &'static More) -> Option<El> {
    let address = page::setting("plumb-report").filter(|to| to.starts_with("https://") || to.starts_with("mailto:"))?;
    let address = address.replace("{question}", id);
    Some(p().class("report").child(a().attr("href", address).attr("rel", "noopener noreferrer").child(words.report)))
}
