//! What a key rests on: the document, and where a program showed it, on what that was run and what it was.

use crate::dom::{
    El, IntoView, View,
    tags::{a, details, div, p, span, summary},
};
use crate::{components::rich::show_code, pages::copy, platform::intl, words::More};
use engine::notes::{Checked, Note, Source};

/// The source, and how the key was checked.
pub fn basis(note: &Note, words: &'static More) -> View {
    let Source { title, url } = &note.source;
    let link = a().attr("href", url.clone()).attr("rel", "noopener noreferrer").child(title.clone());
    let label = span().class("source-label").child(format!("{}: ", words.source));
    let documented = span().class("source-kind").child(words.from_documentation);
    let source = p().class("source").child((label, link, note.checked.is_none().then_some(documented)));
    (source, note.checked.as_ref().map(|checked| run(checked, words))).into_view()
}

fn run(checked: &Checked, words: &'static More) -> El {
    let title = (words.checked_on)(&tools(&checked.on), &intl::plain_day(words.lang, &checked.date));
    let (since, before) = &checked.versions;
    let versions = (!since.is_empty() || !before.is_empty()).then(|| p().child((words.versions)(since, before)));
    let body = if checked.programs.is_empty() {
        p().child(words.checked_as_asked).into_view()
    } else {
        let text: Vec<&str> = checked.programs.iter().map(|program| &*program.text).collect();
        let (button, said) =
            copy::button(words.copy_program, words.program_copied, words.program_not_copied, text.join("\n\n"));
        let programs: Vec<View> =
            checked.programs.iter().map(|program| show_code(program, words, &|_| ().into_view())).collect();
        (programs, div().class("actions").child((button, said))).into_view()
    };
    details().class("checked").child((summary().child(title), versions, body))
}

/// The tools with their versions, each tool named once: `Python 3.9.18, 3.11.7; SQLite 3.40.1`.
fn tools(on: &[String]) -> String {
    let mut text = String::new();
    let mut last = "";
    for tool in on {
        let (name, version) = tool.rsplit_once(' ').unwrap_or((tool, ""));
        match (text.is_empty(), name == last) {
            (false, true) => text.extend([", ", version]),
            (false, false) => text.extend(["; ", tool]),
            (true, _) => text.push_str(tool),
        }
        last = name;
    }
    text
}
