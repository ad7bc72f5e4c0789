//! What a learning system keeps of a launch, and what we keep there: documents of xAPI.

use crate::platform::remote::{self, Answer, Request, Unreached};
use learning::xapi::{VERSION, json::Json, launch::Launch};

/// How long the learning system may take for each answer before the quiz opens without it, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The documents of one launch.
pub struct Documents {
    /// Who launched the page, and for whom.
    pub launch: Launch,
    /// The value of the header `Authorization`.
    pub key: String,
}

impl Documents {
    /// Gets the token of a session, which the learning system gives once.
    pub async fn sign_in(fetch: &str) -> Option<String> {
        let request = Request { method: "POST", address: fetch, patience: PATIENCE, ..Request::default() };
        let read = read(remote::send(request).await)?;
        let token = read.get("auth-token").and_then(Json::text)?;
        // It becomes part of a header.
        let fits = !token.is_empty() && token.bytes().all(|byte| (0x21..0x7f).contains(&byte));
        fits.then(|| token.to_owned())
    }

    /// The documents that this token opens.
    pub fn new(launch: Launch, token: &str) -> Self {
        Self { launch, key: format!("Basic {token}") }
    }

    /// A document about this person at this quiz; none where there is none.
    pub async fn state(&self, name: &str) -> Option<Json> {
        read(remote::send(self.request("GET", &self.state_address(name), &self.headers(), None)).await)
    }

    /// Asks for what the person prefers, as cmi5 requires of whoever is launched.
    pub async fn preferences(&self) {
        let actor = self.launch.actor.write();
        let query = [("profileId", "cmi5LearnerPreferences"), ("agent", actor.as_str())];
        let address = remote::address(&format!("{}agents/profile", self.launch.endpoint), &query);
        // It may say no, or have none.
        let _ = remote::send(self.request("GET", &address, &self.headers(), None)).await;
    }

    /// Keeps a document about this person at this quiz. Where that fails, a later one brings all of it.
    pub fn keep(&self, name: &str, document: &Json, outlives: bool) -> impl Future<Output = ()> + use<> {
        let body = document.write();
        let address = self.state_address(name);
        let headers = self.headers();
        let request = self.request("PUT", &address, &headers, Some(&body));
        let sent = remote::send(Request { outlives, ..request });
        async { drop(sent.await) }
    }

    fn request<'a>(
        &'a self,
        method: &'static str,
        address: &'a str,
        headers: &'a [(&'a str, &'a str); 3],
        body: Option<&'a str>,
    ) -> Request<'a> {
        // Where nothing is sent, nothing is said of its type.
        let headers = headers.get(usize::from(body.is_none())..).unwrap_or_default();
        Request { method, address, headers, body, outlives: false, patience: PATIENCE }
    }

    fn headers(&self) -> [(&str, &str); 3] {
        [("Content-Type", "application/json"), ("X-Experience-API-Version", VERSION), ("Authorization", &self.key)]
    }

    fn state_address(&self, name: &str) -> String {
        let actor = self.launch.actor.write();
        let query = [
            ("stateId", name),
            ("activityId", self.launch.activity.as_str()),
            ("agent", actor.as_str()),
            ("registration", self.launch.registration.as_str()),
        ];
        remote::address(&format!("{}activities/state", self.launch.endpoint), &query)
    }
}

fn read(answer: Result<Answer, Unreached>) -> Option<Json> {
    answer.ok().filter(|answer| answer.status == 200).and_then(|answer| Json::read(&answer.text))
}
