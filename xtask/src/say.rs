//! What goes to the standard output.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

/// What a shell reports of a program that ended because nobody read on: 128 and the number of SIGPIPE.
const NOBODY_READS: i32 = 141;

/// As `println!`, but when nobody reads on (`cargo xtask help | head -1`) the program ends without a word.
macro_rules! say {
    () => { $crate::say::line(format_args!("")) };
    ($($what:tt)+) => { $crate::say::line(format_args!($($what)+)) };
}

/// Writes one line.
pub fn line(what: Arguments<'_>) {
    match writeln!(std::io::stdout(), "{what}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(NOBODY_READS),
        Err(error) => eprintln!("cannot write to the standard output: {error}"),
        Ok(()) => {}
    }
}
