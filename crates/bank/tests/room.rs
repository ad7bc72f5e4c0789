//! How much room finished attempts take: measured on the real banks, answered as people answer.

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
        text.char_indices().map(|(at, letter)| make(text[..at + letter.len_utf8()].into())).collect()
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

#[test]
fn five_thousand_attempts_fit() {
    let records = attempts(500);
    let show = |what: &str, f: &dyn Fn(&Record) -> usize| {
        let mut all: Vec<usize> = records.iter().map(f).collect();
        all.sort_unstable();
        println!(
            "{what}: mean {} p50 {} p95 {} max {}",
            all.iter().sum::<usize>() / all.len(),
            all[all.len() / 2],
            all[all.len() * 95 / 100],
            all.last().unwrap()
        );
    };
    show("v2", &|r| postcard::to_allocvec(r).unwrap().len().div_ceil(3) * 4 + 8);
    show("v2 compact", &|r| postcard::to_allocvec(&r.compact()).unwrap().len().div_ceil(3) * 4 + 8);
    show("v3", &|r| r.write().len());
    show("v3 compact", &|r| r.compact().write().len());
    show("v3 compact dense", &|r| r.compact().write_dense().encode_utf16().count());
    show("facts", &|r| r.log.len());
    show("facts compact", &|r| r.compact().log.len());
    show("avoid compact dense", &|r| {
        if r.quiz.avoid.is_empty() { 0 } else { r.compact().write_dense().encode_utf16().count() }
    });
    show("responses", &|r| {
        r.compact()
            .log
            .iter()
            .map(|e| match &e.1 {
                engine::record::Event::Responded { response, .. } => postcard::to_allocvec(response).unwrap().len(),
                _ => 0,
            })
            .sum()
    });
}
#[test]
fn tmp_squeeze() {
    let records: Vec<Record> = attempts(1000).iter().map(Record::compact).collect();
    for n in [1, 5, 10, 100, 1000] {
        let mut all = Vec::new();
        let mut post = Vec::new();
        for r in records.iter().take(n) {
            let w = r.write();
            let b = engine::pack::unpack(&w[2..]).unwrap();
            all.extend(b);
            post.extend(postcard::to_allocvec(r).unwrap());
        }
        let t = std::time::Instant::now();
        let s = engine::transfer::squeeze::squeeze(&all).len();
        let tt = t.elapsed();
        println!(
            "{n}: v3 {} -> {} ({} each) {:?}; post {} -> {}",
            all.len(),
            s,
            s / n,
            tt,
            post.len(),
            if n < 1000 { engine::transfer::squeeze::squeeze(&post).len() } else { 0 }
        );
    }
    // one area
    let mut all = Vec::new();
    for r in records.iter().step_by(10).take(5) {
        all.extend(engine::pack::unpack(&r.write()[2..]).unwrap());
    }
    println!("five of one area: {} -> {}", all.len(), engine::transfer::squeeze::squeeze(&all).len());
}
