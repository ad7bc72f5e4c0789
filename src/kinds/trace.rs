//! `trace`: whether a program runs, and what it prints or where it stops.

use super::{Ask, Review, options, text, typed};
use crate::dom::{
    CollectView, El, IntoView, View,
    tags::{div, li, p, pre, span, ul},
};
use crate::words;
use engine::{
    grade::Verdict,
    kinds::{self, Response, trace::Question},
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

/// The fields, as places: what it prints, the line where it stops, the error.
fn field(given: &mut Given, place: u8) -> &mut String {
    match place {
        0 => &mut given.output,
        1 => &mut given.line,
        _ => &mut given.error,
    }
}

/// To be answered. The fields of both outcomes are there from the start, so that what was typed in
/// one is still there after a look at the other.
pub fn open(question: &Question, ask: Ask) -> View {
    let (words, response, respond) = (words::more(ask.words.lang), ask.response, Rc::clone(&ask.respond));
    let said = |text: &str| Rich(vec![Block::Para(vec![Inline::Text(text.into())])]);
    let choice = options::group(
        &[said(words.trace_runs), said(words.trace_stops)],
        Ask { shown: vec![0, 1], ..ask },
        ("radio", words.trace_hint),
        |response, place| matches!(response, Response::Trace(given) if given.runs == Some(place == 0)),
        |response, place| Response::Trace(Given { runs: Some(place == 0), ..given(response) }),
    );
    let mut before = given(response.peek());
    let mut part = |place: u8, id: &'static str, names: (&str, &str), element: El| {
        let respond = Rc::clone(&respond);
        let typed = move |text: String| {
            let mut now = given(response.peek());
            *field(&mut now, place) = text;
            respond(Response::Trace(now));
        };
        typed::labelled(id, names, element, field(&mut before, place), Box::new(typed))
    };
    let rule = text::hint(question.says.compare, true, words);
    let prints = part(0, "output", (words.trace_output, &rule), typed::field(question.says.lines));
    let number = typed::field(1).attr("inputmode", "numeric");
    let line = part(1, "line", (words.trace_line, words.trace_line_hint), number);
    let error = part(2, "error", (words.trace_error, words.trace_error_hint), typed::field(1));
    let branch = |runs: bool, fields: View| {
        div().class("answer").attr("hidden", move || given(response.get()).runs != Some(runs)).child(fields)
    };
    div().class("answer").child((choice, branch(true, prints), branch(false, (line, error).into_view()))).into_view()
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let words = review.words;
    let given = given(review.response.clone());
    let outcome = |runs: bool| if runs { words.trace_runs } else { words.trace_stops }.to_owned();
    // What was typed for the outcome that was not chosen does not count, and is not shown.
    let counted = |runs: bool, typed: &str| (given.runs == Some(runs)).then(|| typed.trim_end().to_owned());
    let says = question.says.accept.first().cloned().unwrap_or_default();
    let runs = question.stops.is_none();
    let mut parts = vec![(words.trace_asked, given.runs.map(outcome), outcome(runs), given.runs == Some(runs))];
    match question.stops {
        None => {
            let is_right = question.is_output(&given.output);
            parts.push((words.trace_output, counted(true, &given.output), says, is_right));
        }
        Some(line) => {
            let is_right = question.is_line(&given.line);
            parts.push((words.trace_line, counted(false, &given.line), line.to_string(), is_right));
            let is_right = question.is_error(&given.error);
            parts.push((words.trace_error, counted(false, &given.error), says, is_right));
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
        let block = |whose: &'static str, text: String| {
            // Whether it runs is said in our words, the rest in the program's.
            let text = if name == words.trace_asked {
                p().child(text)
            } else {
                pre().attr("dir", "ltr").attr("translate", "no").child(text)
            };
            (p().class("trace-whose").child(whose), text)
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
        .class("outcomes")
        .child((
            ul().class("outcomes").child(parts.into_iter().map(row).collect_view()),
            review.why(0),
            typed::reasons(&review, trap),
        ))
        .into_view()
}
