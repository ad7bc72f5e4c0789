//! The time of day.

/// Milliseconds since 1970 (UTC) by the device's clock, which may go back.
pub fn now() -> u64 {
    let now = js_sys::Date::now();
    // A clock that is set before 1970 reads as 1970.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of u64 first")]
    let whole = now.clamp(0.0, 9.0e15) as u64;
    whole
}

/// When a day such as `2026-11-21` begins where the person is, in milliseconds since 1970 (UTC); none where the text
/// is no day, or one before 1970.
pub fn midnight(day: &str) -> Option<u64> {
    let at = js_sys::Date::parse(&format!("{day}T00:00:00"));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in the range of u64")]
    let whole = (0.0..9.0e15).contains(&at).then_some(at as u64);
    whole
}

/// How many minutes the device's time zone is ahead of UTC now.
pub fn offset() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most a day of minutes")]
    let behind = js_sys::Date::new_0().get_timezone_offset() as i32;
    -behind
}
