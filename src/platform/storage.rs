//! Where texts are kept: the browser's local storage, or memory where that cannot be had.

use crate::platform::page;
use engine::sorted::Map;
use gloo_storage::{LocalStorage, Storage as _};
use std::{cell::RefCell, rc::Rc};

/// Why a text was not kept or found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fail {
    /// There is no storage, or the browser denies it.
    Denied,
    /// It was written but is not there, or there is no room left.
    Full,
}

/// A shelf of texts by key.
pub trait Shelf {
    /// The keys that begin with `prefix`, at most `most` of them: to look through thousands takes time.
    ///
    /// # Errors
    /// [`Fail`] where the shelf cannot be looked through.
    fn keys(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fail>;
    /// The text under a key.
    ///
    /// # Errors
    /// [`Fail`] where the shelf cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Fail>;
    /// Keeps a text, and makes sure that it is there.
    ///
    /// # Errors
    /// [`Fail`]; what was there before may then still be.
    fn set(&self, key: &str, text: &str) -> Result<(), Fail>;
    /// How much room all else takes than what is under keys that begin with `prefix`, that of other programs too, in
    /// UTF-16 units.
    fn room_beside(&self, prefix: &str) -> usize;
    /// Drops a text.
    ///
    /// # Errors
    /// [`Fail`] where the shelf cannot be changed.
    fn remove(&self, key: &str) -> Result<(), Fail>;
}

/// The browser's local storage, or memory and the reason for it; memory without one where somebody else
/// keeps what is answered, or nobody is to.
pub fn open() -> (Rc<dyn Shelf>, Option<Fail>) {
    if !is_here() {
        return (Rc::new(Memory::default()), None);
    }
    match Local::open() {
        Ok(local) => (Rc::new(local), None),
        Err(fail) => (Rc::new(Memory::default()), Some(fail)),
    }
}

/// Whether what is answered is to be kept here; else somebody else keeps it, or nobody.
pub fn is_here() -> bool {
    page::root("data-keep").is_none_or(|keep| keep == "self")
}

/// The browser's local storage.
struct Local(web_sys::Storage);

impl Local {
    /// gloo-storage panics where storage is denied or null, so the browser is asked directly first.
    fn open() -> Result<Self, Fail> {
        let window = web_sys::window().ok_or(Fail::Denied)?;
        let there = window.local_storage().ok().flatten().ok_or(Fail::Denied)?;
        there.length().map_err(|_| Fail::Denied)?;
        Ok(Self(LocalStorage::raw()))
    }
}

impl Shelf for Local {
    fn keys(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fail> {
        let count = self.0.length().map_err(|_| Fail::Denied)?;
        let mut keys = Vec::new();
        for place in 0..count {
            if keys.len() >= most {
                break;
            }
            let key = self.0.key(place).map_err(|_| Fail::Denied)?;
            keys.extend(key.filter(|key| key.starts_with(prefix)));
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fail> {
        self.0.get_item(key).map_err(|_| Fail::Denied)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fail> {
        self.0.set_item(key, text).map_err(|_| Fail::Full)?;
        // Some browsers take a write in silence and keep nothing.
        if self.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(Fail::Full) }
    }

    fn room_beside(&self, prefix: &str) -> usize {
        let units = |text: Option<String>| text.map_or(0, |text| text.encode_utf16().count());
        let all = self.keys("", usize::MAX).unwrap_or_default().into_iter().filter(|key| !key.starts_with(prefix));
        all.map(|key| units(self.0.get_item(&key).ok().flatten()) + units(Some(key))).sum()
    }

    fn remove(&self, key: &str) -> Result<(), Fail> {
        self.0.remove_item(key).map_err(|_| Fail::Denied)
    }
}

/// The twin in memory: the same, until the page closes.
#[derive(Default)]
pub struct Memory(RefCell<Map<String>>);

impl Shelf for Memory {
    fn keys(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fail> {
        let texts = self.0.borrow();
        Ok(texts.iter().map(|(key, _)| key).filter(|key| key.starts_with(prefix)).take(most).cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fail> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fail> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn room_beside(&self, _prefix: &str) -> usize {
        0
    }

    fn remove(&self, key: &str) -> Result<(), Fail> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

/// What all our keys begin with.
const OURS: &str = "plumb.";

/// A room of its own on a shelf that several packages share: there, our keys begin with `plumb.` and its name.
struct Room {
    shelf: Rc<dyn Shelf>,
    start: String,
}

/// The room on `shelf` that the page names, or the shelf itself where it names none.
pub fn room(shelf: Rc<dyn Shelf>) -> Rc<dyn Shelf> {
    match start() {
        Some(start) => Rc::new(Room { shelf, start }),
        None => shelf,
    }
}

/// The key by which the browser's `key` is known here; none where it is not ours.
pub fn known(key: &str) -> Option<String> {
    let rest = key.strip_prefix(&*start().unwrap_or_else(|| OURS.into()))?;
    Some(format!("{OURS}{rest}"))
}

fn start() -> Option<String> {
    page::root("data-name").map(|name| format!("{OURS}{name}."))
}

impl Room {
    fn key(&self, key: &str) -> String {
        format!("{}{}", self.start, key.strip_prefix(OURS).unwrap_or(key))
    }
}

impl Shelf for Room {
    fn keys(&self, prefix: &str, most: usize) -> Result<Vec<String>, Fail> {
        let keys = self.shelf.keys(&self.key(prefix), most)?;
        Ok(keys.iter().filter_map(|key| Some(format!("{OURS}{}", key.strip_prefix(&*self.start)?))).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fail> {
        self.shelf.get(&self.key(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fail> {
        self.shelf.set(&self.key(key), text)
    }

    fn room_beside(&self, prefix: &str) -> usize {
        self.shelf.room_beside(&self.key(prefix))
    }

    fn remove(&self, key: &str) -> Result<(), Fail> {
        self.shelf.remove(&self.key(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rooms_on_a_shelf_do_not_know_each_other() {
        let shelf: Rc<dyn Shelf> = Rc::new(Memory::default());
        let room = |name: &str| Room { shelf: Rc::clone(&shelf), start: format!("plumb.{name}.") };
        let (one, two) = (room("one"), room("two"));
        one.set("plumb.attempt.x", "1").unwrap();
        two.set("plumb.attempt.x", "2").unwrap();
        two.set("plumb.settings", "s").unwrap();
        assert_eq!(one.get("plumb.attempt.x").unwrap().as_deref(), Some("1"));
        assert_eq!(two.keys("plumb.", 9).unwrap(), ["plumb.attempt.x", "plumb.settings"]);
        assert_eq!(one.keys("plumb.attempt.", 9).unwrap(), ["plumb.attempt.x"]);
        two.remove("plumb.attempt.x").unwrap();
        assert_eq!(shelf.keys("", 9).unwrap(), ["plumb.one.attempt.x", "plumb.two.settings"]);
    }
}
