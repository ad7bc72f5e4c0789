//! What `numeric` and `text` share: the look back at a typed answer.

use super::Review;
use crate::components::rich::rich;
use crate::dom::{
    CollectView, IntoView, View,
    tags::{dd, div, dl, dt, p, pre},
};
use engine::notes::Trap;

/// What was typed, what is right, and the reasons.
pub fn look_back(review: &Review<'_>, typed: Option<&str>, right: String, trap: Option<&Trap>) -> View {
    (answers(review, typed, right, review.words.accepted), reasons(review, trap)).into_view()
}

/// What was typed, and where that is wrong, what is right.
pub fn answers(review: &Review<'_>, typed: Option<&str>, right: String, label: &str) -> View {
    let words = review.words;
    let (class, sign) = if review.is_right() { ("typed is-right", "✓") } else { ("typed is-wrong", "✕") };
    let given = typed.filter(|typed| !typed.trim().is_empty()).map(|typed| {
        (
            dt().child(words.you_answered),
            dd().class(class).attr("data-sign", sign).child(pre().attr("translate", "no").child(typed.to_owned())),
        )
    });
    let right = (!review.is_right()).then(|| {
        (
            dt().child(label),
            dd().class("typed is-missed").attr("data-sign", "→").child(pre().attr("translate", "no").child(right)),
        )
    });
    dl().class("typed-answers").child((given, right)).into_view()
}

/// The reason for a mistake that the author foresaw; with all reasons, every such mistake.
pub fn reasons(review: &Review<'_>, trap: Option<&Trap>) -> View {
    let words = review.words;
    let reason = |trap: &Trap| {
        div().class("why trap").child((
            p().class("outcome-said").child(words.likely_reason),
            pre().attr("translate", "no").child(trap.answer.clone()),
            rich(&trap.why, words),
        ))
    };
    if review.all { review.traps().iter().map(reason).collect_view() } else { trap.map(reason).into_view() }
}
