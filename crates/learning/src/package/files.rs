//! Which of the site's files a package needs, found in those that name them.

use engine::bank::Area;

/// The folder of all files but the page, with what follows it.
const ASSETS: &str = "assets/";

/// What the page names: scripts, styles and the first part of the module, as paths from the site's root.
#[must_use]
pub fn of_page(page: &str) -> Vec<String> {
    unique(page.split('"').filter(|value| value.starts_with(ASSETS)).map(str::to_owned))
}

/// The script among these.
#[must_use]
pub fn script(files: &[String]) -> Option<&String> {
    files.iter().find(|file| file.ends_with(".js") && file.starts_with("assets/app."))
}

/// What the script names beside itself: the later parts of the module, their styles and their glue.
#[must_use]
pub fn of_script(script: &str) -> Vec<String> {
    let file = |value: &&str| {
        let ours = value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
        ours && ["later.", "rare."].iter().any(|part| value.starts_with(part))
            && [".wasm", ".css", ".js"].iter().any(|ending| value.ends_with(ending))
    };
    unique(script.split(['"', '\'', '`']).filter(file).map(|name| format!("{ASSETS}{name}")))
}

/// The questions of an area, their openings and their notes. The first one is all questions, the second all notes.
#[must_use]
pub fn of_area(area: &Area) -> Vec<String> {
    let openings = area.openings().map(|first| area.opening(first));
    let names = [area.chunk.clone(), area.notes()].into_iter().chain(openings);
    names.map(|name| format!("{ASSETS}{name}")).collect()
}

/// The pictures of an area that questions or notes name. In their file a name stands as it is, behind its length.
#[must_use]
pub fn pictures(area: &str, chunk: &[u8]) -> Vec<String> {
    let prefix = format!("{area}-");
    let name = |at: usize| {
        let length = usize::from(*chunk.get(at)?);
        let name = std::str::from_utf8(chunk.get(at + 1..at + 1 + length)?).ok()?;
        let ours = name.starts_with(&prefix) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
        let picture = [".png", ".webp", ".avif"].iter().any(|ending| name.ends_with(ending));
        (ours && picture).then(|| format!("{ASSETS}{name}"))
    };
    unique((0..chunk.len()).filter_map(name))
}

fn unique(files: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = files.collect();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_where_it_is_named() {
        let page = "<link href=\"assets/style.1.css\"><script src=\"assets/app.2.js\"></script>\
                    <link href=\"assets/app.2.js\"><a href=\"#/\">";
        let files = of_page(page);
        assert_eq!(files, ["assets/app.2.js", "assets/style.1.css"]);
        assert_eq!(script(&files).map(String::as_str), Some("assets/app.2.js"));
        let found = of_script(
            "new URL(\"later.a1.wasm\",x);new URL('later.b2.css',x);let a=\"x y.css\";import('later.c3.js');\"plumb-later.js\";b(`rare.d4.wasm`)",
        );
        assert_eq!(found, ["assets/later.a1.wasm", "assets/later.b2.css", "assets/later.c3.js", "assets/rare.d4.wasm"]);
        let chunk = b"\x01\x13sql-sql-join.a.webpsql-x\x0csql-b.01.png";
        assert_eq!(pictures("sql", chunk), ["assets/sql-b.01.png", "assets/sql-sql-join.a.webp"]);
        assert!(pictures("git", chunk).is_empty());
    }
}
