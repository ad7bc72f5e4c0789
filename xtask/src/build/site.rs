//! The site in memory: every file that a browser may ask for, under its final name.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::glue::Lent;
use super::names::{Naming, hash};
use super::{bindgen, css, html, js, parts, tools};
use crate::node::Packages;
use crate::workspace::Workspace;

/// The page.
pub const INDEX: &str = "index.html";
/// The worker that keeps the site for offline use. It stays at the root, for there it may serve all of it.
pub const WORKER: &str = "sw.js";

const BOOT: &str = "src/boot/main.js";
const LATER: &str = "src/boot/later.js";
const THEME: &str = "src/boot/theme.js";
const WORKER_SOURCE: &str = "src/boot/sw.js";
const STYLE: &str = "style/index.css";
const INLINE: &str = "src/embed/inline.js";
/// What pages fetch to embed a quiz: the element, and its types.
const EMBED: &str = "src/embed/embed.js";
const EMBED_TYPES: &str = "src/embed/embed.d.ts";

/// What has been built before the site is put together.
#[derive(Debug)]
pub struct Parts {
    /// The first part of the app's module.
    pub wasm: Vec<u8>,
    /// The later parts, which the app fetches when it needs them, in the order of [`parts::NAMES`].
    pub later: [Vec<u8>; 2],
    /// wasm-bindgen's glue for it.
    pub glue: String,
    /// What the later parts bring of it.
    pub lent: Lent,
    /// What the glue imports.
    pub snippets: Vec<(String, Vec<u8>)>,
    /// The style sheets of the parts.
    pub css: [String; 3],
    /// The banks and their notes: file name and content.
    pub chunks: Vec<(String, Vec<u8>)>,
}

