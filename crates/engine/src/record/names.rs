//! Names, such as ids of questions, in half of their room: a byte stands for one letter or for several that often come together.

use super::bytes::Reader;

/// What a byte from [`FIRST`] on stands for, in order; a point is the end of the name.
///
/// The 217 pairs of pairs that shorten our ids most (byte pair encoding, P. Gage 1994). Part of format 3: never changed.
#[rustfmt::skip]
const GRAMS: [&str; 217] = [
    "-a", "-a-", "-an", "-and-", "-c", "a-", "abl", "ac", "ach", "ad", "after-", "ag", "al", "al-", "allow", "am",
    "an", "and-", "ang", "ap", "ar", "are", "as", "ash", "at", "at-", "ation", "ation.", "au", "ay", "bac", "bas",
    "be", "befo", "bl", "by", "cach", "ce.", "ch", "ch-", "chang", "com", "con", "coun", "ct-", "d-", "d.", "dat",
    "de", "defaul", "di", "direc", "do", "e-", "e.", "ec", "ed-", "ed.", "el", "en", "en-", "ent.", "ep", "er", "er-",
    "er.", "err", "es-", "es.", "ew", "ex", "fa", "faul", "fe", "fi", "fil", "fir", "first-", "fo", "for", "for-",
    "from", "fter-", "gh", "gr", "he", "ho", "ic", "il", "in", "in-", "in-a-", "inc", "ing", "ing-", "ing.", "ion",
    "is-", "it", "it-", "it.", "jo", "k-", "k.", "ke", "keep", "l-", "l.", "las", "le", "li", "lin", "lo", "loc",
    "log", "low", "ma", "me", "men", "mer", "merg", "meth", "mi", "mo", "mod", "mp", "ne", "no", "nul", "o-", "od",
    "of", "of-", "ol", "om", "on", "on-", "one-", "op", "or", "or-", "ord", "order-", "order.", "ou", "oun", "out-",
    "pas", "pro", "qu", "que", "re", "re-", "rec", "ri", "ro", "rom", "row", "s-", "s.", "sa", "se", "se-", "ser",
    "set-", "sh", "si", "sor", "sp", "ss", "ss-", "st", "st-", "st.", "stat", "statu", "t-", "t.", "te", "ter",
    "ter-", "tex", "text.", "th", "that-", "the-", "ti", "tim", "tion", "tions.", "to", "to-", "tr", "ts-", "ts.",
    "tw", "two-", "ul", "um", "un", "up", "ur", "var", "ve-", "ver", "vi", "view", "wa", "wh", "what-", "whi", "wi",
    "with", "with-", "wor", "y-", "y.",
];

/// What the bytes below [`END`] stand for.
const SYMBOLS: &[u8; 37] = b"abcdefghijklmnopqrstuvwxyz0123456789-";
/// The end of a name.
const END: u8 = 37;
/// The next byte stands for itself.
const PLAIN: u8 = 38;
/// The first byte that stands for several letters.
const FIRST: u8 = 39;
/// The most letters that a byte stands for.
const LONGEST: usize = 6;

/// Adds a name.
pub fn write(name: &str, out: &mut Vec<u8>) {
    // In the table a point is the end, in a name it is a letter like any other that is no symbol.
    let mut rest = name.as_bytes();
    loop {
        let ended = rest.len() < LONGEST;
        let mut ahead = [b'.'; LONGEST];
        ahead.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let known = rest.iter().take(LONGEST).take_while(|letter| SYMBOLS.contains(letter)).count();
        let most = if ended && known == rest.len() { known + 1 } else { known };
        let gram = (2..=most.min(LONGEST)).rev().find_map(|length| {
            let letters = ahead.get(..length)?;
            let place = GRAMS.binary_search_by(|gram| gram.as_bytes().cmp(letters)).ok()?;
            Some((u8::try_from(place).ok()?, length))
        });
        let Some(first) = rest.first() else {
            out.push(END);
            return;
        };
        let length = match (gram, SYMBOLS.iter().position(|symbol| symbol == first)) {
            (Some((place, length)), _) => {
                out.push(FIRST.saturating_add(place));
                length
            }
            (None, Some(place)) => {
                out.push(u8::try_from(place).unwrap_or(PLAIN));
                1
            }
            (None, None) => {
                out.extend([PLAIN, *first]);
                1
            }
        };
        match rest.get(length..) {
            Some(after) => rest = after,
            // The end was in it.
            None => return,
        }
    }
}

/// Reads a name; none where there is no whole one.
pub fn read(bytes: &mut Reader<'_>) -> Option<String> {
    let mut name = Vec::with_capacity(24);
    loop {
        match bytes.byte()? {
            END => break,
            PLAIN => name.push(bytes.byte()?),
            code if code < END => name.push(*SYMBOLS.get(usize::from(code))?),
            code => {
                let gram = GRAMS.get(usize::from(code - FIRST))?;
                let letters = gram.strip_suffix('.');
                name.extend_from_slice(letters.unwrap_or(gram).as_bytes());
                if letters.is_some() {
                    break;
                }
            }
        }
    }
    String::from_utf8(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn there_and_back(name: &str) -> (usize, Option<String>) {
        let mut bytes = Vec::new();
        write(name, &mut bytes);
        let mut reader = Reader::new(&bytes);
        let read = super::read(&mut reader);
        assert!(reader.is_empty(), "{name:?}");
        (bytes.len(), read)
    }

    proptest! {
        #[test]
        fn a_name_comes_back(name in prop_oneof!["[a-z-]{0,30}", "[a-z.0-9-]{0,9}", ".*"]) {
            prop_assert_eq!(there_and_back(&name).1, Some(name));
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = super::read(&mut Reader::new(&bytes));
        }
    }

    #[test]
    fn names_take_half_of_their_room() {
        assert!(GRAMS.is_sorted() && GRAMS.iter().all(|gram| (2..=LONGEST).contains(&gram.len())));
        for name in ["mutable-default-argument", "left-join-with-condition", "commit-on-the-wrong-branch", "a", ""] {
            let (room, read) = there_and_back(name);
            assert_eq!(read.as_deref(), Some(name));
            assert!(room <= name.len() / 2 + 3, "{name}: {room}");
        }
        // A point in a name is no end.
        assert_eq!(there_and_back("ce.d.").1.as_deref(), Some("ce.d."));
    }
}
