//! What happened in an attempt, as statements will tell it: kept until a record store has it, without a word of who did it.

use super::{
    interaction::{Interaction, short},
    json::{Json, put_members},
    share::Share,
    times,
};
use engine::{bank::Item, fold::Attempt, grade::Verdict};
use uuid::Uuid;

/// The space of names of our statements.
const SPACE: Uuid = Uuid::from_u128(0x3b0a_5c1e_7d42_4f0b_9a86_51e2_c4d7_0f93);
/// The most characters of a question's words.
const MOST: usize = 1000;

/// What a statement says that somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// An attempt or a session began.
    Initialized,
    /// A question was answered.
    Answered,
    /// A quiz was gone through.
    Completed,
    /// A quiz was passed.
    Passed,
    /// A quiz was not passed.
    Failed,
    /// A session is over.
    Terminated,
}

impl Verb {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Initialized, "initialized"),
        (Self::Answered, "answered"),
        (Self::Completed, "completed"),
        (Self::Passed, "passed"),
        (Self::Failed, "failed"),
        (Self::Terminated, "terminated"),
    ];

    /// Its word, which is also the end of its IRI.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(verb, _)| *verb == self).map_or("", |(_, word)| *word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(verb, _)| *verb)
    }
}

/// Where an attempt belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Tells persons, registrations and record stores apart in ids of statements: the same attempt told to two
    /// stores is two things told.
    pub scope: String,
    /// The IRI of the quiz.
    pub activity: String,
    /// What the IRIs of questions begin with.
    pub questions: String,
}

/// What is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The statement's id: the same for the same fact, so that telling it twice does no harm.
    pub id: String,
    /// When it happened, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// What was done.
    pub verb: Verb,
    /// The IRI of the quiz that it belongs to.
    pub activity: String,
    /// The statement's verb, object and result, as JSON without the braces around them.
    core: String,
}

/// What came of a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// When it was over, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// How many milliseconds it was open.
    pub took: u64,
    /// The points as a share of all.
    pub score: Share,
}

impl Outcome {
    /// What came of an attempt.
    #[must_use]
    pub fn of(attempt: &Attempt) -> Self {
        Self { at: attempt.record.until(), took: attempt.state.used, score: Share::of(attempt.score().share()) }
    }
}

impl Told {
    fn new(frame: &Frame, key: &str, verb: Verb, at: u64, rest: Vec<(String, Json)>) -> Self {
        let word = verb.word();
        let id = id(&[&frame.scope, key, word]);
        let name = format!("http://adlnet.gov/expapi/verbs/{word}");
        let display = Json::object([("en", word.into())]);
        let mut members = vec![("verb".to_owned(), Json::object([("id", name.into()), ("display", display)]))];
        members.extend(rest);
        let mut core = String::new();
        put_members(&members, &mut core);
        Self { id, at, verb, activity: frame.activity.clone(), core }
    }

    /// A session or an attempt began; `key` names it.
    #[must_use]
    pub fn initialized(frame: &Frame, key: &str, at: u64) -> Self {
        Self::new(frame, key, Verb::Initialized, at, about(&frame.activity, None))
    }

    /// The question at `place` was answered; `area` and `item` are its own, as far as they are known. None where
    /// it is not graded yet.
    #[must_use]
    pub fn answered(
        frame: &Frame,
        attempt: &Attempt,
        place: usize,
        (area, item): (&str, Option<&Item>),
    ) -> Option<Self> {
        let (asked, slot) = attempt.slots().nth(place)?;
        let grade = slot.grade?;
        let given = slot.response.as_ref().filter(|_| !slot.gave_up);
        let form = item.map_or_else(Interaction::unknown, |item| Interaction::of(&item.question, given));
        let (at, took) = times::answered(&attempt.record, place);
        let mut definition =
            vec![("type".to_owned(), Json::from("http://adlnet.gov/expapi/activities/cmi.interaction"))];
        definition.push(("name".into(), in_english(asked.id.clone())));
        definition.extend(item.map(|item| ("description".into(), in_english(short(&item.prompt.plain(), MOST)))));
        definition.extend(form.definition);
        let mut rest = about(&format!("{}/{area}/{}", frame.questions, asked.id), Some(definition));
        let mut result = vec![
            ("success".to_owned(), Json::from(grade.verdict() == Verdict::Right)),
            ("score".into(), Json::object([("scaled", Share::of(slot.credit()).json())])),
            ("duration".into(), times::duration(took).into()),
        ];
        result.extend(form.response.map(|response| ("response".into(), response.into())));
        rest.push(("result".into(), Json::Object(result)));
        let key = format!("{} {place}", attempt.record.id);
        Some(Self::new(frame, &key, Verb::Answered, at, rest))
    }

