//! A launch by a cmi5 learning system: its parameters and its data, which anybody may have written, read and checked.

use super::{
    json::Json,
    share::Share,
    told::{Frame, id},
};

/// The longest address or name that is taken, in bytes.
const LONGEST: usize = 2000;

/// What a learning system puts into the address of the page that it launches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// The record store's address; it ends with `/`.
    pub endpoint: String,
    /// Where the session's token is had, once.
    pub fetch: String,
    /// The person, as the learning system names them: an account, and nothing else.
    pub actor: Json,
    /// The registration: a UUID.
    pub registration: String,
    /// The IRI by which the learning system knows the quiz.
    pub activity: String,
}

/// Why a page was not launched as cmi5 wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLaunch {
    /// The address has none of a launch's parameters: the page was opened by itself.
    None,
    /// This parameter is missing, is there more than once or cannot be what it says.
    Bad(&'static str),
}

impl Launch {
    /// Reads a launch from the part of an address behind `?`.
    ///
    /// # Errors
    /// [`NoLaunch`].
    pub fn read(query: &str) -> Result<Self, NoLaunch> {
        let values = |name: &str| parameters(query, name);
        if ["endpoint", "fetch", "actor", "registration", "activityId"].iter().all(|name| values(name).is_empty()) {
            return Err(NoLaunch::None);
        }
        let one = |name: &'static str, fits: fn(&str) -> bool| match <[String; 1]>::try_from(values(name)) {
            Ok([value]) if fits(&value) => Ok(value),
            _ => Err(NoLaunch::Bad(name)),
        };
        let endpoint = one("endpoint", is_web_address)?;
        let actor = one("actor", |text| text.len() <= LONGEST)?;
        Ok(Self {
            endpoint: if endpoint.ends_with('/') { endpoint } else { endpoint + "/" },
            fetch: one("fetch", is_web_address)?,
            actor: Json::read(&actor).and_then(|actor| read_actor(&actor)).ok_or(NoLaunch::Bad("actor"))?,
            registration: one("registration", is_uuid)?,
            activity: one("activityId", is_iri)?,
        })
    }

    /// Where what happens belongs: this person's registration for this quiz, however often it is launched.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame {
            scope: id(&[&self.registration, &self.activity, &self.actor.write()]),
            activity: self.activity.clone(),
            questions: format!("{}/questions", self.activity.trim_end_matches('/')),
        }
    }

    /// A name of this one launch, which a reload of the page has again.
    #[must_use]
    pub fn session(&self) -> String {
        id(&[&self.frame().scope, &self.endpoint, &self.fetch])
    }
}

/// How the learning system wants the quiz to be gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For real.
    Normal,
    /// To look around: nothing of it counts.
    Browse,
    /// To look back: nothing of it counts.
    Review,
}

/// What the learning system tells of a launch: the state document `LMS.LaunchData`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Data {
    /// How the quiz is to be gone through.
    pub mode: Mode,
    /// The pass mark.
    pub mastery: Option<Share>,
    /// Whether the course goes on only once the quiz was passed.
    pub must_pass: bool,
    /// Where the person goes at the end.
    pub back: Option<String>,
    /// What the context of every statement begins with.
    pub context: Json,
}

impl Data {
    /// Reads the document; none where it lacks what cmi5 requires. An address to go back to that is none of the
    /// web's is left out: the page would run it.
    #[must_use]
    pub fn read(json: &Json) -> Option<Self> {
        let text = |name| json.get(name).and_then(Json::text);
        let mastery = match json.get("masteryScore") {
            Some(Json::Number(number)) => Some(Share::read(number)?),
            _ => None,
        };
        let context = json.get("contextTemplate").filter(|context| is_context(context))?;
        Some(Self {
            mode: match text("launchMode")? {
                "Normal" => Mode::Normal,
                "Browse" => Mode::Browse,
                "Review" => Mode::Review,
                _ => return None,
            },
            mastery,
            must_pass: matches!(text("moveOn"), Some("Passed" | "CompletedAndPassed")),
            back: text("returnURL").filter(|back| is_web_address(back)).map(str::to_owned),
            context: context.clone(),
        })
    }
}

/// Whether it is an address of the web that a request may go to: with a host, and without a name or password in it.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    host.is_some_and(|host| !host.is_empty() && !host.contains(['@', '\\'])) && is_plain(text)
}

/// All values of a parameter, decoded; one that is no valid text has none.
fn parameters(query: &str, name: &str) -> Vec<String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(known, _)| *known == name).filter_map(|(_, value)| decoded(value)).collect()
}

/// A text as addresses write it: `%41` is a byte, `+` a space.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// A text as a part of an address may hold it.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The host of an address of the web, to be shown.
#[must_use]
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether it can be the name of an activity: a scheme and something behind it.
fn is_iri(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    text.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty()) && is_plain(text)
}

fn is_plain(text: &str) -> bool {
    text.len() <= LONGEST && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c))
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Only what cmi5 knows of an actor may be in it: an agent with an account, and perhaps a name.
fn read_actor(json: &Json) -> Option<Json> {
    let known = |names: &[&str], json: &Json| {
        json.members().is_some_and(|members| members.iter().all(|(name, _)| names.contains(&name.as_str())))
    };
    let account = json.get("account")?;
    let text = |json: &Json, name| json.get(name).and_then(Json::text).map(str::to_owned);
    let fits = known(&["objectType", "name", "account"], json)
        && json.get("objectType").is_none_or(|kind| kind.text() == Some("Agent"))
        && json.get("name").is_none_or(|name| name.text().is_some())
        && known(&["homePage", "name"], account)
        && text(account, "homePage").is_some_and(|page| is_iri(&page))
        && text(account, "name").is_some_and(|name| !name.is_empty());
    fits.then(|| json.clone())
}

/// Whether our own members can be added to it.
fn is_context(json: &Json) -> bool {
    let is_object = |json: &Json| json.members().is_some();
    let activity = |json: &Json| json.get("id").and_then(Json::text).is_some_and(is_iri);
    let activities = |json: &Json| match json {
        Json::List(list) => list.iter().all(activity),
        one => activity(one),
    };
    let lists = json.get("contextActivities").and_then(Json::members).unwrap_or_default();
    is_object(json)
        && json.get("contextActivities").is_none_or(is_object)
        && json.get("extensions").is_none_or(is_object)
        && lists.iter().all(|(_, list)| activities(list))
}
