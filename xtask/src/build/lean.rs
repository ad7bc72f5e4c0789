//! Drops what nobody calls from the module and its glue, and gives the rest short names.
//!
//! wasm-bindgen names each function by what it does and a hash: in two files, for some 150
//! functions, that is 3 kB that no compression takes away.

use std::collections::BTreeMap;

use walrus::{ExportItem, Module};

use super::parts;

/// Names that the glue and the module share by convention, and that stay.
const KEPT: [&str; 3] = ["memory", "__indirect_function_table", "__wbindgen_start"];

/// Makes all parts of the module leaner, and gives the same names to the two parts of the `glue`.
pub fn lean(module: &mut Module, later: &mut [Module], glue: [&str; 2]) -> [String; 2] {
    let shared = later.iter().flat_map(|part| part.imports.iter()).filter(|import| import.module == parts::SHARED);
    let shared: Vec<String> = shared.map(|import| import.name.clone()).collect();
    let exports: Vec<_> = module.exports.iter().map(|export| (export.id(), export.name.clone(), export.item)).collect();
    let mut names = Names::default();
    for (id, name, item) in exports {
        if KEPT.contains(&name.as_str()) {
            continue;
        }
        if matches!(item, ExportItem::Global(_)) && !shared.contains(&name) {
            module.exports.delete(id);
        } else {
            module.exports.get_mut(id).name = names.short(&name);
        }
    }
    walrus::passes::gc::run(module);
    for import in std::iter::once(module).chain(later).flat_map(|part| part.imports.iter_mut()) {
        if import.module != parts::LOADER && !KEPT.contains(&import.name.as_str()) {
            import.name = names.short(&import.name);
        }
    }
    glue.map(|glue| rewrite(glue, &names))
}

/// Old names with their short ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        let next = format!("f{}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }
}

/// The glue without the imports that the module no longer has and the classes that nobody makes.
fn rewrite(glue: &str, names: &Names) -> String {
    let mut lean = String::with_capacity(glue.len());
    let mut skip_to: Option<&str> = None;
    for line in glue.lines() {
        if let Some(end) = skip_to {
            skip_to = (!line.starts_with(end)).then_some(end);
            continue;
        }
        let import = line.strip_prefix("        ").and_then(|line| line.split_once(": function("));
        match import {
            Some((name, _)) if !name.contains(' ') && !names.0.contains_key(name) => skip_to = Some("        }"),
            _ if line.starts_with("if (Symbol.dispose) IntoUnderlying") => {}
            _ if line.starts_with("export class IntoUnderlying") => skip_to = Some("}"),
            _ if line.starts_with("const IntoUnderlying") => skip_to = Some("    :"),
            _ => {
                lean.push_str(&renamed(line, names));
                lean.push('\n');
            }
        }
    }
    lean
}

/// The line with every whole word that has a short name replaced by it.
fn renamed(line: &str, names: &Names) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
        // Names stand as `wasm.name` or as the key of an import; other words of the glue may look alike.
        let ours = before.ends_with("wasm.") || out.trim().is_empty() && before.trim().is_empty();
        out.push_str(before);
        out.push_str(names.0.get(word).filter(|_| ours || before.ends_with('.')).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_keeps_what_the_module_needs_under_short_names() {
        let mut names = Names::default();
        names.short("__wbg_used_1");
        names.short("__wbindgen_malloc");
        let glue = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\nfunction f() {\n    const import0 = {\n        \
                    __wbg_used_1: function(arg0) {\n            wasm.__wbindgen_malloc(arg0);\n        },\n        \
                    __wbg_unused_2: function() { return 1;\n        }, arguments); },\n    };\n}\n";
        let lean = rewrite(glue, &names);
        assert_eq!(
            lean,
            "function f() {\n    const import0 = {\n        f0: function(arg0) {\n            wasm.f1(arg0);\n        },\n    };\n}\n"
        );
    }
}
