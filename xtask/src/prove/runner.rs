//! Runs one proof with one tool, and judges what came out.

use std::time::Duration;

use bank::proof::Proof;

use super::diff;
use super::jail::{Done, End, Jail};
use super::tools::{Installed, Server, Tools};

/// The server's configuration: in the folder where the program finds itself, so that what it names is found there.
const CONFIG: &str = ".server.conf";
/// The status with which the script ends when the server does not start.
const NO_SERVER: i32 = 97;
/// The status with which it ends when the proof's `setup` fails.
const NO_SETUP: i32 = 98;

/// What a proof may use.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From its start to its end.
    pub time: Duration,
    /// Bytes that it prints.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), output: 64 * 1024 }
    }
}

/// How a proof ended with one tool.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What came out is the key.
    Held,
    /// It is something else, or nothing: why, for the author.
    Fell(String),
}

/// Runs proofs.
#[derive(Debug)]
pub struct Runner {
    /// Where they run.
    pub jail: Jail,
    /// What they may use.
    pub limits: Limits,
    /// The tools that are here.
    pub tools: Tools,
}

impl Runner {
    /// Runs a proof with this tool.
    pub fn run(&self, proof: &Proof, with: &Installed) -> Outcome {
        let server = with.tool.server.as_ref().filter(|server| server.always || !proof.config.trim().is_empty());
        let mut files = vec![(with.tool.file, proof.program.clone()), ("setup", proof.setup.clone())];
        files.extend(server.map(|server| (CONFIG, server.config.replace("CONFIG", &proof.config))));
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let script = script(server, with, !proof.setup.trim().is_empty());
        let run = || self.jail.run(&script, &files, self.limits.time, self.limits.output);
        // What takes too long once may only have met a busy machine.
        let done = match run() {
            Ok(done) if done.end == End::TooLong => run(),
            done => done,
        };
        match done {
            Ok(done) => judge(proof, &done, self.limits),
            Err(error) => Outcome::Fell(format!("cannot be run: {error:#}")),
        }
    }
}

/// What the shell does: setup, server, program. Only the program's output is the proof's.
fn script(server: Option<&Server>, with: &Installed, setup: bool) -> String {
    let mut lines = Vec::new();
    lines.extend(with.environment.iter().map(|setting| format!("export {setting}")));
    if setup {
        lines.push(format!("sh ../setup >&2 || exit {NO_SETUP}"));
    }
    if let Some(Server { start, ready, .. }) = server {
        lines.push(format!(
            "sed -i \"s/\\$PORT2/$PORT2/g; s/\\$PORT3/$PORT3/g; s/\\$PORT/$PORT/g; s|\\$HOME|$HOME|g\" {CONFIG}\n\
             fails() {{ echo 'the server did not start:' >&2; tail -5 ../server.log >&2; exit {NO_SERVER}; }}\n\
             {{ {start}\n}} > ../server.log 2>&1 || fails\n\
             for attempt in $(seq 100); do {{ {ready}; }} > /dev/null 2>&1 && break; \
             [ $attempt = 100 ] && fails; sleep 0.05; done"
        ));
    }
    lines.push(with.tool.command.replace("{}", &with.program));
    lines.join("\n")
}

fn judge(proof: &Proof, done: &Done, limits: Limits) -> Outcome {
    let complaint = || {
        let lines: Vec<&str> = done.errors.trim().lines().rev().take(8).collect();
        lines.into_iter().rev().map(|line| format!("\n    | {line}")).collect::<String>()
    };
    match done.end {
        End::TooLong => Outcome::Fell(format!("took longer than {} s", limits.time.as_secs_f64())),
        End::TooMuch => Outcome::Fell(format!("printed more than {} bytes", limits.output)),
        End::Status(Some(NO_SERVER | NO_SETUP)) => Outcome::Fell(format!("its server or setup failed{}", complaint())),
        End::Status(status) if status != Some(proof.status) => {
            let status = status.map_or("a signal".into(), |status| format!("status {status}"));
            Outcome::Fell(format!("ended with {status}, not with status {}{}", proof.status, complaint()))
        }
        End::Status(_) => match proof.judge(&done.output) {
            Ok(()) => Outcome::Held,
            Err(why) => Outcome::Fell(format!("{why}\n{}", diff::show(&proof.expected(), &done.output))),
        },
    }
}
