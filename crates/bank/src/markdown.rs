//! Markdown in, the engine's `Rich` tree out; what the tree cannot hold is refused with a sentence.

use crate::{highlight::highlight, math, pictures::Pictures};
use engine::rich::{Block, Image, Inline, Math, Rich};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Reads Markdown.
///
/// # Errors
/// What is not supported, and what to write in its place. The rest of the text is still read.
pub fn read(text: &str, pictures: &Pictures) -> (Rich, Vec<String>) {
    let parser = Parser::new_ext(text.trim(), Options::ENABLE_TABLES | Options::ENABLE_MATH);
    let mut reader = Reader { events: parser.collect::<Vec<_>>().into_iter(), pictures, faults: Vec::new() };
    let blocks = reader.blocks(None);
    if blocks.is_empty() && reader.faults.is_empty() {
        reader.faults.push("a text is empty; write it".into());
    }
    (Rich(blocks), reader.faults)
}

struct Reader<'a> {
    events: std::vec::IntoIter<Event<'a>>,
    pictures: &'a Pictures,
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
            _ => self.paragraph(),
        }
    }

    /// A paragraph; one that holds nothing but a picture or a formula is that.
    fn paragraph(&mut self) -> Block {
        let alone = match self.events.as_slice() {
            [Event::Start(Tag::Image { dest_url, .. }), ..] => Some(Block::Image(self.image(&dest_url.clone()))),
            [Event::DisplayMath(latex), Event::End(_), ..] => Some(Block::Math(self.math(&latex.clone(), true))),
            _ => None,
        };
        let Some(block) = alone else { return Block::Para(self.inlines(TagEnd::Paragraph)) };
        if !self.inlines(TagEnd::Paragraph).is_empty() {
            self.faults.push("a picture stands in a paragraph of its own; put an empty line around it".into());
        }
        block
    }

    fn image(&mut self, file: &str) -> Image {
        let alt = Rich(vec![Block::Para({
            self.events.next();
            self.inlines(TagEnd::Image)
        })])
        .plain();
        self.pictures.find(file, &alt).unwrap_or_else(|fault| {
            self.faults.push(fault);
            Image { file: file.to_owned(), alt, width: 0, height: 0 }
        })
    }

    fn math(&mut self, latex: &str, alone: bool) -> Math {
        if alone {
            self.events.next();
        }
        math::read(latex, alone).unwrap_or_else(|fault| {
            self.faults.push(fault);
            Math { tag: "math".into(), text: latex.to_owned(), inner: Vec::new() }
        })
    }

    /// The text between `<kbd>` and its end.
    fn key(&mut self) -> Inline {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                _ => break,
            }
        }
        Inline::Kbd(text)
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
        let text = text.trim_end_matches('\n');
        if let Some(label) = lang.strip_prefix("diagram") {
            let label = label.trim().to_owned();
            if label.is_empty() {
                self.faults.push("a diagram has no description; write it behind ```diagram".into());
            }
            return Block::Diagram { text: text.to_owned(), label };
        }
        let code = highlight(lang, text);
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
            Event::InlineHtml(tag) if &*tag == "<kbd>" => Some(self.key()),
            Event::InlineMath(latex) => Some(Inline::Math(self.math(&latex, false))),
            Event::DisplayMath(_) => {
                self.refuse("a formula between $$ inside a paragraph", "put it in a paragraph of its own");
                None
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse("HTML", "write Markdown, and put code between backticks");
                None
            }
            Event::Start(Tag::Image { .. }) => {
                self.refuse("a picture inside a paragraph", "put it in a paragraph of its own");
                None
            }
            _ => None,
        }
    }

    fn refuse(&mut self, what: &str, cure: &str) {
        self.faults.push(format!("{what} is not supported here; {cure}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::rich::Code;
    use std::path::Path;

    fn read(text: &str) -> Result<Vec<Block>, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/gallery");
        let (Rich(blocks), faults) = super::read(text, &Pictures::of("gallery", &folder));
        if faults.is_empty() { Ok(blocks) } else { Err(faults.join("\n")) }
    }

    #[test]
    fn keys_formulas_drawings_and_pictures_have_a_form_of_their_own() {
        let blocks = read("Press <kbd>Ctrl</kbd>, then $x^2$.").unwrap();
        let [Block::Para(run)] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!(run[1], Inline::Kbd("Ctrl".into()));
        assert!(matches!(&run[3], Inline::Math(math) if math.tag == "math"), "{run:?}");
        assert!(matches!(read("$$\\frac{a}{b}$$").unwrap().as_slice(), [Block::Math(_)]));
        let drawing = read("```diagram a client before a server\nA --> B\n```").unwrap();
        let label = "a client before a server".to_owned();
        assert_eq!(drawing, [Block::Diagram { text: "A --> B".into(), label }]);
        let blocks = read("![Two boxes and an arrow](boxes.png)").unwrap();
        let [Block::Image(image)] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!((image.alt.as_str(), image.width, image.height), ("Two boxes and an arrow", 320, 120));
        assert!(image.file.starts_with("gallery-boxes.") && image.file.ends_with(".png"));
        assert!(matches!(read("```\nplain\n```").unwrap().as_slice(), [Block::Code(Code { .. })]));
    }

    #[test]
    fn authors_are_told_what_is_wrong() {
        for (text, told) in [
            ("<b>bold</b>", "HTML is not supported"),
            ("![](boxes.png)", "has no description"),
            ("![x](nowhere.png)", "cannot be read from `images/`"),
            ("![x](boxes.svg)", "must be a png, webp or avif"),
            ("![x](../boxes.png)", "must be a png, webp or avif"),
            ("Look: ![x](boxes.png)", "a picture inside a paragraph"),
            ("![x](boxes.png) there", "in a paragraph of its own"),
            ("so $$x$$ is", "in a paragraph of its own"),
            ("$\\frac{1}$", "cannot be read"),
            ("```diagram\nA\n```", "has no description"),
            ("[x](http://example.org)", "is not https"),
            ("# Head", "write a paragraph"),
        ] {
            let answer = read(text).expect_err(text);
            assert!(answer.contains(told), "{text}: {answer}");
        }
    }
}
