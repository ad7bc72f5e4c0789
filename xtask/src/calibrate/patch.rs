//! Refitted levels as a patch to the banks, for a person to read and to apply.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use similar::TextDiff;

/// Another level for a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its file, relative to `questions/`.
    pub file: String,
    /// Its id.
    pub question: String,
    /// The level that its answers speak for, 1 to 5.
    pub level: u8,
}

/// All proposals as one unified diff against the files in `questions`; empty where there is none.
///
/// # Errors
/// When a file cannot be read.
pub fn patch(questions: &Path, proposals: &[Proposal]) -> Result<String> {
    let mut files: BTreeMap<&str, BTreeMap<&str, u8>> = BTreeMap::new();
    for proposal in proposals {
        files.entry(&proposal.file).or_default().insert(&proposal.question, proposal.level);
    }
    let mut patch = String::new();
    for (file, levels) in files {
        let path = questions.join(file);
        let old = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let new = relevelled(&old, &levels).map_err(|why| anyhow!("{file}: {why}"))?;
        patch += &diff(&format!("questions/{file}"), &old, &new);
    }
    Ok(patch)
}

/// The file with other levels.
fn relevelled(text: &str, levels: &BTreeMap<&str, u8>) -> Result<String, String> {
    let mut new = text.to_owned();
    // From the end on, so that the places before stay what they are.
    for at in bank::levels(text)?.into_iter().rev() {
        if let Some(level) = levels.get(at.id.as_str()) {
            new.replace_range(at.span, &level.to_string());
        }
    }
    Ok(new)
}

/// A unified diff that `git apply` takes.
fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// As authors write them: a decoy in a prompt, another order of fields, no line end at the end, and `\r\n`.
    const PLAIN: &str = "[[question]]\nid = \"one\"\nlevel = 2\nprompt = '''\nlevel = 2\n'''\n\n[[question]]\nid = \"two\"\nlevel = 4 # hard\n\n\n\n\n\n\n\n\n[[question]]\nlevel = 1\nid = \"three\"";

    fn proposal(file: &str, question: &str, level: u8) -> Proposal {
        Proposal { file: file.into(), question: question.into(), level }
    }

    #[test]
    fn git_applies_the_patch_and_only_levels_change() {
        let root = tempfile::tempdir().unwrap();
        let questions = root.path().join("questions");
        std::fs::create_dir_all(questions.join("a")).unwrap();
        std::fs::write(questions.join("a/plain.toml"), PLAIN).unwrap();
        std::fs::write(questions.join("a/other.toml"), PLAIN.replace('\n', "\r\n")).unwrap();
        let proposals = [
            proposal("a/plain.toml", "one", 3),
            proposal("a/plain.toml", "three", 5),
            proposal("a/other.toml", "two", 1),
        ];
        let text = patch(&questions, &proposals).unwrap();
        std::fs::write(root.path().join("levels.patch"), &text).unwrap();
        let mut git = Command::new("git");
        let ran = git.current_dir(root.path()).args(["apply", "--verbose", "levels.patch"]).output().unwrap();
        assert!(ran.status.success(), "{}\n{text}", String::from_utf8_lossy(&ran.stderr));
        let read = |file: &str| std::fs::read_to_string(questions.join(file)).unwrap();
        let wanted = PLAIN.replacen("level = 2", "level = 3", 1).replace("level = 1", "level = 5");
        assert_eq!(read("a/plain.toml"), wanted);
        assert_eq!(read("a/other.toml"), PLAIN.replace("level = 4", "level = 1").replace('\n', "\r\n"));
    }

    #[test]
    fn without_a_proposal_there_is_no_patch() {
        assert_eq!(patch(Path::new("nowhere"), &[]).unwrap(), "");
        assert!(patch(Path::new("nowhere"), &[proposal("a/b.toml", "c", 2)]).is_err());
    }
}
