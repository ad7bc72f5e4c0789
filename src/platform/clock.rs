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

/// Waits so many milliseconds, or until the browser says that there is a network again.
pub async fn wait(milliseconds: u32) {
    let done = js_sys::Promise::new(&mut |done, _| {
        let Some(window) = web_sys::window() else { return };
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        // A page that is being closed waits for nothing.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        let _ = window.add_event_listener_with_callback("online", &done);
    });
    // It cannot fail: nobody keeps what would say so.
    let _ = wasm_bindgen_futures::JsFuture::from(done).await;
}

/// How many minutes the device's time zone is ahead of UTC now.
pub fn offset() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most a day of minutes")]
    let behind = js_sys::Date::new_0().get_timezone_offset() as i32;
    -behind
}
