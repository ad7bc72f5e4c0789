//! What is checked in each file by itself: how it opens, how long it is, which words it must not use.

use super::code_lines;

const LONGEST: usize = 300;

/// What may not stand in `src/`, and why.
const BANNED: [(&str, &str); 7] = [
    ("inner_html", "content is data, never HTML; build elements"),
    (".unwrap()", "nothing may panic in the browser; handle the other case"),
    (".expect(", "nothing may panic in the browser; handle the other case"),
    ("expect_context", "it panics; use use_context and handle the other case"),
    ("panic!(", "nothing may panic in the browser; return an error with a plain sentence"),
    ("unreachable!(", "nothing may panic in the browser; let the types rule it out"),
    ("todo!(", "finish it, or leave it out"),
];

/// What only `src/platform/` may mention.
const STORAGE: [&str; 3] = ["web_sys::Storage", "gloo_storage", "local_storage()"];

/// All faults of one file.
pub fn check(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if path.ends_with(".rs") {
        faults.extend(opening(text).map(|fault| format!("{path}:1: {fault}")));
    }
    let lines = text.lines().count();
    if lines > LONGEST && !is_test(path) && !gives_reason(text) {
        faults.push(format!(
            "{path}: {lines} lines; split it, or give the reason in a comment `long-file: ...` \
             ({LONGEST} lines are allowed)"
        ));
    }
    if path.starts_with("src/") && path.ends_with(".rs") {
        faults.extend(words(path, text));
    }
    faults
}

fn opening(text: &str) -> Option<&'static str> {
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with("//! ") {
        return Some("open the file with one sentence that says what it is for: `//! ...`");
    }
    let doc = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let sentence: Vec<_> = doc.take_while(|line| !line.is_empty()).collect();
    let sentence = sentence.join(" ");
    if !sentence.ends_with('.') {
        return Some("the opening `//!` must be a sentence and end with a full stop");
    }
    // "e.g. the" is one sentence; what begins with a capital after a full stop is another.
    let second = sentence
        .match_indices(". ")
        .any(|(at, _)| sentence.get(at + 2..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase));
    second.then_some("the opening `//!` must be one sentence; put the rest after an empty `//!` line")
}

fn words<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = String> + 'a {
    let platform = path.starts_with("src/platform");
    code_lines(text).flat_map(move |(number, line)| {
        let banned = BANNED.iter().filter(move |(word, _)| line.contains(word));
        let banned = banned.map(move |(word, why)| format!("{path}:{number}: `{word}`: {why}"));
        let storage = STORAGE.iter().filter(move |word| !platform && line.contains(**word));
        banned.chain(
            storage.map(move |word| {
                format!("{path}:{number}: `{word}`: only src/platform may touch storage; use its port")
            }),
        )
    })
}

fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
        || path.ends_with(".spec.mjs")
}

fn gives_reason(text: &str) -> bool {
    text.lines().any(|line| {
        let comment = line.trim_start().trim_start_matches(['/', '*', '!', ' ']);
        comment.len() < line.len() && comment.strip_prefix("long-file:").is_some_and(|why| why.trim().len() > 5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_opens_with_one_sentence() {
        assert!(
            check("src/a.rs", "//! Does one thing,\n//! and does it well.\n//!\n//! More. Even more.\n").is_empty()
        );
        assert!(check("src/a.rs", "//! Takes e.g. numbers.\n").is_empty());
        for bad in ["use x;\n", "//! No stop\n", "//! One. Two.\n", ""] {
            assert_eq!(check("src/a.rs", bad).len(), 1, "{bad}");
        }
        assert!(check("style/a.css", "p {}\n").is_empty());
    }

    #[test]
    fn a_long_file_needs_a_reason() {
        let long = "//! Long.\n".to_owned() + &"\n".repeat(300);
        assert_eq!(check("xtask/a.rs", &long).len(), 1);
        assert!(check("xtask/a.rs", &(long.clone() + "// long-file: a table of words\n")).is_empty());
        assert_eq!(check("xtask/a.rs", &(long.clone() + "// long-file:\n")).len(), 1);
        assert!(check("crates/engine/tests/a.rs", &long).is_empty());
        assert!(check("tests/e2e/home.spec.mjs", &long).is_empty());
    }

    #[test]
    fn what_can_panic_is_found_outside_tests() {
        let bad = "//! A.\nlet x = y.unwrap();\n";
        assert_eq!(
            check("src/a.rs", bad),
            ["src/a.rs:2: `.unwrap()`: nothing may panic in the browser; handle the other case"]
        );
        assert!(check("xtask/src/a.rs", bad).is_empty());
        assert!(check("src/a.rs", "//! A.\n// x.unwrap()\ny.unwrap_or(1);\n").is_empty());
        assert!(check("src/a.rs", "//! A.\n#[cfg(test)]\nmod tests { fn f() { x.unwrap() } }\n").is_empty());
        assert_eq!(check("src/a.rs", "//! A.\n<p inner_html=x/>\n").len(), 1);
    }

    #[test]
    fn storage_is_for_the_platform() {
        let text = "//! A.\nuse gloo_storage::LocalStorage;\n";
        assert!(check("src/platform/storage.rs", text).is_empty());
        assert_eq!(check("src/store.rs", text).len(), 1);
    }
}
