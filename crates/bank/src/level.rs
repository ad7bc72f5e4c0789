//! Where the levels of questions stand in a topic's file, so that another can be proposed.

use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// A question's level in the text of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelAt {
    /// The question's id.
    pub id: String,
    /// The level, 1 to 5.
    pub level: u8,
    /// The bytes of its number.
    pub span: Range<usize>,
}

#[derive(Deserialize)]
struct TopicFile {
    #[serde(default)]
    question: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    id: String,
    level: Spanned<u8>,
}

/// The levels in a topic's file, in its order.
///
/// # Errors
/// What is wrong with the file, as a sentence.
pub fn levels(text: &str) -> Result<Vec<LevelAt>, String> {
    let file: TopicFile = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    let at = |question: Question| {
        let span = question.level.span();
        LevelAt { id: question.id, level: question.level.into_inner(), span }
    };
    Ok(file.question.into_iter().map(at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_found_where_they_are_and_not_where_a_prompt_has_one() {
        let text = "[[question]]\nid = \"one\"\nprompt = '''\nlevel = 5\n'''\nlevel   =  2 # rough\n\n[[question]]\nlevel = 4\nid = \"two\"\n";
        let found = levels(text).unwrap();
        let number = |at: &LevelAt| text.get(at.span.clone()).map(str::to_owned);
        let told: Vec<_> = found.iter().map(|at| (at.id.as_str(), at.level, number(at).unwrap())).collect();
        assert_eq!(told, [("one", 2, "2".to_owned()), ("two", 4, "4".to_owned())]);
        assert_eq!(text.get(..found[0].span.start).unwrap().lines().count(), 6);
        assert!(levels("[[question]]\nid = 3").is_err());
    }
}
