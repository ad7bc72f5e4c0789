//! Pictures of an area: found in its folder `images`, measured, and named by their content.

use crate::File;
use engine::rich::Image;
use sha2::{Digest, Sha256};
use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
};

/// The most bytes of one picture.
const MOST_BYTES: usize = 60_000;

/// The pictures that the questions of an area use.
pub struct Pictures {
    area: String,
    folder: PathBuf,
    used: RefCell<Vec<File>>,
}

impl Pictures {
    /// Those of the area whose folder this is.
    pub fn of(area: &str, folder: &Path) -> Self {
        Self { area: area.to_owned(), folder: folder.join("images"), used: RefCell::default() }
    }

    /// The picture with this file name.
    ///
    /// # Errors
    /// A sentence for the author.
    pub fn find(&self, name: &str, alt: &str) -> Result<Image, String> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        if !["png", "webp", "avif"].contains(&ending) || !crate::question::is_id(stem) {
            return Err(format!(
                "the picture {name:?} must be a png, webp or avif in `images/`, named in lower-case words"
            ));
        }
        if alt.trim().is_empty() {
            return Err(format!("the picture {name:?} has no description; say between `[` and `]` what it shows"));
        }
        let bytes = fs::read(self.folder.join(name))
            .map_err(|error| format!("the picture {name:?} cannot be read from `images/`: {error}"))?;
        if bytes.len() > MOST_BYTES {
            return Err(format!("the picture {name:?} has {} bytes; keep it below {MOST_BYTES}", bytes.len()));
        }
        let size = imagesize::blob_size(&bytes).map_err(|error| format!("{name:?} is no picture: {error}"))?;
        let side = |side: usize| u16::try_from(side).map_err(|_| format!("the picture {name:?} is too large"));
        let hash: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let file = format!("{}-{stem}.{hash}.{ending}", self.area);
        let image = Image { file, alt: alt.to_owned(), width: side(size.width)?, height: side(size.height)? };
        let mut used = self.used.borrow_mut();
        if used.iter().all(|known| known.name != image.file) {
            used.push(File { name: image.file.clone(), bytes });
        }
        Ok(image)
    }

    /// The pictures that were asked for.
    pub fn used(self) -> Vec<File> {
        self.used.into_inner()
    }
}
