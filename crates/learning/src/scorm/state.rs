//! Where an attempt stands: score, status, times and what brings it back.

use super::{Element, Version, words};
use crate::timing;
use engine::{fold::Attempt, record::End};

/// What is known of this visit beside the attempt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Session<'a> {
    /// How long it has lasted, in milliseconds.
    pub lasted: u64,
    /// From how many percent on the attempt is passed; none where nobody can fail.
    pub pass: Option<u8>,
    /// The text that brings the attempt back; none where none fits.
    pub suspend: Option<&'a str>,
}

/// Hundredths of a percent that the attempt has come to, 0 to 10,000.
fn reached(attempt: &Attempt) -> u32 {
    let reached = (attempt.score().share() * 10_000.0).round().clamp(0.0, 10_000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000")]
    let reached = reached as u32;
    reached
}

/// What the learning system is to know, in the order in which it is to be set.
#[must_use]
pub fn state(version: Version, attempt: &Attempt, session: Session<'_>) -> Vec<Element> {
    let finished = attempt.state.finished;
    let share = f64::from(reached(attempt)) / 10_000.0;
    let mut elements = Vec::new();
    let mut set = |old: &'static str, new: &'static str, value: String| {
        let name = version.name(old, new);
        if !name.is_empty() {
            elements.push((name.to_owned(), value));
        }
    };
    let graded = attempt.state.slots.iter().filter(|slot| slot.grade.is_some()).count();
    if graded > 0 || finished.is_some() {
        set("cmi.core.score.min", "cmi.score.min", "0".into());
        set("cmi.core.score.max", "cmi.score.max", "100".into());
        set("cmi.core.score.raw", "cmi.score.raw", words::decimal(share * 100.0, 2).unwrap_or_default());
        set("", "cmi.score.scaled", words::decimal(share, 4).unwrap_or_default());
    }
    let passed = session.pass.map(|pass| reached(attempt) >= u32::from(pass) * 100);
    let verdict = if passed == Some(true) { "passed" } else { "failed" };
    let old = match (finished, passed) {
        (None, _) => "incomplete",
        (Some(_), None) => "completed",
        (Some(_), Some(_)) => verdict,
    };
    // The name of SCORM 1.2 stands for both of 2004.
    set(
        "cmi.core.lesson_status",
        "cmi.completion_status",
        match version {
            Version::V12 => old.into(),
            Version::V2004 => if finished.is_some() { "completed" } else { "incomplete" }.into(),
        },
    );
    if finished.is_some() && passed.is_some() {
        set("", "cmi.success_status", verdict.into());
    }
    let answered = attempt.state.slots.iter().filter(|slot| slot.grade.is_some() || slot.response.is_some()).count();
    let progress = if finished.is_some() { 1.0 } else { part(answered, attempt.record.items.len()) };
    set("", "cmi.progress_measure", words::decimal(progress, 4).unwrap_or_default());
    set("cmi.core.lesson_location", "cmi.location", attempt.record.id.clone());
    let (_, lasted) = session_time(version, session.lasted);
    set("cmi.core.session_time", "cmi.session_time", lasted);
    set(
        "cmi.core.exit",
        "cmi.exit",
        match finished {
            None => "suspend",
            Some(End::Time) => "time-out",
            Some(End::Person) => version.name("", "normal"),
        }
        .into(),
    );
    if let Some(text) = session.suspend {
        set("cmi.suspend_data", "cmi.suspend_data", text.to_owned());
    }
    elements
}

/// How long a visit has lasted, in milliseconds.
#[must_use]
pub fn session_time(version: Version, lasted: u64) -> Element {
    match version {
        Version::V12 => ("cmi.core.session_time".into(), timing::clock(lasted, 4)),
        Version::V2004 => ("cmi.session_time".into(), timing::duration(lasted)),
    }
}

fn part(some: usize, all: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if all == 0 { 0.0 } else { number(some) / number(all) }
}
