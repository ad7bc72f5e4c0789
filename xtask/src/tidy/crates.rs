//! Which crates of the workspace may depend on what.

use serde_json::Value;

/// The crates without a clock, chance or I/O of their own, and everything that each may stand on.
const PURE: [(&str, &[&str]); 2] = [
    ("engine", &["serde", "serde_json", "postcard", "rand"]),
    ("learning", &["plumb-engine", "serde", "serde_json", "uuid"]),
];

/// What only the app itself may know.
const BROWSER: [&str; 6] = ["leptos", "web-sys", "js-sys", "wasm-bindgen-futures", "gloo-storage", "gloo-net"];

/// Every dependency that the house does not allow, from what `cargo metadata` says.
pub fn check(metadata: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for package in list(metadata, "packages") {
        let name = text(package, "name");
        for dependency in list(package, "dependencies") {
            let on = text(dependency, "name");
            // Dependencies of tests and build scripts reach no user.
            let for_use = dependency.get("kind").is_none_or(Value::is_null);
            let pure = PURE.iter().find(|(pure, _)| name.strip_prefix("plumb-") == Some(*pure));
            if let Some((pure, allowed)) = pure.filter(|(_, allowed)| for_use && !allowed.contains(&on)) {
                let allowed = allowed.join(", ");
                faults.push(format!("crates/{pure}/Cargo.toml: {pure} may not depend on {on}; only on {allowed}"));
            }
            let browser = BROWSER.contains(&on) || on.starts_with("leptos") || on.starts_with("gloo");
            if name != "plumb" && browser {
                faults.push(format!("{name} may not depend on {on}; only the app knows the browser"));
            }
        }
    }
    faults
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(package: &str, on: &str, kind: &Value) -> usize {
        let dependency = json!({ "name": on, "kind": kind });
        check(&json!({ "packages": [{ "name": package, "dependencies": [dependency] }] })).len()
    }

    #[test]
    fn the_engine_stands_on_little() {
        assert_eq!(faults("plumb-engine", "serde", &Value::Null), 0);
        assert_eq!(faults("plumb-engine", "chrono", &Value::Null), 1);
        assert_eq!(faults("plumb-engine", "proptest", &json!("dev")), 0);
        assert_eq!(faults("plumb-learning", "plumb-engine", &Value::Null), 0);
        assert_eq!(faults("plumb-learning", "plumb-bank", &Value::Null), 1);
        assert_eq!(faults("plumb-learning", "plumb-bank", &json!("dev")), 0);
    }

    #[test]
    fn only_the_app_knows_the_browser() {
        assert_eq!(faults("plumb", "leptos", &Value::Null), 0);
        assert_eq!(faults("plumb-bank", "web-sys", &Value::Null), 1);
        assert_eq!(faults("xtask", "wasm-bindgen-cli-support", &Value::Null), 0);
    }
}
