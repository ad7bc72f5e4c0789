//! JSON that others wrote, read by the browser.

use js_sys::{Array, JSON, Object};
use learning::xapi::json::Json;
use wasm_bindgen::{JsCast, JsValue};

/// The longest text that is read, in bytes.
const LONGEST: usize = 1_000_000;
/// How deep lists and objects may lie in each other.
const DEEPEST: u8 = 20;

/// Reads a text; none where it is no JSON, or more than anybody sends in earnest.
pub fn read(text: &str) -> Option<Json> {
    let read = JSON::parse(text).ok().filter(|_| text.len() <= LONGEST)?;
    value(&read, DEEPEST)
}

fn value(read: &JsValue, depth: u8) -> Option<Json> {
    let deeper = depth.checked_sub(1)?;
    if read.is_null() {
        return Some(Json::Null);
    }
    if let Some(on) = read.as_bool() {
        return Some(Json::Bool(on));
    }
    if let Some(text) = read.as_string() {
        return Some(Json::Text(text));
    }
    if read.as_f64().is_some() {
        return JSON::stringify(read).ok()?.as_string().map(Json::Number);
    }
    if let Some(list) = read.dyn_ref::<Array>() {
        return list.iter().map(|one| value(&one, deeper)).collect::<Option<_>>().map(Json::List);
    }
    let entries = Object::entries(read.dyn_ref()?);
    let members = entries.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, value(&entry.get(1), deeper)?))
    });
    members.collect::<Option<_>>().map(Json::Object)
}
