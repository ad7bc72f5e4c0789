//! Where texts are kept: the browser's local storage, or memory where that cannot be had.

use crate::platform::page;
use engine::sorted::Map;
use gloo_storage::{LocalStorage, Storage as _};
use std::{cell::RefCell, rc::Rc};

/// What browsers give a site, in UTF-16 units.
const QUOTA: f64 = 5_242_880.0;

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
    /// All keys that begin with `prefix`.
    ///
    /// # Errors
    /// [`Fail`] where the shelf cannot be looked through.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fail>;
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
    /// How much room all texts take, those of other programs too, as a share of what browsers give: 0.0 to 1.0.
    fn used(&self) -> f64;
    /// Drops a text.
    ///
    /// # Errors
    /// [`Fail`] where the shelf cannot be changed.
    fn remove(&self, key: &str) -> Result<(), Fail>;
}

/// The browser's local storage, or memory and the reason for it.
pub fn open() -> (Rc<dyn Shelf>, Option<Fail>) {
    match Local::open() {
        Ok(local) => (Rc::new(local), None),
        Err(fail) => (Rc::new(Memory::default()), Some(fail)),
    }
}

/// What all our keys begin with.
const OURS: &str = "plumb.";

/// What they begin with in the browser: the page may have a name of its own, for other pages of ours may share its
/// storage.
fn prefix() -> String {
    page::root("data-name").map_or_else(|| OURS.to_owned(), |name| format!("{OURS}{name}."))
}

/// The key that the browser calls so, as it is called here; none for one of another page.
pub fn own(key: &str) -> Option<String> {
    key.strip_prefix(&prefix()).map(|rest| format!("{OURS}{rest}"))
}

/// The browser's local storage, and what our keys begin with there.
struct Local(web_sys::Storage, String);

impl Local {
    /// gloo-storage panics where storage is denied or null, so the browser is asked directly first.
    fn open() -> Result<Self, Fail> {
        let window = web_sys::window().ok_or(Fail::Denied)?;
        let there = window.local_storage().ok().flatten().ok_or(Fail::Denied)?;
        there.length().map_err(|_| Fail::Denied)?;
        Ok(Self(LocalStorage::raw(), prefix()))
    }

    fn full(&self, key: &str) -> String {
        self.1.clone() + key.strip_prefix(OURS).unwrap_or(key)
    }
}

impl Shelf for Local {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fail> {
        let count = self.0.length().map_err(|_| Fail::Denied)?;
        let prefix = self.full(prefix);
        let mut keys = Vec::new();
        for place in 0..count {
            let key = self.0.key(place).map_err(|_| Fail::Denied)?;
            let key = key.filter(|key| key.starts_with(&prefix));
            keys.extend(key.and_then(|key| key.strip_prefix(&*self.1).map(|rest| OURS.to_owned() + rest)));
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fail> {
        self.0.get_item(&self.full(key)).map_err(|_| Fail::Denied)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fail> {
        self.0.set_item(&self.full(key), text).map_err(|_| Fail::Full)?;
        // Some browsers take a write in silence and keep nothing.
        if self.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(Fail::Full) }
    }

    fn used(&self) -> f64 {
        let units = |text: Option<String>| text.map_or(0, |text| text.encode_utf16().count());
        let all = (0..self.0.length().unwrap_or_default()).filter_map(|place| self.0.key(place).ok().flatten());
        let used: usize = all.map(|key| units(self.0.get_item(&key).ok().flatten()) + units(Some(key))).sum();
        f64::from(u32::try_from(used).unwrap_or(u32::MAX)) / QUOTA
    }

    fn remove(&self, key: &str) -> Result<(), Fail> {
        self.0.remove_item(&self.full(key)).map_err(|_| Fail::Denied)
    }
}

/// The twin in memory: the same, until the page closes.
#[derive(Default)]
pub struct Memory(RefCell<Map<String>>);

impl Shelf for Memory {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fail> {
        Ok(self.0.borrow().iter().map(|(key, _)| key).filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fail> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fail> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn used(&self) -> f64 {
        0.0
    }

    fn remove(&self, key: &str) -> Result<(), Fail> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
