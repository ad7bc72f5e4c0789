//! When a question was shown and answered, and how moments and durations are written.

use engine::record::{Entry, Event, Record};

/// The times of one question of an attempt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timing {
    /// When it was first on the screen, in milliseconds since 1970 (UTC).
    pub shown: u64,
    /// When its answer was given, or closed where none was, in milliseconds since 1970 (UTC).
    pub answered: u64,
    /// How long it was on the screen until then, in milliseconds.
    pub took: u64,
}

/// The times of each question.
#[must_use]
pub fn timings(record: &Record) -> Vec<Timing> {
    let mut all = vec![Timing::default(); record.items.len()];
    let mut spent = vec![0_u64; record.items.len()];
    let (mut now, mut at) = (record.started, 0_usize);
    show(&mut all, at, now);
    for Entry(passed, event) in &record.log {
        let passed = u64::from(*passed);
        now = now.saturating_add(passed);
        spent.get_mut(at).into_iter().for_each(|spent| *spent = spent.saturating_add(passed));
        match event {
            Event::Resumed { at } => now = *at,
            Event::Moved { item } => {
                at = usize::from(*item);
                show(&mut all, at, now);
            }
            Event::Responded { item, .. } => close(&mut all, &spent, usize::from(*item), now),
            Event::Graded { item, .. } => {
                let item = usize::from(*item);
                if all.get(item).is_some_and(|timing| timing.answered == 0) {
                    close(&mut all, &spent, item, now);
                }
            }
            Event::Finished { .. } => {
                for item in 0..all.len() {
                    if all.get(item).is_some_and(|timing| timing.answered == 0) {
                        close(&mut all, &spent, item, now);
                    }
                }
            }
            _ => {}
        }
    }
    all
}

fn show(all: &mut [Timing], item: usize, now: u64) {
    if let Some(timing) = all.get_mut(item).filter(|timing| timing.shown == 0) {
        timing.shown = now;
    }
}

fn close(all: &mut [Timing], spent: &[u64], item: usize, now: u64) {
    show(all, item, now);
    if let Some((timing, spent)) = all.get_mut(item).zip(spent.get(item)) {
        timing.answered = now;
        timing.took = *spent;
    }
}

/// A moment, in milliseconds since 1970 (UTC), as ISO 8601 has it: `2026-11-21T17:46:36.5Z`, to hundredths.
#[must_use]
pub fn moment(at: u64) -> String {
    let (year, month, day) = date(at / 86_400_000);
    format!("{year:04}-{month:02}-{day:02}T{}Z", clock(at % 86_400_000, 2))
}

/// A duration in milliseconds as ISO 8601 has it: `PT1H2M3.45S`, to hundredths.
#[must_use]
pub fn duration(milliseconds: u64) -> String {
    let (hours, minutes, seconds, parts) = split(milliseconds);
    let mut text = String::from("PT");
    if hours > 0 {
        text.push_str(&format!("{hours}H"));
    }
    if minutes > 0 {
        text.push_str(&format!("{minutes}M"));
    }
    let seconds = if parts == 0 { seconds.to_string() } else { format!("{seconds}.{parts:02}") };
    text + &seconds + "S"
}

/// Milliseconds as hours, minutes and seconds with hundredths: `0012:03:04.50` where `width` is 4.
#[must_use]
pub fn clock(milliseconds: u64, width: usize) -> String {
    let (hours, minutes, seconds, parts) = split(milliseconds);
    let hours = hours.min(10_u64.saturating_pow(u32::try_from(width).unwrap_or(2)) - 1);
    format!("{hours:0width$}:{minutes:02}:{seconds:02}.{parts:02}")
}

fn split(milliseconds: u64) -> (u64, u64, u64, u64) {
    let seconds = milliseconds / 1000;
    (seconds / 3600, seconds / 60 % 60, seconds % 60, milliseconds % 1000 / 10)
}

/// Year, month and day of a day counted from 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
fn date(day: u64) -> (u64, u64, u64) {
    let day = day.saturating_add(719_468);
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + u64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{
        kinds::Response,
        quiz::Quiz,
        record::{Asked, End},
    };

    #[test]
    fn moments_and_durations_are_written_as_the_standards_want() {
        assert_eq!(moment(0), "1970-01-01T00:00:00.00Z");
        assert_eq!(moment(951_782_400_000), "2000-02-29T00:00:00.00Z");
        assert_eq!(moment(1_795_283_196_540), "2026-11-21T17:46:36.54Z");
        assert_eq!(moment(1_735_689_599_999), "2024-12-31T23:59:59.99Z");
        assert_eq!(["PT0S", "PT1.50S", "PT1M0S", "PT25H0.01S"], [0, 1500, 60_000, 90_000_010].map(duration));
        assert_eq!(clock(3_723_456, 4), "0001:02:03.45");
        assert_eq!(clock(u64::MAX, 4).len(), 13);
        assert_eq!(clock(u64::MAX, 2).len(), 11);
    }

    #[test]
    fn each_question_has_the_time_that_it_was_on_the_screen() {
        let asked = |id: &str| Asked { area: "python".into(), id: id.into(), topic: "t".into(), level: 1, hash: 1 };
        let responded = |item| Event::Responded { item, response: Response::Single(0) };
        let record = Record {
            id: "r".into(),
            started: 1000,
            quiz: Quiz::new("a", "s", 3),
            items: vec![asked("a"), asked("b"), asked("c"), asked("d")],
            log: vec![
                Entry(5, Event::Moved { item: 1 }),
                Entry(10, responded(1)),
                Entry(1, Event::Graded { item: 1, got: 1, of: 1 }),
                Entry(2, Event::Moved { item: 0 }),
                Entry(0, Event::Resumed { at: 9000 }),
                Entry(7, responded(0)),
                Entry(3, Event::Graded { item: 2, got: 0, of: 1 }),
                Entry(5, Event::Finished { by: End::Person }),
            ],
        };
        assert_eq!(
            timings(&record),
            [
                Timing { shown: 1000, answered: 9007, took: 12 },
                Timing { shown: 1005, answered: 1015, took: 10 },
                Timing { shown: 9010, answered: 9010, took: 0 },
                Timing { shown: 9015, answered: 9015, took: 0 },
            ]
        );
    }
}