    /// The quiz was gone through; `score` says whether the points go with it, which cmi5 forbids.
    #[must_use]
    pub fn completed(frame: &Frame, key: &str, outcome: Outcome, score: bool) -> Self {
        let result = [("completion", Json::from(true)), ("duration", times::duration(outcome.took).into())];
        let score = score.then(|| ("score", points(outcome.score)));
        Self::over(frame, key, Verb::Completed, outcome.at, result.into_iter().chain(score))
    }

    /// The quiz was passed or not.
    #[must_use]
    pub fn judged(frame: &Frame, key: &str, outcome: Outcome, passed: bool) -> Self {
        let verb = if passed { Verb::Passed } else { Verb::Failed };
        let result = [
            ("success", Json::from(passed)),
            ("score", points(outcome.score)),
            ("duration", times::duration(outcome.took).into()),
        ];
        Self::over(frame, key, verb, outcome.at, result.into_iter())
    }

    /// A session is over; it took so many milliseconds.
    #[must_use]
    pub fn terminated(frame: &Frame, key: &str, at: u64, took: u64) -> Self {
        let result = [("duration", Json::from(times::duration(took)))];
        Self::over(frame, key, Verb::Terminated, at, result.into_iter())
    }

    fn over<'a>(frame: &Frame, key: &str, verb: Verb, at: u64, result: impl Iterator<Item = (&'a str, Json)>) -> Self {
        let mut rest = about(&frame.activity, None);
        let result = result.map(|(name, value)| (name.to_owned(), value)).collect();
        rest.push(("result".into(), Json::Object(result)));
        Self::new(frame, key, verb, at, rest)
    }

    /// The text under which it is kept, beside its id.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{} {} {}\n{}", self.at, self.verb.word(), self.activity, self.core)
    }

    /// Reads what was kept; none where it is something else.
    #[must_use]
    pub fn read(id: &str, text: &str) -> Option<Self> {
        let (head, core) = text.split_once('\n')?;
        let (at, rest) = head.split_once(' ')?;
        let (verb, activity) = rest.split_once(' ')?;
        Uuid::try_parse(id).ok()?;
        let (at, verb) = (at.parse().ok()?, Verb::of(verb)?);
        Some(Self { id: id.to_owned(), at, verb, activity: activity.to_owned(), core: core.to_owned() })
    }

    /// The statement as JSON, with who and in which context; it happened at `at`.
    pub(super) fn statement(&self, actor: &str, context: &str, at: u64) -> String {
        let Self { id, core, .. } = self;
        let at = times::moment(at);
        format!(r#"{{"id":"{id}","actor":{actor},{core},"context":{context},"timestamp":"{at}"}}"#)
    }
}

/// An id made from names (UUID version 5, RFC 9562): the same names always give the same id.
#[must_use]
pub fn id(names: &[&str]) -> String {
    Uuid::new_v5(&SPACE, names.join("\n").as_bytes()).to_string()
}

fn about(activity: &str, definition: Option<Vec<(String, Json)>>) -> Vec<(String, Json)> {
    let mut object = vec![("objectType".to_owned(), Json::from("Activity")), ("id".into(), activity.into())];
    object.extend(definition.map(|definition| ("definition".into(), Json::Object(definition))));
    vec![("object".into(), Json::Object(object))]
}

fn points(score: Share) -> Json {
    let number = |number: u16| Json::Number(number.to_string());
    Json::object([("scaled", score.json()), ("raw", number(score.percent())), ("min", number(0)), ("max", number(100))])
}

fn in_english(text: String) -> Json {
    Json::object([("en", text.into())])
}
