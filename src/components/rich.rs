//! Shows content: the engine's `Rich` tree as elements, never as HTML text.

use crate::dom::{
    CollectView, El, IntoView, View,
    tags::{a, br, code, div, em, img, kbd, li, ol, p, pre, span, strong, table, tbody, td, th, thead, tr, ul},
};
use crate::words::Words;
use engine::rich::{Block, Code, Inline, MATH_TAGS, Math, Rich, Token, split_at_blank};

/// Makes what stands in the place of a blank.
type Fill<'a> = &'a dyn Fn(usize) -> View;

/// Content in reading order.
pub fn rich(content: &Rich, words: &'static Words) -> View {
    filled(content, words, &|_| ().into_view())
}

/// Content with something in the place of each blank.
pub fn filled(content: &Rich, words: &'static Words, fill: Fill<'_>) -> View {
    content.0.iter().map(|block| show_block(block, words, fill)).collect_view().into_view()
}

fn show_block(block: &Block, words: &'static Words, fill: Fill<'_>) -> View {
    match block {
        Block::Para(run) => p().child(inlines(run, fill)).into_view(),
        Block::Code(code) => show_code(code, words, fill),
        Block::List { ordered, items } => {
            let items = items.iter().map(|item| li().child(filled(item, words, fill))).collect_view();
            if *ordered { ol().child(items).into_view() } else { ul().child(items).into_view() }
        }
        Block::Table { head, rows } => {
            let head =
                tr().child(head.iter().map(|cell| th().attr("scope", "col").child(inlines(cell, fill))).collect_view());
            let row = |row: &Vec<Vec<Inline>>| {
                tr().child(row.iter().map(|cell| td().child(inlines(cell, fill))).collect_view())
            };
            let body = tbody().child(rows.iter().map(row).collect_view());
            scroll(words.table).child(table().class("data").child((thead().child(head), body))).into_view()
        }
        Block::Image(image) => img()
            .attr("src", format!("assets/{}", image.file))
            .attr("alt", image.alt.clone())
            .attr("width", image.width.to_string())
            .attr("height", image.height.to_string())
            .into_view(),
        Block::Diagram { text, label } => {
            pre().class("code").attr("role", "img").attr("aria-label", label.clone()).child(text.clone()).into_view()
        }
        Block::Math(math) => scroll(words.formula).child(formula(math).attr("display", "block")).into_view(),
    }
}

/// What may be wider than the page scrolls in a box of its own, which the keyboard can reach for that.
fn scroll(label: &'static str) -> El {
    div().class("scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", label)
}

/// Long lines scroll inside the block, which the keyboard can reach for that.
pub fn show_code(block: &Code, words: &'static Words, fill: Fill<'_>) -> View {
    let label = if block.lang.is_empty() { words.code.to_owned() } else { (words.code_in)(&block.lang) };
    pre()
        .class("code")
        .attr("translate", "no")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", label)
        .attr("dir", "ltr")
        .child(code().child(block.pieces().map(|(token, plain)| piece(token, text(plain, fill))).collect_view()))
        .into_view()
}

/// Code line by line, each an element of its own without its end.
pub fn code_lines(block: &Code) -> Vec<El> {
    let mut lines = Vec::new();
    let mut line = code();
    for (token, text) in block.pieces() {
        for (place, part) in text.split('\n').enumerate() {
            if place > 0 {
                lines.push(line);
                line = code();
            }
            line = line.child(piece(token, part.into_view()));
        }
    }
    lines.push(line);
    lines
}

fn piece(token: Token, content: View) -> El {
    match class(token) {
        "" => span().child(content),
        class => span().class(class).child(content),
    }
}

fn class(token: Token) -> &'static str {
    match token {
        Token::Plain => "",
        Token::Keyword => "t-key",
        Token::Text => "t-text",
        Token::Constant => "t-const",
        Token::Comment => "t-note",
        Token::Name => "t-name",
        Token::Mark => "t-mark",
    }
}

fn inlines(run: &[Inline], fill: Fill<'_>) -> View {
    run.iter().map(|piece| inline(piece, fill)).collect_view().into_view()
}

/// Text, and what belongs into its blanks.
fn text(text: &str, fill: Fill<'_>) -> View {
    match split_at_blank(text) {
        Some((before, place, after)) => (before, fill(place), self::text(after, fill)).into_view(),
        None => text.into_view(),
    }
}

fn inline(inline: &Inline, fill: Fill<'_>) -> View {
    match inline {
        Inline::Text(plain) => text(plain, fill),
        Inline::Code(plain) => code().attr("translate", "no").child(text(plain, fill)).into_view(),
        Inline::Em(inner) => em().child(inlines(inner, fill)).into_view(),
        Inline::Strong(inner) => strong().child(inlines(inner, fill)).into_view(),
        Inline::Link { href, content } => {
            a().attr("href", href.clone()).attr("rel", "noopener noreferrer").child(inlines(content, fill)).into_view()
        }
        Inline::Break => br().into_view(),
        Inline::Kbd(text) => kbd().attr("translate", "no").child(text.clone()).into_view(),
        Inline::Math(math) => formula(math).into_view(),
    }
}

/// A formula; what is no element of one is shown as a row.
fn formula(math: &Math) -> El {
    let tag = if MATH_TAGS.contains(&math.tag.as_str()) { math.tag.as_str() } else { "mrow" };
    El::math(tag).child(math.text.clone()).child(math.inner.iter().map(formula).collect_view())
}
