//! A button that puts a text on the clipboard and says whether that worked.

use crate::dom::{
    El, ev,
    tags::{button as tag, p},
};
use crate::{platform::file, reactive::Var};
use wasm_bindgen_futures::spawn_local;

/// The button and, beside it, what is said once it was pressed.
pub fn button(label: &'static str, done: &'static str, failed: &'static str, text: String) -> (El, El) {
    let said = Var::new("");
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            // The page may be gone by then; then nobody waits for this.
            said.set(if file::copy(&text).await { done } else { failed });
        });
    };
    (
        tag().attr("type", "button").class("button").on(ev::CLICK, copy).child(label),
        p().class("copied").attr("role", "status").text(move || said.get()),
    )
}
