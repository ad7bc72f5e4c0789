//! What `numeric` and `text` share: the look back at a typed answer.

use super::Review;
use crate::components::rich::rich;
use crate::dom::{
    CollectView, El, IntoView, View,
    tags::{dd, div, dl, dt, p, pre},
};
use crate::words::More;
use engine::notes::Trap;

/// What was typed, what is right, and the reason for a mistake that the author foresaw; with all
/// reasons, every such mistake.
pub fn look_back(review: &Review<'_>, typed: Option<&str>, right: String, trap: Option<&Trap>) -> View {
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
            dt().child(words.accepted),
            dd().class("typed is-missed").attr("data-sign", "→").child(pre().attr("translate", "no").child(right)),
        )
    });
    let reasons = if review.all {
        review.traps().iter().map(|trap| reason(trap, words)).collect_view().into_view()
    } else {
        trap.map(|trap| reason(trap, words)).into_view()
    };
    div().child((dl().class("typed-answers").child((given, right)), reasons)).into_view()
}

/// The belief behind a wrong answer that the author foresaw.
pub fn reason(trap: &Trap, words: &'static More) -> El {
    div().class("why trap").child((
        p().class("outcome-said").child(words.likely_reason),
        pre().attr("translate", "no").child(trap.answer.clone()),
        rich(&trap.why, words),
    ))
}
