// Match: each thing on the left gets its partner from a list.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { ofKind, plain, reasonOfThing, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const one = ofKind("match", "git", (each) => each.distractor?.length > 1);
const right = rightAnswer(one);
const distractor = one.distractor.at(-1);

const start = (page, more = {}) => Quiz.start(page, { area: one.area, only: one.id, ...more });
/** What the review says of a thing. */
const row = (quiz, left) => quiz.card.getByRole("listitem").filter({ hasText: left });
const rounded = (share) => String(Math.round(share * 100) / 100);

test("right: every pair brings its share, and says why", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, right);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  for (const [left, partner] of right) {
    await expect(row(quiz, left)).toContainText(`Your answer, and right${partner}`);
    await expect(row(quiz, left)).toContainText(reasonOfThing(one, left));
  }
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("wrong: what was chosen, what is right, and both reasons", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, wrongAnswer(one));
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  for (const [left, partner] of right) {
    await expect(row(quiz, left)).toContainText(`Your answer, not right${plain(distractor.text)}`);
    await expect(row(quiz, left)).toContainText(plain(distractor.why));
    await expect(row(quiz, left)).toContainText(`The right answer${partner}`);
    await expect(row(quiz, left)).toContainText(reasonOfThing(one, left));
  }
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("0 of 1 points");
});

test("partly: one wrong pair costs its share, and the distractors wait with their reasons", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, [...right.slice(0, -1), [right.at(-1)[0], right[0][1]]]);
  await quiz.check();
  const share = rounded((right.length - 1) / right.length);
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText(`${share} of 1 point`);
  const reason = quiz.card.getByText(plain(distractor.why));
  await expect(reason).toBeHidden();
  await quiz.card.getByText("Why the others are wrong").click();
  await expect(reason).toBeVisible();
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
});

test("what is still open is said, and a choice can be taken back", async ({ page }) => {
  const quiz = await start(page);
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
  await quiz.give(one, right);
  await quiz.list(right[0][0]).selectOption({ label: "Choose" });
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Not everything has a choice yet/);
  await quiz.list(right[0][0]).selectOption({ label: right[0][1] });
  await expect(quiz.complaint).toHaveCount(0);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
});

test("by keyboard alone: arrows choose, and digits belong to the list that has the focus", async ({ page }) => {
  const quiz = await start(page);
  for (const [left, partner] of right) {
    const list = quiz.list(left);
    for (let steps = 0; steps < 40 && !(await list.evaluate((each) => each === document.activeElement)); steps += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(list).toBeFocused();
    await page.keyboard.press("1");
    await expect(list).toHaveValue("");
    const chosen = list.getByRole("option", { selected: true });
    for (let steps = 0; steps < 20 && (await chosen.textContent()) !== partner; steps += 1) await page.keyboard.press("ArrowDown");
    await expect(chosen).toHaveText(partner);
  }
  await page.keyboard.press("Control+Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await expect(quiz.verdict).toBeFocused();
});

test("half an answer is there again after a reload, and its gaps show in the result", async ({ page }) => {
  const quiz = await start(page, { mode: "exam" });
  await quiz.give(one, right.slice(1));
  await page.reload();
  await quiz.ready();
  await expect(quiz.list(right[0][0])).toHaveValue("");
  for (const [left, partner] of right.slice(1)) {
    await expect(quiz.list(left).getByRole("option", { selected: true })).toHaveText(partner);
  }
  await quiz.press("Finish exam");
  const share = rounded((right.length - 1) / right.length);
  await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
  await expect(row(quiz, right[0][0])).toContainText("Not answered");
  await expect(row(quiz, right[0][0])).toContainText(`The right answer${right[0][1]}`);
  await expect(row(quiz, right[1][0])).toContainText("Your answer, and right");
  await expect(quiz.card.getByText(plain(distractor.why))).toBeVisible();
});

test.describe("on a phone", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("lists stand below their things, wide and high enough for a finger", async ({ page }) => {
    const quiz = await start(page);
    for (const [left, partner] of right) {
      const box = await quiz.list(left).boundingBox();
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.width).toBeGreaterThan(280);
      await quiz.list(left).selectOption({ label: partner });
    }
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/^✓?Right/);
    await quiz.button("See your result").tap();
    await expect(new Result(page).points).toHaveText("1 of 1 points");
  });
});
