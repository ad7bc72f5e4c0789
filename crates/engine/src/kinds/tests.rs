//! What holds for every kind of question, and the stated rule of each.

use super::{Question, Response, judgement, order, samples};
use crate::grade::Grade;
use proptest::prelude::*;

fn any_question() -> impl Strategy<Value = Question> {
    prop::sample::select(samples::bank().items).prop_map(|item| item.question)
}

pub fn any_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        any::<u8>().prop_map(Response::Single),
        (0..5_u8).prop_map(Response::Single),
        prop::collection::vec(0..7_u8, 0..7).prop_map(|picks| Response::Multiple(picks.into_iter().collect())),
        ".*".prop_map(Response::Numeric),
        prop::sample::select(vec!["12.5", "12,41 ms", "", "-"]).prop_map(|typed| Response::Numeric(typed.into())),
        ".*".prop_map(Response::Text),
        prop::sample::select(vec!["keyerror", " a  KeyError ", "None", ""])
            .prop_map(|typed| Response::Text(typed.into())),
        prop::collection::vec(0..6_u8, 0..6).prop_map(Response::Order),
        Just((0..4_u8).collect::<Vec<_>>()).prop_shuffle().prop_map(Response::Order),
        choices().prop_map(Response::Match),
        choices().prop_map(Response::Classify),
        prop::collection::vec(any::<u8>(), 0..9).prop_map(|lines| Response::Lines(lines.into_iter().collect())),
        prop::collection::vec(0..6_u8, 0..6).prop_map(|lines| Response::Lines(lines.into_iter().collect())),
        any_trace().prop_map(Response::Trace),
        filled().prop_map(Response::Cloze),
        filled().prop_map(Response::Table),
        prop::collection::vec(prop::option::of(any::<u8>()), 0..6)
            .prop_map(|ratings| Response::Judgement(judgement::Response::Rated(ratings))),
        prop::collection::vec(prop::option::of(0..7_u8), 3)
            .prop_map(|ratings| Response::Judgement(judgement::Response::Rated(ratings))),
        prop::collection::vec(any::<u8>(), 0..6).prop_map(ranked),
        Just((0..4_u8).collect::<Vec<_>>()).prop_shuffle().prop_map(ranked),
    ]
}

/// A choice, none or one that there is not for each of a few things.
fn choices() -> impl Strategy<Value = Vec<Option<u8>>> {
    prop::collection::vec(prop::option::of(0..6_u8), 0..7)
}

fn any_trace() -> impl Strategy<Value = super::trace::Response> {
    let texts = || {
        prop_oneof![".{0,9}", Just("1\n".to_owned()), Just("key error".to_owned()), Just("KeyError: 'a'".to_owned())]
    };
    (any::<Option<bool>>(), texts(), prop_oneof!["[0-5]", ".{0,3}"], texts())
        .prop_map(|(runs, output, line, error)| super::trace::Response { runs, output, line, error })
}

fn filled() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(
        prop_oneof![".*", prop::sample::select(vec!["len", " max ", "in", "at", ""]).prop_map(Into::into)],
        0..4,
    )
}

fn ranked(places: Vec<u8>) -> Response {
    Response::Judgement(judgement::Response::Ranked(places))
}

fn empty(question: &Question) -> Response {
    match question {
        Question::Single(_) => Response::Single(u8::MAX),
        Question::Multiple(_) => Response::Multiple(Default::default()),
        Question::Numeric(_) => Response::Numeric(String::new()),
        Question::Text(_) => Response::Text(String::new()),
        Question::Order(_) => Response::Order(Vec::new()),
        Question::Match(_) => Response::Match(vec![None; 4]),
        Question::Classify(_) => Response::Classify(vec![None; 4]),
        Question::Lines(_) => Response::Lines(Default::default()),
        Question::Trace(_) => Response::Trace(Default::default()),
        Question::Cloze(_) => Response::Cloze(Vec::new()),
        Question::Table(_) => Response::Table(vec![String::new(), String::new()]),
        Question::Judgement(_) => Response::Judgement(judgement::Response::Rated(Vec::new())),
    }
}

