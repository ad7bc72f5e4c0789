//! Parameters come back from people who are made up from a seed.

use engine::estimate::Format;
use engine::grade::Grade;

use super::*;

/// Chance from a seed: numbers that look like any (G. Marsaglia's xorshift, 2003).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..20 {
            dice.share();
        }
        dice
    }

    fn share(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    pub fn normal(&mut self, mean: f64, sd: f64) -> f64 {
        let radius = (-2.0 * self.share().ln()).sqrt();
        mean + sd * radius * (std::f64::consts::TAU * self.share()).cos()
    }

    /// Any number below this.
    pub fn below(&mut self, count: usize) -> usize {
        (self.share() * count as f64) as usize
    }

    pub fn pick(&mut self, chances: &[Chance]) -> usize {
        let mut left = self.share();
        let missed = chances.iter().take_while(|chance| {
            left -= chance.p;
            left >= 0.0
        });
        missed.count().min(chances.len() - 1)
    }
}

struct World {
    items: Vec<Item>,
    truth: Vec<(f64, f64)>,
    people: Vec<Answers>,
}

/// `people` around `mean` with `sd` who each answer `each` of `count` questions.
fn world(seed: u64, format: &Format, (count, each): (usize, usize), people: usize, (mean, sd): (f64, f64)) -> World {
    let mut dice = Dice::new(seed);
    let levels = [1, 2, 3, 4, 5].into_iter().cycle().take(count);
    let items: Vec<Item> = levels.map(|level| Item { level, format: format.clone() }).collect();
    let truth: Vec<(f64, f64)> =
        items.iter().map(|item| (item.expected() + dice.normal(0.0, 0.8), dice.normal(0.0, 0.3).exp())).collect();
    let steps = format.steps();
    let answer = |dice: &mut Dice, theta: f64, place: usize| {
        let (b, a) = truth[place];
        (place, Answer::Graded(Grade::new(dice.pick(&format.chances(a, b, 0.97, theta)), steps)))
    };
    let people = (0..people).map(|number| {
        let theta = dice.normal(mean, sd);
        (0..each).map(|at| answer(&mut dice, theta, (number * 7 + at) % count)).collect()
    });
    World { people: people.collect(), items, truth }
}

/// How far difficulties are from the true ones.
struct Errors {
    /// On average, as they are.
    bias: f64,
    /// Root mean square, as they are; and once the straight line that fits best has taken the scale out.
    rmse: f64,
    linked: f64,
    /// Root mean square of the authors' levels.
    before: f64,
    /// The share of intervals of two standard errors that hold the truth, with the scale taken out.
    held: f64,
    /// Root mean square of the logarithms of discriminations.
    log_a: f64,
}

fn errors(world: &World, fit: &Fit) -> Errors {
    let n = world.items.len() as f64;
    let of = |value: &dyn Fn(usize) -> f64| (0..world.items.len()).map(value).sum::<f64>() / n;
    let (b, truth) = (|at: usize| fit.items[at].b, |at: usize| world.truth[at].0);
    let (x, y) = (of(&b), of(&truth));
    let slope = of(&|at| (b(at) - x) * (truth(at) - y)) / of(&|at| (b(at) - x).powi(2));
    let linked = |at: usize| y + slope * (b(at) - x) - truth(at);
    Errors {
        bias: x - y,
        rmse: of(&|at| (b(at) - truth(at)).powi(2)).sqrt(),
        linked: of(&|at| linked(at).powi(2)).sqrt(),
        before: of(&|at| (world.items[at].expected() - truth(at)).powi(2)).sqrt(),
        held: of(&|at| f64::from(u8::from(linked(at).abs() < 2.0 * fit.items[at].b_error))),
        log_a: of(&|at| (fit.items[at].a.ln() - world.truth[at].1.ln()).powi(2)).sqrt(),
    }
}

fn told(world: &World) -> (Fit, Errors) {
    let fit = fit(&world.items, &world.people, &Assumptions::default());
    let errors = errors(world, &fit);
    (fit, errors)
}

// Authors fix the middle of the scale: with 40 questions to a standard error of 0.8 / sqrt(40) = 0.13. So `bias` has
// that much of chance in it however many people there are, and `linked` is what the fit itself is off.
#[test]
fn five_hundred_people_tell_the_difficulties_of_four_options() {
    let (fit, errors) = told(&world(11, &Format::chance(0.25), (40, 20), 500, (0.8, 1.0)));
    assert!(fit.at_rest);
    assert!(errors.bias.abs() < 0.3 && errors.rmse < 0.45 && errors.linked < 0.33 && errors.before > 0.65);
    assert!(errors.held >= 0.85 && errors.log_a < 0.3);
    assert!((fit.people.mean - 0.8).abs() < 0.3 && (fit.people.sd - 1.0).abs() < 0.2);
}

#[test]
fn five_hundred_people_tell_the_difficulties_of_partial_credit() {
    let (fit, errors) = told(&world(12, &thirds(), (40, 20), 500, (0.0, 1.5)));
    assert!(fit.at_rest);
    assert!(errors.bias.abs() < 0.3 && errors.rmse < 0.4 && errors.linked < 0.28 && errors.held >= 0.85);
}

#[test]
fn few_people_leave_the_authors_levels_nearly_as_they_are() {
    let few = world(13, &Format::chance(0.25), (20, 20), 3, (0.0, 1.5));
    let (fit, _) = told(&few);
    assert!(fit.items.iter().zip(&few.items).all(|(at, item)| (at.b - item.expected()).abs() < 1.2));
    let nobody = super::fit(&few.items, &[], &Assumptions::default());
    assert!(nobody.items.iter().zip(&few.items).all(|(at, item)| (at.b - item.expected()).abs() < 1e-3));
    assert!((nobody.items[0].b_error - 0.8).abs() < 1e-9);
}

#[test]
fn all_right_all_wrong_and_not_known_stay_finite() {
    let mut world = world(14, &Format::chance(0.25), (5, 5), 60, (0.0, 1.5));
    for person in &mut world.people {
        for (place, answer) in person {
            *answer = match place {
                0 => Answer::Graded(Grade::whole(true)),
                1 => Answer::Graded(Grade::whole(false)),
                2 => Answer::Unknown,
                _ => *answer,
            };
        }
    }
    let (fit, _) = told(&world);
    assert!(fit.items.iter().all(|at| at.b.abs() < 6.0 && at.a > 0.2 && at.a < 5.0 && at.b_error.is_finite()));
    assert!(fit.items[0].b < fit.items[1].b && fit.others.iter().flatten().all(|ability| ability.is_finite()));
}

/// Four things in three groups.
fn thirds() -> Format {
    let things = |count: u8| (0..count).map(|_| engine::rich::Rich(Vec::new())).collect();
    let question = engine::kinds::classify::Question { groups: things(3), items: things(4), key: vec![0, 1, 2, 0] };
    Format::of(&engine::kinds::Question::Classify(question))
}
