//! What is on its way: later parts, questions and notes are fetched when a place needs them, once.

use super::{Model, Store};
use crate::{
    later::{self, Missing},
    platform::{fetch, timing},
    rare::{self, Rare},
};
use engine::bank::{Bank, Damaged};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Something on its way.
pub enum Load<T> {
    /// It was asked for.
    Waiting,
    /// It is here.
    Here(T),
    /// It could not be had.
    Failed,
}

/// How far something is that is needed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Progress {
    /// It is on its way.
    #[default]
    Waiting,
    /// It is here.
    Here,
    /// It could not be had.
    Failed,
}

impl Progress {
    /// How far several things are together.
    pub fn of_all(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::Here, |sum, one| match (sum, one) {
            (Self::Failed, _) | (_, Self::Failed) => Self::Failed,
            (Self::Waiting, _) | (_, Self::Waiting) => Self::Waiting,
            _ => Self::Here,
        })
    }
}

impl<T> Load<T> {
    /// It, when it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(value) => Some(value),
            _ => None,
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        match self {
            Self::Waiting => Progress::Waiting,
            Self::Here(_) => Progress::Here,
            Self::Failed => Progress::Failed,
        }
    }
}

impl Load<Vec<u8>> {
    /// What the bytes hold; damaged ones are as good as none.
    pub(super) fn read<T>(self, read: fn(&[u8]) -> Result<T, Damaged>) -> Load<T> {
        match self {
            Self::Waiting => Load::Waiting,
            Self::Here(bytes) => read(&bytes).map_or(Load::Failed, Load::Here),
            Self::Failed => Load::Failed,
        }
    }
}

impl Store {
    /// Asks again for what could not be had.
    pub fn retry(self) {
        self.model.update(|model| {
            model.banks.retain(|load| !matches!(load, Load::Failed));
            model.notes.retain(|load| !matches!(load, Load::Failed));
            if matches!(model.later, Some(Load::Failed)) {
                model.later = None;
            }
        });
        self.settle();
    }

    /// Brings about what the current place needs: the second part, questions, the wanted quiz.
    pub(super) fn settle(self) {
        if self.look(Model::needs_later) {
            self.open_later();
        }
        // Where a quiz begins, the new address brings what comes next.
        if self.look(|model| model.wanted.clone()).is_some_and(|quiz| self.begin(quiz)) {
            return;
        }
        let need = self.look(Model::need);
        if need.is_empty() {
            self.model.update(Model::refill);
            if let Some(later) = self.later() {
                (later.settle)(self);
            }
        }
        for file in need {
            self.fetch(file.clone(), file, |model, file, bytes| {
                model.banks.insert(file, bytes.read(|bytes| Bank::read(bytes).map(Arc::new)));
            });
        }
    }

    /// Fetches the second part, unless somebody did before.
    pub(super) fn open_later(self) {
        let asked = self.model.update(|model| {
            let asked = model.later.is_some();
            if !asked {
                model.later = Some(Load::Waiting);
            }
            asked
        });
        if asked != Some(false) {
            return;
        }
        let fetch = async move {
            let later = match later::fetch().await {
                Ok(later) => (later.prepare)(self).await.map(|()| later),
                Err(missing) => Err(missing),
            };
            self.model.update(|model| model.later = Some(later.map_or(Load::Failed, Load::Here)));
            if let Some(later) = self.later() {
                (later.arrived)(self);
            }
        };
        // After what can be shown without it.
        timing::soon(move || spawn_local(fetch));
    }

    /// Fetches the third part, unless it is here or on its way. Called from the second part only.
    pub fn open_rare(self) {
        if self.look(|model| !matches!(model.rare, Some(Load::Waiting | Load::Here(_)))) {
            spawn_local(async move { drop(self.fetch_rare().await) });
        }
    }

    /// Fetches the third part.
    ///
    /// # Errors
    /// [`Missing`].
    pub(super) async fn fetch_rare(self) -> Result<&'static Rare, Missing> {
        self.model.update(|model| model.rare = Some(Load::Waiting));
        let rare = rare::fetch().await;
        self.model.update(|model| model.rare = Some(rare.as_ref().map_or(Load::Failed, |rare| Load::Here(*rare))));
        rare
    }

    /// Fetches a file; `put` keeps under a name how far it is, now and once that is known.
    pub(super) fn fetch(self, name: String, file: String, put: fn(&mut Model, String, Load<Vec<u8>>)) {
        self.model.update(|model| put(model, name.clone(), Load::Waiting));
        spawn_local(async move {
            let bytes = fetch::bytes(&format!("assets/{file}")).await;
            self.model.update(|model| put(model, name, bytes.map_or(Load::Failed, Load::Here)));
            self.settle();
        });
    }
}