proptest! {
    #[test]
    fn any_response_gets_a_grade_within_bounds(question in any_question(), response in any_response()) {
        let Grade { got, of } = question.grade(&response);
        prop_assert!(got <= of && of > 0);
        prop_assert!(question.fits(&response) || got == 0);
        let _ = question.is_complete(&response);
    }

    #[test]
    fn the_solution_gets_everything_and_nothing_gets_nothing(question in any_question()) {
        prop_assert!(question.is_complete(&question.solution()));
        prop_assert_eq!(question.grade(&question.solution()).credit(), 1.0);
        prop_assert!(!question.is_complete(&empty(&question)));
        prop_assert_eq!(question.grade(&empty(&question)).credit(), 0.0);
    }

    /// The order on the screen turns a choice on the screen into a place in the bank; whatever
    /// the order, choosing the same things gets the same grade.
    #[test]
    fn grading_never_depends_on_the_order_of_options(seed in ".{0,8}", picks in prop::collection::btree_set(0..5_u8, 1..5)) {
        let question = samples::multiple();
        let shown = crate::draw::shown(&seed, "multiple", &question);
        let mut sorted = shown.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..5).collect::<Vec<u8>>());
        let on_screen = picks.iter().map(|pick| shown.iter().position(|place| place == pick).unwrap());
        let chosen = on_screen.map(|row| shown[row]).collect();
        prop_assert_eq!(question.grade(&Response::Multiple(chosen)), question.grade(&Response::Multiple(picks.into_iter().collect())));
    }

    #[test]
    fn one_more_right_option_never_costs(picks in prop::collection::btree_set(0..5_u8, 0..5)) {
        let question = samples::multiple();
        let before = question.grade(&Response::Multiple(picks.iter().copied().collect())).got;
        for key in [0, 2, 3] {
            let mut more = picks.clone();
            more.insert(key);
            prop_assert!(question.grade(&Response::Multiple(more.into_iter().collect())).got >= before);
        }
    }

    #[test]
    fn one_more_right_pair_or_item_never_costs(choices in choices(), at in 0..4_usize) {
        let as_match: fn(Vec<Option<u8>>) -> Response = Response::Match;
        for (question, of) in [(samples::pairs(), as_match), (samples::classify(), Response::Classify)] {
            let (Response::Match(solution) | Response::Classify(solution)) = question.solution() else { panic!("sample") };
            let mut more = choices.clone();
            more.resize(4, None);
            let before = question.grade(&of(more.clone())).got;
            let gain = u16::from(more[at] != solution[at]);
            more[at] = solution[at];
            prop_assert_eq!(question.grade(&of(more)).got, before + gain);
        }
    }
}

proptest! {
    #[test]
    fn one_more_line_of_a_spot_never_costs(lines in prop::collection::btree_set(0..7_u8, 0..6)) {
        let question = samples::lines();
        let before = question.grade(&Response::Lines(lines.iter().copied().collect())).got;
        for key in [1, 3, 4] {
            let more = lines.iter().copied().chain([key]).collect();
            prop_assert!(question.grade(&Response::Lines(more)).got >= before);
        }
    }

    #[test]
    fn what_was_typed_for_the_other_outcome_never_counts(given in any_trace(), other in ".{0,9}") {
        let question = samples::trace();
        let mut changed = given.clone();
        changed.output = other;
        prop_assert_eq!(question.grade(&Response::Trace(given)), question.grade(&Response::Trace(changed)));
    }

    #[test]
    fn one_more_right_part_of_a_trace_never_costs(given in any_trace()) {
        let question = samples::trace();
        let grade = |response: &super::trace::Response| question.grade(&Response::Trace(response.clone())).got;
        let runs = super::trace::Response { runs: Some(false), ..given.clone() };
        let line = super::trace::Response { line: "3".into(), ..given.clone() };
        let error = super::trace::Response { error: "KeyError".into(), ..given.clone() };
        for more in [runs, line, error] {
            prop_assert!(grade(&more) >= grade(&given));
        }
    }
}

proptest! {
    /// Whatever stands in the other blanks: one more that is right brings one point.
    #[test]
    fn a_blank_that_is_mended_brings_one_point(given in filled(), place in 0..2_usize) {
        let question = samples::blanks();
        let mut given = given;
        given.resize(2, String::new());
        given[place] = "wrong".into();
        let before = question.grade(&given).got;
        given[place].clone_from(&question.solution()[place]);
        prop_assert_eq!(question.grade(&given).got, before + 1);
    }
}

