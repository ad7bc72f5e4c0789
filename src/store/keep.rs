//! What is kept on the shelf: reading it at the start, setting aside what cannot be read.

use super::{
    model::Notice,
    settings::{Motion, Recall, Settings, TextSize, Theme, Word},
};
use crate::{
    platform::storage::{Fail, Shelf},
    sinks::PREFIX,
};
use engine::{
    fold::{self, Attempt},
    record::{Record, Unreadable},
    sorted::{Map, Set},
    summary::Summary,
};

/// The key of the settings; `theme.js` reads it too, before the first paint.
const SETTINGS: &str = "plumb.settings";
/// The key of the areas that the person follows.
const FOLLOWS: &str = "plumb.follows";
/// The key of the index, see [`engine::summary::index`].
const INDEX: &str = "plumb.index";
/// What the keys of texts that could not be read begin with.
const ASIDE: &str = "plumb.aside.";
/// The key of the parts of a code that came in so far.
pub(super) const PARTS: &str = "plumb.parts";
/// The key of when everything was erased, until the journal has heard of it.
const ERASED: &str = "plumb.erased";
/// The keys that are not of attempts.
const NAMES: [&str; 5] = [SETTINGS, FOLLOWS, INDEX, PARTS, ERASED];
/// What all our keys begin with.
const OURS: &str = "plumb.";
/// How many texts can be set aside under one name: a shelf that answers every key would be asked without end.
const MOST_ASIDE: usize = 100;

/// From which share of the room on the person is told.
const EARLY: f64 = 0.8;

/// What browsers give a site, in UTF-16 units.
const QUOTA: f64 = 5_242_880.0;

/// The ids of all attempts, in order.
pub fn ids(shelf: &dyn Shelf) -> Vec<String> {
    let keys = shelf.keys(PREFIX, usize::MAX).unwrap_or_default();
    let mut ids: Vec<String> = keys.iter().filter_map(|key| key.strip_prefix(PREFIX)).map(str::to_owned).collect();
    ids.sort_unstable();
    ids
}

/// What is read from the shelf, attempt by attempt.
#[derive(Default)]
pub struct Reading {
    /// The attempts.
    pub attempts: Map<Attempt>,
    /// What they come to.
    pub summary: Summary,
    aside: usize,
    newer: usize,
    /// The room that they take, in UTF-16 units.
    room: usize,
}

impl Reading {
    /// Reads an attempt. What cannot be read is kept under another key, what a newer Plumb wrote
    /// stays where it is: nothing is overwritten or lost.
    pub fn read(&mut self, shelf: &dyn Shelf, id: &str) {
        let key = format!("{PREFIX}{id}");
        let Ok(Some(text)) = shelf.get(&key) else { return };
        self.room += key.len() + text.encode_utf16().count();
        match Record::read(&text) {
            Ok(record) => {
                let attempt = Attempt::new(record);
                let id = &attempt.record.id;
                // As two keys may hold copies of one attempt.
                if self.attempts.get(id).is_none_or(|other| fold::is_further(&attempt, other)) {
                    self.summary.put(&attempt);
                    self.attempts.insert(id.clone(), attempt);
                }
            }
            Err(Unreadable::Newer(_)) => self.newer += 1,
            Err(Unreadable::Damaged) => {
                set_aside(shelf, &key, &text);
                self.aside += 1;
            }
        }
    }

    /// What the person should know of it.
    pub fn notices(&self, shelf: &dyn Shelf) -> Vec<Notice> {
        let mut notices = Vec::new();
        notices.extend((self.aside > 0).then_some(Notice::SetAside(self.aside)));
        notices.extend((self.newer > 0).then_some(Notice::Newer(self.newer)));
        let used = f64::from(u32::try_from(self.room + shelf.room_beside(PREFIX)).unwrap_or(u32::MAX));
        notices.extend((used > EARLY * QUOTA).then_some(Notice::NearlyFull));
        notices
    }
}

/// The index; none where there is none.
pub fn index(shelf: &dyn Shelf) -> Option<String> {
    shelf.get(INDEX).ok().flatten()
}

