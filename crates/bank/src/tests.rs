//! Banks with one fault each, and what is said of them.

use super::*;
use std::fs;

const AREA: &str =
    "title = 'Sample'\nskill = 'web'\nrun = []\nsummary = 'S.'\nabout = 'A.'\n[[topic]]\nid = 'one'\ntitle = 'One'\n";

fn question(id: usize, level: usize) -> String {
    format!(
        "[[question]]\nid = 'q{id}'\nkind = 'single'\nlevel = {level}\nprompt = 'Is it {id}?'\nexplanation = 'E.'\n\
         source = {{ title = 'T', url = 'https://example.org/' }}\n\
         [[question.option]]\ntext = 'a'\nkey = true\nwhy = 'w'\n\
         [[question.option]]\ntext = 'b'\nwhy = 'w'\n\
         [[question.option]]\ntext = 'c'\nwhy = 'w'\n"
    )
}

fn bank() -> String {
    (0..15).map(|id| question(id, id % 5 + 1)).collect()
}

/// Compiles an area with this `one.toml`.
fn compiled(name: &str, topic: &str) -> Result<Compiled, Vec<Fault>> {
    let root = std::env::temp_dir().join(format!("plumb-bank-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("sample")).unwrap();
    fs::write(root.join("sample/area.toml"), AREA).unwrap();
    fs::write(root.join("sample/one.toml"), topic).unwrap();
    let result = compile(&root);
    fs::remove_dir_all(root).unwrap();
    result
}

#[test]
fn a_good_bank_reads_back_as_it_was_written() {
    let Ok(compiled) = compiled("good", &bank()) else { panic!("refused") };
    let catalogue = engine::bank::Catalogue::read(&compiled.catalogue).unwrap();
    assert_eq!(catalogue.areas[0].count(), 15);
    assert_eq!(catalogue.areas[0].topics[0].per_level, [3; 5]);
    let chunk = &compiled.chunks[0];
    assert_eq!(catalogue.areas[0].chunk, chunk.bank.name);
    let bank = engine::bank::Bank::read(&chunk.bank.bytes).unwrap();
    assert_eq!(bank.items[14].prompt.plain(), "Is it 14?");
    let notes = engine::notes::Notes::read(&chunk.notes.bytes).unwrap();
    assert!(bank.items.iter().map(|item| &item.id).eq(notes.items.iter().map(|note| &note.id)));
    assert_eq!(notes.items[14].explanation.plain(), "E.");
    assert_eq!(notes.items[14].source.url, "https://example.org/");
}

#[test]
fn both_files_of_an_area_are_named_by_what_both_hold() {
    let names = |name: &str, text: &str| {
        let compiled = compiled(name, text).unwrap_or_else(|faults| panic!("{faults:?}"));
        let chunk = &compiled.chunks[0];
        let hash = chunk.bank.name.strip_prefix("sample.").unwrap().to_owned();
        assert_eq!(chunk.notes.name, format!("sample-notes.{hash}"));
        hash
    };
    let first = names("n1", &bank());
    assert_ne!(first, names("n2", &bank().replacen("why = 'w'", "why = 'better'", 1)));
    assert_ne!(first, names("n3", &bank().replacen("Is it 0?", "Is it nought?", 1)));
}

#[test]
fn an_opening_has_one_level_of_a_topic_and_draws_as_the_bank_does() {
    let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    let compiled = compile(&questions).unwrap_or_else(|faults| panic!("{faults:?}"));
    let catalogue = engine::bank::Catalogue::read(&compiled.catalogue).unwrap();
    for chunk in compiled.chunks {
        let whole = engine::bank::Bank::read(&chunk.bank.bytes).unwrap();
        assert!(whole.is_whole());
        let area = catalogue.area(&chunk.area).unwrap();
        let levels = area.topics.iter().flat_map(|topic| topic.per_level).filter(|count| *count > 0);
        assert_eq!(levels.count(), chunk.openings.len());
        for seed in 0..20 {
            let quiz = engine::quiz::Quiz::new(&area.id, seed.to_string(), 10);
            let first = engine::draw::opening(&quiz, &area.topics).unwrap();
            let file = chunk.openings.iter().find(|file| file.name == area.opening(first)).unwrap();
            let opening = engine::bank::Bank::read(&file.bytes).unwrap();
            assert!(!opening.is_whole());
            let drawn = engine::draw::draw(&quiz, &opening);
            assert_eq!(drawn, engine::draw::draw(&quiz, &whole));
            assert_eq!(opening.items[drawn[0]], whole.items[drawn[0]]);
        }
    }
}

#[test]
fn the_banks_of_this_repository_have_a_note_for_every_question_and_a_reason_for_every_part() {
    let questions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions");
    let compiled = compile(&questions).unwrap_or_else(|faults| panic!("{faults:?}"));
    for chunk in compiled.chunks {
        let bank = engine::bank::Bank::read(&chunk.bank.bytes).unwrap();
        let notes = engine::notes::Notes::read(&chunk.notes.bytes).unwrap();
        assert_eq!(bank.items.len(), notes.items.len(), "{}", chunk.area);
        for item in bank.items {
            let reasons = &notes.of(&item.id).unwrap().reasons;
            assert_eq!(reasons.parts.len(), item.question.reasons(), "{}", item.id);
            assert!(item.question.reasons() > 0 || !reasons.traps.is_empty(), "{}", item.id);
        }
    }
}

#[test]
fn reasons_do_not_change_what_is_asked_but_keys_do() {
    let hash = |name: &str, text: &str| {
        let compiled = compiled(name, text).unwrap_or_else(|faults| panic!("{faults:?}"));
        engine::bank::Bank::read(&compiled.chunks[0].bank.bytes).unwrap().items[0].hash
    };
    let first = hash("h1", &bank());
    assert_eq!(first, hash("h2", &bank().replace("why = 'w'", "why = 'better'")));
    assert_ne!(first, hash("h3", &bank().replacen("text = 'b'", "text = 'B'", 1)));
    assert_ne!(
        first,
        hash(
            "h4",
            &bank().replacen(
                "key = true\nwhy = 'w'\n[[question.option]]\ntext = 'b'",
                "why = 'w'\n[[question.option]]\ntext = 'b'\nkey = true",
                1
            )
        )
    );
}

#[test]
fn each_fault_is_said_with_file_line_question_and_cure() {
    let cases: [(&str, &str, &str, usize, &str); 14] = [
        ("two-keys", "text = 'b'", "text = 'b'\nkey = true", 1, "mark exactly one"),
        ("no-reason", "why = 'w'", "why = ' '", 1, "has no reason"),
        ("no-source", "source = { title = 'T', url = 'https://example.org/' }", "", 1, "missing field `source`"),
        ("http", "https://example.org/", "http://example.org/", 1, "is no https address"),
        ("level", "level = 1", "level = 6", 1, "use 1 to 5"),
        ("kind", "kind = 'single'", "kind = 'quiz'", 1, "there is no kind \"quiz\""),
        ("field", "kind = 'single'", "kind = 'single'\nhint = 'x'", 1, "unknown field `hint`"),
        ("twice", "id = 'q1'", "id = 'q0'", 18, "used twice"),
        ("same", "Is it 1?", "is  it 0?", 18, "the same as at sample/one.toml:1"),
        ("html", "Is it 0?", "Is it <b>0</b>?", 1, "HTML is not supported"),
        ("link", "Is it 0?", "Is [it](http://a.b) 0?", 1, "is not https"),
        ("lang", "prompt = 'Is it 0?'", "prompt = '''\n```nolang\nx\n```\n'''", 1, "is not known"),
        ("same-option", "text = 'b'", "text = 'a'", 1, "is there twice"),
        ("tool", "level = 1", "level = 1\nproof = { tool = 'basic', program = 'x' }", 1, "there is no tool"),
    ];
    for (name, from, to, line, said) in cases {
        let faults = compiled(name, &bank().replacen(from, to, 1)).err().unwrap_or_default();
        let found = faults.iter().find(|fault| fault.to_string().contains(said));
        let fault = found.unwrap_or_else(|| panic!("{name}: {faults:?}"));
        assert_eq!((fault.file.as_str(), fault.line), ("sample/one.toml", line), "{name}: {fault}");
        assert!(!fault.question.is_empty(), "{name}");
    }
}

#[test]
fn broken_toml_is_said_with_its_line() {
    let faults = compiled("toml", &bank().replacen("level = 1", "level = ", 1)).err().unwrap_or_default();
    assert_eq!((faults[0].file.as_str(), faults[0].line), ("sample/one.toml", 4));
}
