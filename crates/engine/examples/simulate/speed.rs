//! How long the estimate takes on this machine.

use std::{
    hint::black_box,
    io::{self, Write},
    time::Instant,
};

use plumb_engine::estimate::{Answer, Candidate, Curves, Evidence, Format, Grid, joint, next, prior, select::ROUGH};
use plumb_engine::grade::Grade;

use crate::{head, line, people::ITEMS};

/// Milliseconds that something takes, on average over many times.
fn time(times: u32, mut work: impl FnMut()) -> String {
    let start = Instant::now();
    (0..times).for_each(|_| work());
    format!("{:.3}", start.elapsed().as_secs_f64() * 1000.0 / f64::from(times))
}

/// Milliseconds natively; in a browser count on two to three times as much.
pub fn table(out: &mut impl Write) -> io::Result<()> {
    head(out, "Time on this machine, natively", &["ms"])?;
    let mut curves = Curves::default();
    let places: Vec<usize> =
        (1..=5).cycle().take(ITEMS).map(|level| curves.place(level, &Format::chance(0.25))).collect();
    let ids: Vec<String> = (0..ITEMS).map(|item| item.to_string()).collect();
    let mut evidence = Evidence::new(Grid::FINE);
    let step = || {
        let curve = curves.get(black_box(2));
        curve.into_iter().for_each(|curve| curve.tell(Answer::Graded(Grade::whole(true)), &mut evidence));
        let belief = prior().after(&evidence);
        let theta = belief.mean();
        black_box(belief.sd());
        let candidate = |(id, place): (&String, &usize)| {
            black_box((id, curves.get(*place).map_or(0.0, |curve| curve.information(theta)))).1
        };
        let told: Vec<f64> = ids.iter().zip(&places).map(candidate).collect();
        let all: Vec<Candidate<'_>> = ids
            .iter()
            .zip(told)
            .map(|(id, information)| Candidate { id, topic: "", information, asked: 0, seen: None })
            .collect();
        black_box(next(&all, ROUGH, "seed", 0));
    };
    line(out, "an answer, the estimate and the next of 60", [time(1000, step)])?;
    let areas = vec![evidence.clone(); 10];
    line(out, "ten areas together", [time(100, || drop(black_box(joint(&areas))))])?;
    line(out, "all that is averaged beforehand, once", [time(20, || drop(black_box(Curves::default())))])
}
