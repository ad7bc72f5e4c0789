//! Whether every path that the architecture page names is there.

use std::path::{Path, PathBuf};

use crate::files;

const PAGE: &str = "ARCHITECTURE.md";

/// Endings by which a name without a slash is known as a file.
const ENDINGS: [&str; 9] = [".rs", ".toml", ".md", ".css", ".html", ".js", ".mjs", ".json", ".lock"];

/// What a build makes; it need not be there.
const BUILT: [&str; 2] = ["dist", "target"];

/// Every path in backticks that does not exist. A path may be given from the root, or be the end of
/// one, as in a table that names the folder once.
pub fn check(root: &Path) -> Vec<String> {
    let Ok(text) = std::fs::read_to_string(root.join(PAGE)) else {
        return vec![format!("{PAGE} is missing")];
    };
    let known: Vec<PathBuf> = files::below(root, &[]).unwrap_or_default();
    let is_there = |piece: &str| {
        let inside = |path: &PathBuf| path.ancestors().any(|part| part.ends_with(piece));
        root.join(piece).exists() || known.iter().any(inside)
    };
    let missing = named(&text).filter(|(_, piece)| !is_there(piece));
    missing.map(|(line, piece)| format!("{PAGE}:{line}: there is no `{piece}`")).collect()
}

fn named(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_block = false;
    text.lines().enumerate().flat_map(move |(at, line)| {
        in_block ^= line.trim_start().starts_with("```");
        let line = if in_block { "" } else { line };
        // Between backticks stands every second piece.
        line.split('`').skip(1).step_by(2).filter(|piece| is_path(piece)).map(move |piece| (at + 1, piece))
    })
}

fn is_path(piece: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || "/._-".contains(letter);
    let first = piece.split('/').next().unwrap_or_default();
    let named = piece.contains('/') || ENDINGS.iter().any(|ending| piece.ends_with(ending));
    named && piece.chars().all(plain) && !piece.starts_with('/') && !BUILT.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_other_code() {
        let text = "See `src/app.rs` and `Cargo.toml`; not `a::b`, `#/quiz/x`, `x<y>/z`, `dist/a.js` or `word`.\n\
                    ```\n`in/block.rs`\n```\n`crates/engine/`";
        let found: Vec<_> = named(text).collect();
        assert_eq!(found, [(1, "src/app.rs"), (1, "Cargo.toml"), (5, "crates/engine/")]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(check(folder.path()), ["ARCHITECTURE.md is missing"]);
        std::fs::create_dir_all(folder.path().join("src/pages")).unwrap();
        std::fs::write(folder.path().join("src/pages/home.rs"), "").unwrap();
        let text = "`src/pages/` `pages/` `home.rs` `pages/home.rs`\n`ARCHITECTURE.md` `src/none.rs`";
        std::fs::write(folder.path().join(PAGE), text).unwrap();
        assert_eq!(check(folder.path()), ["ARCHITECTURE.md:2: there is no `src/none.rs`"]);
    }
}
