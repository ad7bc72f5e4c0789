//! How long it takes to read and fold 10 and 5,000 finished attempts: `cargo run --release --example many`.
//!
//! Both run in the same process, one after the other. `--example many -- 10` writes 10 attempts instead, each a line with
//! its id and the text that a browser keeps: `cargo xtask bench` fills a browser with them.

mod made;

use plumb_engine::{
    fold::{self, Attempt},
    pack,
    record::Record,
    schedule::fsrs::Scheduler,
    sorted::Map,
    summary::Summary,
};
use std::{
    env, io,
    time::{Duration, Instant},
};

/// How often everything is measured; the quickest counts, for nothing else disturbed it.
const ROUNDS: usize = 5;

/// The quickest of some rounds, and what came out.
fn time<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut round = || {
        let start = Instant::now();
        let result = work();
        (start.elapsed(), result)
    };
    (1..ROUNDS).fold(round(), |best, _| {
        let next = round();
        if next.0 < best.0 { next } else { best }
    })
}

fn main() -> io::Result<()> {
    if let Some(count) = env::args().nth(1).and_then(|count| count.parse().ok()) {
        made::records(count)?.iter().for_each(|record| println!("{}\t{}", record.id, record.write_dense()));
        return Ok(());
    }
    println!("milliseconds (quickest of {ROUNDS})");
    println!(
        "{:>8} {:>9} {:>9} {:>10} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "attempts",
        "units",
        "ascii",
        "read dense",
        "read ascii",
        "format 2",
        "new",
        "union",
        "summary",
        "weigh",
        "index"
    );
    for count in [10, 5000] {
        let records = made::records(count)?;
        let dense: Vec<String> = records.iter().map(Record::write_dense).collect();
        let ascii: Vec<String> = records.iter().map(Record::write).collect();
        let read =
            |texts: &[String]| time(|| texts.iter().filter_map(|text| Record::read(text).ok()).collect::<Vec<_>>());
        // What was written until now.
        let before = |record: &Record| Some(format!("2.{}", pack::pack(&postcard::to_allocvec(record).ok()?)));
        let before: Vec<String> = records.iter().filter_map(before).collect();
        let (before_time, _) = read(&before);
        let (dense_time, back) = read(&dense);
        let (ascii_time, _) = read(&ascii);
        assert_eq!(back, records);
        // What is folded is copied before the clock starts.
        let mut copies = vec![records.clone(); ROUNDS];
        let (new_time, folded) =
            time(|| copies.pop().unwrap_or_default().into_iter().map(Attempt::new).collect::<Vec<Attempt>>());
        let mut copies = vec![records; ROUNDS];
        let (union_time, attempts): (_, Map<Attempt>) = time(|| fold::union(copies.pop().unwrap_or_default()));
        assert_eq!(folded.len(), attempts.len());
        let (summary_time, mut summary) = time(|| Summary::from(&attempts));
        let (weigh_time, ()) = time(|| summary.weigh(Scheduler::default(), |_| true));
        let ids: Vec<String> = attempts.iter().map(|(id, _)| id.clone()).collect();
        let index = summary.write(0);
        let (index_time, _) = time(|| Summary::read(&index, &ids).is_some());
        let units = dense.iter().map(|text| text.encode_utf16().count()).sum::<usize>() / count;
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{count:>8} {units:>9} {:>9} {:>10.3} {:>10.3} {:>10.3} {:>9.3} {:>9.3} {:>9.3} {:>9.3} {:>9.3}",
            ascii.iter().map(String::len).sum::<usize>() / count,
            ms(dense_time),
            ms(ascii_time),
            ms(before_time),
            ms(new_time),
            ms(union_time),
            ms(summary_time),
            ms(weigh_time),
            ms(index_time),
        );
    }
    Ok(())
}
