// Reasons, explanations and sources come in a file of their own, which may be late or not come at all.
import { test, expect } from "../support/fixture.mjs";
import { ofKind, plain, reasonOf, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const pattern = "**/assets/*-notes.*.bin";
const refused = /Failed to load resource|ERR_FAILED/;
const one = ofKind("single");
const [wrong] = wrongAnswer(one);
const [right] = rightAnswer(one);
const message = (page) => page.getByRole("alert").filter({ hasText: "The reasons could not be fetched." });
const said = (quiz, words) => quiz.card.getByRole("listitem").filter({ hasText: words });

/** What stands in the feedback without any reason: the verdict, the answer that was given, and the right one. */
async function toldWithoutReasons(quiz) {
  await expect(quiz.verdict).toHaveText(/Not right/);
  await expect(quiz.verdict).toBeFocused();
  await expect(said(quiz, "Your answer, not right")).toContainText(wrong);
  await expect(said(quiz, "The right answer")).toContainText(right);
  await expect(quiz.card.getByText("Worth knowing")).toHaveCount(0);
  await expect(quiz.card.getByText("Why the others are wrong")).toHaveCount(0);
}

async function toldWithReasons(quiz) {
  await expect(said(quiz, "Your answer, not right")).toContainText(plain(reasonOf(one, wrong)));
  await expect(said(quiz, "The right answer")).toContainText(plain(reasonOf(one, right)));
  await expect(quiz.card.getByText("Worth knowing")).toBeVisible();
  await expect(quiz.card.getByRole("link", { name: one.source.title })).toHaveAttribute("href", one.source.url);
}

for (const [what, answer] of Object.entries({
  "cannot be fetched": (route) => route.abort(),
  "are answered with another page": (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }),
})) {
  test(`when the reasons ${what}, the verdict shows all the same and trying again brings them`, async ({ page, guard }) => {
    guard.allow(refused);
    await page.route(pattern, answer);
    const quiz = await Quiz.start(page, { area: one.area, only: one.id });
    await quiz.give(one, [wrong]);
    await expect(message(page)).toHaveCount(0);
    await quiz.check();
    await toldWithoutReasons(quiz);
    await expect(message(page)).toBeVisible();
    await quiz.press("Try again");
    await expect(message(page)).toBeVisible();
    await page.unroute(pattern);
    await quiz.press("Try again");
    await toldWithReasons(quiz);
    await expect(message(page)).toHaveCount(0);
  });
}

test("reasons that are late come by themselves, and the focus stays where it is", async ({ page }) => {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  await page.route(pattern, async (route) => {
    await late;
    await route.continue();
  });
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.give(one, [wrong]);
  await quiz.press("Check answer");
  await expect(quiz.underWay).toBeVisible();
  await toldWithoutReasons(quiz);
  arrive();
  await toldWithReasons(quiz);
  await expect(quiz.underWay).toHaveCount(0);
  await expect(quiz.verdict).toBeFocused();
});

test("a result without its reasons says so once, and trying again brings them all", async ({ page, guard }) => {
  guard.allow(refused);
  await page.route(pattern, (route) => route.abort());
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.finishPractice();
  const result = new Result(page);
  await expect(result.points).toHaveText("3 of 3 points");
  await expect(message(page)).toHaveCount(1);
  await expect(result.answers.getByText("Worth knowing")).toHaveCount(0);
  await page.unroute(pattern);
  await quiz.press("Try again");
  await expect(result.answers.getByText("Worth knowing")).toHaveCount(3);
  await expect(message(page)).toHaveCount(0);
});
