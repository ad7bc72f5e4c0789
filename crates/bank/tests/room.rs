//! How much room finished attempts take: measured on the real banks, answered as people answer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "all of this is a test, in which a panic reports a fault"
)]

use engine::{
    action::Action,
    bank::Bank,
    certainty::Certainty,
    kinds::{Question, Response, judgement},
    modes::Mode,
    notes::{Note, Notes},
    quiz::Quiz,
    record::Record,
    session::Session,
    transfer::code,
};
use std::{path::Path, sync::Arc};

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most
    }

    /// A place in a list of this length.
    fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length.max(1) as u64)).unwrap()
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn text(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b"abcdefghijkmnpqrstuvwxyz23456789"[self.place(32)])).collect()
    }
}

/// What is answered: two times out of three what is right, else what somebody might take for it.
fn answer(question: &Question, note: &Note, chance: &mut Chance) -> Response {
    let mut response = question.solution();
    if chance.percent(65) {
        return response;
    }
    let trap = |chance: &mut Chance, right: &str| {
        let traps = &note.reasons.traps;
        traps.get(chance.place(traps.len())).map_or_else(|| right.chars().rev().collect(), |trap| trap.answer.clone())
    };
    let part = u8::try_from(chance.place(question.parts().max(2))).unwrap();
    match &mut response {
        Response::Single(place) => *place = part,
        Response::Multiple(places) | Response::Lines(places) => places.toggle(part),
        Response::Numeric(typed) | Response::Text(typed) => *typed = trap(chance, typed),
        Response::Order(places) | Response::Judgement(judgement::Response::Ranked(places)) => {
            let other = chance.place(places.len());
            places.swap(0, other);
        }
        Response::Match(choices) | Response::Classify(choices) => {
            let other = chance.place(choices.len());
            choices.swap(0, other);
        }
        Response::Judgement(judgement::Response::Rated(ratings)) => {
            let place = chance.place(ratings.len());
            ratings[place] = Some(part % 5 + 1);
        }
        Response::Trace(trace) => trace.output = trap(chance, &trace.output),
        Response::Cloze(filled) | Response::Table(filled) => {
            let place = chance.place(filled.len());
            filled[place] = trap(chance, &filled[place]);
        }
    }
    response
}

/// What came on the way to a response: letter by letter, part by part.
fn on_the_way(response: &Response) -> Vec<Response> {
    let typed = |text: &str, make: fn(String) -> Response| -> Vec<Response> {
        text.char_indices().map(|(at, letter)| make(text.split_at(at + letter.len_utf8()).0.into())).collect()
    };
    let choices = |all: &[Option<u8>], make: fn(Vec<Option<u8>>) -> Response| -> Vec<Response> {
        (1..=all.len()).map(|given| make((0..all.len()).map(|at| all[at].filter(|_| at < given)).collect())).collect()
    };
    let filled = |all: &[String], make: fn(Vec<String>) -> Response| -> Vec<Response> {
        let some = |given: usize, at: usize| if at < given { all[at].clone() } else { String::new() };
        (1..=all.len()).map(|given| make((0..all.len()).map(|at| some(given, at)).collect())).collect()
    };
    match response {
        Response::Numeric(text) => typed(text, Response::Numeric),
        Response::Text(text) => typed(text, Response::Text),
        Response::Match(all) => choices(all, Response::Match),
        Response::Classify(all) => choices(all, Response::Classify),
        Response::Cloze(all) => filled(all, Response::Cloze),
        Response::Table(all) => filled(all, Response::Table),
        Response::Judgement(judgement::Response::Rated(all)) => {
            choices(all, |ratings| Response::Judgement(judgement::Response::Rated(ratings)))
        }
        Response::Multiple(places) => {
            (1..=places.len()).map(|count| Response::Multiple(places.iter().copied().take(count).collect())).collect()
        }
        Response::Lines(places) => {
            (1..=places.len()).map(|count| Response::Lines(places.iter().copied().take(count).collect())).collect()
        }
        whole => vec![whole.clone()],
    }
}

/// Somebody who answers, and the clock on the wall.
struct Person {
    chance: Chance,
    now: u64,
}

impl Person {
    fn act(&mut self, session: &mut Session, action: Action, milliseconds: u64) {
        let until = self.now + milliseconds / 2 + self.chance.below(milliseconds);
        while session.record().quiz.limit.is_some() && self.now + 5000 < until {
            self.now += 5000 + self.chance.below(40);
            let _ = session.apply(Action::Tick, self.now);
        }
        self.now = self.now.max(until);
        let _ = session.apply(action, self.now);
    }

