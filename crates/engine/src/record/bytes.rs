//! Numbers and bytes, one behind the other.

/// What is left of some bytes.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that is left.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next number that [`number`] wrote.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for place in 0..10 {
            let byte = self.byte()?;
            number |= u64::from(byte & 127).checked_shl(place * 7)?;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    /// The same, where it must fit into another type.
    pub fn small<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    /// The next number of `count` bytes, the lowest first.
    pub fn fixed(&mut self, count: usize) -> Option<u32> {
        let bytes = self.take(count)?;
        Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
    }

    /// The next value as postcard wrote it.
    pub fn value<T: serde::Deserialize<'a>>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.0).ok()?;
        self.0 = rest;
        Some(value)
    }
}

/// Adds a number, seven bits a byte, the lowest first (LEB128).
pub fn number(mut number: u64, out: &mut Vec<u8>) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push((number & 127) as u8);
}

/// Adds the lowest `count` bytes of a number, the lowest first.
pub fn fixed(number: u32, count: usize, out: &mut Vec<u8>) {
    out.extend(number.to_le_bytes().into_iter().take(count));
}
