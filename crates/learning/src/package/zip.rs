//! A zip that holds files as they are.
//!
//! Its sizes stand before each file. The libraries that are small enough for a browser write them behind it, and the
//! reader that comes with Java, which learning systems use, refuses that where nothing is compressed.
//! By PKWARE's "APPNOTE.TXT", 6.3.10.

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// What a reader needs to know: version 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// 1980-01-01, so that the same package is the same file.
const DATE: u16 = 0x0021;

/// The zip of these files, in this order; none where they are too many or too large for one (4 GB).
#[must_use]
pub fn zip(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let room = files.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 100).sum();
    let (mut out, mut central) = (Vec::with_capacity(room), Vec::new());
    for (name, bytes) in files {
        let at = u32::try_from(out.len()).ok()?;
        let head = head(name, bytes)?;
        out.extend(LOCAL.to_le_bytes());
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(bytes);
        central.extend(CENTRAL.to_le_bytes());
        central.extend(VERSION.to_le_bytes());
        central.extend(head);
        // No comment, the first disk, no attributes.
        central.extend([0; 10]);
        central.extend(at.to_le_bytes());
        central.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    let [at, length] = [out.len(), central.len()].map(u32::try_from);
    out.extend(central);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend([count, count].concat());
    out.extend([length.ok()?.to_le_bytes(), at.ok()?.to_le_bytes()].concat());
    out.extend([0; 2]);
    Some(out)
}

/// What both headers of a file say.
fn head(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut head = Vec::with_capacity(26);
    // Stored as it is, at midnight.
    for number in [VERSION, UTF8, 0, 0, DATE] {
        head.extend(number.to_le_bytes());
    }
    let size = u32::try_from(bytes.len()).ok()?;
    for number in [crc32(bytes), size, size] {
        head.extend(number.to_le_bytes());
    }
    head.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    head.extend([0; 2]);
    Some(head)
}

/// The checksum (ISO 3309), bit by bit: a package is made once, and a table would stay.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| bit(sum)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rawzip::ZipArchive;
    use std::io::Read;

    #[test]
    fn a_reader_that_others_wrote_finds_every_file_as_it_was() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        let files = [("index.html", &b"<p>"[..]), ("assets/\u{e9}.bin", &[0, 1, 255]), ("empty", &[])];
        let files: Vec<(String, Vec<u8>)> = files.map(|(name, bytes)| (name.into(), bytes.into())).into();
        let bytes = zip(&files).unwrap();
        let archive = ZipArchive::from_slice(&bytes).unwrap();
        let mut found = Vec::new();
        for entry in archive.entries() {
            let entry = entry.unwrap();
            let name = String::from_utf8(entry.file_path().as_ref().to_vec()).unwrap();
            let place = archive.get_entry(entry.wayfinder()).unwrap();
            let mut content = Vec::new();
            place.verifying_reader(place.data()).read_to_end(&mut content).unwrap();
            found.push((name, content));
        }
        assert_eq!(found, files);
    }
}
