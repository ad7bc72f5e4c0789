//! Content as data: the small typed tree that prompts, options and reasons are made of.

use serde::{Deserialize, Serialize};

/// A piece of content: blocks in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rich(pub Vec<Block>);

/// One block of content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Para(Vec<Inline>),
    /// A program, a configuration or an output, highlighted when the bank was compiled.
    Code(Code),
    /// A list; each entry is content of its own.
    List {
        /// Whether the entries are numbered.
        ordered: bool,
        /// The entries.
        items: Vec<Rich>,
    },
    /// A table with one row of headings.
    Table {
        /// The headings.
        head: Vec<Vec<Inline>>,
        /// The rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture that lies beside the chunk.
    Image(Image),
    /// A drawing made of characters, with what it shows in words.
    Diagram {
        /// The drawing.
        text: String,
        /// What it shows.
        label: String,
    },
    /// A formula that stands alone.
    Math(Math),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// The file's name, with a hash of its content.
    pub file: String,
    /// What it shows, in words.
    pub alt: String,
    /// Its own width in pixels, so that the page keeps its place.
    pub width: u16,
    /// Its own height in pixels.
    pub height: u16,
}

/// A piece of a formula: an element of MathML Core.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Math {
    /// The element's name, such as `mfrac`; one of [`MATH_TAGS`].
    pub tag: String,
    /// What it says, where it holds no further elements.
    pub text: String,
    /// The elements in it.
    pub inner: Vec<Math>,
}

/// The elements of MathML Core that formulas are made of; nothing else is compiled or shown.
pub const MATH_TAGS: [&str; 21] = [
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "mspace",
    "mfrac",
    "msqrt",
    "mroot",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
];

/// A block of code: its text in one piece, and which stretches of it carry which meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The language's tag as the author wrote it, such as `python`; may be empty.
    pub lang: String,
    /// The text, lines separated by `\n`, without one at the end.
    pub text: String,
    /// Consecutive stretches that cover `text` from its start; what is left is plain.
    pub spans: Vec<Span>,
}

/// A stretch of code of one meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// What it is.
    pub token: Token,
    /// Its length in bytes.
    pub len: u16,
}

/// What a stretch of code is, as far as a reader needs to tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Token {
    /// Nothing in particular.
    Plain,
    /// A word of the language.
    Keyword,
    /// Text in quotes.
    Text,
    /// A number or a named constant.
    Constant,
    /// A remark.
    Comment,
    /// The name of a function, a class, a tag or a directive.
    Name,
    /// An operator or a mark.
    Mark,
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// A short piece of code.
    Code(String),
    /// Stressed text.
    Em(Vec<Inline>),
    /// Important text.
    Strong(Vec<Inline>),
    /// A link; its address is `https`.
    Link {
        /// The address.
        href: String,
        /// What the link says.
        content: Vec<Inline>,
    },
    /// A line break inside a paragraph.
    Break,
    /// A key of the keyboard.
    Kbd(String),
    /// A formula in a run of text.
    Math(Math),
}

impl Code {
    /// The stretches of the text with their meaning, in order, covering all of it.
    pub fn pieces(&self) -> impl Iterator<Item = (Token, &str)> {
        let mut start = 0;
        let known = self.spans.iter().filter_map(move |span| {
            let end = start + usize::from(span.len);
            let piece = self.text.get(start..end).map(|text| (span.token, text));
            start = end;
            piece
        });
        let covered: usize = self.spans.iter().map(|span| usize::from(span.len)).sum();
        let rest = self.text.get(covered..).filter(|rest| !rest.is_empty());
        known.chain(rest.map(|text| (Token::Plain, text)))
    }
}

impl Rich {
    /// The words alone, blocks and lines separated by `\n`.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        blocks(&self.0, &mut out);
        out
    }

    /// The first block of code, if there is one.
    #[must_use]
    pub fn first_code(&self) -> Option<&Code> {
        self.0.iter().find_map(|block| match block {
            Block::Code(code) => Some(code),
            _ => None,
        })
    }
}

/// The words of a run of text alone.
#[must_use]
pub fn plain(run: &[Inline]) -> String {
    let mut out = String::new();
    inlines(run, &mut out);
    out
}

/// The character of the private use area that stands in a text for the blank at `place`.
#[must_use]
pub fn mark(place: usize) -> char {
    u32::try_from(place).ok().and_then(|place| char::from_u32(FIRST_MARK + place)).unwrap_or('\u{f8ff}')
}

/// The place of the blank that a character stands for, if it is a mark.
#[must_use]
pub fn blank(letter: char) -> Option<usize> {
    let place = u32::from(letter).checked_sub(FIRST_MARK)?;
    usize::try_from(place).ok().filter(|place| *place < MARKS)
}

/// What stands before the first blank of a text, that blank's place, and what stands behind it.
#[must_use]
pub fn split_at_blank(text: &str) -> Option<(&str, usize, &str)> {
    // Three bytes each, of which the last one counts; looked for as bytes, for that is little code.
    let at = text.bytes().position(|byte| byte == FIRST_BYTE)?;
    let place = usize::from(*text.as_bytes().get(at + 2)? & 0x3f);
    Some((text.get(..at)?, place, text.get(at + 3..)?))
}

/// The first byte of all marks; no letter of any language begins with it.
const FIRST_BYTE: u8 = 0xee;
/// The first mark, and how many there are.
const FIRST_MARK: u32 = 0xe000;
const MARKS: usize = 64;

fn blocks(list: &[Block], out: &mut String) {
    for block in list {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        match block {
            Block::Para(run) => inlines(run, out),
            Block::Code(code) => out.push_str(&code.text),
            Block::List { items, .. } => {
                for item in items {
                    blocks(&item.0, out);
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    inlines(cell, out);
                    out.push(' ');
                }
            }
            Block::Image(image) => out.push_str(&image.alt),
            Block::Diagram { text, .. } => out.push_str(text),
            Block::Math(math) => formula(math, out),
        }
    }
}

fn inlines(run: &[Inline], out: &mut String) {
    for inline in run {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Kbd(text) => out.push_str(text),
            Inline::Em(inner) | Inline::Strong(inner) => inlines(inner, out),
            Inline::Link { content, .. } => inlines(content, out),
            Inline::Break => out.push('\n'),
            Inline::Math(math) => formula(math, out),
        }
    }
}

fn formula(math: &Math, out: &mut String) {
    out.push_str(&math.text);
    math.inner.iter().for_each(|inner| formula(inner, out));
}

#[cfg(test)]
mod tests;