proptest! {
    /// The nearer a rating is to its key, the more it is worth.
    #[test]
    fn one_better_rating_never_costs(ratings in prop::collection::vec(prop::option::of(0..7_u8), 3)) {
        let question = samples::rating();
        let rated = |ratings: &[Option<u8>]| question.grade(&Response::Judgement(judgement::Response::Rated(ratings.to_vec()))).got;
        for (place, key) in [5, 1, 3].into_iter().enumerate() {
            let mut more = ratings.clone();
            more[place] = Some(key);
            prop_assert!(rated(&more) >= rated(&ratings));
        }
    }

    #[test]
    fn a_reversed_order_gets_nothing_whatever_must_come_before_what(before in any_pairs(), places in shuffled(5)) {
        let items = vec![Default::default(); 5];
        let question = order::Question { items, before };
        let grade = |places: &[u8]| super::Kind::grade(&question, &places.to_vec());
        prop_assert_eq!(grade(&[0, 1, 2, 3, 4]).credit(), 1.0);
        prop_assert_eq!(grade(&[4, 3, 2, 1, 0]).credit(), 0.0);
        prop_assert_eq!(grade(&places).credit() == 1.0, question.violated(&places).is_empty());
        prop_assert_eq!(super::Kind::may_be_shown(&question, &places), grade(&places).credit() < 1.0);
    }

    #[test]
    fn a_total_order_counts_the_longest_increasing_part(places in shuffled(6)) {
        let question = order::Question { items: vec![Default::default(); 6], before: Vec::new() };
        let mut piles: Vec<u8> = Vec::new();
        for place in &places {
            let at = piles.partition_point(|top| top < place);
            if at == piles.len() { piles.push(*place) } else { piles[at] = *place }
        }
        prop_assert_eq!(super::Kind::grade(&question, &places), Grade::new(piles.len() - 1, 5));
    }
}

fn shuffled(count: u8) -> impl Strategy<Value = Vec<u8>> {
    Just((0..count).collect::<Vec<_>>()).prop_shuffle()
}

/// What must come before what among five things: at least one pair, and all that follow from others.
fn any_pairs() -> impl Strategy<Value = Vec<(u8, u8)>> {
    let pairs: Vec<(u8, u8)> = (0..5).flat_map(|late| (0..late).map(move |early| (early, late))).collect();
    prop::sample::subsequence(pairs, 1..10).prop_map(|mut pairs| {
        for through in 0..5 {
            let known = pairs.clone();
            let into = known.iter().filter(|pair| pair.1 == through);
            let follow = into
                .flat_map(|(early, _)| known.iter().filter(|pair| pair.0 == through).map(|(_, late)| (*early, *late)));
            pairs.extend(follow);
        }
        pairs
    })
}

fn credit(question: &Question, response: Response) -> f64 {
    question.grade(&response).credit()
}

#[test]
fn multiple_counts_right_minus_wrong() {
    let question = samples::multiple();
    let cases: [(&[u8], f64); 6] = [
        (&[0, 2, 3], 1.0),
        (&[0, 2], 2.0 / 3.0),
        (&[0, 2, 3, 1], 2.0 / 3.0),
        (&[0, 1], 0.0),
        (&[1, 4], 0.0),
        (&[0, 1, 2, 3, 4], 1.0 / 3.0),
    ];
    for (picks, expected) in cases {
        let got = credit(&question, Response::Multiple(picks.iter().copied().collect()));
        assert!((got - expected).abs() < 1e-12, "{picks:?}: {got}");
    }
}

#[test]
fn order_counts_what_is_in_order() {
    let question = samples::order();
    let cases: [([u8; 4], f64); 5] = [
        ([0, 1, 2, 3], 1.0),
        ([1, 0, 2, 3], 2.0 / 3.0),
        ([3, 0, 1, 2], 2.0 / 3.0),
        ([1, 0, 3, 2], 1.0 / 3.0),
        ([3, 2, 1, 0], 0.0),
    ];
    for (places, expected) in cases {
        let got = credit(&question, Response::Order(places.to_vec()));
        assert!((got - expected).abs() < 1e-12, "{places:?}: {got}");
    }
}

#[test]
fn typed_answers_know_their_traps() {
    let traps = ["None", "12500"].map(samples::trap);
    let Question::Text(text) = samples::text() else { panic!("sample") };
    assert_eq!(text.trap(" none ", &traps), Some(&traps[0]));
    assert_eq!(text.trap("KeyError", &traps), None);
    let Question::Numeric(numeric) = samples::numeric() else { panic!("sample") };
    assert_eq!(numeric.trap("12,500 ms", &traps), Some(&traps[1]));
    assert_eq!(numeric.trap("12.5", &traps), None);
    assert_eq!(numeric.trap("none", &traps), None);
}
