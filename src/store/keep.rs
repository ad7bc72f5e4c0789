//! What is kept on the shelf: reading it at the start, setting aside what cannot be read.

use super::model::{Motion, Notice, Recall, Settings, TextSize, Theme, Word};
use crate::{
    platform::storage::{Fail, Shelf},
    sinks::PREFIX,
};
use engine::{
    fold::{self, Attempt},
    record::{Record, Unreadable},
    sorted::Map,
};

/// The key of the settings; `theme.js` reads it too, before the first paint.
const SETTINGS: &str = "plumb.settings";
/// What the keys of texts that could not be read begin with.
const ASIDE: &str = "plumb.aside.";
/// What all our keys begin with.
const OURS: &str = "plumb.";
/// How many texts can be set aside under one name: a shelf that answers every key would be asked without end.
const MOST_ASIDE: usize = 100;

/// From which share of the room on the person is told.
const EARLY: f64 = 0.8;

/// What was found on the shelf.
#[derive(Default)]
pub struct Kept {
    /// All attempts.
    pub attempts: Map<Attempt>,
    /// What the person should know of it.
    pub notices: Vec<Notice>,
}

/// Reads all attempts. What cannot be read is kept under another key, what a newer Plumb wrote
/// stays where it is: nothing is overwritten or lost.
pub fn attempts(shelf: &dyn Shelf) -> Kept {
    let (mut records, mut aside, mut newer) = (Vec::new(), 0, 0);
    for key in shelf.keys(PREFIX).unwrap_or_default() {
        match attempt(shelf, key.strip_prefix(PREFIX).unwrap_or_default()) {
            Found::Nothing => {}
            Found::Record(record) => records.push(record),
            Found::Newer => newer += 1,
            Found::Damaged => aside += 1,
        }
    }
    let mut notices = Vec::new();
    notices.extend((aside > 0).then_some(Notice::SetAside(aside)));
    notices.extend((newer > 0).then_some(Notice::Newer(newer)));
    notices.extend((shelf.used() > EARLY).then_some(Notice::NearlyFull));
    Kept { attempts: fold::union(records), notices }
}

/// What is under the key of one attempt.
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and never a list of them")]
#[derive(Default)]
pub enum Found {
    /// Nothing, or nothing that can be had.
    #[default]
    Nothing,
    /// Its record.
    Record(Record),
    /// What could not be read, and was set aside.
    Damaged,
    /// What a newer Plumb wrote, which this one must not touch.
    Newer,
}

/// One attempt as it is on the shelf now: whoever is about to write there asks this first.
pub fn attempt(shelf: &dyn Shelf, id: &str) -> Found {
    let key = format!("{PREFIX}{id}");
    let Ok(Some(text)) = shelf.get(&key) else { return Found::Nothing };
    match Record::read(&text) {
        Ok(record) => Found::Record(record),
        Err(Unreadable::Newer(_)) => Found::Newer,
        Err(Unreadable::Damaged) => {
            set_aside(shelf, &key, &text);
            Found::Damaged
        }
    }
}

/// The settings; the usual ones where there are none that can be read. They are kept as four words,
/// such as `dark,normal,system,90`; `theme.js` reads the first three.
pub fn settings(shelf: &dyn Shelf) -> Settings {
    let text = shelf.get(SETTINGS).ok().flatten().unwrap_or_default();
    let mut words = text.split(',');
    let mut next = || words.next().unwrap_or_default();
    Settings {
        theme: Theme::of(next()),
        text: TextSize::of(next()),
        motion: Motion::of(next()),
        recall: Recall::of(next()),
    }
}

/// Keeps the settings.
pub fn keep_settings(shelf: &dyn Shelf, settings: Settings) -> Result<(), Fail> {
    let words = [settings.theme.word(), settings.text.word(), settings.motion.word(), settings.recall.word()];
    shelf.set(SETTINGS, &words.join(","))
}

/// The texts that were set aside, and the attempts of a newer Plumb, as they are.
pub fn others(shelf: &dyn Shelf) -> Vec<String> {
    let text = |key: &String| shelf.get(key).ok().flatten();
    let aside = shelf.keys(ASIDE).unwrap_or_default();
    let attempts = shelf.keys(PREFIX).unwrap_or_default();
    let unread = attempts.iter().filter_map(text).filter(|text| Record::read(text).is_err());
    aside.iter().filter_map(text).chain(unread).collect()
}

/// Removes everything that is ours.
pub fn erase(shelf: &dyn Shelf) -> Result<(), Fail> {
    // Not all that begins with our name: another page of ours may have a name of its own behind it.
    let all = [SETTINGS, PREFIX, ASIDE].map(|prefix| shelf.keys(prefix));
    all.into_iter().try_for_each(|keys| keys?.iter().try_for_each(|key| shelf.remove(key)))
}

/// Moves a text to a key of its own. Where there is no room for the copy, and where the text holds
/// what was no valid text and so would change on the way, it stays where it is.
fn set_aside(shelf: &dyn Shelf, key: &str, text: &str) {
    let name = key.strip_prefix(OURS).unwrap_or(key);
    let mut names = (0..MOST_ASIDE).map(|taken| format!("{ASIDE}{name}{}", "+".repeat(taken)));
    let fits = |aside: &String| shelf.get(aside).is_ok_and(|there| there.is_none_or(|there| there == text));
    let free = names.find(fits).filter(|_| !text.contains('\u{fffd}'));
    let Some(aside) = free else { return };
    // Where the text cannot be removed, it is found and set aside again; of a copy that is none, nothing stays.
    let spare = if shelf.set(&aside, text).is_ok() { key } else { &aside };
    let _ = shelf.remove(spare);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::storage::Memory;

    #[test]
    fn what_cannot_be_read_is_set_aside_and_never_lost() {
        let shelf = Memory::default();
        shelf.set("plumb.attempt.x", "1.damaged").unwrap();
        shelf.set("plumb.attempt.y", "9.from-the-future").unwrap();
        shelf.set("plumb.settings", "{no words of ours}").unwrap();
        shelf.set("other", "not ours").unwrap();
        shelf.set("plumb.p1.attempt.x", "of a page with a name of its own").unwrap();
        let kept = attempts(&shelf);
        assert!(kept.attempts.is_empty());
        assert_eq!(kept.notices, [Notice::SetAside(1), Notice::Newer(1)]);
        assert_eq!(shelf.get("plumb.aside.attempt.x").unwrap().as_deref(), Some("1.damaged"));
        assert_eq!(shelf.get("plumb.attempt.x").unwrap(), None);
        assert_eq!(shelf.get("plumb.attempt.y").unwrap().as_deref(), Some("9.from-the-future"));
        shelf.set("plumb.attempt.x", "1.other").unwrap();
        attempts(&shelf);
        assert_eq!(shelf.get("plumb.aside.attempt.x").unwrap().as_deref(), Some("1.damaged"));
        assert_eq!(shelf.get("plumb.aside.attempt.x+").unwrap().as_deref(), Some("1.other"));
        assert_eq!(settings(&shelf), Settings::default());
        assert_eq!(others(&shelf).len(), 3);
        let chosen =
            Settings { theme: Theme::Dark, text: TextSize::Largest, motion: Motion::Reduced, recall: Recall::Close };
        keep_settings(&shelf, chosen).unwrap();
        assert_eq!(settings(&shelf), chosen);
        erase(&shelf).unwrap();
        assert_eq!(shelf.keys("").unwrap(), ["other", "plumb.p1.attempt.x"]);
    }
}
