//! The learning system around the page: finding its SCORM interface, and calling it.

use js_sys::{Array, Function, Object, Reflect};
use learning::scorm::Version;
use wasm_bindgen::{JsCast, JsValue};

/// How many windows up a page looks: as many as SCORM 1.2 says, and in 2004 as many as nobody nests.
const LEVELS_OLD: usize = 7;
const LEVELS_NEW: usize = 100;

/// The learning system's code for why it refused something; 101 where it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused(pub u16);

/// The interface of a learning system.
pub struct Interface {
    api: JsValue,
    version: Version,
}

impl Interface {
    /// Looks for it in the windows around this one, then in the one that opened this one and those around it. Windows
    /// of other sites are stepped over, for nobody may look into them.
    pub fn find(version: Version) -> Option<Self> {
        let own: JsValue = web_sys::window()?.into();
        let top = get(&own, "top").unwrap_or(JsValue::NULL);
        let openers = [get(&own, "opener"), get(&top, "opener")];
        let starts = [Some(own)].into_iter().chain(openers).flatten();
        let api = starts.filter(|start| start.is_object()).find_map(|start| above(start, version))?;
        Some(Self { api, version })
    }

    /// Which version it is of.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Begins the visit.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn open(&self) -> Result<(), Refused> {
        self.done("LMSInitialize", "Initialize", &[""])
    }

    /// Ends the visit.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn close(&self) -> Result<(), Refused> {
        self.done("LMSFinish", "Terminate", &[""])
    }

    /// What an element holds; empty where it holds nothing.
    pub fn get(&self, old: &'static str, new: &'static str) -> String {
        self.call("LMSGetValue", "GetValue", &[self.version.name(old, new)]).unwrap_or_default()
    }

    /// Sets an element.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn set(&self, name: &str, value: &str) -> Result<(), Refused> {
        self.done("LMSSetValue", "SetValue", &[name, value])
    }

    /// Has everything kept that was set.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn commit(&self) -> Result<(), Refused> {
        self.done("LMSCommit", "Commit", &[""])
    }

    fn done(&self, old: &'static str, new: &'static str, arguments: &[&str]) -> Result<(), Refused> {
        match self.call(old, new, arguments).as_deref() {
            Some("true") => Ok(()),
            _ => Err(Refused(self.why())),
        }
    }

    fn why(&self) -> u16 {
        let code = self.call("LMSGetLastError", "GetLastError", &[]);
        code.and_then(|code| code.parse().ok()).filter(|code| *code > 0).unwrap_or(101)
    }

    /// Calls a function; none where it throws or gives nothing.
    fn call(&self, old: &'static str, new: &'static str, arguments: &[&str]) -> Option<String> {
        let function: Function = get(&self.api, self.version.name(old, new))?.dyn_into().ok()?;
        let arguments: Array = arguments.iter().map(|argument| JsValue::from_str(argument)).collect();
        let answer = function.apply(&self.api, &arguments).ok()?;
        // Some answer with a truth value or a number, where a text is due.
        let number = || answer.as_f64().map(|number| format!("{number:.0}"));
        answer.as_string().or_else(|| answer.as_bool().map(|is| is.to_string())).or_else(number)
    }
}

/// The interface in this window or in one above it.
fn above(start: JsValue, version: Version) -> Option<JsValue> {
    let (levels, name, first) = match version {
        Version::V12 => (LEVELS_OLD, "API", "LMSInitialize"),
        Version::V2004 => (LEVELS_NEW, "API_1484_11", "Initialize"),
    };
    let mut window = start;
    for _ in 0..=levels {
        // A page may have an element of this name, which is no interface.
        let api = get(&window, name).filter(|api| get(api, first).is_some_and(|first| first.is_function()));
        if api.is_some() {
            return api;
        }
        let parent = get(&window, "parent").filter(JsValue::is_object)?;
        if Object::is(&parent, &window) {
            return None;
        }
        window = parent;
    }
    None
}

/// What is there under a name; none also where nobody may look.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = if of.is_object() { Reflect::get(of, &name.into()).ok()? } else { return None };
    (!value.is_null() && !value.is_undefined()).then_some(value)
}
