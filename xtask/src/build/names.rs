//! Names of built files: with a hash of the content in a release, plain in development.

use sha2::{Digest, Sha256};

/// How files are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// `app.1f3a9c04d2b1.js`: can be cached for ever.
    Hashed,
    /// `app.js`: the same at every build.
    Plain,
}

impl Naming {
    /// The path below the site's root of an asset with this stem, extension and content.
    #[must_use]
    pub fn asset(self, stem: &str, extension: &str, content: &[u8]) -> String {
        match self {
            Self::Hashed => format!("assets/{stem}.{}.{extension}", hash(content)),
            Self::Plain => format!("assets/{stem}.{extension}"),
        }
    }
}

/// The first 12 hexadecimal digits of the content's SHA-256.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_twelve_digits_of_the_content() {
        assert_eq!(Naming::Hashed.asset("app", "js", b"abc"), "assets/app.ba7816bf8f01.js");
        assert_eq!(Naming::Plain.asset("app", "js", b"abc"), "assets/app.js");
    }
}
