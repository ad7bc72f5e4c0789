//! How an area's questions are spread over levels and kinds.

use crate::{Counts, area::Read};

/// The least share of each level, in percent.
const LEAST_LEVEL: usize = 10;
/// The most that may be `single` where questions show code, in percent.
const MOST_SINGLE: usize = 60;

/// What is uneven.
pub fn faults(read: &Read) -> Vec<String> {
    let counts = Counts::of(&read.bank);
    let all = read.bank.items.len();
    let mut faults = Vec::new();
    for (level, count) in (1..).zip(counts.levels) {
        if count * 100 < all * LEAST_LEVEL {
            faults.push(format!("level {level} has {count} of {all} questions; write until it has {LEAST_LEVEL} %"));
        }
    }
    let single = counts.kinds.get("single").copied().unwrap_or_default();
    if read.code && single * 100 > all * MOST_SINGLE {
        let rest = 100 - MOST_SINGLE;
        faults.push(format!("{single} of {all} questions are `single`; use other kinds for {rest} % of them"));
    }
    faults
}
