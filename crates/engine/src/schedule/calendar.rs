//! Days: elapsed ones of 24 hours, and those of a calendar.

/// A day in milliseconds.
pub const DAY: u64 = 86_400_000;

/// Whole days of 24 hours from one moment to another, both in milliseconds since 1970 (UTC); 0 where
/// the second comes first, as after a clock that went back.
#[must_use]
pub fn elapsed(from: u64, to: u64) -> u32 {
    u32::try_from(to.saturating_sub(from) / DAY).unwrap_or(u32::MAX)
}

/// The calendar day of a moment, counted from 1970-01-01.
///
/// `at` is in milliseconds since 1970 (UTC), `offset` in minutes that local time is ahead of UTC: 120
/// for `+02:00`, the negative of what `Date.getTimezoneOffset` of JavaScript says.
#[must_use]
pub fn day(at: u64, offset: i32) -> i64 {
    const LENGTH: i64 = DAY.cast_signed();
    i64::try_from(at).unwrap_or(i64::MAX).saturating_add(i64::from(offset) * 60_000).div_euclid(LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_where_the_person_is() {
        assert_eq!([day(0, 0), day(DAY - 1, 0), day(DAY, 0)], [0, 0, 1]);
        assert_eq!([day(0, -1), day(0, 120), day(DAY - 1, 1)], [-1, 0, 1]);
        assert_eq!(day(u64::MAX, i32::MAX), i64::MAX.div_euclid(86_400_000));
    }

    #[test]
    fn elapsed_days_are_whole_and_never_negative() {
        assert_eq!([elapsed(5, 5 + DAY - 1), elapsed(5, 5 + DAY), elapsed(DAY, 0)], [0, 1, 0]);
        assert_eq!(elapsed(0, u64::MAX), u32::MAX);
    }
}
