//! What kinds with typed answers share: a field for text from programs, and the look back at it.

use super::{ERROR_ID, Review};
use crate::components::rich::rich;
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{dd, div, dl, dt, input, label, p, pre, textarea},
};
use crate::platform::page;
use crate::words::More;
use engine::notes::Trap;

/// A field for text as programs write it, where no keyboard may put in anything of its own.
pub fn field(lines: u8) -> El {
    let field = if lines > 1 {
        textarea().attr("rows", lines.saturating_add(1).to_string())
    } else {
        input().attr("type", "text")
    };
    literal(field.class("field"))
}

/// The field, so that it leaves what is typed as it is.
pub fn literal(field: El) -> El {
    field.attr("autocapitalize", "off").attr("autocomplete", "off").attr("spellcheck", "false").attr("dir", "ltr")
}

/// A field with its name and its hint; `given` takes what is typed.
pub fn labelled(
    id: &'static str,
    (name, hint): (&str, &str),
    field: El,
    value: &str,
    given: Box<dyn Fn(String)>,
) -> View {
    let hint_id = [id, "-hint"].concat();
    (
        label().attr("for", id).class("field-label").child(name),
        p().id(hint_id.as_str()).class("hint").child(hint),
        field
            .id(id)
            .attr("aria-describedby", [&hint_id, " ", ERROR_ID].concat())
            .value(value)
            .on(ev::INPUT, move |event| given(page::field_text(&event))),
    )
        .into_view()
}

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
    let reason = |trap: &Trap| reason(trap, review.words);
    if review.all { review.traps().iter().map(reason).collect_view().into_view() } else { trap.map(reason).into_view() }
}

/// The belief behind a wrong answer that the author foresaw.
pub fn reason(trap: &Trap, words: &'static More) -> El {
    div().class("why trap").child((
        p().class("outcome-said").child(words.likely_reason),
        pre().attr("translate", "no").child(trap.answer.clone()),
        rich(&trap.why, words),
    ))
}
