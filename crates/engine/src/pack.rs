//! Bytes as text that fits into any storage, file or link, and tells when it was damaged.

/// The alphabet of base64url (RFC 4648, section 5), without padding.
const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What each byte of a text stands for in [`SYMBOLS`]; 64 and more where it is none of them.
const VALUES: [u8; 256] = values();

/// The first characters of dense text: 27,648 of them, up to U+9FFF, and from U+AC00 on the rest of 2^15.
const DENSE: (u32, u32, u32) = (0x3400, 0x6c00, 0xac00);

#[expect(clippy::indexing_slicing, reason = "done by the compiler, which would refuse a place that there is not")]
const fn values() -> [u8; 256] {
    let mut values = [u8::MAX; 256];
    let mut place = 0;
    while place < 64 {
        values[SYMBOLS[place as usize] as usize] = place;
        place += 1;
    }
    values
}

/// Packs bytes: base64url of the bytes with their checksum behind them.
#[must_use]
pub fn pack(bytes: &[u8]) -> String {
    let all = summed(bytes);
    let mut text = String::with_capacity(all.len() * 4 / 3 + 2);
    for chunk in all.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, place| (bits << 8) | u32::from(chunk.get(place).copied().unwrap_or(0)));
        for place in 0..=chunk.len() {
            let symbol = (bits >> (18 - 6 * place)) & 63;
            text.push(char::from(SYMBOLS.get(symbol as usize).copied().unwrap_or(b'A')));
        }
    }
    text
}

/// Packs bytes for storage that counts UTF-16 units: 15 bits in each, so 2/5 of what [`pack`] needs.
///
/// The characters are Chinese and Korean ones from U+3400 to U+BFFF: none is half of a pair, a sign of
/// control or a combining one, all formats of Unicode hold them and composing (NFC) changes none.
#[must_use]
pub fn pack_dense(bytes: &[u8]) -> String {
    let mut all = summed(bytes);
    // One bit behind the last byte tells where the bytes end.
    all.push(0x80);
    let mut text = String::with_capacity(all.len() * 8 / 5 + 3);
    let (mut bits, mut held) = (0_u32, 0);
    let mut push = |value: u32| {
        let (low, count, high) = DENSE;
        let symbol = if value < count { low + value } else { high - count + value };
        text.push(char::from_u32(symbol).unwrap_or(char::REPLACEMENT_CHARACTER));
    };
    for byte in all {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        if held >= 15 {
            held -= 15;
            push((bits >> held) & 0x7fff);
        }
    }
    if bits & ((1 << held) - 1) != 0 {
        push((bits << (15 - held)) & 0x7fff);
    }
    text
}

/// Unpacks what [`pack`] or [`pack_dense`] made; none where anything in it is not as it was.
#[must_use]
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut bytes = if text.is_ascii() { unpack_ascii(text)? } else { unpack_dense(text)? };
    let sum = bytes.split_off(bytes.len().checked_sub(4)?);
    (sum == fnv1a(&bytes).to_le_bytes()).then_some(bytes)
}

fn unpack_ascii(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for symbol in text.bytes() {
        let value = *VALUES.get(usize::from(symbol)).filter(|value| **value < 64)?;
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    // Bits that are left over must be as packing leaves them, so that one text is all there is.
    (held < 6 && bits & ((1 << held) - 1) == 0).then_some(bytes)
}

fn unpack_dense(text: &str) -> Option<Vec<u8>> {
    let (low, count, high) = DENSE;
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut held) = (0_u32, 0);
    for symbol in text.chars() {
        let symbol = u32::from(symbol);
        let value = if symbol < high { symbol.checked_sub(low)? } else { symbol - high + count };
        if value > 0x7fff || (symbol < high && value >= count) {
            return None;
        }
        bits = (bits << 15) | value;
        held += 15;
        while held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    // The bit behind the last byte is the first that is left over, or that of a byte of its own.
    let left = bits & ((1 << held) - 1);
    let ended = if left == 0 { bytes.pop() == Some(0x80) } else { left == 1 << (held - 1) };
    ended.then_some(bytes)
}

fn summed(bytes: &[u8]) -> Vec<u8> {
    [bytes, &fnv1a(bytes).to_le_bytes()].concat()
}

/// The 32-bit FNV-1a hash (draft-eastlake-fnv): enough to see damage, no defence against malice.
#[must_use]
pub fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_packed_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(unpack(&pack(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(unpack(&pack_dense(&bytes)), Some(bytes));
        }

        #[test]
        fn dense_text_is_safe_everywhere(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let text = pack_dense(&bytes);
            let safe = text.chars().all(|symbol| matches!(symbol, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{bfff}'));
            prop_assert!(safe);
            prop_assert_eq!(text.encode_utf16().count(), (bytes.len() * 8 + 33).div_ceil(15));
        }

        #[test]
        fn any_changed_dense_character_is_seen(bytes in prop::collection::vec(any::<u8>(), 1..100), at in any::<usize>(), other in any::<char>()) {
            let mut text: Vec<char> = pack_dense(&bytes).chars().collect();
            let at = at % text.len();
            prop_assume!(text[at] != other);
            text[at] = other;
            prop_assert_eq!(unpack(&text.iter().collect::<String>()), None);
            text.truncate(at);
            prop_assert_eq!(unpack(&text.iter().collect::<String>()), None);
        }

        #[test]
        fn any_changed_character_is_seen(bytes in prop::collection::vec(any::<u8>(), 1..100), at in any::<usize>(), other in any::<u8>()) {
            let mut text = pack(&bytes).into_bytes();
            let at = at % text.len();
            prop_assume!(text[at] != other);
            text[at] = other;
            prop_assert_eq!(String::from_utf8(text).ok().and_then(|text| unpack(&text)), None);
        }

        #[test]
        fn any_text_is_survived(text in ".*") {
            let _ = unpack(&text);
        }
    }
}
