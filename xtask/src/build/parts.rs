//! Parts the compiled app: what a visitor needs up to the first question, and what can come later.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use super::{exports, merge};

/// The module from which the first part imports the functions that fetch the others.
pub const LOADER: &str = "plumb-later.js";
/// What the names of those functions begin with; the name of the part follows.
pub const LOAD: &str = "__wasm_split_load_";
/// The module from which the other parts import what they share with the first.
pub const SHARED: &str = "__wasm_split";
/// The parts that come later, as src/later.rs and src/rare.rs name them, in the order in which they come.
pub const NAMES: [&str; 2] = ["later", "rare"];

/// What `wasm-streams` exports, and what tells wasm-bindgen of it. It comes with Leptos for its server functions;
/// Plumb has no server and nobody calls them, but an export keeps its code in the module.
const UNUSED: [&str; 3] = ["intounderlying", "__wbg_intounderlying", "__wbindgen_describe_intounderlying"];

/// Parts the module at `raw`. Gives the path of the first part, ready to be bound, and the others.
///
/// # Errors
/// When the module holds no notes of the linker or other places where it is parted.
pub fn part(raw: &Path, folder: &Path) -> Result<(PathBuf, [Vec<u8>; 2])> {
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
    let of = |start: &str| {
        let named = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
        let path = parted.split_modules.iter().find(named);
        path.map(|path| std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))).transpose()
    };
    let [later, rare] = NAMES.map(|name| of(&format!("split_{name}.")));
    let (Some(later), Some(rare), 2..=3) = (later?, rare?, parted.split_modules.len()) else {
        bail!("src/later.rs and src/rare.rs must part the app in exactly three");
    };
    // Whoever needs the third part has the second one already.
    let later = match of("chunk_")? {
        Some(shared) => merge::merge(&later, &shared)?,
        None => later,
    };
    Ok((first, [later, rare]))
}
