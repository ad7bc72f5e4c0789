//! Bytes in as few as a small model of them allows: what comes next is foretold from what came before.
//!
//! Each bit is foretold by the two bytes before it and by where the same bytes stood before; a
//! small network weighs what they say (M. Mahoney, "Adaptive weighing of context models for lossless data
//! compression", 2005), and an arithmetic coder writes what was not foretold. Whole numbers only, so every machine
//! foretells the same. Too slow for what is read at each start (0.5 µs a byte); here it saves parts to be scanned.

use super::odds::{logs, set, squash};

/// How many bytes before a bit foretell it, for each model.
const ORDERS: [u32; 3] = [0, 1, 2];
/// The models, and the place where the same bytes stood before.
const INPUTS: usize = ORDERS.len() + 1;
/// Bits of a place in the models' table.
const TABLE: u32 = 20;
/// Lengths of runs that are told apart.
const RUNS: usize = 32;
/// Bytes that must be the same before a place counts as the same.
const SAME: usize = 3;
/// How quickly weights follow what was right, found by trying.
const RATE: i64 = 8;
/// After how many bits a context learns no slower.
const LIMIT: u8 = 60;
/// What even chances are, and how fine chances are told: 0 to 65,535.
const EVEN: u16 = 1 << 15;
/// One in fixed-point weights.
const ONE: i32 = 1 << 16;

/// What is known of what comes next.
struct Model {
    /// The chance that a bit is 1, and how often that was learnt, for each context.
    table: Vec<(u16, u8)>,
    /// The contexts of this bit.
    places: [usize; INPUTS],
    /// What each input says, as the logarithm of its odds; 256 is one.
    says: [i32; INPUTS],
    /// How much each counts: a set for each length of what was found before.
    weights: [[i32; INPUTS]; 4],
    /// What came so far, and where each run of bytes stood last.
    past: Vec<u8>,
    seen: Vec<u32>,
    /// The byte that is foretold by where the same stood before: its place in the past, and how long the same is.
    found: usize,
    length: usize,
    /// Bits of this byte so far, behind a 1.
    bits: usize,
    /// Hashes of the bytes before this one, for each order.
    hashes: [u32; ORDERS.len()],
    logs: Vec<i16>,
}

impl Model {
    fn new() -> Self {
        let mut model = Self {
            table: vec![(EVEN, 0); (1 << TABLE) + RUNS],
            places: [0; INPUTS],
            says: [0; INPUTS],
            weights: [[ONE / 2; INPUTS]; 4],
            past: Vec::new(),
            seen: vec![0; 1 << 16],
            found: 0,
            length: 0,
            bits: 1,
            hashes: [0; ORDERS.len()],
            logs: logs(),
        };
        model.next_byte();
        model
    }

    /// The chance that the next bit is 1, 1 to 65,535.
    fn chance(&mut self) -> u32 {
        for (input, hash) in self.hashes.iter().enumerate() {
            let place = (hash ^ (self.bits as u32).wrapping_mul(0x9e37_79b1)).wrapping_mul(0x2c1b_3c6d);
            let place = (place ^ (place >> 15)).wrapping_mul(0x297a_2d39) >> (32 - TABLE);
            let (chance, count) = self.table.get(place as usize).copied().unwrap_or((EVEN, 0));
            let says = if count == 0 { 0 } else { self.log(chance) };
            set(&mut self.places, input, place as usize);
            set(&mut self.says, input, says);
        }
        let last = INPUTS - 1;
        // Behind the table of the contexts: how often a run of this length foretold the bit.
        let expected = self.expected();
        let place = (1 << TABLE) + self.length.min(RUNS - 1);
        let (chance, _) = self.table.get(place).copied().unwrap_or((EVEN, 0));
        set(&mut self.places, last, place);
        let says = match expected {
            Some(true) => self.log(chance),
            Some(false) => -self.log(chance),
            None => 0,
        };
        set(&mut self.says, last, says);
        let weights = self.weights.get(self.set()).copied().unwrap_or_default();
        let sum: i64 = weights.iter().zip(&self.says).map(|(weight, says)| i64::from(*weight) * i64::from(*says)).sum();
        squash((sum >> 16) as i32)
    }

    /// Learns what the bit was, of which `chance` was said.
    fn learn(&mut self, bit: bool, chance: u32) {
        let error = (i32::from(bit) << 16) - chance as i32;
        let set = self.set();
        let says = self.says;
        for (weight, says) in self.weights.get_mut(set).into_iter().flatten().zip(says) {
            *weight += ((i64::from(says) * i64::from(error) * RATE) >> 18) as i32;
        }
        let foretold = self.expected().map(|expected| expected == bit);
        for (input, place) in self.places.iter().enumerate() {
            let right = if input + 1 < INPUTS { Some(bit) } else { foretold };
            let (Some(right), Some((chance, count))) = (right, self.table.get_mut(*place)) else { continue };
            let towards = if right { 65_535 } else { 0 };
            *chance = (i32::from(*chance) + (towards - i32::from(*chance)) * 2 / (i32::from(*count) * 2 + 3)) as u16;
            *count = count.saturating_add(1).min(LIMIT);
        }
        if foretold == Some(false) {
            self.length = 0;
        }
        self.bits = self.bits << 1 | usize::from(bit);
        if self.bits > 255 {
            self.past.push((self.bits & 255) as u8);
            self.bits = 1;
            self.next_byte();
        }
    }

