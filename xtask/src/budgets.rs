//! `cargo xtask budgets`: what a browser must fetch before the first question, against what we allow ourselves.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::{compress, html, parts};
use crate::files;

/// Bytes (brotli) of everything before the first question of any area: the shell and a quiz's opening.
const TOTAL: usize = 80_000;
/// Bytes (brotli) of each later part of the module with its styles and its glue, in the order of [`parts::NAMES`]: the
/// second takes the answers and comes while the first question is read, the third when it is asked for.
const PARTS: [usize; 2] = [124_000, 140_000];
/// Bytes (brotli) of one area's chunk, which comes while the first question is read.
const CHUNK: usize = 16_000;
/// Bytes (brotli) of one area's notes: fetched while the first question is read, so they may be more.
const NOTES: usize = 32_000;
/// Bytes (brotli) of the script that other pages load to embed a quiz.
const EMBED: usize = 4000;
/// Requests before the first question.
const REQUESTS: usize = 6;

/// The release as the budgets see it.
#[derive(Debug, Default)]
struct Measured {
    /// Path and compressed size of what every page load fetches.
    shell: Vec<(String, usize)>,
    /// Path and compressed size of each area's openings: a quiz needs one of them.
    openings: Vec<(String, usize)>,
    /// Name and compressed size of each later part of the module.
    parts: Vec<(String, usize)>,
    /// Path and compressed size of each area's chunk.
    chunks: Vec<(String, usize)>,
    /// Path and compressed size of each area's notes.
    notes: Vec<(String, usize)>,
    /// Path and compressed size of what other pages load to embed a quiz.
    embed: Vec<(String, usize)>,
    /// What names another site.
    foreign: Vec<String>,
}

/// Measures the release in `dist`, prints the table and says what is over budget.
///
/// # Errors
/// When something is over budget, or there is no release.
pub fn check(dist: &Path) -> Result<()> {
    let measured = measure(dist)?;
    print(&measured);
    let faults = faults(&measured);
    if faults.is_empty() {
        say!("within the limits");
        return Ok(());
    }
    bail!("over budget:\n{}", faults.join("\n"))
}

fn measure(dist: &Path) -> Result<Measured> {
    let read = |path: &str| {
        let hint = "`cargo xtask build` makes a release";
        std::fs::read(dist.join(path)).with_context(|| format!("cannot read {path} of the release; {hint}"))
    };
    let page = String::from_utf8_lossy(&read("index.html")?).into_owned();
    let mut paths = BTreeSet::from(["index.html".to_owned()]);
    let mut measured = Measured::default();
    for (element, address) in html::references(&page) {
        let link = element.starts_with("<a ");
        let later = ["rel=\"icon\"", "rel=\"manifest\"", "rel=\"apple-touch-icon\""];
        if is_foreign(address) {
            if !link {
                measured.foreign.push(format!("index.html fetches {address}"));
            }
        } else if !link
            && !address.starts_with('#')
            && !address.starts_with("data:")
            && !later.iter().any(|rel| element.contains(rel))
        {
            paths.insert(address.to_owned());
        }
    }
    for path in paths {
        let bytes = read(&path)?;
        if path.ends_with(".css") || path.ends_with(".js") {
            let text = String::from_utf8_lossy(&bytes);
            measured.foreign.extend(foreign_in(&text).map(|address| format!("{path} names {address}")));
        }
        let size = compress::brotli(&bytes)?.len();
        measured.shell.push((path, size));
    }
    if let Ok(script) = std::fs::read(dist.join("embed.js")) {
        measured.foreign.extend(foreign_in(&String::from_utf8_lossy(&script)).map(|a| format!("embed.js names {a}")));
        measured.embed.push(("embed.js".to_owned(), compress::brotli(&script)?.len()));
    }
    let assets = files::below(&dist.join("assets"), &["wasm", "css", "js"])?;
    for part in parts::NAMES {
        let mut size = 0;
        for path in assets.iter().filter(|path| is_of(part, path)) {
            size += compress::brotli(&std::fs::read(path)?)?.len();
        }
        measured.parts.push((format!("assets/{part}.*"), size));
    }
    for path in files::below(&dist.join("assets"), &["bin"])? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Nobody who takes a quiz fetches the gallery.
        if name.starts_with("gallery") {
            continue;
        }
        let size = compress::brotli(&std::fs::read(&path)?)?.len();
        let list = match name.split('.').count() {
            _ if name.contains("-notes.") => &mut measured.notes,
            // Area, topic, level, hash and ending.
            5 => &mut measured.openings,
            _ => &mut measured.chunks,
        };
        list.push((name, size));
    }
    Ok(measured)
}

