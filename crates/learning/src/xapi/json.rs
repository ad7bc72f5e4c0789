//! JSON as a value, and its text.

use serde_json::Value;

/// The longest text that is read, in bytes.
const LONGEST: usize = 1_000_000;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as its text has it, so that none changes on its way.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its members in order, each name once.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; none where it is no JSON, or more than anybody sends in earnest.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        (text.len() <= LONGEST).then(|| serde_json::from_str(text).ok()).flatten().map(|value: Value| value.into())
    }

    /// An object of these members.
    pub fn object<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The members, if it is an object.
    #[must_use]
    pub fn members(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// A member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members()?.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A member of an object, made by `fresh` where there is none; none where this is no object.
    pub fn member(&mut self, name: &str, fresh: impl FnOnce() -> Self) -> Option<&mut Self> {
        let Self::Object(members) = self else { return None };
        let place = members.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            members.push((name.to_owned(), fresh()));
            members.len() - 1
        });
        members.get_mut(place).map(|(_, value)| value)
    }

    /// Its text, without white space.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.put(&mut out);
        out
    }

    fn put(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => quote(text, out),
            Self::List(list) => {
                out.push('[');
                for (place, one) in list.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    one.put(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                put_members(members, out);
                out.push('}');
            }
        }
    }
}

/// The text of members without the braces around them.
pub(super) fn put_members(members: &[(String, Json)], out: &mut String) {
    for (place, (name, value)) in members.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        quote(name, out);
        out.push(':');
        value.put(out);
    }
}

fn quote(text: &str, out: &mut String) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' | '\u{7f}' => {
                let digit = |place: u32| DIGITS.get(place as usize & 15).copied().unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(u32::from(letter) >> 4), digit(u32::from(letter))]);
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(on) => Self::Bool(on),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text),
            Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(members.into_iter().map(|(name, one)| (name, one.into())).collect()),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Json {
    fn from(on: bool) -> Self {
        Self::Bool(on)
    }
}
