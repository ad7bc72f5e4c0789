//! `cargo xtask bank prove`: runs what shows that keys are right, and notes in `proofs.lock` what held.

mod cache;
mod diff;
mod install;
mod jail;
mod list;
mod runner;

mod tools;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
#[cfg(test)]
use std::time::Duration;
use std::time::Instant;

use anyhow::{Result, bail};
use bank::lint::Named;
use bank::lock::{Entry, Lock};

use crate::table;
use crate::workspace::Workspace;
use cache::Cache;
use jail::Jail;
use runner::{Limits, Outcome, Runner};
use tools::{Installed, Tools};

/// What the person chose.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Areas or questions (`python`, `python/blocking-call-in-coroutine`); all where it is empty.
    pub names: Vec<String>,
    /// Get the tools that are missing.
    pub install: bool,
    /// Run again what has held before.
    pub fresh: bool,
    /// Run without bubblewrap's jail: programs can then reach the network and all of the person's files.
    pub unjailed: bool,
}

/// How one proof ended.
#[derive(Debug, Default)]
struct Verdict {
    /// The tools on which it held.
    held: Vec<String>,
    /// What it came to where it fell.
    fell: Vec<String>,
    /// The tools that are not here.
    missing: Vec<String>,
}

/// Runs the proofs.
///
/// # Errors
/// When one falls, or none can be run.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let area = |name: &String| name.split('/').next().unwrap_or_default().to_owned();
    let areas: Vec<String> = options.names.iter().map(area).collect();
    let all = bank::lint::proofs(&workspace.questions(), &areas).map_err(|faults| crate::banks::told(&faults))?;
    let chosen: Vec<&Named> = all.iter().filter(|proof| chosen(proof, &options.names)).collect();
    if chosen.is_empty() && options.names.iter().all(|name| workspace.questions().join(name).is_dir()) {
        say!("No question of {} has a proof.", if areas.is_empty() { "any area".into() } else { areas.join(", ") });
        return Ok(());
    }
    if chosen.is_empty() {
        bail!("no proof is called {}; name areas or questions, as in `bank prove python`", options.names.join(" or "));
    }
    let home = workspace.scratch().join("prove");
    let wanted: BTreeSet<&str> = chosen.iter().flat_map(|named| &named.proof.tools).map(String::as_str).collect();
    if options.install {
        install::get(&home, &wanted)?;
    }
    let runner = Runner {
        jail: Jail::new(&home, options.unjailed)?,
        limits: Limits::default(),
        tools: Tools::find(&home, &wanted),
    };
    let cache = Cache::read(&home, options.fresh);
    let start = Instant::now();
    let verdicts = run_all(&runner, &cache, &chosen);
    cache.write()?;
    let verdicts: Vec<(&Named, Verdict)> = chosen.iter().copied().zip(verdicts).collect();
    note(workspace, &areas, &all, &verdicts)?;
    report(&verdicts, &runner.tools);
    eprintln!("{} proofs in {:.1} s", verdicts.len(), start.elapsed().as_secs_f64());
    match verdicts.iter().filter(|(_, verdict)| !verdict.fell.is_empty()).count() {
        0 => Ok(()),
        1 => bail!("1 proof fell: its key is wrong, or it does not prove it"),
        fallen => bail!("{fallen} proofs fell: their keys are wrong, or they do not prove them"),
    }
}

/// Runs every proof whose tools are at hand, as a step of `ci`.
///
/// # Errors
/// When one falls.
pub fn here(workspace: &Workspace) -> Result<()> {
    if let Err(error) = Jail::new(&workspace.scratch().join("prove"), false) {
        // That each proof has held as it stands was checked by the linter.
        eprintln!("Not run again here: {error:#}");
        return Ok(());
    }
    run(workspace, &Options::default())
}

fn chosen(named: &Named, names: &[String]) -> bool {
    let is = |name: &String| *name == named.area || *name == format!("{}/{}", named.area, named.question);
    names.is_empty() || names.iter().any(is)
}

