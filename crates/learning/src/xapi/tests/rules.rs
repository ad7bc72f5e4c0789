//! The rules of xAPI 1.0.3 for a statement, as far as ours can break them.

use serde_json::Value;

/// Checks a statement; the first broken rule is told by a panic.
pub fn check(text: &str) -> Value {
    let statement: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    only(&statement, &["id", "actor", "verb", "object", "result", "context", "timestamp"]);
    no_nulls(&statement);
    uuid(&statement["id"]);
    let actor = &statement["actor"];
    only(actor, &["objectType", "name", "account"]);
    iri(&actor["account"]["homePage"]);
    assert!(!actor["account"]["name"].as_str().unwrap().is_empty());
    iri(&statement["verb"]["id"]);
    language_map(&statement["verb"]["display"]);
    activity(&statement["object"]);
    if let Some(result) = statement.get("result") {
        check_result(result);
    }
    let context = &statement["context"];
    if let Some(registration) = context.get("registration") {
        uuid(registration);
    }
    if let Some(lists) = context.get("contextActivities") {
        only(lists, &["parent", "grouping", "category", "other"]);
        lists.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap()).for_each(activity);
    }
    let stamp = statement["timestamp"].as_str().unwrap();
    assert!(stamp.len() == 24 && stamp.ends_with('Z') && stamp.as_bytes()[10] == b'T', "{stamp}");
    statement
}

fn check_result(result: &Value) {
    only(result, &["score", "success", "completion", "response", "duration"]);
    if let Some(score) = result.get("score") {
        only(score, &["scaled", "raw", "min", "max"]);
        let scaled = score["scaled"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&scaled));
        if let Some(raw) = score.get("raw") {
            assert!((score["min"].as_u64()..=score["max"].as_u64()).contains(&raw.as_u64()));
        }
    }
    let flag = |name| result.get(name).is_none_or(Value::is_boolean);
    assert!(flag("success") && flag("completion"));
    assert!(result.get("response").is_none_or(Value::is_string));
    let duration = result["duration"].as_str().unwrap().strip_prefix("PT").and_then(|text| text.strip_suffix('S'));
    let (seconds, hundredths) = duration.unwrap().split_once('.').unwrap_or((duration.unwrap(), "00"));
    assert!(seconds.parse::<u64>().is_ok() && hundredths.len() == 2 && hundredths.parse::<u8>().is_ok());
}

fn activity(object: &Value) {
    only(object, &["objectType", "id", "definition"]);
    assert!(object.get("objectType").is_none_or(|kind| kind == "Activity"));
    iri(&object["id"]);
    let Some(definition) = object.get("definition") else { return };
    let kind = definition["interactionType"].as_str().unwrap();
    let lists: &[&str] = match kind {
        "choice" | "sequencing" => &["choices"],
        "matching" => &["source", "target"],
        "performance" => &["steps"],
        "fill-in" | "long-fill-in" | "numeric" | "other" => &[],
        other => panic!("no such interaction: {other}"),
    };
    let common = ["type", "name", "description", "interactionType", "correctResponsesPattern"];
    only(definition, &[common.as_slice(), lists].concat());
    iri(&definition["type"]);
    language_map(&definition["name"]);
    for list in lists {
        let ids: Vec<&str> = definition[list].as_array().unwrap().iter().map(component).collect();
        assert!(!ids.is_empty() && ids.iter().enumerate().all(|(at, id)| !ids[..at].contains(id)), "{ids:?}");
    }
    let patterns = definition.get("correctResponsesPattern").map(|list| list.as_array().unwrap());
    assert!(patterns.is_none_or(|list| !list.is_empty() && list.iter().all(Value::is_string)));
}

fn component(one: &Value) -> &str {
    only(one, &["id", "description"]);
    language_map(&one["description"]);
    one["id"].as_str().filter(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric())).unwrap()
}

fn only(object: &Value, names: &[&str]) {
    for name in object.as_object().unwrap_or_else(|| panic!("no object: {object}")).keys() {
        assert!(names.contains(&name.as_str()), "{name} may not stand in {object}");
    }
}

fn no_nulls(value: &Value) {
    match value {
        Value::Null => panic!("a statement holds no null"),
        Value::Array(list) => list.iter().for_each(no_nulls),
        Value::Object(members) => members.values().for_each(no_nulls),
        _ => {}
    }
}

fn language_map(map: &Value) {
    assert!(map.as_object().unwrap().iter().all(|(language, text)| language == "en" && text.is_string()), "{map}");
}

fn iri(text: &Value) {
    let text = text.as_str().unwrap();
    assert!(text.split_once(':').is_some_and(|(_, rest)| !rest.is_empty()) && !text.contains(char::is_whitespace));
}

fn uuid(text: &Value) {
    let text = text.as_str().unwrap();
    let dashes = [8, 13, 18, 23];
    let fits = |(at, byte): (usize, u8)| if dashes.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    assert!(text.len() == 36 && text.bytes().enumerate().all(fits), "{text}");
}
