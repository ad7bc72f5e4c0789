//! What this tab alone keeps, for as long as it is open: also when its page is loaded again.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::Storage;

/// The text under a key; none where there is none or the browser denies it.
pub fn get(key: &str) -> Option<String> {
    open()?.get_item(key).ok()?
}

/// Keeps a text; where the browser denies it, a page that is loaded again knows nothing of it.
pub fn set(key: &str, text: &str) {
    if let Some(tab) = open() {
        // As above.
        let _ = tab.set_item(key, text);
    }
}

/// Read like any property: each function of the browser that is named costs bytes before the first question.
fn open() -> Option<Storage> {
    let window = web_sys::window()?;
    let tab = Reflect::get(&window, &"sessionStorage".into()).ok()?;
    tab.is_object().then(|| tab.unchecked_into())
}
