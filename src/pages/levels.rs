//! Levels: where the person stands in each skill, as a map, as bars and as a table, and how ready for a track.

use super::{heading, loading, picture, track};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{button, div, figcaption, figure, li, p, section, span, table, tbody, td, th, thead, tr, ul},
};
use crate::{
    components::{
        bars,
        radar::{self, Band, Spoke},
    },
    platform::{clock, intl, page},
    reactive::Var,
    store::{Model, Progress, Store},
    words::Most,
};
use engine::{
    bank::Skill,
    estimate::{self, Basis, Readiness, Scale, Standing, report, select, skills, track::BACK_END},
    modes::Mode,
    quiz::Quiz,
};

/// The id of the table, for the button that opens it.
const TABLE: &str = "levels-table";

/// What the page shows, from all attempts at one moment.
#[derive(Default)]
pub struct Seen {
    /// The skills that have areas.
    pub skills: Vec<Row>,
    /// How ready the person is for the track.
    pub readiness: Readiness,
    /// The moment, in milliseconds since 1970 (UTC).
    pub now: u64,
}

/// Where the person stands in a skill.
pub struct Row {
    /// The skill.
    pub skill: Skill,
    /// Its area with the fewest answers: what to measure next.
    pub area: String,
    /// Answers that count.
    pub answers: usize,
    /// What the level rests on.
    pub basis: Basis,
    /// Where it lies; none where nothing is known.
    pub band: Option<Band>,
    /// The levels that the band spans.
    pub levels: (u8, u8),
}

/// The page.
pub fn page(store: Store) -> View {
    let words = store.most();
    // What is seen takes long to find out, so it is only when something that it depends on has changed.
    let changes = store.memo(|model| (model.whole, model.summary.changes(), model.banks_progress(&model.answered())));
    let body = move || match changes.get() {
        (false, ..) => p().class("loading").attr("role", "status").child(words.loading).into_view(),
        (true, _, Progress::Here) => show(store, store.look(see), words),
        // What keeps it waiting is said above.
        _ => ().into_view(),
    };
    // Of what the page is made from, and of the assessment that was just asked for.
    let waits = |model: &Model| match &model.wanted {
        Some(quiz) => model.begin_progress(quiz),
        None if model.whole => model.banks_progress(&model.answered()),
        None => Progress::Here,
    };
    div().class("column levels").child((heading(words.levels.into(), words), loading(store, waits), body)).into_view()
}

fn see(model: &Model) -> Seen {
    let (now, catalogue) = (clock::now(), &model.catalogue);
    let mut scale = Scale::default();
    let answered = model.answered();
    answered.iter().filter_map(|area| model.bank(area)).for_each(|bank| scale.add(bank));
    let areas = skills::areas(catalogue, &model.attempts, &scale, now);
    let standings = skills::skills(catalogue, &areas);
    let row = |(skill, standing): &(Skill, Standing)| {
        let of_skill = catalogue.areas.iter().zip(&areas).filter(|(area, _)| area.skill == *skill);
        let (area, _) = of_skill.min_by_key(|(_, standing)| standing.answers)?;
        let known = standing.basis != Basis::Unknown;
        let interval = standing.belief.interval(report::BAND);
        let (low, high) = report::shares(interval);
        // The map's scale goes from half a level below the first to half a level above the last.
        let level = |share: f64| share * 5.0 + 0.5;
        let band = Band {
            low: level(low),
            middle: level(report::share(standing.belief.quantile(0.5))),
            high: level(high),
            measured: standing.basis == Basis::Measured,
        };
        Some(Row {
            skill: *skill,
            area: area.id.clone(),
            answers: standing.answers,
            basis: standing.basis,
            band: known.then_some(band),
            levels: (report::level_of(interval.0), report::level_of(interval.1)),
        })
    };
    let skills = standings.iter().filter_map(row).collect();
    Seen { skills, readiness: estimate::readiness(&BACK_END, &standings), now }
}

