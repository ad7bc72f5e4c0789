//! Bytes as text that fits into any storage, file or link, and tells when it was damaged.

/// The alphabet of base64url (RFC 4648, section 5), without padding.
const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Packs bytes: base64url of the bytes with their checksum behind them.
#[must_use]
pub fn pack(bytes: &[u8]) -> String {
    let mut all = bytes.to_vec();
    all.extend(fnv1a(bytes).to_le_bytes());
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

/// Unpacks what [`pack`] made; none where anything in it is not as it was.
#[must_use]
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for symbol in text.bytes() {
        let value = SYMBOLS.iter().position(|known| *known == symbol)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 255).ok()?);
        }
    }
    let sum = bytes.split_off(bytes.len().checked_sub(4)?);
    // Bits that are left over must be as packing leaves them, so that one text is all there is.
    (sum == fnv1a(&bytes).to_le_bytes() && held < 6 && bits & ((1 << held) - 1) == 0).then_some(bytes)
}

/// The 32-bit FNV-1a hash (draft-eastlake-fnv): enough to see damage, no defence against malice.
fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_packed_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(unpack(&pack(&bytes)), Some(bytes));
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
