//! Hands the compiled catalogue of banks to the app, or an empty one where cargo is called without xtask.

fn main() {
    // The linker's notes, by which xtask parts the module in two.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo:rerun-if-env-changed=PLUMB_CATALOGUE");
    let path = std::env::var("PLUMB_CATALOGUE").unwrap_or_else(|_| {
        let out = std::env::var("OUT_DIR").unwrap_or_default();
        let empty = format!("{out}/empty.bin");
        if let Err(error) = std::fs::write(&empty, []) {
            println!("cargo:warning=cannot write {empty}: {error}");
        }
        println!("cargo:warning=built without questions; use `cargo xtask serve` or `cargo xtask build`");
        empty
    });
    println!("cargo:rerun-if-changed={path}");
    println!("cargo:rustc-env=PLUMB_CATALOGUE={path}");
}