/// The files, by path below the site's root.
#[derive(Debug, Clone, Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Names everything, then writes the names into what refers to them.
    ///
    /// # Errors
    /// When a source is missing or does not have the form that the build knows.
    pub fn assemble(workspace: &Workspace, built: Parts, naming: Naming, tools: Option<&Packages>) -> Result<Self> {
        let mut site = Self::default();
        let root = &workspace.root;
        let scratch = workspace.scratch().join(bindgen::folder(naming));
        let wasm = site.asset(naming, "app", "wasm", built.wasm);
        let [second, third] = parts::NAMES;
        let [later, rare] = built.later;
        let later = [site.asset(naming, second, "wasm", later), site.asset(naming, third, "wasm", rare)];
        // In development there is no worker: a page that outlives its build would only confuse.
        let offline = naming == Naming::Hashed;
        let worker = if offline { format!("../{WORKER}") } else { String::new() };
        let boot = [read(root, BOOT)?, read(root, LATER)?];
        let boot_later = read(root, LATER)?;
        let inline_css = built.css.each_ref().map(|css| css::scoped(css));
        let [first_css, later_css, rare_css] = built.css;
        let later_css = site.asset(naming, second, "css", later_css.into_bytes());
        let rare_css = site.asset(naming, third, "css", rare_css.into_bytes());
        let browser = js::module(built.lent.script.clone(), "later.js", (&scratch, tools))?;
        let browser = site.asset(naming, second, "js", browser.into_bytes());
        let [later_wasm, rare_wasm] = later.each_ref().map(|path| beside(path));
        let names = js::Names {
            wasm: beside(&wasm),
            worker: &worker,
            later: [[later_wasm, beside(&later_css)], [rare_wasm, beside(&rare_css)]],
            browser: beside(&browser),
        };
        let text = js::app(&boot, &built.glue, names, &built.lent.arguments, (&scratch, tools))?;
        if tools.is_none() {
            for (name, bytes) in built.snippets {
                site.files.insert(format!("assets/{name}"), bytes);
            }
        }
        let module = site.asset(naming, "app", "js", text.into_bytes());
        let css = site.asset(naming, "style", "css", first_css.into_bytes());
        let theme = tools::minify(tools, &root.join(THEME), false)?;
        let theme = site.asset(naming, "theme", "js", theme.into_bytes());
        let mut chunks = Vec::new();
        for (name, bytes) in built.chunks {
            let path = format!("assets/{name}");
            site.files.insert(path.clone(), bytes);
            chunks.push(path);
        }
        let template = read(root, INDEX)?;
        let page = html::resolve_files(&template, |file| match file {
            BOOT => Ok(module.clone()),
            THEME => Ok(theme.clone()),
            STYLE => Ok(css.clone()),
            other => site.copy(root, other, naming),
        })?;
        let page = html::add_head(&page, &wasm)?;
        site.files.insert(INDEX.to_owned(), page.into_bytes());
        if offline {
            site.add_worker(root, &module, &chunks, (&scratch, tools))?;
        }
        // After the worker: who keeps Plumb for offline use needs nothing of it.
        let [first_css, later_css, rare_css] = inline_css.map(String::into_bytes);
        let first_css = site.asset(naming, "inline", "css", first_css);
        let later_css = site.asset(naming, "inline-later", "css", later_css);
        let rare_css = site.asset(naming, "inline-rare", "css", rare_css);
        let later = [[later_wasm, beside(&later_css)], [rare_wasm, beside(&rare_css)]];
        let names = (js::Names { later, browser: "", ..names }, beside(&first_css));
        let inline =
            js::inline(&[read(root, INLINE)?, boot_later], (&built.glue, &built.lent), names, (&scratch, tools))?;
        let inline = site.asset(naming, "inline", "js", inline.into_bytes());
        site.add_embed(root, &inline, (&scratch, tools))?;
        Ok(site)
    }

    /// Every file: path and content.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The content of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Adds or replaces a file.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
    }

    fn asset(&mut self, naming: Naming, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let path = naming.asset(stem, extension, &bytes);
        self.files.insert(path.clone(), bytes);
        path
    }

    /// What other pages fetch; its name never changes, for they have written it down.
    fn add_embed(&mut self, root: &Path, inline: &str, (scratch, tools): (&Path, Option<&Packages>)) -> Result<()> {
        let file = scratch.join("embed.js");
        std::fs::write(&file, js::fill(&read(root, EMBED)?, &[("__PLUMB_INLINE__", inline)])?)?;
        let embed = tools::minify(tools, &file, true)?;
        self.put("embed.js", embed.into_bytes());
        self.put("embed.d.ts", read(root, EMBED_TYPES)?.into_bytes());
        Ok(())
    }

    /// An image or the like that the page names, taken as it is.
    fn copy(&mut self, root: &Path, file: &str, naming: Naming) -> Result<String> {
        let path = root.join(file);
        let bytes = std::fs::read(&path).context("there is no such file in the repository")?;
        let part = |part: Option<&std::ffi::OsStr>| part.and_then(|name| name.to_str()).map(str::to_owned);
        let stem = part(path.file_stem()).context("its name is not text")?;
        let extension = part(path.extension()).context("it has no extension")?;
        Ok(self.asset(naming, &stem, &extension, bytes))
    }

    /// The worker knows every file of this build, and is named after all of them.
    fn add_worker(
        &mut self,
        root: &Path,
        module: &str,
        chunks: &[String],
        (scratch, tools): (&Path, Option<&Packages>),
    ) -> Result<()> {
        let shell: Vec<&String> = self.files.keys().filter(|path| *path != INDEX && !chunks.contains(path)).collect();
        // An opening is no more than a part of its area's chunk, which does without a network.
        let kept: Vec<&String> = chunks.iter().filter(|path| path.split('.').count() < 5).collect();
        let page = self.files.get(INDEX).map(|page| hash(page)).unwrap_or_default();
        let build = hash(format!("{page} {:?}", self.files.keys()).as_bytes());
        let values = [
            ("__PLUMB_BUILD__", build.as_str()),
            ("__PLUMB_MODULE__", module),
            ("\"__PLUMB_SHELL__\"", &serde_json::to_string(&shell)?),
            ("\"__PLUMB_CHUNKS__\"", &serde_json::to_string(&kept)?),
        ];
        let file = scratch.join(WORKER);
        std::fs::write(&file, js::fill(&read(root, WORKER_SOURCE)?, &values)?)?;
        let worker = tools::minify(tools, &file, false)?;
        self.files.insert(WORKER.to_owned(), worker.into_bytes());
        Ok(())
    }
}

fn beside(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn read(root: &Path, file: &str) -> Result<String> {
    std::fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"))
}
