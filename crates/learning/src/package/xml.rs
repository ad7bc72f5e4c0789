//! XML, as far as manifests need it: elements with attributes, and text that is escaped.

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Tag {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    inner: Vec<Tag>,
}

/// An element with nothing in it yet.
#[must_use]
pub fn tag(name: &'static str) -> Tag {
    Tag { name, ..Tag::default() }
}

impl Tag {
    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Says this text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Adds elements.
    #[must_use]
    pub fn holding(mut self, inner: impl IntoIterator<Item = Self>) -> Self {
        self.inner.extend(inner);
        self
    }

    /// The document of which this is the root.
    #[must_use]
    pub fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        out.push_str(&indent);
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
        if self.inner.is_empty() && self.text.is_empty() {
            out.push_str("/>\n");
            return;
        }
        out.push('>');
        out.push_str(&escaped(&self.text));
        if !self.inner.is_empty() {
            out.push('\n');
            self.inner.iter().for_each(|inner| inner.write(depth + 1, out));
            out.push_str(&indent);
        }
        out.push_str(&format!("</{}>\n", self.name));
    }
}

/// The text as it stands in elements and attributes, also of HTML. What XML has no way to say is left out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_stay_texts() {
        let root = tag("a").with("b", "\"><c/>'&").holding([tag("d").text("<e>\u{0}&amp;"), tag("f")]);
        assert_eq!(
            root.document(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&gt;&lt;c/&gt;&#39;&amp;\">\n  \
             <d>&lt;e&gt;&amp;amp;</d>\n  <f/>\n</a>\n"
        );
    }
}
