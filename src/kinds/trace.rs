//! `trace`: whether a program runs, and what it prints or where it stops.

use super::{Ask, ERROR_ID, Review, options, text, typed};
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{div, label, li, p, pre, span, ul},
};
use crate::platform::page;
use engine::{
    grade::Verdict,
    kinds::{
        self, Response,
        trace::{Outcome, Question},
    },
    rich::{Block, Inline, Rich},
};
use std::rc::Rc;

type Given = kinds::trace::Response;

fn given(response: Option<Response>) -> Given {
    match response {
        Some(Response::Trace(given)) => given,
        _ => Given::default(),
    }
}

/// To be answered. The fields of both outcomes are there from the start, so that what was typed in
/// one is still there after a look at the other.
pub fn open(question: &Question, ask: Ask) -> View {
    let (words, response, respond) = (ask.words, ask.response, Rc::clone(&ask.respond));
    let before = given(response.peek());
    let said = |text: &str| Rich(vec![Block::Para(vec![Inline::Text(text.into())])]);
    let choice = options::group(
        &[said(words.trace_runs), said(words.trace_stops)],
        Ask { shown: vec![0, 1], ..ask },
        ("radio", words.trace_hint),
        |response, place| matches!(response, Response::Trace(given) if given.runs == Some(place == 0)),
        |response, place| Response::Trace(Given { runs: Some(place == 0), ..given(response) }),
    );
    let part = |id: &'static str, (name, hint): (&str, &str), field: El, value: &str, write: fn(&mut Given, String)| {
        let respond = Rc::clone(&respond);
        let typed = move |event: web_sys::Event| {
            let mut now = given(response.peek());
            write(&mut now, page::field_text(&event));
            respond(Response::Trace(now));
        };
        let about = format!("{id}-hint");
        let field = field.id(id).attr("aria-describedby", format!("{about} {ERROR_ID}")).value(value);
        (
            label().attr("for", id).class("field-label").child(name),
            p().id(about).class("hint").child(hint),
            field.on(ev::INPUT, typed),
        )
            .into_view()
    };
    let rule = (words.text_hint)(text::rule(question.compare), true);
    let (output, number, name) = (typed::field(question.rows), typed::field(1), typed::field(1));
    let line = before.line.map(|line| line.to_string()).unwrap_or_default();
    let prints = part("output", (words.trace_output, &rule), output, &before.output, |now, text| now.output = text);
    let stops = [
        part(
            "line",
            (words.trace_line, words.trace_line_hint),
            number.attr("inputmode", "numeric"),
            &line,
            |now, text| {
                now.line = text.trim().parse().ok();
            },
        ),
        part("error", (words.trace_error, words.trace_error_hint), name, &before.error, |now, text| now.error = text),
    ];
    let branch = |runs: bool, fields: View| {
        div().class("answer").attr("hidden", move || given(response.get()).runs != Some(runs)).child(fields)
    };
    let stops = stops.into_iter().collect_view();
    div().class("answer").child((choice, branch(true, prints), branch(false, stops))).into_view()
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let words = review.words;
    let given = given(review.response.clone());
    let outcome = |runs: bool| if runs { words.trace_runs } else { words.trace_stops }.to_owned();
    // What was typed for the outcome that was not chosen does not count, and is not shown.
    let counted = |runs: bool, typed: &str| (given.runs == Some(runs)).then(|| typed.trim_end().to_owned());
    let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
    let runs = matches!(question.outcome, Outcome::Prints { .. });
    let mut parts = vec![(words.trace_asked, given.runs.map(outcome), outcome(runs), given.runs == Some(runs))];
    match &question.outcome {
        Outcome::Prints { accept } => {
            let is_right = question.is_output(&given.output);
            parts.push((words.trace_output, counted(true, &given.output), first(accept), is_right));
        }
        Outcome::Fails { line, with } => {
            let typed = given.line.map(|line| line.to_string()).unwrap_or_default();
            parts.push((words.trace_line, counted(false, &typed), line.to_string(), given.line == Some(*line)));
            let is_right = question.is_error(&given.error);
            parts.push((words.trace_error, counted(false, &given.error), first(with), is_right));
        }
    }
    let row = |(name, yours, right, is_right): (&str, Option<String>, String, bool)| {
        let yours = yours.filter(|yours| !yours.is_empty());
        let (class, sign, word) = match &yours {
            None => ("outcome is-missed", "→", words.unanswered),
            Some(_) if is_right => ("outcome is-right", "✓", (words.verdict)(Verdict::Right)),
            Some(_) => ("outcome is-wrong", "✕", (words.verdict)(Verdict::Wrong)),
        };
        let is_right = is_right && yours.is_some();
        let block = |name: &'static str, text: String| {
            (p().class("trace-whose").child(name), pre().attr("dir", "ltr").child(text))
        };
        li().class(class).child((
            span().class("outcome-sign").attr("aria-hidden", "true").child(sign),
            div().class("outcome-body").child((
                p().class("outcome-said").child(format!("{name}: {word}")),
                yours.map(|yours| block(words.you_answered, yours)),
                (!is_right).then(|| block(words.accepted, right)),
            )),
        ))
    };
    let trap = question.trap(&given, review.traps()).filter(|_| !review.is_right());
    div()
        .class("trace-review")
        .child((
            ul().class("outcomes").child(parts.into_iter().map(row).collect_view()),
            review.why(0),
            typed::reasons(&review, trap),
        ))
        .into_view()
}
