//! Merges wasm-bindgen's glue and our own start into one module, and fills in what only the build knows.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::glue::Lent;
use super::{parts, tools};
use crate::node::Packages;

/// The line in `src/boot/main.js` in whose place the glue stands after the merge.
const GLUE_IMPORT: &str = "import init from \"plumb:glue\";";

/// The names of the files that the module asks for, relative to it.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The first part.
    pub wasm: &'a str,
    /// The worker; empty where there is no offline use.
    pub worker: &'a str,
    /// The later parts, each with its styles.
    pub later: [[&'a str; 2]; 2],
    /// The glue of the later parts; empty where that stands in the module itself.
    pub browser: &'a str,
}

impl<'a> Names<'a> {
    /// What stands for the files of the later parts.
    fn later(&self) -> [(&'static str, &'a str); 5] {
        let [[later, later_style], [rare, rare_style]] = self.later;
        [
            ("__PLUMB_LATER__", later),
            ("__PLUMB_LATER_STYLE__", later_style),
            ("__PLUMB_RARE__", rare),
            ("__PLUMB_RARE_STYLE__", rare_style),
            ("__PLUMB_BROWSER__", self.browser),
        ]
    }
}

/// The module that starts the app, from our own `main.js` and `later.js` and the glue. What the glue lends the later
/// parts, `lent`, is a list of arguments.
///
/// # Errors
/// When one of them does not have the expected form, or the minifier refuses the result.
pub fn app(
    [boot, load]: &[String; 2],
    glue: &str,
    names: Names<'_>,
    lent: &str,
    (scratch, tools): (&Path, Option<&Packages>),
) -> Result<String> {
    let values = [("__PLUMB_WASM__", names.wasm), ("__PLUMB_WORKER__", names.worker), ("\"__PLUMB_LENT__\"", lent)];
    let merged = fill(&fill(&merge(boot, &linked(load, glue)?)?, &values)?, &names.later())?;
    module(merged, "merged.js", (scratch, tools))
}

/// A module script as a browser gets it, small where there are tools for that.
///
/// # Errors
/// When the minifier refuses it.
pub fn module(text: String, name: &str, (scratch, tools): (&Path, Option<&Packages>)) -> Result<String> {
    let Some(tools) = tools else { return Ok(text) };
    // Beside the glue, so that the minifier finds the snippets of libraries.
    let file = scratch.join(name);
    std::fs::write(&file, text)?;
    tools::minify(Some(tools), &file, true)
}

/// The module that runs the app inside another page: the glue is a function in it, of the window and the document
/// that the app sees, and each call of it is an app of its own. `style` is the style sheet of the first part.
///
/// # Errors
/// See [`app`].
pub fn inline(
    [stage, load]: &[String; 2],
    (glue, lent): (&str, &Lent),
    (names, style): (Names<'_>, &str),
    (scratch, tools): (&Path, Option<&Packages>),
) -> Result<String> {
    let load = within(load, lent)?;
    let load = fill(&fill(&load, &names.later())?, &[("\"__PLUMB_LENT__\"", &lent.arguments)])?;
    let stage = fill(stage, &[("__PLUMB_WASM__", names.wasm), ("__PLUMB_STYLE__", style)])?;
    let line = "import instance from \"plumb:glue\";";
    let own = stage.replacen(line, "", 1);
    if own == stage {
        bail!("src/embed/inline.js must have the line `{line}`");
    }
    let glue = linked(&load, glue)?;
    let (glue, _) = glue.split_at(glue.rfind("\nexport {").context("the glue does not end in its exports")?);
    if glue.lines().any(|line| line.starts_with("import ") || line.starts_with("export ")) {
        bail!("the glue imports or exports more than the build knows; has wasm-bindgen changed its output?");
    }
    let merged =
        format!("const instance = (globalThis, self, window, document) => {{\n{glue}\nreturn __wbg_init;\n}};\n{own}");
    let Some(tools) = tools else { return Ok(merged) };
    let file = scratch.join("inline.js");
    std::fs::write(&file, merged)?;
    tools::minify(Some(tools), &file, true)
}

/// The script that fetches the later parts, with their glue beside it instead of in a file of its own.
///
/// # Errors
/// When it does not import that file in the way that the build knows.
pub fn within(load: &str, lent: &Lent) -> Result<String> {
    let import = "import(browser)";
    let script = lent.script.strip_prefix("export default ").context("the glue of the later parts exports nothing")?;
    if load.matches(import).count() != 1 {
        bail!("src/boot/later.js must hold `{import}` once");
    }
    Ok(format!("const lend = {script}\n{}", load.replacen(import, "{ default: lend }", 1)))
}

/// Replaces each placeholder, which has to occur exactly once.
///
/// # Errors
/// When one does not.
pub fn fill(text: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = text.to_owned();
    for (name, value) in values {
        if filled.matches(name).count() != 1 {
            bail!("the placeholder {name} must stand exactly once in the script");
        }
        filled = filled.replace(name, value);
    }
    Ok(filled)
}

/// Puts the functions that fetch the module's later parts where the glue imports them.
fn linked(load: &str, glue: &str) -> Result<String> {
    let end = format!(" from \"{}\"", parts::LOADER);
    // wasm-bindgen imports it once for each function, each time under another name, and gives all of them to the module.
    let names = glue.lines().filter(|line| line.contains(&end));
    let names = names.filter_map(|line| line.strip_prefix("import * as ")?.split_once(' ').map(|(name, _)| name));
    let names: Vec<_> = names.collect();
    let [name, others @ ..] = names.as_slice() else { bail!("the glue does not import the loader of the later parts") };
    let loads = parts::NAMES.map(|part| format!("{}{part}: load({part})", parts::LOAD));
    let loader = format!("{load}\nconst {name} = {{ {} }};", loads.join(", "));
    let lines = glue.lines().filter_map(|line| match line.strip_prefix("import * as ") {
        Some(import) if line.contains(&end) => import.starts_with(&format!("{name} ")).then_some(loader.as_str()),
        _ => others.iter().all(|other| !line.trim().ends_with(&format!(": {other},"))).then_some(line),
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// Puts the start behind the glue, in a block of its own so that names cannot meet.
fn merge(boot: &str, glue: &str) -> Result<String> {
    let own = boot.replacen(GLUE_IMPORT, "const init = __wbg_init;", 1);
    if own == boot {
        bail!("src/boot/main.js must have the line `{GLUE_IMPORT}`");
    }
    if own.lines().any(|line| line.starts_with("import ") || line.starts_with("export ")) {
        bail!("src/boot/main.js may import the glue only, and export nothing");
    }
    let end = glue.rfind("\nexport {").context("the glue does not end in its exports")?;
    let (glue, exports) = glue.split_at(end);
    if !exports.contains("__wbg_init as default") {
        bail!("the glue has no __wbg_init; has wasm-bindgen changed its output?");
    }
    Ok(format!("{glue}\n{{\n{own}\n}}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "async function __wbg_init() {}\n\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_start_stands_behind_the_glue_in_a_block() {
        let boot = format!("// Starts.\n{GLUE_IMPORT}\ninit();\n");
        let merged = merge(&boot, GLUE).unwrap();
        assert!(merged.starts_with("async function __wbg_init() {}\n"), "{merged}");
        assert!(merged.contains("{\n// Starts.\nconst init = __wbg_init;\ninit();\n"), "{merged}");
        assert!(!merged.contains("export"), "{merged}");
    }

    #[test]
    fn other_imports_are_refused() {
        let boot = format!("{GLUE_IMPORT}\nimport x from \"y\";\n");
        assert!(merge(&boot, GLUE).is_err());
        assert!(merge("init();", GLUE).is_err());
    }

    #[test]
    fn the_loader_stands_once_where_the_glue_imports_it() {
        let glue = "import * as import1 from \"plumb-later.js\"\nimport * as import2 from \"plumb-later.js\"\n\
                    imports = {\n    \"plumb-later.js\": import1,\n    \"plumb-later.js\": import2,\n}";
        let linked = linked("load", glue).unwrap();
        assert_eq!(
            linked,
            "load\nconst import1 = { __wasm_split_load_later: load(later), __wasm_split_load_rare: load(rare) };\n\
             imports = {\n    \"plumb-later.js\": import1,\n}"
        );
    }

    #[test]
    fn a_placeholder_stands_once() {
        assert_eq!(fill("a X b", &[("X", "y")]).unwrap(), "a y b");
        assert!(fill("a b", &[("X", "y")]).is_err());
        assert!(fill("X X", &[("X", "y")]).is_err());
    }
}
