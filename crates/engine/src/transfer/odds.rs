//! Chances and the logarithms of their odds, in whole numbers.

/// The chance, 1 to 65,535, of odds whose logarithm is `log / 256`: 65,536 / (1 + e^(-log / 256)), read between
/// the lines of a table.
pub fn squash(log: i32) -> u32 {
    /// 65,536 / (1 + e^-x) for x from -12 to 12 in steps of 1.
    const CHANCES: [u32; 25] = [
        1, 1, 3, 8, 22, 60, 162, 439, 1179, 3108, 7812, 17_625, 32_768, 47_911, 57_724, 62_428, 64_357, 65_097, 65_374,
        65_476, 65_514, 65_528, 65_533, 65_535, 65_535,
    ];
    let log = (log + 12 * 256).clamp(0, 24 * 256 - 1) as usize;
    let (place, part) = (log / 256, (log % 256) as u32);
    let at = |place: usize| CHANCES.get(place).copied().unwrap_or(65_535);
    ((at(place) * (256 - part) + at(place + 1) * part) / 256).clamp(1, 65_535)
}

/// The opposite of [`squash`], for chances in steps of 16.
pub fn logs() -> Vec<i16> {
    let mut logs = vec![0_i16; 4096];
    let mut from = 0;
    for log in -12 * 256..12 * 256_i32 {
        let until = squash(log) as usize / 16;
        for place in from..=until {
            set(&mut logs, place, log as i16);
        }
        from = from.max(until + 1);
    }
    for place in from..4096 {
        set(&mut logs, place, 12 * 256 - 1);
    }
    logs
}

/// Sets a value where there is such a place.
pub fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(old) = list.get_mut(place) {
        *old = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_and_their_logarithms_fit_together() {
        assert_eq!(squash(0), 32_768);
        let logs = logs();
        assert!(logs.is_sorted() && logs[0] < -2000 && logs[4095] > 2000);
        assert!((-1..=1).contains(&logs[2048]));
    }
}
