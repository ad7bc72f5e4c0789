//! Questions and notes on their way: what the current place needs is fetched, once.

use super::{Model, Store};
use crate::platform::fetch;
use engine::{
    bank::{Bank, Damaged},
    notes::Notes,
};
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// An area's questions or notes on their way.
pub enum Load<T> {
    /// They were asked for.
    Waiting,
    /// They are here.
    Here(T),
    /// They could not be had.
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
    fn read<T>(self, read: fn(&[u8]) -> Result<T, Damaged>) -> Load<T> {
        match self {
            Self::Waiting => Load::Waiting,
            Self::Here(bytes) => read(&bytes).map_or(Load::Failed, Load::Here),
            Self::Failed => Load::Failed,
        }
    }
}

impl Store {
    /// Asks for questions and notes again after they could not be had.
    pub fn retry(self) {
        self.model.update(|model| {
            model.banks.retain(|load| !matches!(load, Load::Failed));
            model.notes.retain(|load| !matches!(load, Load::Failed));
        });
        self.settle();
    }

    /// Brings about what the current place needs: questions, the attempt, the wanted quiz, notes.
    pub(super) fn settle(self) {
        let need = self.look(|model| {
            let wanted = model.wanted.as_ref().map(|quiz| quiz.area.as_str());
            let area = wanted.or_else(|| model.area_in_sight())?;
            let info = model.catalogue.area(area)?;
            let missing = model.banks.get(area).is_none();
            Some((info.id.clone(), info.chunk.clone(), missing, model.bank(area).cloned()))
        });
        match need {
            Some((_, _, _, Some(bank))) => {
                self.open_session(&bank);
                self.fetch_notes();
            }
            Some((area, chunk, true, None)) => self.fetch(area, chunk, |model, area, bytes| {
                model.banks.insert(area, bytes.read(|bytes| Bank::read(bytes).map(Arc::new)));
            }),
            _ => {}
        }
    }

    /// Fetches the notes of the attempt on the screen, which are not needed before its first answer.
    fn fetch_notes(self) {
        let need = self.look(|model| {
            let area = model.area_on_screen()?;
            let missing = model.notes.get(area).is_none();
            model.catalogue.area(area).filter(|_| missing).map(|info| (info.id.clone(), info.notes()))
        });
        let Some((area, file)) = need else { return };
        self.fetch(area, file, |model, area, bytes| {
            model.notes.insert(area, bytes.read(Notes::read));
        });
    }

    /// Fetches a file of an area; `put` keeps how far it is, now and once that is known.
    fn fetch(self, area: String, file: String, put: fn(&mut Model, String, Load<Vec<u8>>)) {
        self.model.update(|model| put(model, area.clone(), Load::Waiting));
        spawn_local(async move {
            let bytes = fetch::bytes(&format!("assets/{file}")).await;
            self.model.update(|model| put(model, area, bytes.map_or(Load::Failed, Load::Here)));
            self.settle();
        });
    }
}
