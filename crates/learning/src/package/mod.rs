//! Packages: which files go into one, what its manifest says, and the zip that holds it all.

pub mod files;
mod manifest;
pub mod xml;
mod zip;

use crate::{
    scorm::Version,
    xapi::{
        course::{self, Course},
        share::Share,
        told,
    },
};
use engine::pack::fnv1a;
use xml::escaped;

/// What a learning system takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// SCORM 1.2, which nearly every learning system takes.
    #[default]
    Scorm12,
    /// SCORM 2004, 4th edition.
    Scorm2004,
    /// cmi5, whose learning system has a record store.
    Cmi5,
}

impl Format {
    /// All formats with their names, as a page's `data-host` and the command line have them.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Scorm12, "scorm12"), (Self::Scorm2004, "scorm2004"), (Self::Cmi5, "cmi5")];

    /// The name of the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }

    /// The format of a name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }
}

/// A quiz that is to become a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// For which kind of learning system.
    pub format: Format,
    /// What the learning system calls it.
    pub title: String,
    /// The place of the app that it opens, as addresses have it behind `#`, such as `/quiz/python?n=10`.
    pub start: String,
    /// From how many percent on it is passed, 0 to 100; none where nobody can fail.
    pub pass: Option<u8>,
    /// For cmi5 the address of the record store, where it is on another host than the package.
    pub store: Option<String>,
}

/// Why no package was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The page is none of Plumb's.
    Page,
    /// The files are too many or too large for a zip.
    Size,
    /// The record store has no address that a policy can name.
    Store,
}

impl Package {
    /// A short name, different for different quizzes: what this package keeps in a browser is kept under it, for one
    /// learning system shows all of its packages from one address.
    #[must_use]
    pub fn name(&self) -> String {
        let Self { format, title, start, pass, .. } = self;
        let all = format!("{}\n{title}\n{start}\n{pass:?}", format.name());
        format!("p{:08x}", fnv1a(all.as_bytes()))
    }

    /// The name of the file that it is offered as.
    #[must_use]
    pub fn file_name(&self) -> String {
        let mut words = String::new();
        for letter in self.title.chars().take(60) {
            match letter {
                letter if letter.is_alphanumeric() => words.extend(letter.to_lowercase()),
                _ if words.ends_with('-') || words.is_empty() => {}
                _ => words.push('-'),
            }
        }
        format!("plumb-{}-{}.zip", words.trim_end_matches('-'), self.format.name())
    }

    /// The site's page with what the app reads of a package.
    ///
    /// # Errors
    /// [`Fault::Page`] where this is not the site's page, [`Fault::Store`] where the record store cannot be named.
    pub fn page(&self, page: &str) -> Result<String, Fault> {
        let (before, after) = page.split_once("<html").ok_or(Fault::Page)?;
        let mut told = format!(
            " data-host=\"{}\" data-keep=\"self\" data-name=\"{}\" data-start=\"{}\"",
            self.format.name(),
            self.name(),
            escaped(&self.start)
        );
        if let Some(pass) = self.pass {
            told.push_str(&format!(" data-pass=\"{pass}\""));
        }
        let page = format!("{before}<html{told}{after}");
        let Some(store) = self.store.as_deref().filter(|_| self.format == Format::Cmi5) else { return Ok(page) };
        let origin = origin(store).ok_or(Fault::Store)?;
        Ok(page.replacen(CONNECT, &format!("{CONNECT} {origin}"), 1))
    }

    /// The zip of the site's page and these files of the site, with the manifest.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn zip(&self, page: &str, files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, Fault> {
        let mut all = vec![("index.html".to_owned(), self.page(page)?.into_bytes())];
        all.extend(files);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        let scorm = |version| (manifest::NAME, manifest::manifest(version, self, &names));
        let (name, manifest) = match self.format {
            Format::Scorm12 => scorm(Version::V12),
            Format::Scorm2004 => scorm(Version::V2004),
            Format::Cmi5 => (course::NAME, self.course()),
        };
        // Where somebody opens the zip, what explains it comes first.
        all.insert(0, (name.to_owned(), manifest.into_bytes()));
        zip::zip(&all).ok_or(Fault::Size)
    }

    /// The course of cmi5.
    fn course(&self) -> String {
        course::structure(&Course {
            id: &format!("urn:uuid:{}", told::id(&[&self.name()])),
            title: &self.title,
            description: &self.title,
            language: "en",
            page: manifest::PAGE,
            mastery: self.pass.map(|pass| Share::of(f64::from(pass) / 100.0)),
        })
    }
}

