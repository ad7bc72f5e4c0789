//! `cargo xtask`: everything that is done to Plumb's sources, with nothing installed but cargo and node.

#![warn(clippy::print_stdout)]

#[macro_use]
mod say;
mod apt;
mod banks;
mod browser;
mod budgets;
mod build;
mod calibrate;
mod ci;
mod desktop;
mod files;
mod firefox;
mod help;
mod node;
mod package;
mod prove;
mod run;
mod rust;
mod serve;
mod table;
mod test;
mod tidy;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use workspace::Workspace;

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nStopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line and does what it says.
fn command() -> Result<()> {
    let mut words = lexopt::Parser::from_env();
    let mut command = String::from("help");
    while let Some(word) = words.next()? {
        match word {
            Value(name) => {
                command = name.string()?;
                break;
            }
            Long("help") | Short('h') => {}
            other => return Err(other.unexpected().into()),
        }
    }
    match command.as_str() {
        "help" => {
            say!("{}", help::TEXT.trim());
            Ok(())
        }
        "serve" => serve(words),
        "build" => build(words),
        "test" => test(words),
        "bench" => no_more(words).and_then(|()| test::bench(&Workspace::find()?)),
        "bank" => bank(words),
        "calibrate" => calibrate(words),
        "package" => package::run(&Workspace::find()?, words),
        "tidy" => no_more(words).and_then(|()| tidy::check(&Workspace::find()?)),
        "budgets" => no_more(words).and_then(|()| budgets::check(&Workspace::find()?.dist())),
        "ci" => no_more(words).and_then(|()| ci::run(&Workspace::find()?)),
        unknown => bail!("there is no command `{unknown}`; `cargo xtask help` lists them"),
    }
}

fn serve(mut words: lexopt::Parser) -> Result<()> {
    let mut options = serve::Options { port: 8080, dist: false };
    while let Some(word) = words.next()? {
        match word {
            Long("port") | Short('p') => options.port = words.value()?.parse()?,
            Long("dist") => options.dist = true,
            other => return Err(other.unexpected().into()),
        }
    }
    serve::run(&Workspace::find()?, &options)
}

fn build(mut words: lexopt::Parser) -> Result<()> {
    let workspace = Workspace::find()?;
    let mut options = build::Options { out: workspace.dist(), plain: false, url: None };
    let (mut out, mut single, mut areas) = (None, false, Vec::new());
    while let Some(word) = words.next()? {
        match word {
            Long("out") | Short('o') => out = Some(std::path::absolute(PathBuf::from(words.value()?))?),
            Long("plain") => options.plain = true,
            Long("url") => options.url = Some(words.value()?.string()?),
            Long("single-file") => single = true,
            Long("area") => areas.push(words.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if single {
        options.out = out.unwrap_or_else(|| workspace.root.join("plumb.html"));
        return build::single(&workspace, &areas, &options);
    }
    if !areas.is_empty() {
        bail!("a build has all areas; with `--single-file` it can have some");
    }
    options.out = out.unwrap_or(options.out);
    build::release(&workspace, &options)
}

fn test(mut words: lexopt::Parser) -> Result<()> {
    let mut options = test::Options { part: test::Part::All, more: Vec::new() };
    // What stands behind the part is for the test runner: `test browser -g axe`.
    let rest = words.raw_args()?;
    match rest.peek().and_then(|word| word.to_str()) {
        Some("native") => options.part = test::Part::Native,
        Some("browser") => options.part = test::Part::Browser,
        Some("firefox") => options.part = test::Part::Firefox,
        Some("webkit") => options.part = test::Part::WebKit,
        Some("orca") => options.part = test::Part::Orca,
        Some(other) => bail!("`test` knows `native`, `browser`, `firefox`, `webkit` and `orca`, not `{other}`"),
        None => {}
    }
    options.more = rest.skip(1).filter(|word| word != "--").collect();
    test::run(&Workspace::find()?, &options)
}

fn bank(mut words: lexopt::Parser) -> Result<()> {
    let what = match words.next()? {
        Some(Value(what)) => what.string()?,
        _ => bail!("say what to do with the banks: `cargo xtask bank lint`, `prove` or `stats`"),
    };
    let mut options = prove::Options::default();
    while let Some(word) = words.next()? {
        match word {
            Value(name) => options.names.push(name.string()?),
            Long("install") if what == "prove" => options.install = true,
            Long("fresh") if what == "prove" => options.fresh = true,
            Long("unjailed") if what == "prove" => options.unjailed = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let workspace = Workspace::find()?;
    match what.as_str() {
        "lint" => banks::lint(&workspace, &options.names),
        "prove" => prove::run(&workspace, &options),
        "stats" => banks::stats(&workspace, &options.names),
        // Not in the help: `serve` calls it to compile banks with a compiler that has just changed.
        "compile" => banks::prepare(&workspace).map(drop),
        other => bail!("`bank` knows `lint`, `prove` and `stats`, not `{other}`"),
    }
}

fn calibrate(mut words: lexopt::Parser) -> Result<()> {
    let mut options = calibrate::Options::default();
    while let Some(word) = words.next()? {
        match word {
            Value(file) => options.files.push(file.into()),
            Long("json") => options.json = Some(words.value()?.into()),
            Long("patch") => options.patch = Some(words.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.files.is_empty() {
        bail!("name export files, one or more of each person: `cargo xtask calibrate exports/*.txt`");
    }
    calibrate::run(&Workspace::find()?, &options)
}

fn no_more(mut words: lexopt::Parser) -> Result<()> {
    match words.next()? {
        Some(word) => Err(word.unexpected().into()),
        None => Ok(()),
    }
}
