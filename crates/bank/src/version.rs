//! Versions of tools: numbers with points between them.

use serde::{Deserialize, Deserializer, de::Error};
use std::{fmt, str::FromStr};

/// A version such as 3.11.2; one that is shorter comes before those that it begins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(Vec<u32>);

/// Why a text is no version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoVersion;

impl fmt::Display for NoVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a version is numbers with points between them, such as \"3.9\"")
    }
}

impl FromStr for Version {
    type Err = NoVersion;

    fn from_str(text: &str) -> Result<Self, NoVersion> {
        let numbers: Result<Vec<u32>, _> = text.split('.').map(str::parse).collect();
        numbers.map(Self).map_err(|_| NoVersion)
    }
}

impl Version {
    /// The first version that stands in what a program says of itself.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let words = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        words.map(|word| word.trim_matches('.')).filter(|word| word.contains('.')).find_map(|word| word.parse().ok())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| D::Error::custom(format!("{text:?}: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn versions_are_compared_number_by_number() {
        assert!(version("3.9") < version("3.11"));
        assert!(version("3.9") < version("3.9.1"));
        assert!(version("3.10.1") > version("3.9.20"));
        assert_eq!("3.x".parse::<Version>(), Err(NoVersion));
    }

    #[test]
    fn a_version_is_found_in_what_programs_say() {
        for (said, found) in [
            ("Python 3.11.7", "3.11.7"),
            ("v20.20.2", "20.20.2"),
            ("3.40.1 2022-12-28 14:03:47 df5c253c0b3dd24916e4ec7cf77d3db5294cc9fd", "3.40.1"),
            ("psql (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "15.18"),
            ("nginx version: nginx/1.22.1", "1.22.1"),
            ("go version go1.19.8 linux/amd64", "1.19.8"),
        ] {
            assert_eq!(Version::find(said), Some(version(found)), "{said}");
        }
        assert_eq!(Version::find("no number"), None);
    }
}
