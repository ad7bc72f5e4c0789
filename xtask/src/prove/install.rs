//! Gets tools that are missing, when the person asks for it, and says how where they do not.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::tools::{From, Tool, Tools};
use crate::{apt, run};

/// The command that gets a tool.
pub fn how(tool: &str) -> String {
    match Tool::named(tool).map(|tool| tool.source) {
        Some(From::Debian(packages)) => format!("`apt-get install {}`", packages.join(" ")),
        Some(From::PyPi(_) | From::Npm(_)) => "`cargo xtask bank prove --install`".into(),
        None => format!("`apt-get install {tool}`"),
    }
}

/// Gets those of these tools that are missing; says which of them cannot be had.
///
/// # Errors
/// When a folder cannot be made.
pub fn get(home: &Path, names: &BTreeSet<&str>) -> Result<()> {
    std::fs::create_dir_all(home).with_context(|| format!("cannot make {}", home.display()))?;
    let found = Tools::find(home, names);
    let here: BTreeSet<&str> = found.all().map(|installed| installed.tool.name).collect();
    let missing: Vec<&Tool> = names.difference(&here).filter_map(|name| Tool::named(name)).collect();
    if run::on_path("bwrap").is_none() && !apt::install(&["bubblewrap"]) {
        eprintln!("bubblewrap could not be installed here");
    }
    let (mut python, mut npm) = (Vec::new(), Vec::new());
    for tool in missing {
        match tool.source {
            // One by one: what one tool needs may not go with what another needs.
            From::Debian(packages) if !apt::install(packages) => {
                eprintln!("{} could not be installed here: {}", tool.name, how(tool.name));
            }
            From::Debian(_) => {}
            From::PyPi(package) => python.push(package),
            From::Npm(package) => npm.push(package),
        }
    }
    for (what, packages, result) in [("PyPI", &python, from_pypi(home, &python)), ("npm", &npm, from_npm(home, &npm))] {
        if let Err(error) = result {
            eprintln!("These could not be fetched from {what}: {} ({error:#})", packages.join(", "));
        }
    }
    Ok(())
}

fn from_pypi(home: &Path, packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let folder = home.join("python");
    run::step(&format!("Fetching {} from PyPI (once)", packages.join(", ")), || {
        run::capture(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run::capture(Command::new(folder.join("bin/python")).args(["-m", "pip", "install", "-q"]).args(packages))
    })?;
    Ok(())
}

fn from_npm(home: &Path, packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    run::step(&format!("Fetching {} from npm (once)", packages.join(", ")), || {
        let mut command = Command::new("npm");
        command.current_dir(home).args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"]);
        run::capture(command.args(packages))
    })?;
    Ok(())
}
