//! `cargo xtask build --single-file`: all of Plumb in one page that runs from a disk or an e-mail.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::names::Naming;
use super::parts::NAMES;
use super::site::Parts;
use super::{bindgen, html, js, tools};
use crate::node::Packages;
use crate::workspace::Workspace;

/// What stands in the place of the app's own files: see there.
const SHIM: &str = "src/boot/single.js";
/// The lines of the template that name a file, and how what it holds stands in the page instead.
const STYLE: (&str, &str) = ("<link rel=\"stylesheet\" href=\"style/index.css\">", "style");
const THEME: (&str, &str) = ("<script src=\"src/boot/theme.js\"></script>", "script");
const BOOT: (&str, &str) = ("<script type=\"module\" src=\"src/boot/main.js\"></script>", "script type=\"module\"");

/// The page that holds these parts; where `start` says so, it opens with that place of the app.
///
/// # Errors
/// When a source does not have the form that the build knows.
pub fn page(workspace: &Workspace, parts: &Parts, start: Option<&str>, tools: Option<&Packages>) -> Result<String> {
    if !parts.snippets.is_empty() && tools.is_none() {
        bail!("one file for all needs esbuild, and so node 20 or later from https://nodejs.org");
    }
    let root = &workspace.root;
    let scratch = workspace.scratch().join(bindgen::folder(Naming::Hashed));
    let [first, later, rare] = &parts.css;
    let [later, rare] = [later, rare].map(|css| format!("data:text/css;base64,{}", STANDARD.encode(css)));
    let boot = ["src/boot/main.js", "src/boot/later.js"].map(|file| read(root, file));
    let [main, load] = boot;
    // No worker: there is nothing that it could keep.
    let boot = [main?, js::within(&load?, &parts.lent)?];
    let [later_file, rare_file] = NAMES.map(|part| format!("{part}.wasm"));
    let later_names = [[&*later_file, &*later], [&*rare_file, &*rare]];
    let names = js::Names { wasm: "app.wasm", worker: "", later: later_names, browser: "" };
    let app = js::app(&boot, &parts.glue, names, &parts.lent.arguments, (&scratch, tools))?;
    let theme = tools::minify(tools, &root.join("src/boot/theme.js"), false)?;
    let shim = tools::minify(tools, &root.join(SHIM), false)?;
    let mut policy = Policy::default();
    let mut page = read(root, super::site::INDEX)?;
    if let Some(start) = start {
        page = page.replacen("<html", &format!("<html data-start=\"{start}\""), 1);
    }
    for ((line, element), text) in [(STYLE, first.clone()), (THEME, theme + &shim), (BOOT, app)] {
        if page.matches(line).count() != 1 {
            bail!("index.html must have exactly one line `{line}`");
        }
        page = page.replacen(line, &policy.inline(element, &text)?, 1);
    }
    let [later, rare] = &parts.later;
    let mut blocks = vec![block("app.wasm", &parts.wasm)?, block(&later_file, later)?, block(&rare_file, rare)?];
    for (name, bytes) in &parts.chunks {
        blocks.push(block(name, bytes)?);
    }
    let end = "</body>";
    page = page.replacen(end, &format!("{}\n{end}", blocks.join("\n")), 1);
    html::add_policy(&page, &policy.text())
}

/// What the page may do: run and show what stands in it, and nothing else. No request is allowed at all.
#[derive(Default)]
struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Policy {
    /// The element with this text in it, which from now on is allowed.
    fn inline(&mut self, element: &str, text: &str) -> Result<String> {
        let name = element.split(' ').next().unwrap_or(element);
        if text.contains(&format!("</{name}")) || text.contains("<!--") {
            bail!("a {name} cannot stand in the page, for it holds what would end it");
        }
        // As the page's parser reads it: a line end is one character.
        let text = text.replace("\r\n", "\n");
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&text)));
        if name == "style" {
            self.styles.push(hash)
        } else {
            self.scripts.push(hash)
        }
        Ok(format!("<{element}>{text}</{name}>"))
    }

    fn text(&self) -> String {
        format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {} data:; img-src data: blob:; \
             base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            self.scripts.join(" "),
            self.styles.join(" ")
        )
    }
}

/// A file as text in an element that no browser runs.
fn block(name: &str, bytes: &[u8]) -> Result<String> {
    let kinds = [("wasm", "application/wasm"), ("png", "image/png"), ("webp", "image/webp"), ("avif", "image/avif")];
    let ending = name.rsplit('.').next().unwrap_or_default();
    let kind = kinds.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind);
    let text = if kind.starts_with("image/") {
        STANDARD.encode(bytes)
    } else {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        STANDARD.encode(encoder.finish()?)
    };
    Ok(format!("<script type=\"text/plain\" data-file=\"{name}\" data-type=\"{kind}\">{text}</script>"))
}

fn read(root: &Path, file: &str) -> Result<String> {
    std::fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash_and_cannot_end_early() {
        let mut policy = Policy::default();
        assert_eq!(policy.inline("script type=\"module\"", "a()").unwrap(), "<script type=\"module\">a()</script>");
        assert!(
            policy.text().contains("script-src 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=' "),
            "{}",
            policy.text()
        );
        assert!(policy.inline("script", "'</script>'").is_err());
        assert!(policy.inline("style", "a{}").is_ok());
        assert!(!policy.text().contains("connect-src") && !policy.text().contains("unsafe-inline"));
    }

    #[test]
    fn files_stand_as_text() {
        let block = block("a.png", b"abc").unwrap();
        assert_eq!(block, "<script type=\"text/plain\" data-file=\"a.png\" data-type=\"image/png\">YWJj</script>");
    }
}
