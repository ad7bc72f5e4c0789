// A quiz begins with the questions of one level of a topic; all others come while the first one is read.
import { test, expect } from "../support/fixture.mjs";
import { Area } from "../pages/area.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { areas } from "../support/banks.mjs";

const opening = /\/python\.[a-z-]+\.[1-5]\.[0-9a-f]{12}\.bin$/;
const whole = /\/python\.[0-9a-f]{12}\.bin$/;
const refused = /Failed to load resource|ERR_FAILED/;
const asked = (guard, pattern) => guard.requests.filter((url) => pattern.test(url));

test("one opening is fetched before the first question, and all questions once, after it", async ({ page, guard }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(whole, async (route) => {
    await held;
    await route.continue();
  });
  const area = await new Area(page).open("#/area/python");
  await area.start.click();
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  expect(asked(guard, opening)).toHaveLength(1);
  // What takes the answer waits for all questions.
  await expect(quiz.card.getByRole("button", { name: "Flag for later" })).toHaveCount(0);
  release();
  await quiz.ready();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("10 of 10 points");
  expect(asked(guard, opening)).toHaveLength(1);
  expect(asked(guard, whole)).toHaveLength(1);
});

test("topics that were chosen decide what the quiz begins with", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  const topic = areas.get("python").topics.at(-1).title;
  await area.only(area.topics, [topic]);
  await area.start.click();
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  await expect(quiz.card.getByText(topic, { exact: true })).toBeVisible();
  await quiz.ready();
});

test("when only the opening does not arrive, the quiz begins all the same", async ({ page, guard }) => {
  guard.allow(refused);
  await page.route(opening, (route) => route.abort());
  await Quiz.start(page, { n: 2 });
});

test("when all but the opening does not arrive, the question says so, and trying again brings it", async ({ page, guard }) => {
  guard.allow(refused);
  await page.route(whole, (route) => route.abort());
  const quiz = new Quiz(page);
  await quiz.open(link({ n: 2 }));
  await quiz.press("Start this quiz");
  await quiz.onQuestion(1);
  const message = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await expect(message).toBeVisible();
  await page.unroute(whole);
  await quiz.press("Try again");
  await expect(message).toHaveCount(0);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("the second quiz of a visit needs nothing more", async ({ page, guard }) => {
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  const before = guard.requests.length;
  await quiz.press("Again with other questions");
  await quiz.onQuestion(1);
  await quiz.ready();
  expect(guard.requests.slice(before).filter((url) => url.endsWith(".bin"))).toEqual([]);
});
