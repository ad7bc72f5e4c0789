//! Tells keywords, strings and the like apart when a bank is compiled, so that the app ships no highlighter.

use engine::rich::{Code, Span, Token};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// What the first part of a scope's name means; the first line that fits wins.
static RULES: LazyLock<Vec<(Scope, Token)>> = LazyLock::new(|| {
    [
        ("comment", Token::Comment),
        ("constant.character.escape", Token::Constant),
        ("constant.other.placeholder", Token::Constant),
        ("string", Token::Text),
        ("constant", Token::Constant),
        ("keyword.operator.word", Token::Keyword),
        ("keyword.operator.logical.python", Token::Keyword),
        ("keyword.operator", Token::Mark),
        ("keyword", Token::Keyword),
        ("storage", Token::Keyword),
        ("variable.language", Token::Keyword),
        ("entity.name", Token::Name),
        ("entity.other.attribute-name", Token::Name),
        ("support.function", Token::Name),
        ("support.type", Token::Name),
        ("support.class", Token::Name),
        ("variable.function", Token::Name),
        ("meta.mapping.key", Token::Name),
    ]
    .into_iter()
    .filter_map(|(name, token)| Some((Scope::new(name).ok()?, token)))
    .collect()
});

/// Tags that mean "no language".
const PLAIN: [&str; 4] = ["", "text", "txt", "output"];
/// Tags of sessions at a prompt: what follows a `$ ` is what was typed.
const SESSIONS: [&str; 2] = ["console", "shell-session"];
/// Tags that authors use and the grammars know by another name.
const ALIASES: [(&str, &str); 5] =
    [("shell", "sh"), ("nginx.conf", "nginx"), ("javascript", "js"), ("postgresql", "sql"), ("http", "http")];

/// Highlights code in the language with this tag.
///
/// # Errors
/// The plain code and a sentence, where the language is not known.
pub fn highlight(lang: &str, text: &str) -> Result<Code, (Code, String)> {
    let code = |spans| Code { lang: lang.to_owned(), text: text.to_owned(), spans };
    if PLAIN.contains(&lang) {
        return Ok(code(Vec::new()));
    }
    if SESSIONS.contains(&lang) {
        return Ok(code(session(text)));
    }
    let tag = ALIASES.iter().find(|(alias, _)| *alias == lang).map_or(lang, |(_, tag)| tag);
    let Some(syntax) = SYNTAXES.find_syntax_by_token(tag) else {
        let fault = format!("the code's language {lang:?} is not known; use one such as python, js, sql, sh, text");
        return Err((code(Vec::new()), fault));
    };
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Vec::new();
    for line in text.split_inclusive('\n') {
        let Ok(ops) = state.parse_line(line, &SYNTAXES) else { return Ok(code(Vec::new())) };
        let mut start = 0;
        for (at, op) in ops {
            push(&mut spans, meaning(&stack), at.saturating_sub(start));
            start = at;
            if stack.apply(&op).is_err() {
                return Ok(code(Vec::new()));
            }
        }
        push(&mut spans, meaning(&stack), line.len().saturating_sub(start));
    }
    Ok(code(trim(spans)))
}

fn meaning(stack: &ScopeStack) -> Token {
    let known = |scope: &Scope| RULES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, token)| *token);
    stack.as_slice().iter().rev().find_map(known).unwrap_or(Token::Plain)
}

fn push(spans: &mut Vec<Span>, token: Token, len: usize) {
    let mut rest = len;
    if let Some(last) = spans.last_mut().filter(|last| last.token == token) {
        let room = usize::from(u16::MAX - last.len).min(rest);
        last.len += u16::try_from(room).unwrap_or_default();
        rest -= room;
    }
    while rest > 0 {
        let len = u16::try_from(rest).unwrap_or(u16::MAX);
        spans.push(Span { token, len });
        rest -= usize::from(len);
    }
}

/// What is plain at the end need not be said.
fn trim(mut spans: Vec<Span>) -> Vec<Span> {
    while spans.last().is_some_and(|span| span.token == Token::Plain) {
        spans.pop();
    }
    spans
}

/// A session: the prompt is a mark, what was typed stands out, what came back is plain.
fn session(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("$ ") || line.starts_with("# ") {
            push(&mut spans, Token::Comment, 2);
            push(&mut spans, Token::Name, line.len() - 2);
        } else {
            push(&mut spans, Token::Plain, line.len());
        }
    }
    trim(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(lang: &str, text: &str) -> Vec<(Token, String)> {
        let code = highlight(lang, text).unwrap_or_else(|(_, fault)| panic!("{fault}"));
        code.pieces().map(|(token, piece)| (token, piece.to_owned())).collect()
    }

    #[test]
    fn tells_the_parts_of_a_program_apart() {
        let found = pieces("python", "def f(x):\n    return 'a', 42  # why");
        for (token, piece) in
            [(Token::Keyword, "def"), (Token::Text, "'a'"), (Token::Constant, "42"), (Token::Comment, "# why")]
        {
            assert!(found.iter().any(|(t, p)| *t == token && p.trim() == piece), "{token:?} {piece}: {found:?}");
        }
    }

    #[test]
    fn loses_no_character_in_any_language() {
        for lang in ["python", "js", "sql", "sh", "nginx", "http", "html", "json", "console", "text", "yaml", "css"] {
            let text = "SELECT \"ä\" -- x\nlocation / { return 200; }\n$ ls | wc -l\n\n  <p class='a'>é</p>";
            let joined: String = pieces(lang, text).into_iter().map(|(_, piece)| piece).collect();
            assert_eq!(joined, text, "{lang}");
        }
    }

    #[test]
    fn a_blank_stays_one_character_and_what_is_around_it_keeps_its_meaning() {
        let blank = engine::rich::mark(0);
        for lang in ["python", "js", "sql", "sh", "nginx", "http", "html", "json", "console", "text", "yaml", "css"] {
            let text = format!("for x in {blank}(1, '{blank}'): # {blank}\n$ git {blank}\nSELECT {blank} FROM t;");
            let joined: String = pieces(lang, &text).into_iter().map(|(_, piece)| piece).collect();
            assert_eq!(joined, text, "{lang}");
        }
        let found = pieces("python", &format!("def {blank}(x):\n    return '{blank}'"));
        assert!(found.iter().any(|(token, piece)| *token == Token::Keyword && piece.trim() == "def"), "{found:?}");
        assert!(found.iter().any(|(token, piece)| *token == Token::Text && piece.contains(blank)), "{found:?}");
    }

    #[test]
    fn an_unknown_language_is_said() {
        assert!(highlight("pyton", "x").is_err());
    }
}
