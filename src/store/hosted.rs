//! What a page around this one gives and gets, and where a quiz in it goes on (docs/embed.md).

use super::{
    Model, Notice, Store,
    settings::{Theme, Word},
};
use crate::{
    platform::{
        host::{self, Message, Port},
        page,
    },
    route::Route,
    sinks::{Host, PREFIX, Saving, Sink},
};
use engine::record::Record;
use std::{cell::Cell, rc::Rc};

/// How long the records of the page around are waited for, in milliseconds.
const PATIENCE: i32 = 3000;
/// The colours of the style sheet that a page around may set.
const COLOURS: [&str; 22] = [
    "paper",
    "surface",
    "sunken",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "deep",
    "deep-soft",
    "on-deep",
    "brass",
    "right",
    "right-soft",
    "wrong",
    "wrong-soft",
    "partly",
    "partly-soft",
    "code-key",
    "code-text",
    "code-const",
    "code-name",
    "code-note",
];

impl Store {
    /// Meets whoever shows the page, in the third part, so that what they kept is here before anything is read.
    pub async fn meet(self) {
        self.meet_host().await;
        self.open_system();
    }

    /// Lets the page around know that Plumb is here. Where that page keeps the records, waits for them, so that
    /// they are there before anything is read; not for ever, and what comes late is taken too.
    async fn meet_host(self) {
        if page::root("data-host").as_deref() != Some("frame") {
            return;
        }
        host::open_links_outside();
        let keeps = page::root("data-keep").as_deref() == Some("host");
        let (ring, wait) = host::patience(PATIENCE);
        let met = Rc::new(Cell::new(false));
        let late = Rc::clone(&met);
        Port::knock(move |port| {
            let (ring, met, way) = (ring.clone(), Rc::clone(&met), port.clone());
            let failed = Rc::new(Cell::new(false));
            port.hear(move |message| {
                if message.is("hello") && !met.replace(true) {
                    self.greet(&way, &message, keeps, &failed);
                    ring();
                } else if message.is("kept") {
                    self.hear_of_keeping(message.flag("ok"), &failed);
                }
                dress(&message);
            });
            let way = port.clone();
            host::watch_height("app", move |height| way.send("size", &[("height", height)]));
        });
        if keeps {
            wait.await;
            if !late.get() {
                self.model.update(|model| model.notify(Notice::MemoryOnly));
            }
        }
    }

    /// Takes the records that the page around has kept, and sends it what happens from now on.
    fn greet(self, port: &Port, message: &Message, keeps: bool, failed: &Rc<Cell<bool>>) {
        let records = if keeps { message.pairs("records") } else { Vec::new() };
        for (id, text) in records.iter().filter(|(id, _)| Record::is_id(id)) {
            // What is here already came from this page, and is newer. Memory takes everything.
            let _ = self.ports.look(|ports| {
                let key = format!("{PREFIX}{id}");
                if ports.shelf.get(&key) == Ok(None) { ports.shelf.set(&key, text) } else { Ok(()) }
            });
        }
        let tell = Rc::new(move |saving| {
            self.model.update(|model| model.saving = saving);
        });
        let sink = Host { port: port.clone(), keeps, failed: Rc::clone(failed), tell };
        // What was answered while the page around was silent is for it to keep too.
        let attempts =
            self.look(|model| model.attempts.values().map(|attempt| attempt.record.clone()).collect::<Vec<_>>());
        for record in attempts.iter().filter(|record| !records.iter().any(|(id, _)| *id == record.id)) {
            let _ = sink.take(record, &[]);
        }
        self.ports.update(|ports| ports.sinks.push(Box::new(sink)));
        if keeps && !message.flag("keeps") {
            self.model.update(|model| model.notify(Notice::MemoryOnly));
        } else if keeps {
            self.dismiss(Notice::MemoryOnly);
        }
        if self.later().is_some() {
            self.reread();
            self.take_up();
        }
    }

    fn hear_of_keeping(self, ok: bool, failed: &Cell<bool>) {
        failed.set(!ok);
        self.model.update(|model| {
            model.saving = if ok { Saving::Done } else { Saving::Unknown };
            if ok {
                model.notices.retain(|notice| *notice != Notice::Full);
            } else {
                model.notify(Notice::Full);
            }
        });
    }

    /// In another page or a package, the newest running attempt at the quiz that is shown goes on. The address
    /// stays, for a change of it would take the focus from whatever the person does in the page around.
    pub(super) fn take_up(self) {
        let Some(start) = page::root("data-host").and_then(|_| page::root("data-start")) else { return };
        self.model.update(|model: &mut Model| {
            let known = |id: &String| model.attempts.get(id).is_some() || model.elsewhere.is_some();
            // The page was loaded again, and what it showed is not kept any more.
            if matches!(&model.route, Route::Attempt(id) if model.session.is_none() && !known(id)) {
                model.route = Route::read(&start);
            }
            let Route::Quiz(asked) = &model.route else { return };
            let running = model.attempts.values().filter(|attempt| attempt.state.finished.is_none());
            let same = running.filter(|attempt| attempt.record.quiz.is_of(asked));
            let newest = same.max_by_key(|attempt| attempt.record.started).map(|attempt| attempt.record.id.clone());
            if let Some(id) = newest.filter(|_| model.wanted.is_none()) {
                model.route = Route::Attempt(id);
            }
        });
        self.settle();
    }
}

/// Gives the page the theme, the colours and the language that the page around asks for.
fn dress(message: &Message) {
    if let Some(theme) = message.word("theme").filter(|theme| Theme::ALL.iter().any(|(_, word)| word == theme)) {
        page::set_root("data-theme", &theme);
    }
    if let Some(lang) = message.word("lang").filter(|lang| is_language(lang)) {
        page::set_root("data-lang", &lang);
    }
    for (name, value) in message.pairs("colours") {
        if COLOURS.contains(&name.as_str()) && (value.is_empty() || is_colour(&value)) {
            host::set_colour(&format!("--{name}"), &value);
        }
    }
}

fn is_language(text: &str) -> bool {
    (2..=35).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Whether a text is a colour and nothing else: hexadecimal digits, or a function of numbers.
fn is_colour(text: &str) -> bool {
    const FUNCTIONS: [&str; 8] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "oklab", "oklch"];
    if let Some(digits) = text.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    }
    let inside = text.strip_suffix(')').and_then(|text| text.split_once('('));
    inside.is_some_and(|(function, numbers)| {
        let number = |b: u8| b.is_ascii_digit() || b" .,%/+-".contains(&b);
        FUNCTIONS.contains(&function) && numbers.len() <= 60 && numbers.bytes().all(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_are_colours() {
        for text in ["#123", "#0b4f5c", "#0b4f5cff", "rgb(1 2 3 / 50%)", "hsl(120,50%,50%)", "oklch(0.5 0.1 200)"] {
            assert!(is_colour(text), "{text}");
        }
        let hostile =
            ["", "red;background:url(//x)", "url(//x)", "#12", "#12345g", "rgb(var(--x))", "rgb(1", "rgb(1)}*{"];
        for text in hostile {
            assert!(!is_colour(text), "{text}");
        }
        assert!(!is_colour(&format!("rgb({})", "1".repeat(99))));
    }
}
