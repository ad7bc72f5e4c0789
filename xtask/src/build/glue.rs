//! Parts wasm-bindgen's glue as the module is parted: what the first part does not call comes with the others.

use std::collections::{BTreeMap, BTreeSet};

/// The glue's variable for what the first part exports. It is set before another part is fetched, and then stays.
const MODULE: &str = "wasm";
/// The glue's variable for the length of the text that was passed last. It changes, so the later parts ask for it.
const LENGTH: &str = "WASM_VECTOR_LEN";

/// What the later parts bring to call the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lent {
    /// A script whose default export makes the later parts' imports from what the glue lends it.
    pub script: String,
    /// The arguments of that function.
    pub arguments: String,
}

/// Takes the functions of the browser that are `wanted` out of the glue: the rest, and their text.
pub fn take(glue: &str, wanted: impl Fn(&str) -> bool) -> (String, String) {
    let (mut rest, mut taken) = (String::new(), String::new());
    let mut inside = false;
    for line in glue.lines() {
        inside |= entry(line).is_some_and(&wanted);
        let text = if inside { &mut taken } else { &mut rest };
        text.push_str(line);
        text.push('\n');
        inside &= !line.starts_with("        }");
    }
    (rest, taken)
}

/// The functions of the browser that may stand in another file: they use nothing of the glue that changes.
#[must_use]
pub fn movable(glue: &str) -> BTreeSet<String> {
    let tops = tops(glue);
    let names = glue.lines().filter_map(entry).collect::<BTreeSet<_>>();
    let free = |name: &str| {
        let (_, text) = take(glue, |other| other == name);
        !words(&text).any(|word| word != LENGTH && changes(&tops, word))
    };
    names.into_iter().filter(|name| free(name)).map(str::to_owned).collect()
}

/// Makes the later parts' script of the functions `entries` and those helpers of the glue that nothing
/// else uses any more. Gives what is left of the glue, too.
#[must_use]
pub fn part(glue: &str, entries: &str) -> (String, Lent) {
    let tops = tops(glue);
    let helpers = helpers(glue, &tops, entries);
    let text: String = helpers.iter().filter_map(|name| tops.get(name)).map(|top| top.text.as_str()).collect();
    let used: BTreeSet<_> = words(entries).chain(words(&text)).collect();
    let lent: Vec<_> = used.into_iter().filter(|word| tops.contains_key(word) && !helpers.contains(word)).collect();
    let ask = |name: &&str| if *name == LENGTH { format!("() => {LENGTH}") } else { (*name).to_owned() };
    let script = format!(
        "export default ({}) => {{\n{text}return {{\n{}}};\n}};\n",
        lent.join(", "),
        entries.replace(LENGTH, &format!("{LENGTH}()"))
    );
    (without(glue, &tops, &helpers), Lent { script, arguments: lent.iter().map(ask).collect::<Vec<_>>().join(", ") })
}

/// The helpers that only `entries` lead to.
fn helpers<'a>(glue: &str, tops: &BTreeMap<&'a str, Top>, entries: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next = vec![entries];
    while let Some(text) = next.pop() {
        for word in words(text) {
            let Some((name, top)) = tops.get_key_value(word) else { continue };
            let still = !words(&top.text).any(|word| word != MODULE && tops.get(word).is_some_and(|top| top.changes));
            if !top.text.is_empty() && still && found.insert(*name) {
                next.push(&top.text);
            }
        }
    }
    loop {
        let rest = without(glue, tops, &found);
        let before = found.len();
        for word in words(&rest) {
            found.remove(word);
        }
        if found.len() == before {
            return found;
        }
    }
}

fn without(glue: &str, tops: &BTreeMap<&str, Top>, names: &BTreeSet<&str>) -> String {
    let texts = names.iter().filter_map(|name| tops.get(name));
    texts.fold(glue.to_owned(), |glue, top| glue.replacen(&top.text, "", 1))
}

/// Something that the glue names at its top.
#[derive(Debug, Default)]
struct Top {
    /// Whether it may become something else.
    changes: bool,
    /// A function's own text.
    text: String,
}

fn changes(tops: &BTreeMap<&str, Top>, word: &str) -> bool {
    word != MODULE && tops.get(word).is_some_and(|top| top.changes)
}

fn tops(glue: &str) -> BTreeMap<&str, Top> {
    let mut tops = BTreeMap::new();
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if let Some((name, _)) = line.strip_prefix("function ").and_then(|line| line.split_once('(')) {
            let mut text = format!("{line}\n");
            while !text.ends_with("}\n") || !text.ends_with("\n}\n") && text.lines().nth(1).is_some() {
                let Some(line) = lines.next() else { break };
                text.push_str(line);
                text.push('\n');
            }
            tops.insert(name, Top { changes: false, text });
            continue;
        }
        let end = line.find(" = ").or_else(|| line.find(" from "));
        let named = end.and_then(|end| line.get(..end)).unwrap_or(line);
        let changes = !named.starts_with("const ");
        if ["const ", "let ", "import ", "export class "].iter().any(|start| line.starts_with(start)) {
            words(named).skip(1).for_each(|name| drop(tops.insert(name, Top { changes, text: String::new() })));
        }
    }
    tops
}

/// The name of the function that begins on this line, among those that the module imports.
fn entry(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("        ")?.split_once(": function(")?;
    (words(name).next() == Some(name)).then_some(name)
}

/// The words of a script, without those of comments.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$'))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"x.js\"\nfunction imports() {\n    const import0 = {\n        \
        both_1: function(arg0) {\n            return plain(arg0);\n        },\n        \
        late_2: function() { return caught(function (arg0) {\n            tell(arg0, wasm.f1);\n            \
        return WASM_VECTOR_LEN;\n        }, arguments); },\n        \
        held_3: function() {\n            cache += import1.f();\n        },\n    };\n}\n\n\
        function plain(x) {\n    return x;\n}\n\nfunction caught(f, args) {\n    return plain(f(args));\n}\n\n\
        function tell(x) {\n    // Not cache.\n    wasm.f2(x);\n}\n\n\
        function pass() {\n    WASM_VECTOR_LEN = tell.length;\n}\n\n\
        let cache = null;\nlet WASM_VECTOR_LEN = 0;\nlet wasmModule, wasm;\n";

    #[test]
    fn what_changes_keeps_its_users() {
        assert_eq!(movable(GLUE).into_iter().collect::<Vec<_>>(), ["both_1", "late_2"]);
    }

    #[test]
    fn functions_move_with_the_helpers_that_only_they_use() {
        let (rest, entries) = take(GLUE, |name| name == "late_2");
        assert!(rest.contains("both_1") && rest.contains("held_3") && !rest.contains("late_2"), "{rest}");
        assert!(entries.starts_with("        late_2: function()") && entries.ends_with("}, arguments); },\n"));
        let (rest, lent) = part(&rest, &entries);
        assert!(
            !rest.contains("function caught(") && rest.contains("function plain(") && rest.contains("function tell(")
        );
        assert_eq!(lent.arguments, "() => WASM_VECTOR_LEN, plain, tell, wasm");
        assert!(lent.script.starts_with("export default (WASM_VECTOR_LEN, plain, tell, wasm) => {\nfunction caught("));
        assert!(lent.script.contains("return WASM_VECTOR_LEN();"), "{}", lent.script);
    }
}