fn print(measured: &Measured) {
    say!("{:<42} {:>8}", "before the first question", "brotli");
    for (path, size) in &measured.shell {
        say!("  {path:<40} {size:>8}");
    }
    say!("  {:<40} {:>8}", "together", sum(measured));
    if let Some((path, size)) = largest(measured) {
        say!("  the largest of {} openings:", measured.openings.len());
        say!("  {path:<40} {size:>8}  with it {:>6} of {TOTAL}", sum(measured) + size);
    }
    say!("  {:<40} {:>8}  of {REQUESTS}", "requests, an opening included", requests(measured));
    say!("{:<42} {:>8}", "after it", "brotli");
    for ((name, size), limit) in measured.parts.iter().zip(PARTS) {
        say!("  {name:<40} {size:>8}  of {limit}");
    }
    for (files, limit) in [(&measured.chunks, CHUNK), (&measured.notes, NOTES), (&measured.embed, EMBED)] {
        for (path, size) in files {
            say!("  {path:<40} {size:>8}  of {limit}");
        }
    }
}

fn faults(measured: &Measured) -> Vec<String> {
    let mut faults = measured.foreign.clone();
    if requests(measured) > REQUESTS {
        faults.push(format!("{} requests before the first question; {REQUESTS} are allowed", requests(measured)));
    }
    let together = sum(measured) + largest(measured).map_or(0, |(_, size)| *size);
    if together > TOTAL {
        faults.push(format!("{together} bytes before the first question of the largest area; {TOTAL} are allowed"));
    }
    for ((name, size), limit) in measured.parts.iter().zip(PARTS).filter(|((_, size), limit)| size > limit) {
        faults.push(format!("{name} has {size} bytes; {limit} are allowed"));
    }
    for (files, limit) in [(&measured.chunks, CHUNK), (&measured.notes, NOTES), (&measured.embed, EMBED)] {
        for (path, size) in files.iter().filter(|(_, size)| *size > limit) {
            faults.push(format!("{path} has {size} bytes; {limit} are allowed"));
        }
    }
    faults
}

/// Whether a file belongs to a later part of the module.
fn is_of(part: &str, path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{part}.")))
}

/// The largest opening.
fn largest(measured: &Measured) -> Option<&(String, usize)> {
    measured.openings.iter().max_by_key(|(_, size)| *size)
}

fn sum(measured: &Measured) -> usize {
    measured.shell.iter().map(|(_, size)| size).sum()
}

fn requests(measured: &Measured) -> usize {
    measured.shell.len() + usize::from(!measured.openings.is_empty())
}

fn is_foreign(address: &str) -> bool {
    ["http:", "https:", "//"].iter().any(|start| address.starts_with(start))
}