fn show(store: Store, seen: Seen, words: &'static Most) -> View {
    let known = seen.skills.iter().any(|row| row.band.is_some());
    let lead = if known { words.levels_lead } else { words.levels_empty };
    let day = intl::day(words.lang, seen.now);
    let rows: Vec<View> = seen.skills.iter().map(|row| skill(store, row, words)).collect();
    let map = known.then(|| {
        figure().class("map").child((
            figcaption().child(words.levels_map),
            radar::radar(&spokes(&seen, words)),
            legend(words),
        ))
    });
    let steps = (1..=5).map(|level| span().child(level.to_string())).collect::<Vec<_>>();
    let (share, shared) = picture::button(&seen, words);
    let print = button().attr("type", "button").class("button").on(ev::CLICK, |_| page::print()).child(words.print);
    div()
        .class("levels-body")
        .child((
            p().class("lead").child(lead),
            known.then(|| p().class("when").child((words.levels_on)(&day))),
            div().class("levels-map").child((
                map,
                div().class("levels-list").child((
                    span().class("steps").attr("aria-hidden", "true").child(span().class("steps-scale").child(steps)),
                    ul().class("plain").attr("aria-label", words.levels_skills).child(rows),
                )),
            )),
            figures(&seen, words),
            known.then(|| div().class("actions unprinted").child((share, print, shared))),
            known.then(|| track::section_of(store, &seen, words)),
            section().class("counted").child((p().child(words.levels_relative), p().child(words.levels_count))),
        ))
        .into_view()
}

/// The skills as the map has them.
pub fn spokes(seen: &Seen, words: &'static Most) -> Vec<Spoke> {
    seen.skills.iter().map(|row| Spoke { name: (words.skill)(row.skill).into(), band: row.band }).collect()
}

fn legend(words: &'static Most) -> View {
    let entry = |(class, text): (&'static str, &'static str)| li().child((span().class(class), text));
    ul().class("plain legend").child(words.levels_legend.map(entry).into_iter().collect_view()).into_view()
}

/// What is known of a level, in words.
pub fn level(row: &Row, words: &'static Most) -> String {
    match row.basis {
        Basis::Measured => (words.levels_probably)(row.levels),
        Basis::Inferred => (words.levels_perhaps)(row.levels),
        Basis::Unknown => words.levels_unknown.into(),
    }
}

fn skill(store: Store, row: &Row, words: &'static Most) -> View {
    let name = (words.skill)(row.skill);
    let mut quiz = Quiz::new(&*row.area, "", u16::try_from(select::MOST_ANSWERS).unwrap_or(u16::MAX));
    quiz.mode = Mode::Assessment;
    let start = button()
        .attr("type", "button")
        .class("button unprinted")
        .attr("aria-label", (words.levels_find)((words.mode)(Mode::Assessment), name))
        .on(ev::CLICK, move |_| store.start(quiz.clone()))
        .child((words.mode)(Mode::Assessment));
    let band = row.band.map(|band| (radar::share(band.low), radar::share(band.middle), radar::share(band.high)));
    li().class("level-row")
        .child((
            div()
                .class("level-text")
                .child((span().class("level-skill").child(name), span().class("hint").child(level(row, words)))),
            bars::band(band, row.basis == Basis::Measured),
            start,
        ))
        .into_view()
}

/// The table behind a button; on paper it is always there.
fn figures(seen: &Seen, words: &'static Most) -> View {
    let open = Var::new(false);
    let said = move |open: bool| if open { "true" } else { "false" };
    let toggle = button()
        .attr("type", "button")
        .class("button unprinted")
        .attr("aria-expanded", move || said(open.get()))
        .attr("aria-controls", TABLE)
        .on(ev::CLICK, move |_| open.set(!open.peek()))
        .text(move || if open.get() { words.levels_less } else { words.levels_more });
    let head = words.levels_columns.map(|column| th().attr("scope", "col").child(column));
    let row = |row: &Row| {
        tr().child((
            th().attr("scope", "row").child((words.skill)(row.skill)),
            td().child(level(row, words)),
            td().class("figure").child(row.answers.to_string()),
            td().child((words.levels_basis)(row.basis)),
        ))
    };
    let table = table().class("data wide").child((
        thead().child(tr().child(head.into_iter().collect_view())),
        tbody().child(seen.skills.iter().map(row).collect_view()),
    ));
    let shown = move || if open.get() { "scroll printed" } else { "scroll printed closed" };
    section().child((toggle, div().id(TABLE).class(shown).child(table))).into_view()
}
