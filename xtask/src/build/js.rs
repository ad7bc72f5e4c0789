//! Merges wasm-bindgen's glue and our own start into one module, and fills in what only the build knows.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::tools;
use crate::node::Packages;

/// The line in `src/boot/main.js` in whose place the glue stands after the merge.
const GLUE_IMPORT: &str = "import init from \"plumb:glue\";";

/// The module that starts the app. `wasm` and `worker` are relative to it; no worker, no offline use.
///
/// # Errors
/// When `boot` or the glue does not have the expected form, or the minifier refuses the result.
pub fn app(
    boot: &str,
    glue: &str,
    (wasm, worker): (&str, &str),
    (scratch, tools): (&Path, Option<&Packages>),
) -> Result<String> {
    let merged = fill(&merge(boot, glue)?, &[("__PLUMB_WASM__", wasm), ("__PLUMB_WORKER__", worker)])?;
    let Some(tools) = tools else { return Ok(merged) };
    // Beside the glue, so that the minifier finds the snippets of libraries.
    let file = scratch.join("merged.js");
    std::fs::write(&file, merged)?;
    tools::minify(Some(tools), &file, true)
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
