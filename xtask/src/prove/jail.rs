//! Where proofs run: an empty folder, no network but loopback, and nothing left behind.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::run;

/// Where the folder of a proof is for the program in the jail: short, for sockets have short names.
const INSIDE: &str = "/dev/shm/proof";
/// The folder in it that the program finds itself in, empty: what it is made of stands above.
const WORK: &str = "work";

/// How programs are kept from all else on the machine.
#[derive(Debug)]
pub struct Jail {
    /// Where the folders are made.
    home: PathBuf,
    /// The program `bwrap`; none where the person gave up the jail.
    bubblewrap: Option<PathBuf>,
}

/// What a program did.
#[derive(Debug, PartialEq, Eq)]
pub struct Done {
    /// What it printed.
    pub output: String,
    /// What it complained about.
    pub errors: String,
    /// How it ended.
    pub end: End,
}

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself, with this status; none where a signal ended it.
    Status(Option<i32>),
    /// It took too long.
    TooLong,
    /// It printed too much.
    TooMuch,
}

impl Jail {
    /// A jail whose folders are below `home`.
    ///
    /// # Errors
    /// When there is none on this machine and the person did not give it up.
    pub fn new(home: &Path, unjailed: bool) -> Result<Self> {
        std::fs::create_dir_all(home).with_context(|| format!("cannot make {}", home.display()))?;
        let home = home.to_path_buf();
        if unjailed {
            return Ok(Self { home, bubblewrap: None });
        }
        let Some(bubblewrap) = run::on_path("bwrap") else {
            bail!(
                "proofs run in a jail, and bubblewrap makes it: {}. Without it, `--unjailed` runs them with \
                 your rights, which is as safe as the programs in the banks are.",
                super::install::how("bubblewrap")
            )
        };
        let jail = Self { home, bubblewrap: Some(bubblewrap) };
        let probe = jail.run("true", &[], Duration::from_secs(10), 1_000)?;
        if probe.end != End::Status(Some(0)) {
            bail!("bubblewrap cannot make a jail here ({}); `--unjailed` does without", probe.errors.trim());
        }
        Ok(jail)
    }

    /// Runs a shell script among these files, for this long at most and with this many bytes of output.
    ///
    /// # Errors
    /// When the folder or the process cannot be made.
    pub fn run(&self, script: &str, files: &[(&str, &str)], time: Duration, most: u64) -> Result<Done> {
        let folder = tempfile::Builder::new().prefix("proof-").tempdir_in(&self.home)?;
        std::fs::create_dir(folder.path().join(WORK))?;
        for (name, text) in files {
            // What is hidden belongs to the work, all else stands above it.
            let place = if name.starts_with('.') { folder.path().join(WORK) } else { folder.path().to_path_buf() };
            std::fs::write(place.join(name), text)?;
        }
        let mut command = self.command(folder.path());
        command.args(["sh", "-c", script]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().context("cannot start a shell")?;
        let done = watch(&mut child, time, most);
        self.end(&mut child);
        done
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = match &self.bubblewrap {
            None => {
                let mut command = Command::new("env");
                command.current_dir(folder.join(WORK));
                command
            }
            Some(bubblewrap) => {
                let mut command = Command::new(bubblewrap);
                // A new /dev is the jail's own and gone with it; all else can only be read.
                command.args(["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/dev/shm"]);
                command.arg("--bind").arg(folder).arg(INSIDE);
                // As nobody in particular: what depends on rights comes out as for an ordinary user.
                command.args(["--unshare-all", "--uid", "1000", "--gid", "1000", "--hostname", "plumb"]);
                command.args(["--die-with-parent", "--new-session", "--chdir"]);
                command.arg(Path::new(INSIDE).join(WORK)).arg("env");
                command
            }
        };
        let inside = if self.bubblewrap.is_some() { Path::new(INSIDE) } else { folder }.join(WORK);
        let path = std::env::var("PATH").unwrap_or_default();
        command.args(["-i", &format!("PATH={path}"), "LANG=C.UTF-8", "TZ=UTC", "GIT_CONFIG_NOSYSTEM=1"]);
        command.args(["HOME", "TMPDIR"].map(|name| format!("{name}={}", inside.display())));
        command.args(ports().iter().map(|(name, port)| format!("{name}={port}")));
        own_group(&mut command);
        command
    }

    /// Ends what may still run, with all that it has started.
    fn end(&self, child: &mut Child) {
        if self.bubblewrap.is_none() {
            let group = format!("-{}", child.id());
            let _ = run::succeeds(Command::new("kill").args(["-KILL", "--", &group]));
        }
        // The jail's processes end with it.
        let _ = child.kill();
        let _ = child.wait();
    }
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

/// Free ports of the loopback interface. In the jail all are free; outside, these were a moment ago.
fn ports() -> Vec<(&'static str, u16)> {
    let free: Vec<_> = (0..3).filter_map(|_| std::net::TcpListener::bind("127.0.0.1:0").ok()).collect();
    let ports = free.iter().filter_map(|listener| listener.local_addr().ok()).map(|address| address.port());
    ["PORT", "PORT2", "PORT3"].into_iter().zip(ports).collect()
}

/// Reads what a process prints until it ends, or until it must be ended.
fn watch(child: &mut Child, time: Duration, most: u64) -> Result<Done> {
    let start = Instant::now();
    let output = collect(child.stdout.take(), most);
    let errors = collect(child.stderr.take(), most);
    let end = loop {
        if let Some(status) = child.try_wait()? {
            break End::Status(status.code());
        }
        if start.elapsed() > time {
            break End::TooLong;
        }
        if output.is_full() || errors.is_full() {
            break End::TooMuch;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    if end == End::TooLong {
        let _ = child.kill();
    }
    let (output, errors) = (output.text(), errors.text());
    // Whoever closes the pipe ends the program, perhaps before it was looked at above.
    let longest = u64::try_from(output.len().max(errors.len())).unwrap_or(u64::MAX);
    let end = if longest > most { End::TooMuch } else { end };
    Ok(Done { output, errors, end })
}

/// What is read from a process by a thread of its own.
struct Pipe {
    most: u64,
    read: std::sync::Arc<std::sync::Mutex<Vec<u8>>>,
    closed: std::sync::mpsc::Receiver<()>,
}

fn collect(from: Option<impl Read + Send + 'static>, most: u64) -> Pipe {
    let read = std::sync::Arc::<std::sync::Mutex<Vec<u8>>>::default();
    let (close, closed) = std::sync::mpsc::channel();
    let into = read.clone();
    std::thread::spawn(move || {
        // One byte more than there may be shows that it was too much.
        let Some(mut from) = from.map(|from| from.take(most + 1)) else { return };
        let mut piece = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut piece) {
            if let (Ok(mut into), Some(piece)) = (into.lock(), piece.get(..count)) {
                into.extend_from_slice(piece);
            }
        }
        let _ = close.send(());
    });
    Pipe { most, read, closed }
}

impl Pipe {
    fn is_full(&self) -> bool {
        self.read.lock().is_ok_and(|read| u64::try_from(read.len()).is_ok_and(|length| length > self.most))
    }

    /// What came; a process left behind may hold the pipe open, and is not waited for.
    fn text(&self) -> String {
        let _ = self.closed.recv_timeout(Duration::from_millis(500));
        self.read.lock().map(|read| String::from_utf8_lossy(&read).into_owned()).unwrap_or_default()
    }
}
