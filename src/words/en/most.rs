//! English, for the third part.
// long-file: one list of sentences, in the order of words/most.rs; a part of it would have no name of its own.

use super::{count, more::MORE};
use crate::words::Most;
use engine::estimate::Basis;
use learning::package::Format;

/// What only the third part says, in English.
pub static MOST: Most = Most {
    more: &MORE,

    review_text: "You are about to forget these. To answer them now is worth more than to answer new ones.",
    review_next: |day| format!("The next question comes back on {day}."),
    review_area: |count, area| format!("Review {count} in {area}"),
    review_all: |count| format!("Review {count} from all areas"),
    review_empty: "Nothing to review yet.",
    review_empty_text: "What you answer in a quiz comes back here when you are about to forget it.",
    mistakes: "Mistakes",
    mistakes_text: "What you got wrong stays here until it was right on two different days.",
    mistakes_none: "No question waits to be put right.",
    mistakes_area: |count, area, sure| match sure {
        0 => format!("Practise {count} in {area}"),
        _ => format!("Practise {count} in {area}, {sure} of them you were very sure of"),
    },
    mistakes_all: |count, sure| match sure {
        0 => format!("Practise {count} from all areas"),
        _ => format!("Practise {count} from all areas, {sure} of them you were very sure of"),
    },
    daily_text: "Five questions a day, the same for everybody who takes part with the same areas.",
    daily_off: "Choose the areas to take part with. You can leave out a day whenever you like.",
    daily_choose: "Choose areas",
    daily_areas: "Your areas",
    daily_start: "Start today's five",
    daily_done: "Done for today. The next five come tomorrow.",
    daily_streak: |days| format!("{days} days in a row"),
    recall: "What you would recall",
    recall_text: |count| match count {
        1 => "Of the 1 question that you have answered, if you never looked at it again:".into(),
        _ => format!("Of the {count} questions that you have answered, if you never looked at them again:"),
    },
    recall_chart: "Share of your questions that you would recall in the next 90 days",
    recall_label: |today, later| {
        format!("A curve that falls from {today} today to {later} in 90 days; the table below reads it.")
    },
    recall_when: ["Today", "In a week", "In a month", "In three months"],
    when: "When",
    recalled: "Recalled",
    forecast: "Coming reviews",
    reviews: "Questions",
    today: "Today",
    retention: "How much to remember",
    retention_hint: "A question comes back when the chance that you recall it has fallen to this. More means more reviews.",

    shown: "A result",
    shown_newer: "This link comes from a newer version.",
    shown_newer_text: "Open it where the newer version runs, or reload this page when it was updated.",
    shown_broken: "This link was changed or cut off.",
    shown_broken_text: "Its digits do not fit together, so nothing of it is shown. Ask for the link once more.",
    shown_false: |wrong, graded| {
        format!(
            "The answers in this link do not give the points that it claims: {wrong} of {graded} are worth something \
             else. Nothing of it is shown."
        )
    },
    shown_checked: |graded| match graded {
        1 => "Checked just now: the 1 answer was graded again, and the points are right.".into(),
        _ => format!("Checked just now: all {graded} answers were graded again, and the points are right."),
    },
    shown_changed: |changed| match changed {
        1 => "1 question has changed since, so its answer could not be graded again.".into(),
        _ => format!("{changed} questions have changed since, so their answers could not be graded again."),
    },
    shown_bank_grew: "Other questions of this area have changed since, none of these.",
    shown_who: "The link shows what these answers are worth. Who gave them, it cannot show.",
    shown_try: "Try it yourself",
    carry_text: "Take your attempts from one device to another. They go straight from screen to screen: no server, no account.",
    carry_back: "Back to the settings",
    offer: "What this link brings",
    offer_whole: |added| {
        let all = added.new + added.further + added.here;
        let new = match (added.new, added.further) {
            (new, _) if new == all && all == 1 => "It is not on this device yet.".into(),
            (new, _) if new == all => "None of them is on this device yet.".into(),
            (new, 0) => format!("{new} of them {} new here.", if new == 1 { "is" } else { "are" }),
            (0, further) => format!("{further} went further there than here."),
            (new, further) => format!(
                "{new} of them {} new here, {further} went further there than here.",
                if new == 1 { "is" } else { "are" }
            ),
        };
        format!(
            "This brings {} from another device. {new} Nothing that is here is lost.",
            count(all, "attempt", "attempts")
        )
    },
    offer_known: |all| match all {
        0 => "This link brings no attempts.".into(),
        1 => "This link brings 1 attempt, which is already here. There is nothing to add.".into(),
        _ => format!("This link brings {all} attempts, and all of them are already here. There is nothing to add."),
    },
    offer_part: |number, of, name| {
        format!(
            "This is part {number} of {of} of the code {name} from another device. Take it in, then scan the next one."
        )
    },
    offer_damaged: "This link brings a part that is not whole. Nothing was changed. Scan it again on the other device.",
    offer_add: |n| format!("Add {}", count(n, "attempt", "attempts")),
    offer_take: |number, of| format!("Take in part {number} of {of}"),
    offer_not: "Not now",
    send: "Take along",
    send_text: |n| {
        match n {
        0 => "There is nothing to take along from here yet. After your first quiz, a code for another device is made here.".into(),
        1 => "There is 1 attempt here. It becomes a code that the other device reads.".into(),
        _ => format!("There are {n} attempts here. They become a code that the other device reads. The fewer you take, the quicker it is read."),
    }
    },
    send_which: "Which attempts",
    send_ways: ["All", "The newest", "Since a day"],
    send_newest: "How many of the newest",
    send_since: "Since which day",
    send_make: "Make the code",
    send_none: "No attempt is that new. Choose an earlier day.",
    code_title: |name, attempts, parts| {
        let attempts = count(attempts, "attempt", "attempts");
        if parts == 1 {
            format!("Code {name}: {attempts}")
        } else {
            format!("Code {name}: {attempts} in {parts} parts")
        }
    },
    code_many: "That is much to scan. Copy all parts as text instead, take fewer attempts, or",
    code_file: "export a file in the settings.",
    part_of: |at, of| format!("Part {at} of {of}"),
    part_before: "Previous part",
    part_next: "Next part",
    turn_start: "Turn by itself",
    turn_stop: "Stop turning",
    qr_label: |at, of| {
        if of == 1 {
            "QR code of the link; the same is below as text".into()
        } else {
            format!("QR code of part {at} of {of}; the same is below as text")
        }
    },
    qr_hint: "Point the camera of the other device at it, and open the link.",
    code_as_text: "The same as text",
    code_text: |at, of| if of == 1 { "The code as text".into() } else { format!("Part {at} of {of} as text") },
    code_copy: "Copy this text",
    code_copy_all: "Copy all parts as text",
    code_copied: "Copied. Paste it on the other device, on this same page.",
    code_not_copied: "It could not be copied. Select the text and copy it by hand.",
    receive: "Take in",
    receive_text: "Open this page on the other device and make a code there. Then point the camera of this one at it, or paste the text here.",
    receive_field: "Code as text",
    receive_hint: "All parts at once or one after the other, in any order. Line breaks do no harm.",
    receive_take: "Take it in",
    parts_taken: |n| format!("{} taken in.", count(n, "part", "parts")),
    parts_known: |n| match n {
        1 => "1 part was here already, which does no harm.".into(),
        _ => format!("{n} parts were here already, which does no harm."),
    },
    parts_missing: |name, here, of, missing| {
        format!(
            "Code {name}: {here} of {of} parts {} here. Still missing: {missing}.",
            if here == 1 { "is" } else { "are" }
        )
    },
    runs: |runs, more| {
        let one = |(from, to): &(u16, u16)| match to - from {
            0 => from.to_string(),
            1 => format!("{from}, {to}"),
            _ => format!("{from} to {to}"),
        };
        let mut text = runs.iter().map(one).collect::<Vec<_>>().join(", ");
        text.push_str(if more { " and more" } else { "" });
        text
    },
    part_damaged: |part, of, name| {
        format!("Part {part} of {of} of the code {name} is damaged. Copy or scan this one again.")
    },
    parts_damaged: |n| format!("{n} parts are damaged in all."),
    parts_drop: "Drop these parts",
    parts_dropped: "The parts were dropped. Your attempts are as they were.",
    code_not_ours: "There is no code of Plumb in this. Copy all of a part, from PLUMB1 on.",
    code_newer: "A newer Plumb made this code. Reload the page while online to get the newer version, then try again.",
    code_damaged: "All parts are here, but they do not fit together. Make the code anew on the other device.",
    gallery: "Gallery",
    gallery_text: "Every kind of question in every state, for those who build Plumb and write its questions.",
    gallery_open: "To be answered",
    gallery_right: "Answered right",
    gallery_near: "Answered otherwise",
    embed: "Put a quiz into your page",
    embed_text: "Choose a quiz and copy two lines into your page. It adapts its height, keeps to your page’s colours if you like, and asks for no account.",
    embed_area: "Area",
    embed_storage: "Who keeps the answers",
    embed_storage_names: ["Your page", "The quiz", "Nobody"],
    embed_storage_hints: [
        "In the visitor’s browser, with your site’s own data. Works where browsers block storage in frames.",
        "In the visitor’s browser, in the frame. Some browsers clear that early or refuse it.",
        "Answers are gone when the page is closed.",
    ],
    embed_colour: "Theme",
    embed_seed: "The same questions for everybody",
    embed_seed_hint: "Otherwise each visit draws new ones.",
    embed_tag: "One tag",
    embed_tag_text: "For any page of yours. The link inside is shown where scripts do not run.",
    embed_frame: "A plain frame",
    embed_frame_text: "Where scripts are not allowed: its height is fixed, and the quiz keeps the answers.",
    embed_copy: "Copy",
    embed_copied: "Copied.",
    embed_not_copied: "The browser did not allow that. Select the text and copy it yourself.",
    embed_preview: "Preview",
    to_system: "Your answers and your score go to the learning system that opened this quiz, where your teacher can see them. Nobody else gets them.",
    no_system: "This quiz was made for a learning system, and found none around it. You can answer it all the same: everything is kept in this browser, and nothing is sent.",
    system_refused: |code| {
        format!(
            "The learning system did not take what you answered (error {code}). It is kept in this browser. Go on, and tell your teacher if this message stays."
        )
    },
    system_full: "Your answers are too long for the learning system to bring this attempt back later. Your score still goes there. Finish in this browser, where everything is kept.",
    package_text: "Choose a quiz and get a zip file. Upload it to Moodle, Canvas, ILIAS or another learning system as SCORM or cmi5: it gets each score and each answer. The file is made here, in your browser.",
    package_formats: "Format",
    package_format: |format| match format {
        Format::Scorm12 => ("SCORM 1.2", "Nearly every learning system takes it."),
        Format::Scorm2004 => {
            ("SCORM 2004, 4th edition", "Says more about each answer, where the learning system takes it.")
        }
        Format::Cmi5 => ("cmi5", "For learning systems with a record store (xAPI) on the same host."),
    },
    package_pass: "Passed from",
    package_no_pass: "Nobody can fail",
    package_same: "Everybody gets the same questions",
    package_make: "Make the package",
    package_making: "Making the package…",
    package_made: "The package is made. Your browser has saved it with your downloads.",
    package_failed: "The package could not be made, for a file of Plumb could not be fetched. Check the network, load this page anew and try again.",
    system_closed: "The learning system has ended this visit. What you answer now is kept in this browser only. Open the quiz from the learning system again to go on there.",
    telling: "Where your answers go",
    telling_ask: |host| format!("Send your answers to {host}?"),
    telling_text: |host| {
        format!(
            "Whoever runs this page asks for them. Sent to {host}: each question that you answer, your answer, its points and how long it took, and the result of each quiz, under a name made up for this. Not sent: who you are. You can stop it in the settings at any time."
        )
    },
    telling_yes: "Send my answers",
    telling_no: "Keep them here",
    telling_nothing: "Nothing that you answer is sent anywhere.",
    telling_given: |host| format!("What you answer is sent to {host}."),
    telling_name: |name| {
        format!(
            "You are known there as {name}, a made-up name. What has arrived stays there when you stop; to have it erased, give that name to whoever runs it."
        )
    },
    telling_waiting: |waiting, host| match waiting {
        0 => "Everything has arrived.".into(),
        1 => format!("1 entry has not reached {host} yet."),
        many => format!("{many} entries have not reached {host} yet."),
    },
    telling_stop: "Stop sending",
    telling_course: |host| format!("Your learning system, {host}, gets what you answer."),
    telling_back: "Back to the course",
    telling_left: "Your learning system has your answers. You can close this page.",
    telling_late: "Not all of your answers have reached your learning system. They are kept here, and sent when you open the quiz there the next time.",
    telling_closed: "For your learning system this sitting is over, for the page was closed or loaded again. What you answer from now on is kept here but does not count there. To go on, open the quiz there once more.",
    telling_unlaunched: "This quiz belongs to a course and was not opened from there. You can answer it, but your learning system gets nothing of it.",
    telling_bad_launch: |part| {
        format!(
            "Your learning system opened this quiz in a way that cannot be used here ({part}). You can answer it, but your learning system gets nothing of it. Please tell whoever runs the course."
        )
    },
    telling_no_session: "Your learning system did not answer as it should. You can answer the quiz, and it is kept here, but your learning system gets nothing of it. Opening the quiz there once more may help.",
    telling_unreached: |host| {
        format!("What you answered has not reached {host} yet. It is kept here and sent again until it arrives.")
    },
    telling_locked: |host| {
        format!("{host} does not let this page in, so what you answered cannot be sent. It is kept here.")
    },
    telling_refused: |host| format!("{host} refused a part of what you answered. It is still in your history here."),

    // Skill map
    levels: "Your levels",
    levels_lead: "How deep you go in each skill, as far as your answers tell.",
    levels_empty: "Nothing is known of your levels yet. Choose a skill: after five to twenty-five questions you know where you stand.",
    levels_on: |day| format!("As of {day}"),
    levels_map: "Skill map",
    levels_legend: [
        ("swatch measured", "Measured: five answers or more; the line is the likeliest level"),
        ("swatch inferred", "Inferred from other skills"),
        ("swatch", "Empty: not enough evidence yet"),
    ],
    levels_skills: "Level in each skill",
    levels_find: |find, skill| format!("{find}: {skill}"),
    levels_probably: |(from, to)| {
        if from == to { format!("Probably {from}") } else { format!("Probably {from} to {to}") }
    },
    levels_perhaps: |(from, to)| match from == to {
        true => format!("Not enough evidence yet; other skills hint at {from}"),
        false => format!("Not enough evidence yet; other skills hint at {from} to {to}"),
    },
    levels_unknown: "Not enough evidence yet",
    levels_more: "Show as a table",
    levels_less: "Hide the table",
    levels_columns: ["Skill", "Level", "Answers", "State"],
    levels_basis: |basis| match basis {
        Basis::Measured => "Measured",
        Basis::Inferred => "Inferred",
        Basis::Unknown => "Unknown",
    },
    levels_relative: "Levels go from 1 (recall) to 5 (expert judgement). They are relative to these questions and to what their authors hold to be easy and hard. A band holds your level in eight of ten cases.",
    levels_count: "What counts are your answers of the last 180 days, each question once: your newest answer in “Find my level”, or else your first one anywhere, because a question that comes back shows what you remember. Answers with hints do not count.",
    track: "Back-end engineer",
    track_ready: |share| format!("{share} ready"),
    track_measured: |share| {
        format!(
            "{share} of this rests on skills that were measured; the rest is a guess until you find your level there."
        )
    },
    track_missing: "What would help most, first things first",
    track_complete: "Nothing that this track asks for is missing.",
    track_wanted: |level| format!("Level {level} is asked for."),
    track_below: |chance| format!("Chance that you are there: {chance}."),
    track_unmeasured: "Not measured yet.",
    track_gain: |gain| format!("up to +{gain}"),
    track_why: "What a back-end engineer does every day counts most: languages, databases and APIs at level 4, what is used every day at level 3, the web’s own languages at level 2.",
    picture_share: "Share as an image",
    picture_title: "How deep my skills go",
    picture_foot: "Levels from 1 to 5, relative to Plumb’s questions",
    picture_saved: "The image was saved.",
    picture_failed: "The image could not be made here. Print the page instead, or take a screenshot.",
};