/// Addresses of other sites in a script or style sheet. The names of XML vocabularies look like
/// some, but nothing is fetched from them.
fn foreign_in(text: &str) -> impl Iterator<Item = &str> {
    let starts = ["\"http", "'http", "`http", "(http", "\"//", "url(//"];
    starts.into_iter().flat_map(move |start| text.match_indices(start)).filter_map(move |(at, _)| {
        let address = text.get(at + 1..)?.split(['"', '\'', '`', ')']).next()?;
        let address = address.strip_prefix("rl(").unwrap_or(address);
        let whole = is_foreign(address) && address.len() > 8;
        (whole && !address.starts_with("http://www.w3.org/")).then_some(address)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist(head: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        std::fs::write(folder.path().join("index.html"), format!("<head>{head}</head>")).unwrap();
        for (path, text) in files {
            std::fs::write(folder.path().join(path), text).unwrap();
        }
        folder
    }

    /// Text that does not compress.
    fn noise(length: usize) -> String {
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b' ' + u8::try_from((state >> 33) % 90).unwrap())
        };
        (0..length).map(|_| next()).collect()
    }

    const HEAD: &str = "<script type=\"module\" src=\"assets/app.js\"></script>\
        <link rel=\"modulepreload\" href=\"assets/app.js\"><link rel=\"icon\" href=\"assets/i.svg\">";

    #[test]
    fn a_small_site_is_within_budget() {
        let folder = dist(HEAD, &[("assets/app.js", "start()"), ("assets/sql.joins.3.0.bin", "questions")]);
        let measured = measure(folder.path()).unwrap();
        assert_eq!(measured.shell.len(), 2, "a file that is named twice is fetched once, an icon later");
        assert_eq!(requests(&measured), 3);
        assert!(faults(&measured).is_empty());
    }

    #[test]
    fn an_opening_counts_before_the_first_question_and_a_chunk_has_a_limit_of_its_own() {
        let big = noise(2 * TOTAL);
        for (name, said) in [("sql.joins.3.0.bin", "before the first question"), ("sql.0.bin", "sql.0.bin has ")] {
            let folder = dist(HEAD, &[("assets/app.js", "start()"), (&format!("assets/{name}"), &big)]);
            let faults = faults(&measure(folder.path()).unwrap());
            assert!(faults.len() == 1 && faults[0].contains(said), "{faults:?}");
        }
    }

    #[test]
    fn notes_do_not_count_before_the_first_question_and_have_a_limit_of_their_own() {
        let notes = noise(2 * TOTAL);
        let files =
            [("assets/app.js", "start()"), ("assets/sql.joins.3.0.bin", "q"), ("assets/sql-notes.0.bin", &notes)];
        let measured = measure(dist(HEAD, &files).path()).unwrap();
        assert_eq!(requests(&measured), 3);
        let faults = faults(&measured);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].ends_with(&format!("; {NOTES} are allowed")), "{faults:?}");
    }

    #[test]
    fn a_later_part_has_a_limit_of_its_own_for_all_its_files() {
        let most = noise(PARTS[0] * 9 / 10);
        let files = [("assets/app.js", "start()"), ("assets/later.0.wasm", &most), ("assets/later.0.css", "p{}")];
        assert!(faults(&measure(dist(HEAD, &files).path()).unwrap()).is_empty());
        let files = [("assets/app.js", "start()"), ("assets/later.0.wasm", &most), ("assets/later.1.js", &most)];
        let faults = faults(&measure(dist(HEAD, &files).path()).unwrap());
        assert!(faults.len() == 1 && faults[0].starts_with("assets/later.* has "), "{faults:?}");
    }

    #[test]
    fn too_many_requests_are_counted() {
        let names: Vec<String> = (0..7).map(|n| format!("assets/{n}.js")).collect();
        let head: String = names.iter().map(|name| format!("<script src=\"{name}\"></script>")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x()")).collect();
        let faults = faults(&measure(dist(&head, &files).path()).unwrap());
        assert_eq!(faults, ["8 requests before the first question; 6 are allowed"]);
    }

    #[test]
    fn other_sites_are_found_and_links_are_not() {
        let head = "<a href=\"https://a.org/page\">a</a><link rel=\"stylesheet\" href=\"https://b.org/b.css\">\
                    <script src=\"assets/app.js\"></script>";
        let script = "f(\"https://c.org/x\");svg(\"http://www.w3.org/2000/svg\");a=\"http\"+b";
        let folder = dist(head, &[("assets/app.js", script)]);
        let faults = faults(&measure(folder.path()).unwrap());
        assert_eq!(faults, ["index.html fetches https://b.org/b.css", "assets/app.js names https://c.org/x"]);
        let css: Vec<_> = foreign_in("a{background:url(//d.org/e.png)}b{background:url(https://d.org/f)}").collect();
        assert_eq!(css, ["https://d.org/f", "//d.org/e.png"]);
    }
}