    /// Twenty questions from beginning to end.
    fn attempt(&mut self, bank: &Arc<Bank>, notes: &Notes, avoid: &[String]) -> Record {
        self.now += 3_600_000 + self.chance.below(86_400_000);
        let mut quiz = Quiz::new(&*bank.area, self.chance.text(6), 20);
        quiz.rated = self.chance.percent(30);
        if self.chance.percent(40) {
            quiz.mode = Mode::Exam;
            quiz.limit = Some(1800).filter(|_| self.chance.percent(50));
        }
        if self.chance.percent(20) {
            quiz.avoid = avoid.iter().cloned().collect();
        }
        let id = format!("{}-{}", self.chance.text(9), self.chance.text(8));
        let mut session = Session::start(Arc::clone(bank), quiz, id, self.now).unwrap();
        let mut at = Some(0);
        while let Some(item) = at {
            self.question(&mut session, notes, item);
            at = session.next(item).filter(|_| session.state().finished.is_none());
            if let Some(item) = at {
                self.act(&mut session, Action::Go { item }, 4_000);
            }
            if self.chance.percent(1) {
                self.now += 7_200_000;
                session = Session::resume(Arc::clone(bank), session.record().clone(), self.now);
            }
        }
        self.act(&mut session, Action::Finish, 5_000);
        session.record().clone()
    }

    fn question(&mut self, session: &mut Session, notes: &Notes, item: usize) {
        if self.chance.percent(2) {
            self.act(session, Action::Skip { item }, 20_000);
            return;
        }
        if self.chance.percent(3) {
            self.act(session, Action::Flag { item, on: true }, 3_000);
        }
        if self.chance.percent(5) {
            self.act(session, Action::Hint { item }, 10_000);
        }
        if self.chance.percent(3) {
            self.act(session, Action::GiveUp { item }, 20_000);
            return;
        }
        let question = session.item(item).unwrap().question.clone();
        let note = notes.items.iter().find(|note| note.id == session.record().items[item].id).unwrap();
        let response = answer(&question, note, &mut self.chance);
        for (step, response) in on_the_way(&response).into_iter().enumerate() {
            self.act(session, Action::Respond { item, response }, if step == 0 { 20_000 } else { 400 });
        }
        if session.record().quiz.rated {
            let certainty = Certainty::ALL[self.chance.place(3)];
            self.act(session, Action::Rate { item, certainty }, 2_000);
        }
        // Second thoughts.
        if self.chance.percent(5) {
            let response = answer(&question, note, &mut self.chance);
            self.act(session, Action::Respond { item, response }, 10_000);
        }
        self.act(session, Action::Submit { item }, 1_500);
    }
}

/// Finished attempts at all areas in turn.
fn attempts(count: usize) -> Vec<Record> {
    let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    let compiled = plumb_bank::compile(&questions).unwrap_or_else(|faults| panic!("{faults:?}"));
    let read = |chunk: &plumb_bank::Chunk| {
        (Arc::new(Bank::read(&chunk.bank.bytes).unwrap()), Notes::read(&chunk.notes.bytes).unwrap())
    };
    let areas: Vec<(Arc<Bank>, Notes)> = compiled.chunks.iter().map(read).collect();
    let mut person = Person { chance: Chance(5), now: 1_790_000_000_000 };
    let mut records: Vec<Record> = Vec::new();
    for place in 0..count {
        let (bank, notes) = &areas[place % areas.len()];
        let before = place.checked_sub(areas.len()).map(|place| &records[place].items);
        let avoid: Vec<String> = before.into_iter().flatten().map(|asked| asked.id.clone()).collect();
        records.push(person.attempt(bank, notes, &avoid));
    }
    records
}

/// What a browser allows each origin: UTF-16 units, or in WebKitGTK bytes, of which all but Latin text takes two a unit.
const QUOTA: usize = 5_242_880;

#[test]
fn five_thousand_attempts_fit() {
    let records = attempts(300);
    let mean = |what: &str, size: &dyn Fn(&Record) -> usize| {
        let sizes: Vec<usize> = records.iter().map(size).collect();
        let mean = sizes.iter().sum::<usize>() / sizes.len();
        println!("{what}: {mean} on average, {} at most", sizes.iter().max().unwrap());
        mean
    };
    mean("format 2", &|record| 2 + (postcard::to_allocvec(record).unwrap().len() + 4).div_ceil(3) * 4);
    let facts = mean("facts", &|record| record.log.len());
    assert!(mean("facts that count", &|record| record.compact().log.len()) <= facts);
    assert!(mean("format 3", &|record| record.compact().write().len()) <= 1150);
    let units = mean("format 3, dense", &|record| record.compact().write_dense().encode_utf16().count());
    assert!(units <= 450, "{units}");
    let key = "plumb.attempt.".len() + records[0].id.len();
    for (browser, each) in [("most browsers", units + key), ("WebKitGTK", 2 * units + key)] {
        let share = 5000 * each * 100 / QUOTA;
        println!("5,000 attempts take {share} % of what {browser} allow");
        assert!(share <= 90, "{browser}");
    }
}

#[test]
fn a_transfer_has_few_parts() {
    let records = attempts(100);
    for (count, most) in [(1, 1), (5, 5), (100, 60)] {
        let parts = code::write(records.iter().take(count)).len();
        println!("{count} attempts: {parts} parts");
        assert!(parts <= most);
    }
}
