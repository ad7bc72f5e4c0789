//! Statements, launches and courses, checked against the rules of xAPI and cmi5.

mod launches;
mod rules;
mod statements;

use super::json::Json;
use serde_json::Value;

/// What the browser does for the app: reads JSON.
fn read(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().map(|value: Value| json(&value))
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(on) => Json::Bool(*on),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(list) => Json::List(list.iter().map(json).collect()),
        Value::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), json(value))).collect())
        }
    }
}
