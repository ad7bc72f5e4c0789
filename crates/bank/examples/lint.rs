fn main() {
    match plumb_bank::compile(std::path::Path::new("questions")) {
        Ok(c) => {
            for c in c.chunks {
                println!("{} {} {:?}", c.file, c.bytes.len(), c.counts)
            }
        }
        Err(f) => {
            for f in f {
                println!("{f}")
            }
        }
    }
}
