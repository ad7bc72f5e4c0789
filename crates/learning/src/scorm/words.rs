//! How texts, names and numbers are written so that every learning system takes them.

/// A number with at most `places` digits behind its point, none of them a trailing 0; none where it is too large.
///
/// Through whole numbers, for the machinery that writes any number is several kilobytes in a browser.
pub fn decimal(value: f64, places: u32) -> Option<String> {
    let scale = 10_i64.checked_pow(places)?;
    #[expect(clippy::cast_precision_loss, reason = "a power of ten of at most seven digits")]
    let scaled = (value * scale as f64).round();
    if !scaled.is_finite() || scaled.abs() > 9.0e15 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within 9.0e15")]
    let scaled = scaled as i64;
    let (whole, part) = (scaled.unsigned_abs() / scale.unsigned_abs(), scaled.unsigned_abs() % scale.unsigned_abs());
    let width = usize::try_from(places).unwrap_or_default();
    let digits = format!("{part:0width$}");
    let digits = digits.trim_end_matches('0');
    let sign = if scaled < 0 { "-" } else { "" };
    Some(if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{digits}") })
}

/// A name as both versions take it: letters, digits and `-._~`, anything else becomes a stroke.
pub fn name(text: &str) -> String {
    let known = |letter: char| letter.is_ascii_alphanumeric() || "-._~".contains(letter);
    text.chars().take(200).map(|letter| if known(letter) { letter } else { '-' }).collect()
}

/// A text on one line, without control characters, and cut to `most` characters.
pub fn line(text: &str, most: usize) -> String {
    let lines: Vec<String> = text.trim().lines().map(visible).collect();
    cut(&lines.join(" / "), most)
}

/// What separates parts must not stand in one of them.
pub fn without_marks(text: &str) -> String {
    text.replace("[,]", "[ ,]").replace("[.]", "[ .]").replace("[:]", "[ :]")
}

fn visible(line: &str) -> String {
    line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// The first `most` UTF-16 units, which is what learning systems count, and no half of a letter.
fn cut(text: &str, most: usize) -> String {
    let mut room = most;
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_without_exponent_and_trailing_zeros() {
        assert_eq!(decimal(12.5, 7).as_deref(), Some("12.5"));
        assert_eq!(decimal(-0.05, 2).as_deref(), Some("-0.05"));
        assert_eq!(decimal(100.0, 2).as_deref(), Some("100"));
        assert_eq!(decimal(1.0 / 3.0, 4).as_deref(), Some("0.3333"));
        assert_eq!(decimal(-0.001, 2).as_deref(), Some("0"));
        assert_eq!([decimal(f64::NAN, 2), decimal(1e300, 2), decimal(f64::INFINITY, 0)], [None, None, None]);
    }

    #[test]
    fn texts_keep_within_their_room() {
        assert_eq!(line("  a\r\nb\u{0}c \n", 99), "a / b c");
        assert_eq!(line("aé😀b", 4), "aé😀");
        assert_eq!(line("aé😀b", 3), "aé");
        assert_eq!(name("py thon/ä?x_1"), "py-thon---x_1");
        assert_eq!(without_marks("a[,]b[.]c"), "a[ ,]b[ .]c");
    }
}
