//! What the content tree keeps and drops.

use super::*;

#[test]
fn pieces_cover_the_whole_text_even_where_spans_do_not() {
    let code = Code {
        lang: "python".into(),
        text: "def f(): pass".into(),
        spans: vec![Span { token: Token::Keyword, len: 3 }],
    };
    let pieces: Vec<_> = code.pieces().collect();
    assert_eq!(pieces, [(Token::Keyword, "def"), (Token::Plain, " f(): pass")]);
}

#[test]
fn a_text_parts_at_its_marks() {
    for place in 0..MARKS {
        let text = format!("é{}ü", mark(place));
        assert_eq!(split_at_blank(&text), Some(("é", place, "ü")));
        assert_eq!(blank(mark(place)), Some(place));
    }
    assert_eq!(split_at_blank("e\u{301} 見"), None);
    assert_eq!(blank('a'), None);
    assert_eq!(blank(mark(MARKS)), None);
}

#[test]
fn plain_keeps_words_and_drops_dress() {
    let rich = Rich(vec![
        Block::Para(vec![Inline::Text("Use ".into()), Inline::Strong(vec![Inline::Code("git fetch".into())])]),
        Block::List { ordered: true, items: vec![Rich(vec![Block::Para(vec![Inline::Text("one".into())])])] },
    ]);
    assert_eq!(rich.plain(), "Use git fetch\none");
}
