//! Packages: which files go into one, what its manifest says, and the zip that holds it all.

pub mod files;
mod manifest;
pub mod xml;
mod zip;

use crate::scorm::Version;
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
}

impl Format {
    /// All formats with their names, as a page's `data-host` and the command line have them.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Scorm12, "scorm12"), (Self::Scorm2004, "scorm2004")];

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
}

/// Why no package was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The page is none of Plumb's.
    Page,
    /// The files are too many or too large for a zip.
    Size,
}

impl Package {
    /// A short name, different for different quizzes: what this package keeps in a browser is kept under it, for one
    /// learning system shows all of its packages from one address.
    #[must_use]
    pub fn name(&self) -> String {
        let Self { format, title, start, pass } = self;
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
    /// [`Fault::Page`] where this is not the site's page.
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
        Ok(format!("{before}<html{told}{after}"))
    }

    /// The zip of the site's page and these files of the site, with the manifest.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn zip(&self, page: &str, files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, Fault> {
        let mut all = vec![("index.html".to_owned(), self.page(page)?.into_bytes())];
        all.extend(files);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        let version = match self.format {
            Format::Scorm12 => Version::V12,
            Format::Scorm2004 => Version::V2004,
        };
        let manifest = manifest::manifest(version, self, &names);
        // Where somebody opens the zip, what explains it comes first.
        all.insert(0, (manifest::NAME.to_owned(), manifest.into_bytes()));
        zip::zip(&all).ok_or(Fault::Size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package() -> Package {
        let start = "/quiz/python?n=5&seed=x".into();
        Package { format: Format::Scorm12, title: "Python & \"C\": <1>".into(), start, pass: Some(70) }
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
