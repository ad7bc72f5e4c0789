//! Whether the browser may clear what is kept when space runs short.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether it has promised not to; none where it makes no such promises.
pub async fn is_promised() -> Option<bool> {
    ask("persisted").await
}

/// Asks for the promise; some browsers ask the person then. Whether it was given.
pub async fn promise() -> bool {
    ask("persist").await == Some(true)
}

/// Calls a function of `navigator.storage`, which not every browser has.
async fn ask(name: &str) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let call: Function = Reflect::get(&storage, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let asked = call.call0(&storage).ok()?.unchecked_into::<Promise>();
    JsFuture::from(asked).await.ok()?.as_bool()
}
