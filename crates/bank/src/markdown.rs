//! Markdown in, the engine's `Rich` tree out; what the tree cannot hold is refused with a sentence.

use crate::highlight::highlight;
use engine::rich::{Block, Inline, Rich};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Reads Markdown.
///
/// # Errors
/// What is not supported, and what to write in its place. The rest of the text is still read.
pub fn read(text: &str) -> (Rich, Vec<String>) {
    let parser = Parser::new_ext(text.trim(), Options::ENABLE_TABLES);
    let mut reader = Reader { events: parser.collect::<Vec<_>>().into_iter(), faults: Vec::new() };
    let blocks = reader.blocks(None);
    if blocks.is_empty() && reader.faults.is_empty() {
        reader.faults.push("a text is empty; write it".into());
    }
    (Rich(blocks), reader.faults)
}

struct Reader<'a> {
    events: std::vec::IntoIter<Event<'a>>,
    faults: Vec<String>,
}

impl Reader<'_> {
    /// Reads blocks up to `end`. A list entry without blank lines holds bare runs of text, which
    /// are paragraphs here.
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut bare: Vec<Inline> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(tag @ (Tag::Paragraph | Tag::CodeBlock(_) | Tag::List(_) | Tag::Table(_))) => {
                    if !bare.is_empty() {
                        blocks.push(Block::Para(std::mem::take(&mut bare)));
                    }
                    blocks.push(self.block(tag));
                }
                Event::Start(Tag::Heading { .. } | Tag::BlockQuote(_)) => {
                    self.refuse("a heading or a quotation", "write a paragraph");
                }
                Event::Rule | Event::End(_) => {}
                other => bare.extend(self.inline(other)),
            }
        }
        if !bare.is_empty() {
            blocks.push(Block::Para(bare));
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'_>) -> Block {
        match tag {
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::List(start) => self.list(start.is_some()),
            Tag::Table(_) => self.table(),
            _ => Block::Para(self.inlines(TagEnd::Paragraph)),
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Block {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        let lang = match kind {
            CodeBlockKind::Fenced(lang) => lang.trim(),
            CodeBlockKind::Indented => "",
        };
        let code = highlight(lang, text.trim_end_matches('\n'));
        Block::Code(code.unwrap_or_else(|(plain, fault)| {
            self.faults.push(fault);
            plain
        }))
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(Rich(self.blocks(Some(TagEnd::Item)))),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        Block::List { ordered, items }
    }

    fn table(&mut self) -> Block {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut run: Vec<Inline> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                other => {
                    let next = self.inline(other);
                    // The parser splits text at every mark that might have meant something.
                    match (run.last_mut(), next) {
                        (Some(Inline::Text(before)), Some(Inline::Text(after))) => before.push_str(&after),
                        (_, next) => run.extend(next),
                    }
                }
            }
        }
        run
    }

    fn inline(&mut self, event: Event<'_>) -> Option<Inline> {
        match event {
            Event::Text(text) => Some(Inline::Text(text.into_string())),
            Event::Code(text) => Some(Inline::Code(text.into_string())),
            Event::SoftBreak => Some(Inline::Text(" ".into())),
            Event::HardBreak => Some(Inline::Break),
            Event::Start(Tag::Emphasis) => Some(Inline::Em(self.inlines(TagEnd::Emphasis))),
            Event::Start(Tag::Strong) => Some(Inline::Strong(self.inlines(TagEnd::Strong))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let content = self.inlines(TagEnd::Link);
                if !dest_url.starts_with("https://") {
                    self.faults.push(format!("the link {dest_url:?} is not https; use the https address"));
                }
                Some(Inline::Link { href: dest_url.into_string(), content })
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse("HTML", "write Markdown, and put code between backticks");
                None
            }
            Event::Start(Tag::Image { .. }) => {
                self.refuse("an image", "say it in words or as code");
                None
            }
            _ => None,
        }
    }

    fn refuse(&mut self, what: &str, cure: &str) {
        self.faults.push(format!("{what} is not supported here; {cure}"));
    }
}
