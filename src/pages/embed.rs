//! The page that makes what another page needs to show a quiz: a tag or a frame, with a preview.

use super::{copy, heading};
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{code, div, fieldset, h2, iframe, input, label, legend, option, p, pre, section, select, span},
};
use crate::{
    platform::{page, random},
    reactive::Var,
    route::Route,
    store::{Store, Theme, Word},
    words::Most,
};
use engine::{modes::Mode, quiz::Quiz};

/// The numbers of questions that are offered.
const COUNTS: [u16; 4] = [5, 10, 15, 20];
/// Who can keep what is answered, by the words of the tag.
const KEEPERS: [&str; 3] = ["host", "self", "none"];

/// What is chosen in the form.
#[derive(Clone, PartialEq)]
struct Choice {
    quiz: Quiz,
    keep: &'static str,
    theme: Theme,
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    let areas = store.look(|model| {
        model.catalogue.areas.iter().map(|area| (area.id.clone(), area.title.clone())).collect::<Vec<_>>()
    });
    let first = areas.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let choice = Var::new(Choice { quiz: Quiz::new(first, "", 10), keep: "host", theme: Theme::System });
    let snippets = move || {
        choice.with(|choice| {
            (
                snippet(words.embed_tag, words.embed_tag_text, &tag(choice), words),
                snippet(words.embed_frame, words.embed_frame_text, &frame(choice), words),
            )
        })
    };
    let preview = move || {
        let address = choice.with(|choice| address(choice, "none")).unwrap_or_default();
        iframe().class("preview").attr("title", words.embed_preview).attr("loading", "lazy").attr("src", address)
    };
    div()
        .class("column embed")
        .child((
            heading(words.embed.into(), words),
            p().class("lead").child(words.embed_text),
            form(choice, areas, words),
            snippets,
            section().child((h2().child(words.embed_preview), preview)),
        ))
        .into_view()
}

fn form(choice: Var<Choice>, areas: Vec<(String, String)>, words: &'static Most) -> View {
    let one = |(id, title): (String, String)| option().attr("value", id).child(title);
    let area = label().class("field-group").child((
        span().class("field-label").child(words.embed_area),
        select()
            .on(ev::CHANGE, move |event| {
                choice.update(|choice| choice.quiz.areas = [page::field_text(&event)].into());
            })
            .child(areas.into_iter().map(one).collect_view()),
    ));
    let count =
        |count: u16| option().attr("value", count.to_string()).attr("selected", count == 10).child(count.to_string());
    let count = label().class("field-group").child((
        span().class("field-label").child(words.how_many),
        select()
            .on(ev::CHANGE, move |event| {
                choice.update(|choice| choice.quiz.count = page::field_text(&event).parse().unwrap_or(10));
            })
            .child(COUNTS.map(count).into_iter().collect_view()),
    ));
    let modes = Mode::ALL.into_iter().take(Mode::OFFERED).map(|mode| (mode, (words.mode)(mode), ""));
    let keepers = KEEPERS.into_iter().zip(words.embed_storage_names).zip(words.embed_storage_hints);
    let themes = [Theme::System, Theme::Light, Theme::Dark].into_iter().zip(words.theme_names);
    let same = label().class("pick").child((
        input().attr("type", "checkbox").attr("aria-describedby", "seed-hint").on(ev::CHANGE, move |_| {
            choice.update(|choice| {
                let seed = if choice.quiz.seed.is_empty() { random::seed() } else { String::new() };
                choice.quiz.seed = seed;
            });
        }),
        span().child(words.embed_seed),
    ));
    section()
        .class("embed-form")
        .child((
            div().class("embed-fields").child((area, count)),
            picks(choice, (words.mode_label, "mode"), modes, |choice| &mut choice.quiz.mode),
            picks(
                choice,
                (words.embed_storage, "storage"),
                keepers.map(|((keeper, name), hint)| (keeper, name, hint)),
                |choice| &mut choice.keep,
            ),
            picks(choice, (words.embed_colour, "theme"), themes.map(|(theme, name)| (theme, name, "")), |choice| {
                &mut choice.theme
            }),
            div().class("field-group").child((same, p().id("seed-hint").class("hint").child(words.embed_seed_hint))),
        ))
        .into_view()
}

