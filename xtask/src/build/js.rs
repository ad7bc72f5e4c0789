//! Merges wasm-bindgen's glue and our own start into one module, and fills in what only the build knows.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::glue::Lent;
use super::{parts, tools};
use crate::node::Packages;

/// The line in `src/boot/main.js` in whose place the glue stands after the merge.
const GLUE_IMPORT: &str = "import init from \"plumb:glue\";";

/// The module that starts the app, from our own `main.js` and `later.js` and the glue. The names of
/// the files `wasm`, `worker`, `later`, `style` and `browser` are relative to it; no worker, no offline use.
/// What the glue lends the last one, `lent`, is a list of arguments.
///
/// # Errors
/// When one of them does not have the expected form, or the minifier refuses the result.
pub fn app(
    [boot, load]: &[String; 2],
    glue: &str,
    [wasm, worker, later, style, browser]: [&str; 5],
    lent: &str,
    (scratch, tools): (&Path, Option<&Packages>),
) -> Result<String> {
    let values = [
        ("__PLUMB_WASM__", wasm),
        ("__PLUMB_WORKER__", worker),
        ("__PLUMB_LATER__", later),
        ("__PLUMB_STYLE__", style),
        ("__PLUMB_BROWSER__", browser),
        ("\"__PLUMB_LENT__\"", lent),
    ];
    let merged = fill(&merge(boot, &linked(load, glue)?)?, &values)?;
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
/// that the app sees, and each call of it is an app of its own. `wasm`, `later` and the style sheets of both parts
/// are relative to it.
///
/// # Errors
/// See [`app`].
pub fn inline(
    [stage, load]: &[String; 2],
    (glue, lent): (&str, &Lent),
    [wasm, later, style, later_style]: [&str; 4],
    (scratch, tools): (&Path, Option<&Packages>),
) -> Result<String> {
    let load = within(load, lent)?;
    let values = [("__PLUMB_LATER__", later), ("__PLUMB_STYLE__", later_style), ("__PLUMB_BROWSER__", "")];
    let load = fill(&fill(&load, &values)?, &[("\"__PLUMB_LENT__\"", &lent.arguments)])?;
    let stage = fill(stage, &[("__PLUMB_WASM__", wasm), ("__PLUMB_STYLE__", style)])?;
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

/// The function that fetches the second part, with that part's glue beside it instead of in a file of its own.
///
/// # Errors
/// When it does not import that file in the way that the build knows.
pub fn within(load: &str, lent: &Lent) -> Result<String> {
    let import = "import(browser)";
    let script = lent.script.strip_prefix("export default ").context("the second part's glue exports nothing")?;
    if load.matches(import).count() != 1 {
        bail!("src/boot/later.js must hold `{import}` once");
    }
    Ok(format!("const lent = {script}\n{}", load.replacen(import, "Promise.resolve({ default: lent })", 1)))
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

/// Puts the function that fetches the module's second part where the glue imports it.
fn linked(load: &str, glue: &str) -> Result<String> {
    let end = format!(" from \"{}\"", parts::LOADER);
    let line = glue.lines().find(|line| line.starts_with("import * as ") && line.contains(&end));
    let line = line.context("the glue does not import the loader of the second part")?;
    let (name, _) = line.trim_start_matches("import * as ").split_once(' ').context("it imports it without a name")?;
    Ok(glue.replacen(line, &format!("{load}\nconst {name} = {{ {}: load }};", parts::LOAD), 1))
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
    fn a_placeholder_stands_once() {
        assert_eq!(fill("a X b", &[("X", "y")]).unwrap(), "a y b");
        assert!(fill("a b", &[("X", "y")]).is_err());
        assert!(fill("X X", &[("X", "y")]).is_err());
    }
}
