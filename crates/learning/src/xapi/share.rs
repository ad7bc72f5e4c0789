//! Scores and pass marks as xAPI has them: shares of 1 with four decimals, so that they can be compared exactly.

use super::json::Json;

/// A share in ten-thousandths, 0 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    /// Everything.
    pub const WHOLE: Self = Self(10_000);
    /// Nothing.
    pub const NONE: Self = Self(0);

    /// The share of 0.0 to 1.0, rounded down: two of three do not pass a mark of 0.6667.
    #[must_use]
    pub fn of(share: f64) -> Self {
        // What binary fractions lose of a decimal is less than this.
        let parts = share.clamp(0.0, 1.0) * 10_000.0 + 1e-6;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000 by the line above")]
        let parts = parts as u16;
        Self(parts.min(10_000))
    }

    /// Reads a decimal of 0 to 1, such as `0.8`; more than four places do not count.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(places) || whole.len() > 3 {
            return None;
        }
        let place = |at: usize| u32::from(places.as_bytes().get(at).map_or(0, |digit| digit - b'0'));
        let parts = whole.parse::<u32>().ok()? * 10_000 + place(0) * 1000 + place(1) * 100 + place(2) * 10 + place(3);
        u16::try_from(parts).ok().filter(|parts| *parts <= 10_000).map(Self)
    }

    /// In whole percent, rounded down: 0 to 100.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0 / 100
    }

    /// As a decimal, such as `0.6666`.
    #[must_use]
    pub fn write(self) -> String {
        let places = format!("{:04}", self.0 % 10_000);
        let places = places.trim_end_matches('0');
        let whole = self.0 / 10_000;
        if places.is_empty() { whole.to_string() } else { format!("{whole}.{places}") }
    }

    /// As a number of JSON.
    #[must_use]
    pub fn json(self) -> Json {
        Json::Number(self.write())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_decimals_and_read_back() {
        for parts in 0..=10_000 {
            assert_eq!(Share::read(&Share(parts).write()), Some(Share(parts)));
            assert_eq!(Share::of(f64::from(parts) / 10_000.0), Share(parts));
        }
        assert_eq!([0, 5, 7500, 10_000].map(|parts| Share(parts).write()), ["0", "0.0005", "0.75", "1"]);
    }

    #[test]
    fn a_share_is_rounded_down_and_never_outside() {
        assert_eq!(Share::of(2.0 / 3.0).write(), "0.6666");
        assert!(Share::of(2.0 / 3.0) < Share::read("0.6667").unwrap());
        assert_eq!([Share::of(-1.0), Share::of(7.0), Share::of(f64::NAN)], [Share(0), Share(10_000), Share(0)]);
        assert_eq!(Share::read("0.66667"), Some(Share(6666)));
        for odd in ["", "-0.5", "1.01", "2", "1e-1", ".5", "0.", "0,5", " 1", "99999999999999999999"] {
            assert_eq!(Share::read(odd), None, "{odd:?}");
        }
    }
}
