//! Parts the compiled app in two: what a visitor needs up to the first question, and what can come later.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::exports;

/// The module from which the first part imports the function that fetches the second.
pub const LOADER: &str = "plumb-later.js";
/// The name of that function.
pub const LOAD: &str = "__wasm_split_load_later";
/// The module from which the second part imports what it shares with the first.
pub const SHARED: &str = "__wasm_split";

/// What `wasm-streams` exports, and what tells wasm-bindgen of it. It comes with Leptos for its server functions;
/// Plumb has no server and nobody calls them, but an export keeps its code in the module.
const UNUSED: [&str; 3] = ["intounderlying", "__wbg_intounderlying", "__wbindgen_describe_intounderlying"];

/// Parts the module at `raw`. Gives the path of the first part, ready to be bound, and the second.
///
/// # Errors
/// When the module holds no notes of the linker or more than one place where it is parted.
pub fn part(raw: &Path, folder: &Path) -> Result<(PathBuf, Vec<u8>)> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let bytes = std::fs::read(raw).with_context(|| format!("cannot read {}", raw.display()))?;
    let bytes = exports::without(&bytes, |name| UNUSED.iter().any(|start| name.starts_with(start)))?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = LOADER;
    let parted = transform(options).map_err(|error| anyhow!("the app cannot be parted: {error:#}"))?;
    let [later] = parted.split_modules.as_slice() else {
        return Err(anyhow!(
            "src/later.rs must part the app in exactly two, not in {}",
            parted.split_modules.len() + 1
        ));
    };
    let later = std::fs::read(later).with_context(|| format!("cannot read {}", later.display()))?;
    Ok((first, later))
}
