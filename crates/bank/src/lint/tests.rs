//! Habits, doubles and missing proofs, each shown by a bank that has them.

use super::*;
use crate::lock::Entry;
use std::fs;

/// A question with four options of these lengths, of which the one at `key` is right.
fn single(id: usize, lengths: [usize; 4], key: usize) -> String {
    let option = |(place, length): (usize, usize)| {
        let key = if place == key { "key = true\n" } else { "" };
        // The letters differ, so that no two options are alike.
        let letter = ["a", "b", "c", "d"].get(place).copied().unwrap_or_default();
        format!("[[question.option]]\ntext = '{}'\n{key}why = 'w'\n", letter.repeat(length))
    };
    let options: String = lengths.into_iter().enumerate().map(option).collect();
    let word = ["lake", "hill", "wood", "moor", "glen"].get(id % 5).copied().unwrap_or_default();
    let more = ["north", "south", "east", "west"].get(id / 5).copied().unwrap_or_default();
    format!(
        "[[question]]\nid = 'q{id}'\nkind = 'single'\nlevel = {}\nprompt = 'The {word} {more}: {id}?'\nexplanation = 'E.'\n\
         source = {{ title = 'T', url = 'https://example.org/' }}\nunprovable = 'A test.'\n{options}",
        id % 5 + 1
    )
}

/// What is said of an area with these questions.
fn faults(name: &str, run: &str, questions: &str, lock: Option<&Lock>) -> Vec<String> {
    let root = std::env::temp_dir().join(format!("plumb-lint-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("a")).unwrap();
    let area = format!(
        "title = 'A'\nskill = 'web'\nrun = {run}\nsummary = 'S.'\nabout = 'A.'\n[[topic]]\nid = 'one'\ntitle = 'One'\n"
    );
    fs::write(root.join("a/area.toml"), area).unwrap();
    fs::write(root.join("a/one.toml"), questions).unwrap();
    lock.into_iter().for_each(|lock| lock.write(&root).unwrap());
    let report = check(&root, &[]);
    fs::remove_dir_all(root).unwrap();
    report.faults.iter().map(ToString::to_string).collect()
}

fn fair() -> String {
    (0..20).map(|id| single(id, [5, 5, 5, 5], id % 4)).collect()
}

#[track_caller]
fn said(faults: &[String], what: &str) {
    assert!(faults.iter().any(|fault| fault.contains(what)), "{faults:?}");
}

#[test]
fn a_fair_bank_is_clean() {
    assert_eq!(faults("fair", "[]", &fair(), None), Vec::<String>::new());
}

#[test]
fn the_longest_option_may_not_be_right_more_often_than_chance() {
    let bank = |long: usize| -> String {
        let lengths = |id: usize| {
            let mut lengths = [5; 4];
            lengths[if id < long { id % 4 } else { (id + 1) % 4 }] = 9;
            lengths
        };
        (0..20).map(|id| single(id, lengths(id), id % 4)).collect()
    };
    // 5 of 20 is chance; 6 of 20 is 30 %, above the margin of 3.
    assert_eq!(faults("long5", "[]", &bank(5), None), Vec::<String>::new());
    said(&faults("long6", "[]", &bank(6), None), "longest option scores 30.0 %, chance is 25.0 %");
}

#[test]
fn keys_may_not_prefer_a_place() {
    let bank: String = (0..20).map(|id| single(id, [5; 4], if id < 14 { 1 } else { id % 4 })).collect();
    said(&faults("place", "[]", &bank, None), "spread them evenly");
}

#[test]
fn the_limits_of_the_test_for_places_are_those_of_the_table() {
    // Statistics of 11.2 and 12.4 with three degrees of freedom, for which the limit is 11.345.
    assert!(habits::uniform(&[11, 5, 3, 1]));
    assert!(!habits::uniform(&[11, 6, 2, 1]));
    assert!(habits::uniform(&[5, 5, 5, 5]));
    assert!(!habits::uniform(&[20, 0, 0, 0]));
}

#[test]
fn each_level_has_its_share_and_prompts_are_short() {
    said(&faults("level", "[]", &fair().replace("level = 5", "level = 4"), None), "level 5 has 0 of 20");
    let long = fair().replacen("The lake north", &"word ".repeat(91), 1);
    said(&faults("words", "[]", &long, None), "words; say it in 90");
    let code = fair().replacen(
        "prompt = 'The lake north: 0?'",
        &format!("prompt = '''\nWhat?\n\n```\n{}\n```\n'''", "word ".repeat(91)),
        1,
    );
    assert_eq!(faults("code", "[]", &code, None), Vec::<String>::new());
}

#[test]
fn a_proof_is_there_where_a_tool_could_prove_it_and_was_run_as_it_stands() {
    let bank = fair();
    let without = bank.replacen("unprovable = 'A test.'\n", "", 1);
    assert_eq!(faults("none", "[]", &without, None), Vec::<String>::new());
    said(&faults("proof", "['sh']", &without, None), "it has no proof; write one for sh");
    let with = bank.replacen("unprovable = 'A test.'", "proof = { tool = 'sh', program = 'echo true' }", 1);
    said(&faults("never", "['sh']", &with, None), "never run");
    let mut lock = Lock::default();
    let entry = |hash: &str| Entry { hash: hash.into(), on: vec!["Linux 6.1".into()], date: "2026-11-21".into() };
    lock.set("a", "q0", entry("0123456789ab"));
    said(&faults("stale", "['sh']", &with, Some(&lock)), "changed after its proof was run");
    lock.set("a", "gone", entry("0123456789ab"));
    said(&faults("gone", "['sh']", &with, Some(&lock)), "names a/gone, which has no proof");
}

#[test]
fn questions_that_are_nearly_alike_are_found_and_others_are_not() {
    let close = (
        "What does the server send when the client asks for a page that it has in its cache?",
        "What does the server send when the client asks for a page which it has in its cache?",
    );
    let far = (
        "What does the server send when the client asks for a page that it has in its cache?",
        "What does the cache do when the server sends a page that the client did not ask for?",
    );
    assert!(similarity(close.0, close.1) >= THRESHOLD, "{}", similarity(close.0, close.1));
    assert!(similarity(far.0, far.1) < THRESHOLD, "{}", similarity(far.0, far.1));
    assert!((similarity("One, two THREE", "one two three?") - 1.0).abs() < 1e-12);
    let bank = fair().replacen("The lake north: 0?", close.0, 1).replacen("The hill north: 1?", close.1, 1);
    said(&faults("alike", "[]", &bank, None), "it is much like the one at a/one.toml:1");
}

#[test]
fn the_lock_reads_back_as_it_was_written() {
    let root = std::env::temp_dir().join(format!("plumb-lock-{}", std::process::id()));
    fs::create_dir_all(&root).unwrap();
    assert_eq!(Lock::read(&root), Ok(Lock::default()));
    let mut lock = Lock::default();
    let on = vec!["Python 3.9.18".into(), "a \"b\" \\".into()];
    lock.set("python", "shared", Entry { hash: "00".into(), on, date: "2026-11-21".into() });
    lock.write(&root).unwrap();
    assert_eq!(Lock::read(&root), Ok(lock.clone()));
    fs::write(root.join(crate::lock::NAME), "[python").unwrap();
    assert!(Lock::read(&root).is_err());
    fs::remove_dir_all(&root).unwrap();
    lock.keep(|_, _| false);
    assert_eq!(lock, Lock::default());
}
