//! `cargo xtask package`: a quiz as a zip that a learning system takes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use engine::bank::{Area, Catalogue};
use learning::package::{Fault, Format, Package, files};
use lexopt::prelude::{Long, Short, ValueExt};

use crate::build::site::INDEX;
use crate::workspace::Workspace;
use crate::{banks, build};

/// What the person chose.
#[derive(Debug, Default)]
struct Options {
    format: Format,
    area: String,
    title: Option<String>,
    pass: Option<u8>,
    store: Option<String>,
    count: u16,
    /// What else decides which questions are asked and how, as the address of a quiz has it.
    query: Vec<(&'static str, String)>,
    out: Option<PathBuf>,
}

/// Makes the package that the words ask for.
///
/// # Errors
/// When the words ask for something that there is not, or the release cannot be built.
pub fn run(workspace: &Workspace, words: lexopt::Parser) -> Result<()> {
    let options = read(words)?;
    build::unless_fresh(workspace)?;
    let dist = workspace.dist();
    let catalogue = std::fs::read(banks::read(workspace)?.catalogue)?;
    let Ok(catalogue) = Catalogue::read(&catalogue) else { bail!("the catalogue is damaged; run `cargo xtask build`") };
    let areas = options.area.split(',').map(|id| known(&catalogue, id)).collect::<Result<Vec<&Area>>>()?;
    let titles: Vec<&str> = areas.iter().map(|area| area.title.as_str()).collect();
    let package = Package {
        format: options.format,
        title: options.title.clone().unwrap_or_else(|| titles.join(", ")),
        start: start(&options),
        pass: options.pass,
        store: options.store.clone(),
    };
    let page = String::from_utf8(asset(&dist, INDEX)?).context("the page of the release is no text")?;
    let files = collect(&dist, &page, &areas)?;
    let zip = match package.zip(&page, files) {
        Ok(zip) => zip,
        Err(Fault::Store) => bail!("the record store needs its full address, such as https://lrs.example/xapi/"),
        Err(_) => bail!("the package is too large for a zip"),
    };
    let out = options.out.unwrap_or_else(|| PathBuf::from(package.file_name()));
    std::fs::write(&out, &zip).with_context(|| format!("cannot write {}", out.display()))?;
    say!("{} holds “{}” in {} kB", out.display(), package.title, zip.len().div_ceil(1000));
    Ok(())
}

fn read(mut words: lexopt::Parser) -> Result<Options> {
    let mut options = Options { count: 10, ..Options::default() };
    while let Some(word) = words.next()? {
        match word {
            Long("format") => {
                let name = words.value()?.string()?;
                let all = Format::ALL.map(|(_, name)| name).join(", ");
                options.format = Format::of(&name).with_context(|| format!("there is no format {name}; use {all}"))?;
            }
            Long("area") => options.area = words.value()?.string()?,
            Long("title") => options.title = Some(words.value()?.string()?),
            Long("count") => options.count = words.value()?.parse_with(|text| within(text, 1, 200))?,
            Long("store") => options.store = Some(words.value()?.string()?),
            Long("pass") => options.pass = Some(words.value()?.parse_with(|text| within(text, 0, 100))?),
            Long("minutes") => {
                let minutes: u16 = words.value()?.parse_with(|text| within(text, 1, 600))?;
                options.query.push(("minutes", minutes.to_string()));
            }
            Long("mode") => match words.value()?.string()?.as_str() {
                "practice" => {}
                "exam" => options.query.push(("mode", "exam".into())),
                "assessment" => options.query.push(("mode", "assessment".into())),
                other => bail!("there is no mode {other}; use practice, exam or assessment"),
            },
            Long("seed") => options.query.push(("seed", name(&words.value()?.string()?)?)),
            Long("topics") => options.query.push(("topics", name(&words.value()?.string()?)?)),
            Long("levels") => options.query.push(("levels", name(&words.value()?.string()?)?)),
            Long("out") | Short('o') => options.out = Some(PathBuf::from(words.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.area.is_empty() {
        bail!("say which area: `cargo xtask package --area python`");
    }
    Ok(options)
}

fn within<T: std::str::FromStr + PartialOrd + std::fmt::Display>(text: &str, least: T, most: T) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| *number >= least && *number <= most);
    number.ok_or_else(|| format!("write a whole number from {least} to {most}"))
}

/// What may stand in an address without harm.
fn name(text: &str) -> Result<String> {
    let fits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.,".contains(&b));
    if !fits {
        bail!("{text:?} may have letters, digits and - _ . only, and commas between several");
    }
    Ok(text.to_owned())
}

fn start(options: &Options) -> String {
    let mut start = format!("/quiz/{}?n={}", options.area, options.count);
    for (name, value) in &options.query {
        start.push_str(&format!("&{name}={value}"));
    }
    start
}

fn known<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Area> {
    catalogue.area(id).with_context(|| {
        let all: Vec<&str> = catalogue.areas.iter().map(|area| area.id.as_str()).collect();
        format!("there is no area {id:?}; there are {}", all.join(", "))
    })
}

/// The files of the release that a quiz of these areas needs: path and content.
fn collect(dist: &Path, page: &str, areas: &[&Area]) -> Result<Vec<(String, Vec<u8>)>> {
    let shell = files::of_page(page);
    let script = files::script(&shell).context("the page of the release names no script")?;
    let script = String::from_utf8(asset(dist, script)?).context("the script of the release is no text")?;
    let mut paths: BTreeSet<String> = shell.into_iter().chain(files::of_script(&script)).collect();
    for area in areas {
        for path in files::of_area(area) {
            paths.extend(files::pictures(&area.id, &asset(dist, &path)?));
            paths.insert(path);
        }
    }
    paths.into_iter().map(|path| asset(dist, &path).map(|bytes| (path, bytes))).collect()
}

fn asset(dist: &Path, path: &str) -> Result<Vec<u8>> {
    std::fs::read(dist.join(path)).with_context(|| format!("cannot read {path} of the release"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &str) -> Result<Options> {
        read(lexopt::Parser::from_args(words.split(' ')))
    }

    #[test]
    fn the_words_become_the_address_of_a_quiz() {
        let options =
            options("--area python --mode exam --count 20 --pass 70 --minutes 30 --seed abc --format scorm2004");
        let options = options.unwrap();
        assert_eq!(start(&options), "/quiz/python?n=20&mode=exam&minutes=30&seed=abc");
        assert_eq!((options.format, options.pass), (Format::Scorm2004, Some(70)));
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        for words in
            ["--count 5", "--area a --pass 101", "--area a --format x", "--area a --mode x", "--area a --seed é"]
        {
            assert!(options(words).is_err(), "{words}");
        }
        let message = format!("{:#}", options("--area a --count 0").unwrap_err());
        assert!(message.contains("whole number from 1 to 200"), "{message}");
    }
}