/// Where requests of the page may go, in its policy.
pub const CONNECT: &str = "connect-src 'self'";

/// Scheme, host and port of a record store's address, as a policy names them; none where it does not begin with
/// `https://`, or with `http://` on this machine.
#[must_use]
pub fn origin(store: &str) -> Option<&str> {
    let host = store.strip_prefix("https://").or_else(|| store.strip_prefix("http://"))?;
    let host = host.split(['/', '?', '#']).next()?;
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-:".contains(letter);
    let here = ["127.0.0.1", "localhost"].contains(&name);
    let length = store.find("://")? + "://".len() + host.len();
    let fits = !name.is_empty() && host.chars().all(plain) && (here || store.starts_with("https://"));
    store.get(..length).filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package() -> Package {
        let start = "/quiz/python?n=5&seed=x".into();
        Package { format: Format::Scorm12, title: "Python & \"C\": <1>".into(), start, pass: Some(70), store: None }
    }

    #[test]
    fn a_package_says_what_it_holds_and_what_it_opens() {
        let package = package();
        assert_eq!(package.file_name(), "plumb-python-c-1-scorm12.zip");
        let page = package.page("<!doctype html>\n<html lang=\"en\">").unwrap();
        let name = package.name();
        assert_eq!(
            page,
            format!(
                "<!doctype html>\n<html data-host=\"scorm12\" data-keep=\"self\" data-name=\"{name}\" \
                 data-start=\"/quiz/python?n=5&amp;seed=x\" data-pass=\"70\" lang=\"en\">"
            )
        );
        assert_ne!(name, Package { pass: None, ..package.clone() }.name());
        assert_eq!(package.page("not found"), Err(Fault::Page));
    }

    #[test]
    fn a_course_is_described_and_its_page_may_reach_the_record_store_that_is_named_and_no_other() {
        let package = Package { format: Format::Cmi5, ..package() };
        let xml = package.course();
        assert!(xml.contains("masteryScore=\"0.7\"") && xml.contains("<url>index.html</url>"), "{xml}");
        assert!(xml.contains("<course id=\"urn:uuid:"), "{xml}");
        let page = "<html lang=\"en\"><meta content=\"connect-src 'self'; x\">";
        let of = |store: &str| Package { store: Some(store.into()), ..package.clone() }.page(page);
        assert!(package.page(page).unwrap().contains("connect-src 'self'; x"));
        assert!(
            of("https://lrs.example:8443/xapi/").unwrap().contains("connect-src 'self' https://lrs.example:8443; x")
        );
        for hostile in ["*", "https://*", "http://lrs.example", "https://a;script-src *", "data:", "https://"] {
            assert_eq!(of(hostile), Err(Fault::Store), "{hostile}");
        }
    }

    #[test]
    fn manifests_name_every_file_the_pass_mark_and_the_edition() {
        let old = manifest::manifest(Version::V12, &package(), &["index.html", "assets/a.js"]);
        let new = manifest::manifest(Version::V2004, &package(), &["index.html", "assets/a.js"]);
        for manifest in [&old, &new] {
            assert!(manifest.contains("<title>Python &amp; &quot;C&quot;: &lt;1&gt;</title>"), "{manifest}");
            assert!(manifest.contains("<file href=\"assets/a.js\"/>"), "{manifest}");
        }
        assert!(old.contains("<schemaversion>1.2<") && old.contains("<adlcp:masteryscore>70<"), "{old}");
        assert!(old.contains("adlcp:scormtype=\"sco\""), "{old}");
        assert!(new.contains("<schemaversion>2004 4th Edition<"), "{new}");
        assert!(new.contains("<imsss:minNormalizedMeasure>0.70<") && new.contains("adlcp:scormType=\"sco\""), "{new}");
        let nobody_fails = Package { pass: None, ..package() };
        assert!(!manifest::manifest(Version::V2004, &nobody_fails, &[]).contains("imsss:sequencing"));
    }
}