/// A group of radio buttons for one field of the choice.
fn picks<T: Copy + PartialEq + Send + Sync + 'static>(
    choice: Var<Choice>,
    (title, name): (&'static str, &'static str),
    values: impl Iterator<Item = (T, &'static str, &'static str)>,
    field: fn(&mut Choice) -> &mut T,
) -> View {
    let now = choice.slice(move |choice| *field(&mut choice.clone()));
    let one = |(value, text, hint): (T, &'static str, &'static str)| {
        let hint = (!hint.is_empty()).then(|| span().class("hint").child(hint));
        label().class("pick").child((
            input()
                .attr("type", "radio")
                .attr("name", name)
                .prop("checked", move || now.with(|now| *now == value) == Some(true))
                .on(ev::CHANGE, move |_| {
                    choice.update(|choice| *field(choice) = value);
                }),
            span().class("pick-text").child((span().child(text), hint)),
        ))
    };
    fieldset()
        .class("picks")
        .child((legend().child(title), div().class("pick-row").child(values.map(one).collect_view())))
        .into_view()
}

/// A text to copy, with what it is for.
fn snippet(title: &'static str, what: &'static str, text: &str, words: &'static Most) -> El {
    let (button, said) = copy::button(words.embed_copy, words.embed_copied, words.embed_not_copied, text.to_owned());
    // Two buttons say the same: what they copy stands before them.
    let button = button.attr("aria-label", format!("{}: {title}", words.embed_copy));
    let code = pre().class("code").attr("tabindex", "0").attr("role", "region").attr("aria-label", title);
    section().child((
        h2().child(title),
        p().child(what),
        code.attr("translate", "no").child(code_of(text)),
        div().class("actions").child((button, said)),
    ))
}

fn code_of(text: &str) -> El {
    code().child(text.to_owned())
}

/// The folder in which Plumb lies.
fn home() -> String {
    let address = page::address("");
    address.rsplit_once('/').map_or_else(|| address.clone(), |(folder, _)| format!("{folder}/"))
}

/// The tag, and the script that makes it work.
fn tag(choice: &Choice) -> String {
    let Choice { quiz, keep, theme } = choice;
    let (home, route) = (home(), Route::Quiz(Box::new(quiz.clone())).href());
    let mode = quiz.mode.word();
    let seed = if quiz.seed.is_empty() { String::new() } else { format!(" seed=\"{}\"", quiz.seed) };
    let theme = if *theme == Theme::System { "auto" } else { theme.word() };
    format!(
        "<script type=\"module\" src=\"{home}embed.js\"></script>\n\
         <plumb-quiz area=\"{}\" mode=\"{mode}\" count=\"{}\"{seed} theme=\"{theme}\" storage=\"{keep}\">\n  \
         <a href=\"{home}{route}\">Open the quiz</a>\n</plumb-quiz>",
        quiz.area().unwrap_or_default(),
        quiz.count
    )
}

/// The frame.
fn frame(choice: &Choice) -> String {
    let keep = if choice.keep == "none" { "none" } else { "self" };
    let address = address(choice, keep).replace('&', "&amp;");
    format!(
        "<iframe title=\"Quiz\" src=\"{address}\"\n  \
         width=\"100%\" height=\"640\" loading=\"lazy\" style=\"border: 0\"></iframe>"
    )
}

/// The address that a frame shows.
fn address(choice: &Choice, keep: &str) -> String {
    // What stands in a query of the query.
    let start = Route::Quiz(Box::new(choice.quiz.clone())).write().replace('&', "%26");
    let theme = if choice.theme == Theme::System { String::new() } else { format!("&theme={}", choice.theme.word()) };
    format!("{}?host=frame&keep={keep}{theme}&start={start}", home())
}
