//! The build tools that come from npm: wasm-opt and esbuild.

use std::path::Path;

use anyhow::{Context, Result};

use super::names::hash;
use crate::node::{self, Packages};
use crate::run;
use crate::workspace::Workspace;

/// Exactly the features that rustc uses. Never all of them: that makes a module that Chromium refuses.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What wasm-opt does. Beside -Oz: a second look after the control flow was laid out anew, and the
/// knowledge that the first kilobyte of memory, the far end of the stack, holds nothing. Together
/// 2 % smaller in brotli (measured on the app), for six seconds.
const PASSES: [&str; 8] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Installs the tools, or says what the build goes without.
///
/// # Errors
/// When node is there but npm cannot install them.
pub fn find(workspace: &Workspace) -> Result<Option<Packages>> {
    if !node::present() {
        eprintln!(
            "Without wasm-opt and esbuild, for there is no node here: the result works, but is \
             bigger. Node 20 or later from https://nodejs.org brings them."
        );
        return Ok(None);
    }
    let folder = workspace.scratch().join("npm");
    node::install(&workspace.root.join("xtask/npm"), &folder, "wasm-opt and esbuild").map(Some)
}

/// Makes the part `name` of the module smaller, or returns it as it is where there is no wasm-opt.
///
/// # Errors
/// When wasm-opt fails.
pub fn optimise(tools: Option<&Packages>, workspace: &Workspace, name: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(tools) = tools else { return Ok(wasm.to_vec()) };
    let folder = workspace.scratch().join("wasm-opt").join(name);
    let lock = std::fs::read(workspace.root.join("xtask/npm/package-lock.json"))?;
    let key = hash(&[wasm, &lock, PASSES.concat().as_bytes(), FEATURES.concat().as_bytes()].concat());
    // The same module was optimised already by the same tool: use that.
    let done = folder.join(format!("{key}.wasm"));
    if let Ok(bytes) = std::fs::read(&done) {
        return Ok(bytes);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let (input, output) = (folder.join("input.wasm"), folder.join("output.wasm"));
    std::fs::write(&input, wasm)?;
    run::step(&format!("Making {name}.wasm smaller"), || {
        let mut command = tools.script("binaryen/bin/wasm-opt");
        command.args(PASSES).args(FEATURES).arg(&input).arg("-o").arg(&output);
        run::capture(&mut command)
    })?;
    std::fs::rename(&output, &done)?;
    std::fs::read(&done).context("wasm-opt wrote nothing")
}

/// Minifies a JavaScript file, or returns it as it is where there is no esbuild.
///
/// # Errors
/// When the file is not JavaScript.
pub fn minify(tools: Option<&Packages>, file: &Path, module: bool) -> Result<String> {
    let Some(tools) = tools else {
        return std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
    };
    let mut command = tools.script("esbuild/bin/esbuild");
    command.arg(file).args(["--minify", "--target=es2022", "--legal-comments=none"]);
    command.args(["--charset=utf8", "--log-level=warning"]);
    if module {
        command.args(["--bundle", "--format=esm"]);
    }
    run::capture(&mut command)
}
