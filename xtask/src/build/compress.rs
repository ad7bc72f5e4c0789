//! Compresses each file once, as well as possible, so that hosts need not do it at each request.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use super::site::Site;

/// One file in both forms.
#[derive(Debug, Clone)]
pub struct Pair {
    /// With brotli, quality 11.
    pub brotli: Vec<u8>,
    /// With gzip, level 9.
    pub gzip: Vec<u8>,
}

/// The compressed forms, by path.
pub type Compressed = BTreeMap<String, Pair>;

/// Compresses every file that gains by it.
///
/// # Errors
/// When a compressor fails.
pub fn all(site: &Site) -> Result<Compressed> {
    let files: Vec<_> = site.files().filter(|(path, _)| gains(path)).collect();
    // The module takes longest; it gets a thread of its own, and so does each of the rest.
    let results: Vec<Result<(String, Pair)>> = std::thread::scope(|scope| {
        let work: Vec<_> =
            files.iter().map(|(path, bytes)| scope.spawn(move || Ok(((*path).to_owned(), pair(bytes)?)))).collect();
        let failed = || Err(anyhow::anyhow!("the compressor stopped"));
        work.into_iter().map(|thread| thread.join().unwrap_or_else(|_| failed())).collect()
    });
    results.into_iter().collect()
}

/// The content with brotli at its best.
///
/// # Errors
/// When the compressor fails.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut output, &parameters)?;
    Ok(output)
}

fn pair(bytes: &[u8]) -> Result<Pair> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(Pair { brotli: brotli(bytes)?, gzip: encoder.finish()? })
}

fn gains(path: &str) -> bool {
    ![".png", ".webp", ".avif", ".jpg", ".woff2"].iter().any(|extension| path.ends_with(extension))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = b"plumb ".repeat(200);
        let pair = pair(&text).unwrap();
        assert!(pair.brotli.len() < 60 && pair.gzip.len() < 60);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut Cursor::new(&pair.brotli), &mut back).unwrap();
        assert_eq!(back, text);
        back.clear();
        flate2::read::GzDecoder::new(pair.gzip.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }
}
