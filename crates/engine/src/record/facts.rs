//! Facts in format 3: a byte with the kind (4 bits), the question (2) and the time's length (2), then what is not in it.

use super::{
    End, Entry, Event,
    bytes::{Reader, fixed, number},
};
use crate::certainty::Certainty;

const RESUMED: u8 = 0;
const RESPONDED: u8 = 1;
const RIGHT: u8 = 2;
const WRONG: u8 = 3;
const GRADED: u8 = 4;
const SKIPPED: u8 = 5;
const FLAGGED: u8 = 6;
const UNFLAGGED: u8 = 7;
const MOVED: u8 = 8;
const TICKED: u8 = 9;
const LIMITED: u8 = 10;
const ENDED: u8 = 11;
const TIMED_OUT: u8 = 12;
const RATED: u8 = 13;
const HINTED: u8 = 14;
const GAVE_UP: u8 = 15;

/// The question is the next one, or one whose place follows; else it is that of the fact before.
const NEXT: u8 = 1;
const OTHER: u8 = 2;

/// Adds facts; `started` is when the attempt began, in milliseconds since 1970.
pub fn write(started: u64, log: &[Entry], out: &mut Vec<u8>) {
    let mut at = 0_u16;
    for Entry(passed, event) in log {
        let (kind, item) = kind(event);
        let which = match item {
            None => 0,
            Some(item) if item == at => 0,
            Some(item) if item == at.wrapping_add(1) => NEXT,
            Some(_) => OTHER,
        };
        let long = match passed {
            0 => 0,
            1..=0xffff => 1,
            0x1_0000..=0xff_ffff => 2,
            _ => 3,
        };
        out.push(kind | which << 4 | long << 6);
        if long > 0 {
            fixed(*passed, usize::from(long) + 1, out);
        }
        if which == OTHER {
            number(item.unwrap_or_default().into(), out);
        }
        at = item.unwrap_or(at);
        match event {
            Event::Resumed { at } => number(at.wrapping_sub(started), out),
            // Writing to memory fails only for types that cannot be written, which these are not.
            Event::Responded { response, .. } => out.extend(postcard::to_allocvec(response).unwrap_or_default()),
            Event::Graded { got, of, .. } if kind == GRADED => {
                number((*got).into(), out);
                number((*of).into(), out);
            }
            Event::Limited { seconds } => number(seconds.map_or(0, |seconds| u64::from(seconds) + 1), out),
            Event::Rated { certainty, .. } => {
                out.push(Certainty::ALL.iter().position(|known| known == certainty).unwrap_or_default() as u8);
            }
            _ => {}
        }
    }
}

fn kind(event: &Event) -> (u8, Option<u16>) {
    match *event {
        Event::Resumed { .. } => (RESUMED, None),
        Event::Responded { item, .. } => (RESPONDED, Some(item)),
        Event::Graded { item, got: 1, of: 1 } => (RIGHT, Some(item)),
        Event::Graded { item, got: 0, of: 1 } => (WRONG, Some(item)),
        Event::Graded { item, .. } => (GRADED, Some(item)),
        Event::Skipped { item } => (SKIPPED, Some(item)),
        Event::Flagged { item, on: true } => (FLAGGED, Some(item)),
        Event::Flagged { item, on: false } => (UNFLAGGED, Some(item)),
        Event::Moved { item } => (MOVED, Some(item)),
        Event::Ticked => (TICKED, None),
        Event::Limited { .. } => (LIMITED, None),
        Event::Finished { by: End::Person } => (ENDED, None),
        Event::Finished { by: End::Time } => (TIMED_OUT, None),
        Event::Rated { item, .. } => (RATED, Some(item)),
        Event::Hinted { item } => (HINTED, Some(item)),
        Event::GaveUp { item } => (GAVE_UP, Some(item)),
    }
}

/// Reads facts up to the last byte; none where the bytes are something else.
pub fn read(started: u64, bytes: &mut Reader<'_>) -> Option<Vec<Entry>> {
    let mut log = Vec::with_capacity(64);
    let mut item = 0_u16;
    while !bytes.is_empty() {
        let head = bytes.byte()?;
        let passed = match head >> 6 {
            0 => 0,
            long => bytes.fixed(usize::from(long) + 1)?,
        };
        item = match (head >> 4) & 3 {
            0 => item,
            NEXT => item.wrapping_add(1),
            OTHER => bytes.small()?,
            _ => return None,
        };
        let event = match head & 15 {
            RESUMED => Event::Resumed { at: started.wrapping_add(bytes.number()?) },
            RESPONDED => Event::Responded { item, response: bytes.value()? },
            RIGHT => Event::Graded { item, got: 1, of: 1 },
            WRONG => Event::Graded { item, got: 0, of: 1 },
            GRADED => Event::Graded { item, got: bytes.small()?, of: bytes.small()? },
            SKIPPED => Event::Skipped { item },
            FLAGGED => Event::Flagged { item, on: true },
            UNFLAGGED => Event::Flagged { item, on: false },
            MOVED => Event::Moved { item },
            TICKED => Event::Ticked,
            LIMITED => {
                let seconds = bytes.number()?.checked_sub(1).map(u32::try_from);
                Event::Limited { seconds: seconds.transpose().ok()? }
            }
            ENDED => Event::Finished { by: End::Person },
            TIMED_OUT => Event::Finished { by: End::Time },
            RATED => Event::Rated { item, certainty: *Certainty::ALL.get(usize::from(bytes.byte()?))? },
            HINTED => Event::Hinted { item },
            _ => Event::GaveUp { item },
        };
        log.push(Entry(passed, event));
    }
    Some(log)
}
