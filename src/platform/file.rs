//! Files that the person saves or chooses, and the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// The largest file that is read, in bytes: well above all that local storage can hold.
const MOST_BYTES: f64 = 20_000_000.0;

/// Offers a text as a file to save. Tells whether the browser took it.
pub fn save(name: &str, text: &str) -> bool {
    of_text(text, "text/plain").is_ok_and(|blob| save_blob(name, &blob))
}

/// The same of bytes of a type such as `application/zip`.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    of(&Uint8Array::from(bytes).into(), kind).is_ok_and(|blob| save_blob(name, &blob))
}

/// Offers what the page made as a file to save. Tells whether the browser took it.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    let offer = || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(blob)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(|_| JsValue::NULL)?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // The address stays valid until the page closes: revoking it now would stop slow downloads.
        Ok(())
    };
    offer().is_ok()
}

/// A text as the content of a file of this type.
pub(super) fn of_text(text: &str, kind: &str) -> Result<Blob, JsValue> {
    of(&text.into(), kind)
}

/// Texts and bytes alike are parts of a blob.
fn of(content: &JsValue, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(content), &options)
}

/// The text of the file that was chosen in a file field, which is then empty again.
/// None where there is none, it is too large or cannot be read.
pub async fn chosen(input: HtmlInputElement) -> Option<String> {
    let file = input.files().and_then(|files| files.get(0))?;
    let text = if file.size() <= MOST_BYTES { JsFuture::from(file.text()).await.ok() } else { None };
    input.set_value("");
    text?.as_string()
}

/// Puts a text on the clipboard. Tells whether that was allowed.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Pages that are not served over https have no clipboard at all.
    let navigator = window.navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
