//! Bytes in characters that QR codes hold densely: two bytes in three of them, as base 45 does (RFC 9285).
//!
//! Of the 45 characters four are left out: the space, which people and programs add and drop; the stroke, which tells
//! where a part begins; star and colon, which messengers take for bold text and pictures. 41 still do: 41³ > 65,536.

const SYMBOLS: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%+-.";
const BASE: u32 = 41;

/// Whether a character can be part of such a text.
pub fn is_symbol(symbol: char) -> bool {
    value(symbol).is_some()
}

fn value(symbol: char) -> Option<u32> {
    let symbol = u8::try_from(symbol).ok()?;
    u32::try_from(SYMBOLS.iter().position(|known| *known == symbol)?).ok()
}

/// The text of these bytes.
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 2);
    for pair in bytes.chunks(2) {
        let mut number = pair.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
        for _ in 0..=pair.len() {
            text.push(char::from(SYMBOLS.get((number % BASE) as usize).copied().unwrap_or(b'0')));
            number /= BASE;
        }
    }
    text
}

/// The bytes of this text; none where it is not one that [`write`] gives.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let values: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let mut bytes = Vec::with_capacity(values.len() * 2 / 3);
    for symbols in values.chunks(3) {
        let number = symbols.iter().rev().fold(0, |number, value| number * BASE + value);
        match symbols.len() {
            3 => bytes.extend(u16::try_from(number).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(number).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_comes_back_in_symbols_of_qr_codes(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            let text = write(&bytes);
            prop_assert!(text.chars().all(is_symbol));
            prop_assert_eq!(text.len(), (bytes.len() * 3).div_ceil(2));
            prop_assert_eq!(read(&text), Some(bytes));
        }

        #[test]
        fn any_text_is_survived(text in "[0-9A-Z$%+.-]{0,20}|.*") {
            let _ = read(&text);
        }
    }
}
