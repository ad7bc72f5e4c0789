//! Who tells a record store: the actor, the session and its context, which every statement gets when it is sent.

use super::{
    json::Json,
    launch::{Data, Launch},
    share::Share,
    told::{Frame, Told, Verb, id},
};

/// Marks what cmi5 defines.
const CMI5: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
/// Marks what may satisfy a course's rules.
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
/// The pass mark that a judgement was made by.
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

/// Who tells, and in which context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teller {
    /// What [`Frame::scope`] is for everything that it tells.
    pub scope: String,
    actor: Json,
    context: Json,
    /// The pass mark that the learning system gave.
    mastery: Option<Share>,
    is_cmi5: bool,
    /// When the session began: nothing in it happened earlier.
    began: u64,
}

impl Teller {
    /// Tells in a session of cmi5 that began at `began`, in milliseconds since 1970 (UTC).
    #[must_use]
    pub fn of_launch(launch: &Launch, data: &Data, began: u64) -> Self {
        let mut context = data.context.clone();
        if let Some(registration) = context.member("registration", || Json::Null) {
            *registration = launch.registration.as_str().into();
        }
        let actor = launch.actor.clone();
        Self { scope: launch.frame().scope, actor, context, mastery: data.mastery, is_cmi5: true, began }
    }

    /// Tells for the page at the address `site`, about somebody who is known by a name made up for this record
    /// store alone.
    #[must_use]
    pub fn of_page(store: &str, site: &str, name: &str) -> Self {
        let account = Json::object([("homePage", site.into()), ("name", name.into())]);
        let actor = Json::object([("objectType", "Agent".into()), ("account", account)]);
        let context = Json::object([("platform", "Plumb".into()), ("language", "en".into())]);
        Self { scope: id(&[store, name]), actor, context, mastery: None, is_cmi5: false, began: 0 }
    }

    /// Where an attempt at the quiz `activity` belongs, on the page at the address `site`.
    #[must_use]
    pub fn frame(&self, site: &str, activity: &str) -> Frame {
        let questions = format!("{site}#/question");
        Frame { scope: self.scope.clone(), activity: activity.to_owned(), questions }
    }

    /// A statement as JSON.
    #[must_use]
    pub fn statement(&self, told: &Told) -> String {
        told.statement(&self.actor.write(), &self.context(told).write(), told.at.max(self.began))
    }

    /// Statements as one request's body.
    #[must_use]
    pub fn statements<'a>(&self, all: impl IntoIterator<Item = &'a Told>) -> String {
        let list: Vec<String> = all.into_iter().map(|told| self.statement(told)).collect();
        format!("[{}]", list.join(","))
    }

    fn context(&self, Told { verb, activity, .. }: &Told) -> Json {
        let mut context = self.context.clone();
        if *verb == Verb::Answered {
            add(&mut context, "parent", activity);
        }
        // Answers are what cmi5 calls allowed, and only defined statements carry its marks.
        if !self.is_cmi5 || *verb == Verb::Answered {
            return context;
        }
        add(&mut context, "category", CMI5);
        if matches!(verb, Verb::Completed | Verb::Passed | Verb::Failed) {
            add(&mut context, "category", MOVE_ON);
        }
        if let Some(mastery) = self.mastery.filter(|_| matches!(verb, Verb::Passed | Verb::Failed)) {
            let extensions = context.member("extensions", || Json::Object(Vec::new()));
            // What the template says stays as it is.
            extensions.and_then(|extensions| extensions.member(MASTERY, || mastery.json()));
        }
        context
    }
}

/// Adds an activity to a list of the context, unless the template has it there.
fn add(context: &mut Json, list: &str, name: &str) {
    let activities = context.member("contextActivities", || Json::Object(Vec::new()));
    let Some(list) = activities.and_then(|activities| activities.member(list, || Json::List(Vec::new()))) else {
        return;
    };
    // A template may write one activity without a list around it.
    if list.members().is_some() {
        *list = Json::List(vec![list.clone()]);
    }
    let Json::List(list) = list else { return };
    if !list.iter().any(|one| one.get("id").and_then(Json::text) == Some(name)) {
        list.push(Json::object([("objectType", "Activity".into()), ("id", name.into())]));
    }
}
