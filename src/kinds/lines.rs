//! `lines`: a program whose lines are chosen where they stand, as the options of a list box.
//!
//! Its arrow keys are with all other keys inside a question, in src/pages/keys.rs.

use super::{Ask, ERROR_ID, Review};
use crate::components::rich::code_lines;
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{details, div, fieldset, legend, li, ol, p, span, summary, ul},
};
use crate::words::{self, More};
use engine::{
    kinds::{
        Response,
        lines::{Question, Spot},
    },
    sorted::Set,
};
use std::rc::Rc;

fn chosen(response: Option<Response>) -> Set<u8> {
    match response {
        Some(Response::Lines(lines)) => lines,
        _ => Set::default(),
    }
}

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let Ask { words, response, respond, .. } = ask;
    let words = words::more(words.lang);
    let count = question.keys().count();
    let several = count > 1;
    // One line takes part in the order of Tab; the keys see to it that it is the one that had the focus last.
    let first = chosen(response.peek()).iter().next().copied().unwrap_or_default();
    let row = |((line, text), shown): ((u8, &str), El)| {
        let respond = Rc::clone(&respond);
        let choose = move |_: web_sys::Event| {
            let mut lines = chosen(response.peek());
            // Where one line is asked for, a second choice takes the place of the first.
            if !several && !lines.contains(&line) {
                lines = Set::default();
            }
            lines.toggle(line);
            respond(Response::Lines(lines));
        };
        div()
            .class("line")
            .attr("role", "option")
            .attr("data-pick", "")
            .attr("aria-label", (words.line_name)(line, text))
            .attr("aria-selected", move || if chosen(response.get()).contains(&line) { "true" } else { "false" })
            .attr("tabindex", if line == first { "0" } else { "-1" })
            .on(ev::CLICK, choose)
            .child(shown)
    };
    let rows = (0..).zip(question.code.text.split('\n')).zip(code_lines(&question.code)).map(row).collect_view();
    fieldset()
        .class("answer")
        .child((
            legend().child(words.your_answer),
            p().id("answer-hint").class("hint").child((words.lines_hint)(count)),
            div()
                .class("lines")
                .attr("role", "listbox")
                .attr("aria-multiselectable", several.then_some("true"))
                .attr("aria-label", (words.code_in)(&question.code.lang))
                .attr("aria-describedby", format!("answer-hint {ERROR_ID}"))
                .attr("translate", "no")
                .attr("dir", "ltr")
                .child(rows),
        ))
        .into_view()
}

/// What became of a line or a spot: its class, its sign and its word.
type Fate = (&'static str, &'static str, &'static str);

fn fate(is_key: bool, is_chosen: bool, words: &'static More) -> Fate {
    match (is_key, is_chosen) {
        (true, true) => ("is-right", "✓", words.line_found),
        (true, false) => ("is-missed", "→", words.line_missed),
        (false, true) => ("is-wrong", "✕", words.line_wrong),
        (false, false) => ("", "·", words.left_out),
    }
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let words = review.words;
    let chosen = chosen(review.response.clone());
    let is_hit = |spot: &Spot| chosen.iter().any(|line| spot.holds(*line));
    let row = |(line, shown): (u8, El)| {
        let key = question.keys().find(|spot| spot.holds(line));
        let is_chosen = key.map_or(chosen.contains(&line), is_hit);
        let row = li().child(shown);
        if key.is_none() && !is_chosen {
            return row.class("line");
        }
        let (class, sign, word) = fate(key.is_some(), is_chosen, words);
        // One word for all lines of a spot, below the last.
        let word = key.is_none_or(|spot| spot.to == line).then(|| span().class("line-word").child(word));
        row.class(format!("line {class}")).attr("data-sign", sign).child(word)
    };
    let rows = (0..).zip(code_lines(&question.code)).map(row).collect_view();
    let code = div()
        .class("lines")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", (words.code_in)(&question.code.lang))
        .attr("dir", "ltr")
        .child(ol().child(rows));
    let mut spots: Vec<(u8, &Spot)> = (0..).zip(&question.spots).collect();
    spots.sort_by_key(|(_, spot)| spot.from);
    let matters = |(_, spot): &(u8, &Spot)| review.all || spot.key || is_hit(spot);
    let reason = |(place, spot): &(u8, &Spot)| {
        let (class, sign, word) = fate(spot.key, is_hit(spot), words);
        li().class(format!("outcome {class}")).child((
            span().class("outcome-sign").attr("aria-hidden", "true").child(sign),
            div().class("outcome-body").child((
                p().class("outcome-said").child(format!("{}: {word}", (words.lines_at)(spot.from, spot.to))),
                review.why(*place),
            )),
        ))
    };
    let reasons = review.note.is_some().then(|| {
        let (first, rest): (Vec<_>, Vec<_>) = spots.iter().partition(|spot| matters(spot));
        let others = (!rest.is_empty()).then(|| {
            details().class("others").child((
                summary().child(words.other_lines),
                ul().class("outcomes").child(rest.into_iter().map(reason).collect_view()),
            ))
        });
        (ul().class("outcomes").child(first.into_iter().map(reason).collect_view()), others)
    });
    div().class("outcomes").child((code, reasons)).into_view()
}
