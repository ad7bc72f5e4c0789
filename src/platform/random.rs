//! Chance, for seeds and names that nobody is to guess or to share.

use crate::platform::clock;

/// Letters and digits that cannot be taken for one another.
const SYMBOLS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A short text for a new quiz: easy to read out.
pub fn seed() -> String {
    text(6)
}

/// A name for a new attempt that no other device will give: the time, then chance.
pub fn attempt_id() -> String {
    let mut time = clock::now();
    let mut id = String::new();
    while time > 0 {
        id.insert(0, char::from(symbol(time)));
        time /= 32;
    }
    id + "-" + &text(8)
}

fn text(length: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 2^32 by the definition of random()"
    )]
    let random = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
    (0..length).map(|_| char::from(symbol(random()))).collect()
}

fn symbol(number: u64) -> u8 {
    let place = usize::try_from(number % 32).unwrap_or_default();
    SYMBOLS.get(place).copied().unwrap_or(b'a')
}
