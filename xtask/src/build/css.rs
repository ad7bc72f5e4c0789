//! Bundles and minifies the styles.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};

use crate::workspace::Workspace;

/// The style sheets of the app's parts.
///
/// # Errors
/// See [`bundle`].
pub fn all(workspace: &Workspace) -> Result<[String; 3]> {
    let part = |name: &str| bundle(&workspace.root.join("style").join(name));
    Ok([part("index.css")?, part("later.css")?, part("rare.css")?])
}

/// One style sheet of `entry` and everything that it imports, layers kept.
///
/// # Errors
/// Where a style sheet cannot be read or understood: file, line and why.
pub fn bundle(entry: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| match error.loc {
        Some(at) => anyhow!("{}:{}: {}", at.filename, at.line + 1, error.kind),
        None => anyhow!("{}: {}", entry.display(), error.kind),
    })?;
    sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("cannot minify the styles: {error}"))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| anyhow!("cannot print the styles: {error}"))?.code)
}

/// The class of the element that stands for the page where the app runs inside another one (src/embed/inline.js).
const PAGE: &str = ".plumb-page";

/// A minified style sheet for an element instead of a page: what it says of the page it says of that element.
#[must_use]
pub fn scoped(css: &str) -> String {
    let mut scoped = css.replace(":root", PAGE);
    for tag in ["html", "body"] {
        for (before, after) in
            ["{", "}", ",", ";"].into_iter().flat_map(|before| ["{", ",", " "].map(|after| (before, after)))
        {
            scoped = scoped.replace(&format!("{before}{tag}{after}"), &format!("{before}{PAGE}{after}"));
        }
    }
    scoped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_the_page_is_said_of_its_element() {
        let css = "@layer a{:root[data-theme=dark]{top:0}html{top:1px}body{margin:0}.outcome-body pre,tbody{top:0}}";
        let page = "@layer a{.plumb-page[data-theme=dark]{top:0}.plumb-page{top:1px}.plumb-page{margin:0}\
                    .outcome-body pre,tbody{top:0}}";
        assert_eq!(scoped(css), page);
    }

    #[test]
    fn imports_keep_their_layers() {
        let folder = tempfile::tempdir().unwrap();
        let index = "@layer a, b;\n@import \"b.css\" layer(b);\n@import \"a.css\" layer(a);\n";
        for (name, text) in [("index.css", index), ("a.css", "p { color: red }"), ("b.css", "p{top:0}")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let css = bundle(&folder.path().join("index.css")).unwrap();
        // The declared order holds, not that of the imports.
        assert_eq!(css, "@layer a{p{color:red}}@layer b{p{top:0}}");
    }

    #[test]
    fn a_fault_names_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join("index.css");
        std::fs::write(&entry, "p {}\n@media {{{").unwrap();
        let message = bundle(&entry).unwrap_err().to_string();
        assert!(message.contains("index.css:2"), "{message}");
    }
}
