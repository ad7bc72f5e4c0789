//! Launches by learning systems, also hostile ones, what they make of statements, and course structures.

use super::rules;
use crate::xapi::{
    course::{Course, structure},
    json::Json,
    launch::{Data, Launch, Mode, NoLaunch, encoded, host, is_web_address},
    share::Share,
    teller::Teller,
    told::{Outcome, Told, Verb},
};
use serde_json::{Value, json};

const REGISTRATION: &str = "5f3c1a90-0b7e-4a51-9c1d-2f6f0f1f9a11";
const ACTOR: &str = r#"{"objectType":"Agent","account":{"homePage":"https://lms.example","name":"1625378"}}"#;

fn parameters() -> Vec<(&'static str, String)> {
    vec![
        ("endpoint", "https://lms.example/xapi".into()),
        ("fetch", "https://lms.example/token?k=1".into()),
        ("actor", ACTOR.into()),
        ("registration", REGISTRATION.into()),
        ("activityId", "https://lms.example/au/7".into()),
    ]
}

fn launch(parameters: &[(&'static str, String)]) -> Result<Launch, NoLaunch> {
    let pairs = parameters.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
    Launch::read(&pairs.collect::<Vec<_>>().join("&"))
}

fn data(more: Value) -> Option<Data> {
    let mut document = json!({
        "launchMode": "Normal",
        "moveOn": "Passed",
        "masteryScore": 0.75,
        "returnURL": "https://lms.example/back?id=1",
        "contextTemplate": {
            "contextActivities": { "grouping": [{ "id": "https://publisher.example/au" }] },
            "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1" },
        },
    });
    document.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Data::read(&document.into())
}

#[test]
fn a_launch_is_read() {
    let launch = launch(&parameters()).unwrap();
    assert_eq!(launch.endpoint, "https://lms.example/xapi/");
    assert_eq!(launch.frame().questions, "https://lms.example/au/7/questions");
    assert_eq!(Some(launch.actor), Json::read(ACTOR));
    let data = data(json!({})).unwrap();
    assert_eq!((data.mode, data.must_pass, data.mastery), (Mode::Normal, true, Share::read("0.75")));
    assert_eq!(data.back.as_deref(), Some("https://lms.example/back?id=1"));
}

#[test]
fn a_hostile_launch_is_refused_and_says_where() {
    assert_eq!(launch(&[]), Err(NoLaunch::None));
    let bad: [(&'static str, &[&str]); 5] = [
        (
            "endpoint",
            &[
                "",
                "javascript:alert(1)",
                "//x",
                "ftp://x/",
                "https://",
                "https://u:p@x/",
                "https://x\\@y/",
                "https://x/ y",
                "data:text/html,x",
            ],
        ),
        ("fetch", &["", "javascript:fetch(1)", "https://?k", "blob:https://x/1", "https://x/<script>"]),
        (
            "actor",
            &[
                "",
                "[]",
                "null",
                "7",
                "{}",
                r#"{"mbox":"mailto:a@b.c"}"#,
                r#"{"objectType":"Group","account":{"homePage":"https://x","name":"y"}}"#,
                r#"{"account":{"homePage":"https://x","name":""}}"#,
                r#"{"account":{"homePage":"x","name":"y"}}"#,
                r#"{"mbox":"mailto:a@b.c","account":{"homePage":"https://x","name":"y"}}"#,
                r#"{"account":{"homePage":"https://x","name":"y","z":1}}"#,
            ],
        ),
        ("registration", &["", "1", "5f3c1a90-0b7e-4a51-9c1d-2f6f0f1f9a1g", "../../../../../../../../../../../../a"]),
        ("activityId", &["", "no-scheme", ":x", "https:", "x y:z", "1x:y"]),
    ];
    for (name, values) in bad {
        for value in values {
            let mut all = parameters();
            all.iter_mut().filter(|(known, _)| *known == name).for_each(|one| one.1 = (*value).to_owned());
            assert_eq!(launch(&all), Err(NoLaunch::Bad(name)), "{value:?}");
        }
        let mut twice = parameters();
        twice.extend(parameters().into_iter().filter(|(known, _)| *known == name));
        assert_eq!(launch(&twice), Err(NoLaunch::Bad(name)), "twice");
        let without: Vec<_> = parameters().into_iter().filter(|(known, _)| *known != name).collect();
        assert_eq!(launch(&without), Err(NoLaunch::Bad(name)), "missing");
        let mut long = parameters();
        long.iter_mut().filter(|(known, _)| *known == name).for_each(|one| one.1 += &"x".repeat(3000));
        assert_eq!(launch(&long), Err(NoLaunch::Bad(name)), "long");
    }
}

#[test]
fn launch_data_without_what_cmi5_requires_is_refused() {
    for bad in [
        json!({ "launchMode": "Exam" }),
        json!({ "launchMode": null }),
        json!({ "contextTemplate": null }),
        json!({ "contextTemplate": [] }),
        json!({ "contextTemplate": { "contextActivities": [] } }),
        json!({ "contextTemplate": { "contextActivities": { "grouping": ["x"] } } }),
        json!({ "contextTemplate": { "extensions": "x" } }),
        json!({ "masteryScore": 1.5 }),
    ] {
        assert_eq!(data(bad.clone()), None, "{bad}");
    }
    let back = |address: &str| data(json!({ "returnURL": address })).unwrap().back;
    assert_eq!([back("javascript:alert(1)"), back("/course"), back("")], [None, None, None]);
    assert!(is_web_address("http://127.0.0.1:8080/xapi/") && host("http://127.0.0.1:8080/x?y") == "127.0.0.1:8080");
}

fn context_of(verb: Verb, data: &Data) -> Value {
    let launch = launch(&parameters()).unwrap();
    let teller = Teller::of_launch(&launch, data, 1_790_000_000_000);
    let outcome = Outcome { at: 1_790_000_060_000, took: 60_000, score: Share::of(0.8) };
    let told = match verb {
        Verb::Initialized => Told::initialized(&launch.frame(), "s", 5),
        Verb::Completed => Told::completed(&launch.frame(), "s", outcome, false),
        Verb::Passed => Told::judged(&launch.frame(), "s", outcome, true),
        Verb::Failed => Told::judged(&launch.frame(), "s", outcome, false),
        _ => Told::terminated(&launch.frame(), "s", 1_790_000_070_000, 70_000),
    };
    let statement = rules::check(&teller.statement(&told));
    assert_eq!(statement["object"]["id"], "https://lms.example/au/7");
    assert_eq!(statement["actor"], serde_json::from_str::<Value>(ACTOR).unwrap());
    assert_eq!(statement["verb"]["id"], format!("http://adlnet.gov/expapi/verbs/{}", verb.word()));
    // Nothing in a session happened before it began.
    assert!(statement["timestamp"].as_str().unwrap() >= "2026-09-21T14:13:20.000Z");
    statement["context"].clone()
}

#[test]
fn defined_statements_carry_the_marks_of_cmi5_and_the_template_as_it_was() {
    let data = data(json!({})).unwrap();
    for verb in [Verb::Initialized, Verb::Completed, Verb::Passed, Verb::Failed, Verb::Terminated] {
        let context = context_of(verb, &data);
        assert_eq!(context["registration"], REGISTRATION);
        assert_eq!(context["contextActivities"]["grouping"], json!([{ "id": "https://publisher.example/au" }]));
        assert_eq!(context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"], "s-1");
        let categories = context["contextActivities"]["category"].as_array().unwrap();
        let has = |name: &str| {
            categories.iter().any(|one| one["id"] == format!("https://w3id.org/xapi/cmi5/context/categories/{name}"))
        };
        let judges = matches!(verb, Verb::Passed | Verb::Failed);
        assert!(has("cmi5"));
        assert_eq!(has("moveon"), judges || verb == Verb::Completed);
        let mastery = &context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"];
        assert_eq!(mastery, &if judges { json!(0.75) } else { Value::Null });
    }
}

#[test]
fn a_template_in_other_forms_is_kept_too() {
    let cmi5 = json!({ "id": "https://w3id.org/xapi/cmi5/context/categories/cmi5" });
    let one =
        data(json!({ "contextTemplate": { "registration": "x", "contextActivities": { "category": cmi5 } } })).unwrap();
    let context = context_of(Verb::Terminated, &one);
    assert_eq!(context["contextActivities"]["category"], json!([cmi5]));
    assert_eq!(context["registration"], REGISTRATION);
    let bare = data(json!({ "contextTemplate": {}, "masteryScore": null })).unwrap();
    assert_eq!(context_of(Verb::Passed, &bare)["contextActivities"]["category"].as_array().unwrap().len(), 2);
}

#[test]
fn answers_are_allowed_statements_without_marks() {
    let launch = launch(&parameters()).unwrap();
    let teller = Teller::of_launch(&launch, &data(json!({})).unwrap(), 0);
    let told = Told::read(
        &"0".repeat(8).chars().chain("-0000-0000-0000-000000000000".chars()).collect::<String>(),
        "7 answered a:b\n\"verb\":{}",
    )
    .unwrap();
    let statement: Value = serde_json::from_str(&teller.statement(&told)).unwrap();
    assert!(statement["context"]["contextActivities"].get("category").is_none());
    assert_eq!(statement["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"], "s-1");
}

#[test]
fn a_session_is_named_alike_after_a_reload_and_otherwise_never() {
    let one = launch(&parameters()).unwrap();
    let mut other = one.clone();
    assert_eq!(one.session(), other.session());
    other.fetch += "2";
    assert_ne!(one.session(), other.session());
    assert_eq!(one.frame(), other.frame());
    other.registration = REGISTRATION.replace('5', "6");
    assert_ne!(one.frame().scope, other.frame().scope);
}

#[test]
fn a_course_is_written_with_its_rule_and_any_words() {
    let course = Course {
        id: "https://plumb.example/courses/x?a=1&b=2",
        title: "Types & \"generics\" <T>",
        description: "One\u{0} two",
        language: "en",
        page: "index.html",
        mastery: Share::read("0.8"),
    };
    let text = structure(&course);
    assert!(text.contains(
        "<au id=\"https://plumb.example/courses/x?a=1&amp;b=2/quiz\" moveOn=\"Passed\" masteryScore=\"0.8\""
    ));
    assert!(text.contains("<langstring lang=\"en\">Types &amp; &quot;generics&quot; &lt;T&gt;</langstring>"));
    assert!(text.contains("One two") && text.contains("<url>index.html</url>"));
    assert!(structure(&Course { mastery: None, ..course }).contains("moveOn=\"Completed\" launchMethod"));
}

#[test]
fn addresses_are_read_as_browsers_write_them() {
    let all =
        parameters().iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&");
    let spaced = all.replace("activityId=https%3A%2F%2F", "other=1&activityId=https://").replace("%20", "+");
    assert_eq!(Launch::read(&spaced), Launch::read(&all));
    for broken in ["activityId=%", "activityId=%4", "activityId=%zz", "activityId=%ff", "activityId"] {
        let query = all.replace("activityId=https%3A%2F%2Flms.example%2Fau%2F7", broken);
        assert_eq!(Launch::read(&query), Err(NoLaunch::Bad("activityId")), "{broken}");
    }
    assert_eq!(encoded("a b&ü/~"), "a%20b%26%C3%BC%2F~");
}
