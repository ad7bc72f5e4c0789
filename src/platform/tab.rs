//! What this tab alone keeps, for as long as it is open: also when its page is loaded again.

use web_sys::Window;

/// The text under a key; none where there is none or the browser denies it.
pub fn get(key: &str) -> Option<String> {
    web_sys::window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a text; where the browser denies it, a page that is loaded again knows nothing of it.
pub fn set(key: &str, text: &str) {
    let tab = web_sys::window().as_ref().map(Window::session_storage);
    if let Some(Ok(Some(tab))) = tab {
        // As above.
        let _ = tab.set_item(key, text);
    }
}
