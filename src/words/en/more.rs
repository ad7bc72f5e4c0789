//! English, for the second part.
// long-file: one list of sentences, in the order of words/more.rs; a part of it would have no name of its own.

use super::{WORDS, count};
use crate::words::More;
use engine::{certainty::Certainty, estimate::Basis, grade::Verdict};
use learning::package::Format;

/// What only the second part says, in English.
pub static MORE: More = More {
    words: &WORDS,

    loading_notes: "Fetching the reasons…",
    notes_failed: "The reasons could not be fetched. Your answer is kept: check your connection and try again.",

    nearly_full: "The room that this browser gives is nearly full. Nothing is lost: export your data in the settings now. Once it is full, new answers are kept only until the page closes.",
    set_aside: |n| {
        format!(
            "{} could not be read. Nothing was deleted: the damaged text is set aside and goes into your export.",
            count(n, "saved attempt", "saved attempts")
        )
    },
    newer: |n| {
        format!(
            "{} from a newer Plumb cannot be read here and stays untouched. Reload the page to get the newer version.",
            count(n, "saved attempt", "saved attempts")
        )
    },
    imported: |added, unread| {
        let mut text = format!("{} added, ", count(added.new, "attempt", "attempts"));
        if added.further > 0 {
            text.push_str(&format!("{} brought up to date, ", added.further));
        }
        text.push_str(&format!("{} already here.", added.here));
        if unread > 0 {
            text.push_str(&format!(" {} could not be read and did no harm.", count(unread, "line", "lines")));
        }
        text
    },
    not_ours: "This file is no export of Plumb, or it is larger than 20 MB. Nothing was changed. Choose a file that was saved with “Export my data”.",
    not_saved: "The browser did not let Plumb offer the file. Nothing was changed; try again in a window of its own.",
    erased: "All attempts and settings were erased from this browser.",

    go_on_hint: |mode, at, of| format!("{mode}, question {at} of {of}"),

    rate_all: "Rate every response first, or skip this question for now.",
    numeric_bad: "This is not a number yet. Write it in digits, such as 1500 or 12.5.",
    choices_open: "Not everything has a choice yet. Choose for each, or skip this question for now.",
    match_hint: "Choose what fits each. A choice may fit several, or none.",
    choose: "Choose",
    classify_hint: "Choose a group for each.",
    cloze_hint: "Fill every blank. Each one counts.",
    table_hint: "Fill every empty cell. Each one counts.",
    blank: |at, of| format!("Blank {at} of {of}"),
    cell: |column, row| format!("{column}, row {row}"),
    rate_hint: "Rate each response.",
    rate_ends: ["makes it worse", "helps most"],
    rank_hint: "Put these in order, the best at the top: use the arrows, or drag.",
    order_hint: "Put these in order, first at the top: use the arrows, or drag.",
    move_up: |what| format!("Move up: {what}"),
    move_down: |what| format!("Move down: {what}"),
    moved: |what, at, of| format!("{what}, {at} of {of}"),
    drag: "Drag to move",
    lines_hint: |n| {
        if n == 1 {
            "Choose one line.".into()
        } else {
            format!("Choose {n} lines. Right choices count, wrong ones count against them.")
        }
    },
    // Counted from 0 in code, from 1 by people.
    line_name: |line, text| {
        format!("Line {}: {}", line + 1, if text.trim().is_empty() { "empty" } else { text.trim() })
    },
    trace_hint: "Does this program run? Say so, then say more.",
    trace_runs: "It runs to its end",
    trace_stops: "It stops with an error",
    trace_output: "What it prints",
    trace_line: "The line where it stops",
    trace_line_hint: "Its number, counted from 1.",
    trace_error: "The error",
    trace_error_hint: "Its name is enough, without the message.",
    trace_rest: "There is more to say: fill in every field below your choice. A line is a number.",
    check: "Check answer",
    skip: "Skip for now",
    flag: "Flag for later",
    previous: "Previous",
    see_result: "See your result",
    finish_exam: "Finish exam",
    finish_early: "Finish now",
    finish_open: |n| {
        format!(
            "{} still open. Open questions count as 0 points.",
            if n == 1 { "1 question is".into() } else { format!("{n} questions are") }
        )
    },
    finish_open_level: "Your level will rest on the answers so far; the open question does not count for it.",
    finish_now: "Finish anyway",
    finish_not: "Go on answering",
    answer_first: "Give an answer first, or skip this question for now.",
    fill_all: "Something is still empty. Fill it, or skip this question for now.",
    all_questions: "All questions",
    slot_state: |at, state| format!("Question {at}, {state}"),
    slot_answered: "answered",
    slot_open: "open",
    slot_skipped: "skipped",
    slot_flagged: "flagged",
    time_left: |time| format!("{time} left"),
    time_soon: |minutes| {
        format!("{} left. You can add time or turn the limit off.", count(minutes, "minute", "minutes"))
    },
    time_more: "Add 5 minutes",
    time_off: "Turn the limit off",
    time_up: "The time limit ended this exam. All you had answered counts.",

    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Not right",
    },
    verdict_points: |points| format!("{points} of 1 point"),
    unanswered: "Not answered",
    right_answer: "The right answer",
    right_choice: "Your answer, and right",
    missed_choice: "Right, and not chosen",
    wrong_choice: "Your answer, not right",
    left_out: "Not chosen, and rightly so",
    other_options: "Why the others are wrong",
    you_answered: "You answered",
    accepted: "Right is",
    within: |tolerance| format!("give or take {tolerance}"),
    your_order: "Your order",
    right_order: "The right order",
    line_found: "found",
    line_missed: "missed",
    line_wrong: "chosen, and not right",
    lines_at: |from, to| {
        let (from, to) = (u16::from(from) + 1, u16::from(to) + 1);
        if from == to { format!("Line {from}") } else { format!("Lines {from} to {to}") }
    },
    other_lines: "Why other lines are not it",
    trace_asked: "Whether it runs",
    one_right_order: "One right order",
    wrong_pairs: "What stands the wrong way round",
    must_come: |early, late| format!("“{early}” must come before “{late}”"),
    either_side: |others| format!("Before or after {others}: either is right."),
    one_right: "One right answer",
    lacks: "What is missing in yours",
    lacks_unit: "The value is right, but its unit is missing.",
    diff_title: "Your answer against the real output",
    line_same: "same",
    line_yours: "only yours",
    line_real: "only the real output",
    distance: |off| match off {
        0 => "Exact",
        1 => "One off",
        _ => "Far off",
    },
    not_judged: "Not rated",
    your_rating: |yours, key| {
        yours.map_or_else(|| format!("The key says {key}."), |yours| format!("You said {yours}, the key says {key}."))
    },
    your_rank: |yours, key| {
        yours.map_or_else(
            || format!("The key has it in place {key}."),
            |yours| format!("You had it in place {yours}, the key has it in place {key}."),
        )
    },
    scale_you: "you",
    scale_key: "key",
    scale_both: "both",
    likely_reason: "What may have happened",
    explanation: "Worth knowing",
    source: "Source",
    from_documentation: "From the documentation",
    checked_on: |tools, day| format!("Checked by running on {tools}, on {day}"),
    checked_as_asked: "What was run is the program in the question.",
    versions: |since, before| match (since, before) {
        (since, "") => format!("This holds from version {since} on."),
        ("", before) => format!("This holds before version {before}."),
        (since, before) => format!("This holds from version {since} on and before version {before}."),
    },
    copy_program: "Copy the program",
    program_copied: "The program is copied.",
    program_not_copied: "The program could not be copied. Select it and copy it by hand.",

    saving: "Saving…",
    saved: "Saved on this device",
    not_journaled: "Kept in this browser, but should it end all at once, the last seconds may be lost",

    result: "Your result",
    points: |points, of| format!("{points} of {of} points"),
    result_words: |tenths| match tenths {
        10 => "Everything right. Try a higher level, or another area.",
        8..=9 => "You stand on firm ground here. What you missed is worth a look.",
        5..=7 => "A good part is there. The reasons below show what to learn next.",
        1..=4 => "This is new ground in places. The reasons below are a good way in.",
        _ => "Now you know where to begin. The reasons below are a good way in.",
    },
    by_topic: "By topic",
    by_level: "By level",
    score: "Points",
    practise_missed: |n| {
        if n == 1 { "Practise the one you missed".into() } else { format!("Practise the {n} you missed") }
    },
    again: "Again with other questions",
    copy_link: "Copy link to this quiz",
    copied: "The link is copied.",
    copy_failed: "The link could not be copied. It is in the address bar of the quiz’s page.",
    print: "Print",
    answers: "Every question, with your answer and the reasons",

    hand_in: "Hand in",
    level_result: "Your level",
    level_unknown: "Not enough evidence yet",
    level_needs: |least, given| format!("A level needs at least {least} answers without hints. You gave {given}."),
    level_probably: |from, to| match from == to {
        true => format!("Probably level {from}"),
        false => format!("Probably level {from} to {to}"),
    },
    level_said: |level| match level {
        1 => "You know some of the names; why things are so is the next step.",
        2 => "You know why things are so; using them with ease is the next step.",
        3 => "You apply it well; finding out why something fails is the next step.",
        4 => "You find out why things fail; judging between ways is the next step.",
        _ => "You judge between ways and know what each of them costs.",
    },
    level_lost_most: |topic| format!("Most points were lost in “{topic}”."),
    level_relative: |answers| {
        format!(
            "From {answers} answers, and measured against these questions only: how deep a level is, their authors say. \
             In 8 of 10 cases such a range holds the true level."
        )
    },
    level_chance: "Chance",
    learn_next: "What to learn next",
    learn_text: |level| format!("Here somebody at level {level} would have got more points."),
    learn_points: |points, level| format!("about {points} more at level {level}"),
    copy_result: "Copy a link to this result",
    copied_result: "The link is on the clipboard. Whoever opens it sees this result, graded again from your answers.",
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

    review: "Review",
    review_due: |count| match count {
        0 => "Nothing is due now.".into(),
        1 => "1 question is due.".into(),
        _ => format!("{count} questions are due."),
    },
    review_due_link: |count| format!("Review what is due ({count})"),
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
    daily_waits: "Today's questions are here.",
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

    history: "History",
    history_empty: "Nothing here yet",
    history_empty_text: "After your first quiz, this page shows how you do over time.",
    history_area: "Show",
    all_areas: "All areas",
    chart_title: "Points over time",
    chart_text: |n, first, last| {
        format!(
            "{}, from {first} to {last}. The table below has every figure.",
            count(n, "finished quiz", "finished quizzes")
        )
    },
    date: "Date",
    area: "Area",
    running: "Not finished",

    settings: "Settings",
    appearance: "Appearance",
    theme: "Theme",
    theme_names: ["As the device", "Light", "Dark"],
    text_size: "Text size",
    text_names: ["Normal", "Large", "Largest"],
    motion: "Motion",
    motion_names: ["As the device", "Reduced"],
    your_data: "Your data",
    persisted: "This browser has promised to keep it.",
    not_persisted: "This browser may clear it when space runs short. Ask it to keep your data, or export it now and then.",
    persist: "Ask the browser to keep it",
    persist_refused: "The browser did not promise it. It may later, once you have used Plumb more. An export is the safe way.",
    your_data_text: |n| {
        format!(
            "{} in this browser, and nowhere else. An export is a file that you can keep or import on another device.",
            if n == 1 { "1 attempt is kept".into() } else { format!("{n} attempts are kept") }
        )
    },
    export: "Export my data",
    import: "Import a file",
    import_hint: "What is in the file is added to what is here. Nothing is overwritten.",
    erase: "Erase everything",
    erase_ask: |n| {
        format!(
            "This erases {} and your settings from this browser. It cannot be undone.",
            count(n, "attempt", "attempts")
        )
    },
    erase_now: "Erase now",
    erase_not: "Keep my data",

    gave_up: "You said that you do not know",
    verdict_marks: |sure, marks| format!("{}: {marks} marks", sure),
    certainty: |certainty| match certainty {
        Certainty::Low => "Not very",
        Certainty::Mid => "Fairly",
        Certainty::High => "Very",
    },
    certainty_marks: |certainty| match certainty {
        Certainty::Low => "+1 or 0",
        Certainty::Mid => "+2 or −2",
        Certainty::High => "+3 or −6",
    },
    how_sure: "How sure are you?",
    how_sure_hint: "Marks when right, and when wrong. Saying what you really think pays best.",
    how_sure_first: "Say how sure you are, then check the answer.",
    dont_know: "I don’t know",
    hints: "Hints",
    show_hint: |n, of| format!("Show hint {n} of {of} (costs a quarter of the point)"),
    report: "Report a problem with this question",
    calibration: "How well you know what you know",
    calibration_text: "The frame shows where each choice pays best. A bar that ends before its frame: you were surer than right. Beyond it: you know more than you think.",
    marks: |marks, most| format!("{marks} of {most} marks for certainty"),
    sure_and_wrong: "Very sure, and not right",
    sure_and_wrong_text: "These teach the most: what seems certain is rarely looked up.",
    of_these_right: "Of these right",
    right_of: |share, of| format!("{share} of {of}"),
    pays_best: |from, to| format!("pays best from {from} to {to}"),

    home_screen: "On an iPhone or iPad, an app on the home screen keeps its data apart from the browser, so Plumb would begin there without your attempts. Before you add it to the home screen, export your data in the settings here, then import the file in the app.",
    carry: "Carry on elsewhere",
    carry_hint: "Take attempts to a phone or another browser, with its camera or by copying a text.",
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

    show_older: "Show older quizzes",
    shown_of: |shown, all| format!("{shown} of {all} quizzes shown"),
    chart_each: |n| format!("Each dot is the average of {n} quizzes."),
    kept_in_frame: "What you answer is kept by this browser, for this page.",
    kept_by_host: "What you answer is kept by the page around this quiz, in this browser.",
    kept_nowhere: "What you answer is not kept: it goes when you leave this page.",
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
    embed_link: "Put a quiz into your own page",
    to_system: "Your answers and your score go to the learning system that opened this quiz, where your teacher can see them. Nobody else gets them.",
    no_system: "This quiz was made for a learning system, and found none around it. You can answer it all the same: everything is kept in this browser, and nothing is sent.",
    system_refused: |code| {
        format!(
            "The learning system did not take what you answered (error {code}). It is kept in this browser. Go on, and tell your teacher if this message stays."
        )
    },
    system_full: "Your answers are too long for the learning system to bring this attempt back later. Your score still goes there. Finish in this browser, where everything is kept.",
    teachers: "For teachers",
    teachers_text: "A quiz can go into a course: as a package that a learning system takes, with scores and answers for you.",
    package: "Put a quiz into a learning system",
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
