//! What a tool that runs proofs is, and which tools are here in which version.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use bank::Version;
use bank::proof::Proof;

use super::list::TABLE;
use crate::run;

/// One tool: how its programs are run, and where it comes from.
#[derive(Debug)]
pub struct Tool {
    /// Its name in banks.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The program that must be here.
    pub program: &'static str,
    /// The shell command that prints its version; `{}` is the program.
    pub version: &'static str,
    /// The file that a proof's program is written to.
    pub file: &'static str,
    /// The shell command that runs it; `{}` is the tool's program.
    pub command: &'static str,
    /// Shell commands that start its server where a proof asks for one.
    pub server: Option<Server>,
    /// Where it comes from.
    pub source: From,
    /// The oldest version that the banks speak of; empty where they do not say.
    pub oldest: &'static str,
}

/// A server that runs beside a proof's program, in the same jail.
#[derive(Debug)]
pub struct Server {
    /// Whether it is started for every proof, or only for those with a `config`.
    pub always: bool,
    /// What stands around the proof's `config`, which replaces `CONFIG`; written to the file `.server.conf`.
    pub config: &'static str,
    /// Starts it in the background; `$PORT` is its port.
    pub start: &'static str,
    /// Succeeds once it is ready.
    pub ready: &'static str,
}

/// Where a tool comes from.
#[derive(Debug, Clone, Copy)]
pub enum From {
    /// Packages of Debian.
    Debian(&'static [&'static str]),
    /// A package of PyPI, in a virtual environment of its own.
    PyPi(&'static str),
    /// A package of npm, in a folder of its own.
    Npm(&'static str),
}

/// A tool that is here.
#[derive(Debug, Clone)]
pub struct Installed {
    /// Its line in the table.
    pub tool: &'static Tool,
    /// Its program, as the shell calls it.
    pub program: String,
    /// What must be set for it, as `NAME=value`.
    pub environment: Option<String>,
    /// Its version.
    pub version: Version,
}

/// The tools that are here, in all their versions.
#[derive(Debug)]
pub struct Tools(BTreeMap<&'static str, Vec<Installed>>);

impl Tool {
    /// The line of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLE.iter().find(|tool| tool.name == name)
    }
}

impl Installed {
    /// Its name and version, such as `Python 3.11.7`.
    pub fn title(&self) -> String {
        format!("{} {}", self.tool.label, self.version)
    }
}

impl Tools {
    /// Looks for the tools of these names.
    pub fn find(home: &Path, names: &BTreeSet<&str>) -> Self {
        let tools = TABLE.iter().filter(|tool| names.contains(tool.name));
        Self(tools.map(|tool| (tool.name, versions(tool, home))).collect())
    }

    /// All that was found.
    pub fn all(&self) -> impl Iterator<Item = &Installed> {
        self.0.values().flatten()
    }

    /// The versions of a tool on which a proof must hold: of those that it names, the first found, the
    /// oldest and the newest.
    pub fn fitting(&self, name: &str, proof: &Proof) -> Vec<&Installed> {
        let own = proof.tools.first().is_some_and(|first| first == name);
        let fits = |installed: &&Installed| {
            let oldest = installed.tool.oldest.parse().ok();
            let since = proof.since.as_ref().filter(|_| own).or(oldest.as_ref());
            let before = proof.before.as_ref().filter(|_| own);
            since.is_none_or(|since| installed.version >= *since)
                && before.is_none_or(|before| installed.version < *before)
        };
        let all: Vec<&Installed> = self.0.get(name).into_iter().flatten().filter(fits).collect();
        let by_version = |installed: &&&Installed| installed.version.clone();
        let chosen = [all.iter().min_by_key(by_version), all.first(), all.iter().max_by_key(by_version)];
        let mut chosen: Vec<&Installed> = chosen.into_iter().flatten().copied().collect();
        chosen.sort_by(|one, other| one.version.cmp(&other.version));
        chosen.dedup_by(|one, other| one.version == other.version);
        chosen
    }
}

/// Every version of a tool that is here; the one that the person calls by its name comes first.
fn versions(tool: &'static Tool, home: &Path) -> Vec<Installed> {
    let own = match tool.source {
        From::PyPi(_) => Some(home.join("python/bin/python")),
        From::Debian(_) | From::Npm(_) => None,
    };
    let environment = match tool.source {
        From::Npm(_) => Some(format!("NODE_PATH={}", home.join("node_modules").display())),
        From::Debian(_) | From::PyPi(_) => None,
    };
    let mut places: Vec<PathBuf> = own.into_iter().chain(on_path(tool.program)).collect();
    if tool.name == "python3" {
        places.extend(other_pythons());
    }
    let mut found: Vec<Installed> = Vec::new();
    for place in places {
        let program = format!("'{}'", place.display());
        let mut command = Command::new("sh");
        command.args(["-c", &tool.version.replace("{}", &program)]);
        command.envs(environment.as_deref().and_then(|setting| setting.split_once('=')));
        let said = run::capture(&mut command).unwrap_or_default();
        let Some(version) = Version::find(&said) else { continue };
        if found.iter().all(|other| other.version != version) {
            found.push(Installed { tool, program, environment: environment.clone(), version });
        }
    }
    found
}

/// A program on the PATH, or where administrators' programs are. Python may be a script that chooses one
/// by settings outside the jail, so that it is asked where it really is.
fn on_path(program: &str) -> Option<PathBuf> {
    let path = run::on_path(program).or_else(|| {
        ["/usr/sbin", "/usr/local/sbin"]
            .iter()
            .map(|folder| Path::new(folder).join(program))
            .find(|path| path.is_file())
    })?;
    if !program.starts_with("python") {
        return Some(path);
    }
    let said = run::capture(Command::new(&path).args(["-c", "import sys; print(sys.executable)"])).ok()?;
    Some(PathBuf::from(said.trim()))
}

/// Pythons beside the one that is called `python3`: those with their version in the name, and pyenv's.
fn other_pythons() -> Vec<PathBuf> {
    let named = (9..30).filter_map(|minor| run::on_path(&format!("python3.{minor}")));
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let root = variable("PYENV_ROOT").or_else(|| variable("HOME").map(|home| home.join(".pyenv")));
    let folders = root.and_then(|root| std::fs::read_dir(root.join("versions")).ok());
    let pyenv = folders.into_iter().flatten().flatten().map(|folder| folder.path().join("bin/python3"));
    named.chain(pyenv.filter(|path| path.is_file())).collect()
}
