// Responses to a situation: rated one by one, or ranked.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { letters, ofKind, plain, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { tabTo } from "../support/keys.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const rated = ofKind("judgement", "communication", (each) => each.scale !== "rank");
const ranked = ofKind("judgement", "communication", (each) => each.scale === "rank");
const start = (page, one, more = {}) => Quiz.start(page, { area: one.area, only: one.id, ...more });

const row = (quiz, text) => quiz.card.getByRole("listitem").filter({ hasText: text });

test("rate: the keyboard alone goes from response to response", async ({ page }) => {
  const quiz = await start(page, rated);
  const key = new Map(rightAnswer(rated));
  const [, ...shown] = await quiz.card.locator("legend").allTextContents();
  for (const text of shown) {
    await tabTo(page, quiz.rating(text, 1));
    await page.keyboard.press("Space");
    for (let step = 1; step < key.get(text); step += 1) await page.keyboard.press("ArrowRight");
    await expect(quiz.rating(text, key.get(text))).toBeChecked();
  }
  await page.keyboard.press("Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await page.keyboard.press("Enter");
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("rate: the ends of the scale say what they mean", async ({ page }) => {
  const quiz = await start(page, rated);
  const [[text]] = rightAnswer(rated);
  await expect(quiz.rating(text, 1)).toHaveAccessibleName("1 makes it worse");
  await expect(quiz.rating(text, 3)).toHaveAccessibleName("3");
  await expect(quiz.rating(text, 5)).toHaveAccessibleName("5 helps most");
});

test("rate: each step off the key costs a point of two, and the review says how far off", async ({ page }) => {
  const quiz = await start(page, rated);
  const answer = rightAnswer(rated).map(([text, key], place) => [text, place === 0 ? key - 1 : key]);
  await quiz.give(rated, answer);
  await quiz.check();
  await expect(quiz.verdict).toContainText(`${1 - 1 / (2 * answer.length)} of 1 point`);
  const [near, exact] = rated.response;
  await expect(row(quiz, plain(near.text))).toContainText(/One off.*You said 4, the key says 5/s);
  await expect(row(quiz, plain(exact.text))).toContainText(/Exact.*You said 4, the key says 4/s);
  for (const each of rated.response) expect(letters(await row(quiz, plain(each.text)).textContent())).toContain(letters(each.why));
});

test("rate: what is as far off as it can be is worth nothing", async ({ page }) => {
  const quiz = await start(page, rated);
  await quiz.give(rated, wrongAnswer(rated));
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  await expect(quiz.card.getByText("Far off")).toHaveCount(rated.response.length);
});

test("rate: every response wants a rating, and a reload forgets none", async ({ page }) => {
  const quiz = await start(page, rated);
  const [[first, rating], ...rest] = rightAnswer(rated);
  await quiz.give(rated, [[first, rating]]);
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Rate every response first/);
  await page.reload();
  await quiz.ready();
  await expect(quiz.rating(first, rating)).toBeChecked();
  await quiz.give(rated, rest);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
  await quiz.goOn();
  await expect(row(quiz, first).last()).toContainText("You said 5, the key says 5");
});

test("rank: the order counts, and the review tells both places", async ({ page }) => {
  const quiz = await start(page, ranked);
  const [first, second, ...rest] = rightAnswer(ranked);
  await quiz.give(ranked, [second, first, ...rest]);
  await page.reload();
  await quiz.ready();
  expect(await quiz.order()).toEqual([second, first, ...rest]);
  await quiz.check();
  await expect(quiz.verdict).toContainText("0.5 of 1 point");
  await expect(row(quiz, first)).toContainText(/One off.*You had it in place 2, the key has it in place 1/s);
  await expect(row(quiz, rest[0])).toContainText("Exact");
});

test("rank: by keyboard, the right order gets all, and its reverse nothing", async ({ page }) => {
  const quiz = await start(page, ranked);
  await quiz.arrange(rightAnswer(ranked), async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
  });
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
  const again = await start(page, ranked, { seed: "again" });
  await again.give(ranked, wrongAnswer(ranked));
  await again.check();
  await expect(again.verdict).toContainText("Not right");
});

test.describe("on a phone", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("rate: a tap on a step of 44 px rates", async ({ page }) => {
    const quiz = await start(page, rated);
    for (const [text, rating] of rightAnswer(rated)) {
      const step = quiz.rating(text, rating).locator("xpath=..");
      const { width, height } = await step.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      await step.tap();
      await expect(quiz.rating(text, rating)).toBeChecked();
    }
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/Right/);
  });

  test("rank: taps on the arrows rank", async ({ page }) => {
    const quiz = await start(page, ranked);
    await quiz.arrange(rightAnswer(ranked), (button) => button.tap());
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/Right/);
  });
});
