//! Proofs that must fall, and what is said of them.

use std::fs;
use std::path::PathBuf;

use super::*;

/// One question whose options are outputs; `proof` is what stands in its table.
fn question(options: &str, proof: &str) -> String {
    format!(
        "[[question]]\nid = 'q'\nkind = 'single'\nlevel = 1\nprompt = 'What?'\nexplanation = 'E.'\n\
         source = {{ title = 'T', url = 'https://example.org/' }}\n[question.proof]\n{proof}\n{options}"
    )
}

fn options(texts: [&str; 3]) -> String {
    let option = |(place, text): (usize, &str)| {
        let key = if place == 0 { "key = true\n" } else { "" };
        format!("[[question.option]]\ntext = '{text}'\n{key}why = 'w'\n")
    };
    texts.into_iter().enumerate().map(option).collect()
}

/// The proof in an area of its own, with questions that have none around it.
fn named(name: &str, question: &str) -> Named {
    let root = std::env::temp_dir().join(format!("plumb-prove-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("a")).unwrap();
    fs::write(
        root.join("a/area.toml"),
        "title = 'A'\nskill = 'web'\nrun = []\nsummary = 'S.'\nabout = 'A.'\n[[topic]]\nid = 'one'\ntitle = 'One'\n",
    )
    .unwrap();
    let other = |id: usize| {
        let proof = "tool = 'sh'\nprogram = 'x'";
        question_of(id, &super::tests::question(&options(["a", "b", "c"]), proof))
    };
    let rest: String = (0..11).map(other).collect();
    fs::write(root.join("a/one.toml"), format!("{question}{rest}")).unwrap();
    let proofs = bank::lint::proofs(&root, &[]).unwrap_or_else(|faults| panic!("{faults:?}"));
    fs::remove_dir_all(root).unwrap();
    proofs.into_iter().find(|named| named.question == "q").unwrap()
}

fn question_of(id: usize, text: &str) -> String {
    text.replace("id = 'q'", &format!("id = 'q{id}'")).replace("'What?'", &format!("'What {id}?'"))
}

fn home(name: &str) -> PathBuf {
    // Beside what cargo makes: /tmp may be another one in the jail.
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/tmp").join(format!("{name}-{}", std::process::id()))
}

/// Runs a proof in the jail where this machine can make one, else without.
fn outcome(name: &str, question: &str) -> Outcome {
    let home = home(name);
    let jail = Jail::new(&home, false).or_else(|_| Jail::new(&home, true)).unwrap();
    let limits = Limits { time: Duration::from_secs(2), output: 10_000 };
    let named = named(name, question);
    let tools: BTreeSet<&str> = named.proof.tools.iter().map(String::as_str).collect();
    let runner = Runner { jail, limits, tools: Tools::find(&home, &tools) };
    let tool = runner.tools.all().next().unwrap();
    let outcome = runner.run(&named.proof, tool);
    assert_eq!(left(&home), Vec::<PathBuf>::new(), "{name} left something behind");
    fs::remove_dir_all(home).unwrap();
    outcome
}

fn left(home: &PathBuf) -> Vec<PathBuf> {
    fs::read_dir(home).unwrap().flatten().map(|entry| entry.path()).collect()
}

#[track_caller]
fn falls(name: &str, question: &str, said: &str) {
    match outcome(name, question) {
        Outcome::Fell(why) => assert!(why.contains(said), "{name}: {why}"),
        Outcome::Held => panic!("{name} held"),
    }
}

fn shell(program: &str) -> String {
    question(&options(["red", "green", "blue"]), &format!("tool = 'sh'\nprogram = '''\n{program}\n'''"))
}

#[test]
fn what_prints_the_key_or_true_holds() {
    assert_eq!(outcome("key", &shell("echo red")), Outcome::Held);
    assert_eq!(outcome("true", &shell("echo true")), Outcome::Held);
    let failing = question(&options(["red", "green", "blue"]), "tool = 'sh'\nstatus = 3\nprogram = 'echo red; exit 3'");
    assert_eq!(outcome("status", &failing), Outcome::Held);
}

#[test]
fn a_wrong_key_falls_with_both_outputs() {
    falls("distractor", &shell("echo green"), "is a distractor");
    falls("other", &shell("echo yellow"), "    - red\n    + yellow");
    falls("empty", &shell(":"), "printed nothing");
    falls("failed", &shell("echo red; echo oops >&2; exit 1"), "ended with status 1, not with status 0\n    | oops");
}

#[test]
fn two_options_that_say_the_same_fall() {
    let twice = question(&options(["1.0", "`1.0`", "2"]), "tool = 'sh'\nprogram = 'echo 1.0'");
    falls("two", &twice, "two options");
}

#[test]
fn a_program_that_hangs_is_ended_with_all_that_it_started() {
    let start = Instant::now();
    falls("hangs", &shell("echo red; sleep 987.654 & sleep 987.654"), "took longer than 2 s");
    assert!(start.elapsed() < Duration::from_secs(8));
    if cfg!(target_os = "linux") {
        let running = |id: &std::ffi::OsStr| {
            let line = fs::read(PathBuf::from("/proc").join(id).join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains("987.654")
        };
        let all = fs::read_dir("/proc").unwrap().flatten();
        let still = all.filter(|entry| running(&entry.file_name())).filter(|entry| own(&entry.path())).count();
        assert_eq!(still, 0);
    }
}

/// Whether a process is no shell that only names the other in its script, such as this test's runner.
fn own(process: &std::path::Path) -> bool {
    fs::read_to_string(process.join("comm")).is_ok_and(|name| name.trim() == "sleep")
}

#[test]
fn a_program_that_prints_without_end_is_ended() {
    falls("prints", &shell("while :; do echo red; done"), "printed more than 10000 bytes");
    falls("complains", &shell("while :; do echo red >&2; done"), "printed more than 10000 bytes");
}

#[test]
fn a_program_cannot_write_outside_its_folder() {
    let home = home("probe");
    let jailed = Jail::new(&home, false);
    fs::remove_dir_all(&home).unwrap();
    let Ok(_) = jailed else {
        eprintln!("This machine makes no jail, so nothing keeps programs in their folder; `bank prove` says so.");
        return;
    };
    let target = std::env::temp_dir().join(format!("plumb-outside-{}", std::process::id()));
    let writes = format!("echo x > {} || exit 1\necho red", target.display());
    falls("outside", &shell(&writes), "ended with status 1");
    assert!(!target.exists());
    let own = format!("echo x > {}/own || exit 1\necho red", env!("CARGO_MANIFEST_DIR"));
    falls("sources", &shell(&own), "ended with status 1");
    assert_eq!(outcome("inside", &shell("echo red > $HOME/a && cat a")), Outcome::Held);
}

#[test]
fn a_server_that_does_not_start_is_said() {
    static TOOL: tools::Tool = tools::Tool {
        name: "sh",
        label: "Shell",
        program: "sh",
        version: "echo 1.0",
        file: "program",
        command: "sh ../program",
        server: Some(tools::Server { always: true, config: "", start: "echo no room; false", ready: "true" }),
        source: tools::From::Debian(&["dash"]),
        oldest: "",
    };
    let home = home("server");
    let runner = Runner {
        jail: Jail::new(&home, false).or_else(|_| Jail::new(&home, true)).unwrap(),
        limits: Limits::default(),
        tools: Tools::find(&home, &BTreeSet::new()),
    };
    let tool = Installed { tool: &TOOL, program: "sh".into(), environment: None, version: "1.0".parse().unwrap() };
    let outcome = runner.run(&named("server", &shell("echo red")).proof, &tool);
    fs::remove_dir_all(home).unwrap();
    let Outcome::Fell(why) = outcome else { panic!("held") };
    assert!(why.contains("the server did not start") && why.contains("no room"), "{why}");
}

#[test]
fn every_tool_that_banks_may_name_is_in_the_table() {
    assert!(list::TABLE.iter().map(|tool| tool.name).eq(bank::TOOLS.iter().copied()));
}