/// Each proof on all its tools, side by side on all cores.
fn run_all(runner: &Runner, cache: &Cache, proofs: &[&Named]) -> Vec<Verdict> {
    let results: Mutex<BTreeMap<usize, Verdict>> = Mutex::default();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(named) = proofs.get(at) else { return };
                    let verdict = prove(runner, cache, named);
                    let Ok(mut results) = results.lock() else { return };
                    results.insert(at, verdict);
                    if results.len() % 20 == 0 {
                        eprintln!("    {} of {}", results.len(), proofs.len());
                    }
                }
            });
        }
    });
    results.into_inner().unwrap_or_default().into_values().collect()
}

fn prove(runner: &Runner, cache: &Cache, named: &Named) -> Verdict {
    let mut verdict = Verdict::default();
    for name in &named.proof.tools {
        let found = runner.tools.fitting(name, &named.proof);
        if found.is_empty() {
            verdict.missing.push(name.clone());
        }
        for tool in found {
            let key = format!("{} {}", named.proof.hash, tool.title());
            let outcome = if cache.held(&key) { Outcome::Held } else { runner.run(&named.proof, tool) };
            match outcome {
                Outcome::Held => {
                    cache.note(key);
                    verdict.held.push(tool.title());
                }
                Outcome::Fell(why) => verdict.fell.push(format!("on {}: {why}", tool.title())),
            }
        }
    }
    verdict
}

/// Brings `proofs.lock` up to date: entries are added and dropped, and what still holds stays as it is.
fn note(workspace: &Workspace, areas: &[String], all: &[Named], verdicts: &[(&Named, Verdict)]) -> Result<()> {
    let questions = workspace.questions();
    let mut lock = Lock::read(&questions).unwrap_or_default();
    let before = lock.clone();
    let date = jiff::Timestamp::now().strftime("%F").to_string();
    for (named, verdict) in verdicts {
        let known = lock.get(&named.area, &named.question).is_some_and(|entry| entry.hash == named.proof.hash);
        if verdict.fell.is_empty() && verdict.missing.is_empty() && !known {
            let entry = Entry { hash: named.proof.hash.clone(), on: verdict.held.clone(), date: date.clone() };
            lock.set(&named.area, &named.question, entry);
        }
    }
    // What fell is proved no more, whatever it was before.
    let fallen = |area: &str, question: &str| {
        let mut fallen = verdicts.iter().filter(|(_, verdict)| !verdict.fell.is_empty());
        fallen.any(|(named, _)| named.area == area && named.question == question)
    };
    let named = |area: &str, question: &str| all.iter().any(|named| named.area == area && named.question == question);
    let other = |area: &str| !areas.is_empty() && areas.iter().all(|name| name != area);
    lock.keep(|area, question| other(area) || (named(area, question) && !fallen(area, question)));
    if lock != before {
        lock.write(&questions)?;
    }
    Ok(())
}

/// What fell, with what was expected; then a line an area; then what is missing.
fn report(verdicts: &[(&Named, Verdict)], tools: &Tools) {
    let mut areas: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
    for (named, verdict) in verdicts {
        let (file, line) = &named.place;
        for why in &verdict.fell {
            say!("{file}:{line}: question {:?} {why}\n", named.question);
        }
        let [held, fell, not_here] = areas.entry(&named.area).or_default();
        let count = match verdict {
            Verdict { fell: why, .. } if !why.is_empty() => fell,
            Verdict { held: on, .. } if !on.is_empty() => held,
            _ => not_here,
        };
        *count += 1;
        for tool in &verdict.missing {
            *missing.entry(tool).or_default() += 1;
        }
    }
    let rows = areas.iter().map(|(area, counts)| {
        std::iter::once((*area).to_owned()).chain(counts.iter().map(ToString::to_string)).collect()
    });
    table::print(&["area", "held", "fell", "not re-run here"], rows);
    for (tool, count) in missing {
        say!("{tool} is not here for {count} of them: {}", install::how(tool));
    }
    let used: Vec<String> = tools.all().map(Installed::title).collect();
    say!("Tools: {}", used.join(", "));
}

#[cfg(test)]
mod tests;
