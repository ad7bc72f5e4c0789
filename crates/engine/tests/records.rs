//! Every record format that was ever written can still be read, and means what it meant.

use plumb_engine::record::Record;
use std::{fs, path::PathBuf};

/// Beside each record lies the same as JSON: it pins what the record says, and the public JSON of
/// the facts with it.
#[test]
fn every_format_is_still_read() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/records");
    let mut read = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let name = path.display();
        let record =
            Record::read(fs::read_to_string(&path).unwrap().trim()).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let json = fs::read_to_string(path.with_extension("json")).unwrap();
        let meant: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_value(&record).unwrap(), meant, "{name}");
        read += 1;
    }
    assert!(read > 0, "no records in {}", folder.display());
}