/// Keeps the index, or drops the one that is there. It can be made again at any time, so nobody is told where that fails.
pub fn keep_index(shelf: &dyn Shelf, text: Option<&str>) {
    let kept = text.is_some_and(|text| shelf.set(INDEX, text).is_ok());
    if !kept && index(shelf).is_some() {
        let _ = shelf.remove(INDEX);
    }
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

/// The areas that the person follows with the daily five.
pub fn follows(shelf: &dyn Shelf) -> Set<String> {
    let text = shelf.get(FOLLOWS).ok().flatten().unwrap_or_default();
    text.split(',').filter(|id| Record::is_id(id)).map(str::to_owned).collect()
}

/// Keeps them; where there are none, nothing is kept.
pub fn keep_follows(shelf: &dyn Shelf, areas: &Set<String>) -> Result<(), Fail> {
    if areas.is_empty() {
        return shelf.remove(FOLLOWS);
    }
    shelf.set(FOLLOWS, &areas.iter().map(String::as_str).collect::<Vec<_>>().join(","))
}

/// The texts that were set aside, and the attempts of a newer Plumb, as they are.
pub fn others(shelf: &dyn Shelf) -> Vec<String> {
    let text = |key: &String| shelf.get(key).ok().flatten();
    let aside = shelf.keys(ASIDE, usize::MAX).unwrap_or_default();
    let attempts = shelf.keys(PREFIX, usize::MAX).unwrap_or_default();
    let unread = attempts.iter().filter_map(text).filter(|text| Record::read(text).is_err());
    aside.iter().filter_map(text).chain(unread).collect()
}

/// Removes everything that is ours; what packages keep beside it under names of their own stays.
pub fn erase(shelf: &dyn Shelf) -> Result<(), Fail> {
    let all = shelf.keys(OURS, usize::MAX)?;
    let ours = |key: &&String| NAMES.contains(&key.as_str()) || key.starts_with(PREFIX) || key.starts_with(ASIDE);
    all.iter().filter(ours).try_for_each(|key| shelf.remove(key))
}

/// When everything was erased without the journal, in milliseconds since 1970 (UTC); none where the journal knows.
pub fn erased(shelf: &dyn Shelf) -> Option<u64> {
    shelf.get(ERASED).ok().flatten()?.parse().ok()
}

/// Notes that, or that the journal knows it.
pub fn set_erased(shelf: &dyn Shelf, when: Option<u64>) {
    // Where the shelf takes nothing, nothing can be noted.
    let _ = match when {
        Some(when) => shelf.set(ERASED, &when.to_string()),
        None => shelf.get(ERASED).and_then(|noted| noted.map_or(Ok(()), |_| shelf.remove(ERASED))),
    };
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
        let read = || {
            let mut reading = Reading::default();
            ids(&shelf).iter().for_each(|id| reading.read(&shelf, id));
            reading
        };
        let reading = read();
        assert!(reading.attempts.is_empty());
        assert_eq!(reading.notices(&shelf), [Notice::SetAside(1), Notice::Newer(1)]);
        assert_eq!(shelf.get("plumb.aside.attempt.x").unwrap().as_deref(), Some("1.damaged"));
        assert_eq!(shelf.get("plumb.attempt.x").unwrap(), None);
        assert_eq!(shelf.get("plumb.attempt.y").unwrap().as_deref(), Some("9.from-the-future"));
        shelf.set("plumb.attempt.x", "1.other").unwrap();
        read();
        assert_eq!(shelf.get("plumb.aside.attempt.x").unwrap().as_deref(), Some("1.damaged"));
        assert_eq!(shelf.get("plumb.aside.attempt.x+").unwrap().as_deref(), Some("1.other"));
        assert_eq!(settings(&shelf), Settings::default());
        assert_eq!(others(&shelf).len(), 3);
        let chosen =
            Settings { theme: Theme::Dark, text: TextSize::Largest, motion: Motion::Reduced, recall: Recall::Close };
        keep_settings(&shelf, chosen).unwrap();
        assert_eq!(settings(&shelf), chosen);
        shelf.set("plumb.package.attempt.x", "1.its").unwrap();
        erase(&shelf).unwrap();
        assert_eq!(shelf.keys("", usize::MAX).unwrap(), ["other", "plumb.package.attempt.x"]);
    }
}
