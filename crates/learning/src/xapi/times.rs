//! When things happened, as xAPI writes it, and how long each question took.

use engine::{
    record::{Entry, Event, Record},
    schedule::calendar::DAY,
};

/// A moment in milliseconds since 1970 (UTC) as ISO 8601: `2026-11-21T17:48:22.123Z`.
pub(super) fn moment(at: u64) -> String {
    // The days of the civil calendar, counted from 0000-03-01 in eras of 400 years (H. Hinnant, "chrono-compatible
    // low-level date algorithms"); far beyond year 9999, which four digits cannot say, the clock stops.
    let at = at.min(253_402_300_799_999);
    let days = at / DAY + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    let (hours, minutes, seconds) = (at / 3_600_000 % 24, at / 60_000 % 60, at / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{:03}Z", at % 1000)
}

/// Milliseconds as an ISO 8601 duration with hundredths of a second, as cmi5 wants it: `PT83.25S`.
pub(super) fn duration(milliseconds: u64) -> String {
    let hundredths = milliseconds / 10;
    match hundredths % 100 {
        0 => format!("PT{}S", hundredths / 100),
        rest => format!("PT{}.{rest:02}S", hundredths / 100),
    }
}

/// When the question at `place` was answered, in milliseconds since 1970, and how many milliseconds it was on
/// the screen until it was closed. Where answers are graded at the end, what counts is when the last one was given.
pub(super) fn answered(record: &Record, place: usize) -> (u64, u64) {
    let at_once = record.quiz.mode.rules().grades_at_once();
    let ours = |item: &u16| usize::from(*item) == place;
    let (mut now, mut at, mut took) = (record.started, record.started, 0_u64);
    let (mut shown, mut closed) = (0_usize, false);
    for Entry(passed, event) in &record.log {
        let passed = u64::from(*passed);
        now = now.saturating_add(passed);
        if shown == place && !closed {
            took = took.saturating_add(passed);
        }
        match event {
            Event::Resumed { at } => now = *at,
            Event::Moved { item } => shown = usize::from(*item),
            Event::Responded { item, .. } | Event::GaveUp { item } if ours(item) => at = now,
            Event::Graded { item, .. } if at_once && ours(item) => (at, closed) = (now, true),
            _ => {}
        }
    }
    (at, took)
}
