//! The time of day.

/// Milliseconds since 1970 (UTC) by the device's clock, which may go back.
pub fn now() -> u64 {
    let now = js_sys::Date::now();
    // A clock that is set before 1970 reads as 1970.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of u64 first")]
    let whole = now.clamp(0.0, 9.0e15) as u64;
    whole
}
