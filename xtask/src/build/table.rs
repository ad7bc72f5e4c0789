//! The table of sizes that a build ends with.

use super::compress::Compressed;
use super::site::Site;

/// Prints each file's size, as it is and with brotli, and the sums.
pub fn print(site: &Site, compressed: &Compressed) {
    say!("{:<44} {:>10} {:>10}", "file", "bytes", "brotli");
    let (mut raw, mut small) = (0, 0);
    for (path, bytes) in site.files() {
        let brotli = compressed.get(path).map_or(bytes.len(), |pair| pair.brotli.len());
        say!("{path:<44} {:>10} {brotli:>10}", bytes.len());
        raw += bytes.len();
        small += brotli;
    }
    say!("{:<44} {raw:>10} {small:>10}", "all together");
}
