//! Who in `src/` may use whom.

use std::collections::BTreeSet;

use super::{Source, code_lines};

/// Rooms and what they may use of the app, besides themselves. Rooms that are not listed wire things together.
const EDGES: [(&str, &[&str]); 5] = [
    ("pages", &["store", "kinds", "components", "platform", "later"]),
    ("kinds", &["components", "platform"]),
    ("components", &[]),
    ("sinks", &["platform"]),
    ("platform", &[]),
];

/// What every room may use: elements and signals, the words of the interface and the typed routes.
const EVERYWHERE: [&str; 4] = ["dom", "reactive", "words", "route"];

/// Every use of a room that the house does not allow.
pub fn check(sources: &[Source]) -> Vec<String> {
    let rooms: BTreeSet<&str> = sources.iter().filter_map(|(path, _)| room(path)).collect();
    let mut faults = Vec::new();
    for (path, text) in sources {
        let Some(own) = room(path) else { continue };
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == own) else { continue };
        for (line, used) in uses(text) {
            let free = used == own || allowed.contains(&used) || EVERYWHERE.contains(&used);
            if rooms.contains(used) && !free {
                faults.push(format!("{path}:{line}: {own} may not use {used}; {}", may(own, allowed)));
            }
        }
    }
    faults
}

fn may(own: &str, allowed: &[&str]) -> String {
    match allowed {
        [] => format!("{own} may use engine, {} only", EVERYWHERE.join(", ")),
        _ => format!("{own} may use engine, {}, {} only", allowed.join(", "), EVERYWHERE.join(", ")),
    }
}

/// The room of a file: `src/pages/home.rs` and `src/pages.rs` are in `pages`.
fn room(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    inside.split('/').next()
}

/// The first names behind each `crate::`, also in groups such as `use crate::{store, words::W};`.
fn uses(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut depth_of_group = 0_usize;
    for (number, line) in code_lines(text) {
        let mut rest = line;
        if depth_of_group > 0 {
            depth_of_group = group(rest, depth_of_group, number, &mut found);
            continue;
        }
        while let Some((_, after)) = rest.split_once("crate::") {
            rest = after;
            if let Some(inside) = after.strip_prefix('{') {
                depth_of_group = group(inside, 1, number, &mut found);
            } else {
                found.extend(name(after).map(|name| (number, name)));
            }
        }
    }
    found
}

/// Takes the names at the top of a group, and returns how deep in groups the line ends.
fn group<'a>(text: &'a str, start: usize, line: usize, found: &mut Vec<(usize, &'a str)>) -> usize {
    let mut depth = start;
    let mut expected = true;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 1 => expected = true,
            _ if depth == 1 && expected && !letter.is_whitespace() => {
                found.extend(text.get(at..).and_then(name).map(|name| (line, name)));
                expected = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    depth
}

fn name(text: &str) -> Option<&str> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = end.map_or(Some(text), |end| text.get(..end))?;
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        let rooms = ["app", "store", "words", "route"].map(|name| (format!("src/{name}.rs"), String::new()));
        let folders = ["pages", "kinds", "components", "sinks", "platform"]
            .map(|name| (format!("src/{name}/mod.rs"), String::new()));
        let own = (path.to_owned(), text.to_owned());
        check(&rooms.into_iter().chain(folders).chain([own]).collect::<Vec<_>>())
    }

    #[test]
    fn allowed_edges_pass() {
        assert!(faults("src/pages/a.rs", "use crate::{store::Store, kinds, components::{Button, x}};").is_empty());
        assert!(faults("src/kinds/a.rs", "use crate::components::Button; use crate::words;").is_empty());
        assert!(faults("src/platform/a.rs", "use engine::Record;\nuse crate::platform::clock;").is_empty());
        assert!(faults("src/app.rs", "use crate::{pages, platform, sinks};").is_empty());
        assert!(faults("src/pages/a.rs", "use crate::CATALOGUE;").is_empty());
    }

    #[test]
    fn forbidden_edges_are_named_with_their_line() {
        assert_eq!(
            faults("src/components/a.rs", "//! A.\nuse crate::store::Store;"),
            [
                "src/components/a.rs:2: components may not use store; components may use engine, dom, reactive, words, route only"
            ]
        );
        assert_eq!(faults("src/kinds/a.rs", "let x = crate::pages::home();").len(), 1);
        assert_eq!(faults("src/components/a.rs", "use crate::platform::clock;").len(), 1);
        assert!(faults("src/pages/a.rs", "use crate::platform::clock;").is_empty());
        assert_eq!(faults("src/sinks.rs", "use crate::store;").len(), 1);
    }

    #[test]
    fn groups_are_read_over_several_lines() {
        let text = "use crate::{\n    words::{self, store},\n    components::Button, app,\n};\nuse crate::store;";
        let found = faults("src/kinds/a.rs", text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("a.rs:3: kinds may not use app"));
        assert!(found[1].contains("a.rs:5: kinds may not use store"));
    }

    #[test]
    fn tests_and_comments_are_free() {
        assert!(faults("src/kinds/a.rs", "// crate::store\n#[cfg(test)]\nmod t { use crate::store; }").is_empty());
    }
}