    /// The bit that came at this place when the same bytes stood before it.
    fn expected(&self) -> Option<bool> {
        let byte = usize::from(*self.past.get(self.found).filter(|_| self.length > 0)?) | 256;
        let known = self.bits.ilog2();
        (byte >> (8 - known) == self.bits).then(|| (byte >> (7 - known)) & 1 == 1)
    }

    fn set(&self) -> usize {
        match self.length {
            0 => 0,
            1..=5 => 1,
            6..=15 => 2,
            _ => 3,
        }
    }

    fn next_byte(&mut self) {
        let mut hash = 0x811c_9dc5_u32;
        let mut before = self.past.iter().rev();
        let mut taken = 0;
        for (order, to) in ORDERS.into_iter().zip(&mut self.hashes) {
            while taken < order {
                hash = (hash ^ u32::from(before.next().copied().unwrap_or(0))).wrapping_mul(0x0100_0193);
                taken += 1;
            }
            *to = hash.wrapping_add(order).wrapping_mul(0x9e37_79b1);
        }
        if self.length > 0 {
            self.found += 1;
            self.length += 1;
        }
        let run = self.past.len().checked_sub(SAME).and_then(|from| self.past.get(from..));
        let Some(run) = run else { return };
        let hash = run.iter().fold(0_u32, |hash, byte| (hash + u32::from(*byte) + 1).wrapping_mul(0x2c1b_3c6d)) >> 16;
        if let Some(seen) = self.seen.get_mut(hash as usize) {
            if self.length == 0 {
                self.found = *seen as usize;
                let (a, b) = (self.past.iter().rev(), self.past.get(..self.found).unwrap_or_default().iter().rev());
                let same = a.zip(b).take(32).take_while(|(a, b)| a == b).count();
                self.length = if same < SAME { 0 } else { same };
            }
            *seen = self.past.len() as u32;
        }
    }

    fn log(&self, chance: u16) -> i32 {
        self.logs.get(usize::from(chance >> 4)).copied().unwrap_or(0).into()
    }
}

/// Squeezes bytes. How many they were has to be kept elsewhere.
#[must_use]
pub fn squeeze(bytes: &[u8]) -> Vec<u8> {
    let mut model = Model::new();
    let mut out = Vec::new();
    let (mut low, mut high) = (0_u32, u32::MAX);
    for byte in bytes {
        for place in (0..8).rev() {
            let bit = (byte >> place) & 1 == 1;
            let chance = model.chance();
            let middle = low + ((u64::from(high - low) * u64::from(chance)) >> 16) as u32;
            if bit {
                high = middle
            } else {
                low = middle + 1
            }
            model.learn(bit, chance);
            while (low ^ high) >> 24 == 0 {
                out.push((high >> 24) as u8);
                low <<= 8;
                high = high << 8 | 255;
            }
        }
    }
    // The shortest number between both; zeros behind it are not written.
    out.push((high >> 24) as u8);
    while out.last() == Some(&0) {
        out.pop();
    }
    out
}

/// The `count` bytes that [`squeeze`] made these of. Other bytes give what they give.
#[must_use]
pub fn unsqueeze(squeezed: &[u8], count: usize) -> Vec<u8> {
    let mut model = Model::new();
    let mut input = squeezed.iter().copied().chain(std::iter::repeat(0));
    let mut next = || u32::from(input.next().unwrap_or(0));
    let mut code = (0..4).fold(0, |code, _| code << 8 | next());
    let (mut low, mut high) = (0_u32, u32::MAX);
    while model.past.len() < count {
        let chance = model.chance();
        let middle = low + ((u64::from(high - low) * u64::from(chance)) >> 16) as u32;
        let bit = code <= middle;
        if bit {
            high = middle
        } else {
            low = middle + 1
        }
        model.learn(bit, chance);
        while (low ^ high) >> 24 == 0 {
            low <<= 8;
            high = high << 8 | 255;
            code = code << 8 | next();
        }
    }
    model.past
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn what_was_squeezed_comes_back(bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            prop::collection::vec(0..3_u8, 0..600),
            "(lost update |[a-c]{5}){0,30}".prop_map(String::into_bytes),
        ]) {
            prop_assert_eq!(unsqueeze(&squeeze(&bytes), bytes.len()), bytes);
        }
    }

    #[test]
    fn what_repeats_takes_next_to_nothing() {
        assert!(squeeze(&b"mutable-default-argument".repeat(50)).len() < 60);
    }
}
