//! Drops exports from a compiled module and leaves every other section as it is, for the linker's notes count their bytes.

use anyhow::{Context, Result};

/// `\0asm` and the version.
const HEADER: usize = 8;
/// The number of the section of exports.
const EXPORTS: u8 = 7;

/// The module without the exports whose names are `unused`.
///
/// # Errors
/// When it is no module.
pub fn without(module: &[u8], unused: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(HEADER).context("this is no module")?;
    let mut out = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (content, next) = sized(after)?;
        out.push(*id);
        let kept = if *id == EXPORTS { &keep(content, &unused)? } else { content };
        write(&mut out, kept.len());
        out.extend_from_slice(kept);
        rest = next;
    }
    Ok(out)
}

/// The section's content with the exports that are used.
fn keep(section: &[u8], unused: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let (mut kept, mut entries) = (0, Vec::new());
    for _ in 0..count {
        let (name, after) = sized(rest)?;
        let (_, after) = after.split_first().context("an export ends too soon")?;
        let (_, next) = number(after)?;
        if !unused(str::from_utf8(name).context("an export has no readable name")?) {
            kept += 1;
            entries.extend_from_slice(rest.get(..rest.len() - next.len()).unwrap_or_default());
        }
        rest = next;
    }
    let mut out = Vec::new();
    write(&mut out, kept);
    out.extend(entries);
    Ok(out)
}

/// Bytes that stand behind their number, and what follows.
fn sized(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length).context("the module ends too soon")
}

/// A number in LEB128, and what follows.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let end = bytes.iter().take(5).position(|byte| byte & 0x80 == 0).context("the module has an endless number")?;
    let (digits, rest) = bytes.split_at(end + 1);
    Ok((digits.iter().rev().fold(0, |number, digit| number << 7 | usize::from(digit & 0x7f)), rest))
}

fn write(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_section_of_exports_changes() {
        let mut module = walrus::Module::default();
        for name in ["kept", "dropped"] {
            let mut function = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            // Long enough that its length takes two digits.
            for _ in 0..200 {
                function.func_body().i32_const(1_000_000).drop();
            }
            let function = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, function);
        }
        let bytes = module.emit_wasm();
        assert_eq!(without(&bytes, |_| false).unwrap(), bytes);
        let less = without(&bytes, |name| name == "dropped").unwrap();
        assert_eq!(less.len(), bytes.len() - "dropped".len() - 3, "the name, its length, the kind and the function");
        let less = walrus::Module::from_buffer(&less).unwrap();
        assert_eq!(less.exports.iter().map(|export| &*export.name).collect::<Vec<_>>(), ["kept"]);
        assert_eq!(less.funcs.iter().count(), 2);
        assert!(without(&bytes[..bytes.len() - 1], |_| false).is_err());
    }
}
