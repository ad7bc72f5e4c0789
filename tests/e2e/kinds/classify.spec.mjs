// Classify: each item goes into one of a few groups.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { ofKind, reasonOfThing, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const one = ofKind("classify", "http");
const right = rightAnswer(one);
const groups = one.group;

const start = (page, more = {}) => Quiz.start(page, { area: one.area, only: one.id, ...more });
/** What the review says of an item. */
const row = (quiz, item) => quiz.card.getByRole("listitem").filter({ hasText: item });
const rounded = (share) => String(Math.round(share * 100) / 100);

test("right: every item brings its share, and says why", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, right);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  for (const [item, group] of right) {
    await expect(row(quiz, item)).toContainText(`Your answer, and right${group}`);
    await expect(row(quiz, item)).toContainText(reasonOfThing(one, item));
  }
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("wrong: what was chosen, what is right, and why", async ({ page }) => {
  const quiz = await start(page);
  const wrong = wrongAnswer(one);
  await quiz.give(one, wrong);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  for (const [place, [item, group]] of right.entries()) {
    await expect(row(quiz, item)).toContainText(`Your answer, not right${wrong[place][1]}`);
    await expect(row(quiz, item)).toContainText(`The right answer${group}`);
    await expect(row(quiz, item)).toContainText(reasonOfThing(one, item));
  }
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("0 of 1 points");
});

test("partly: one wrong item costs its share, and a choice can be changed", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, wrongAnswer(one));
  await quiz.give(one, right.slice(1));
  await quiz.check();
  const share = rounded((right.length - 1) / right.length);
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText(`${share} of 1 point`);
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
});

test("what is still open is said", async ({ page }) => {
  const quiz = await start(page);
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
  await quiz.give(one, right.slice(0, 2));
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Not everything has a choice yet/);
  await quiz.give(one, right);
  await expect(quiz.complaint).toHaveCount(0);
});

test("by keyboard alone: a digit or a letter chooses in the item that has the focus, Tab goes on to the next", async ({ page }) => {
  const quiz = await start(page);
  const items = await quiz.card.getByRole("group").filter({ hasNot: page.getByRole("group") }).locator("legend").allTextContents();
  expect(items.toSorted()).toEqual(right.map(([item]) => item).toSorted());
  const answer = new Map(right);
  for (const [place, item] of items.entries()) {
    const group = groups.indexOf(answer.get(item));
    // The first key chooses in the first item, wherever the focus is.
    if (place > 0) await page.keyboard.press("Tab");
    await page.keyboard.press(place % 2 ? "abc"[group] : String(group + 1));
    await expect(quiz.group(item, groups[group])).toBeChecked();
    await expect(quiz.group(item, groups[group])).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await expect(quiz.verdict).toBeFocused();
});

test("arrows move inside an item, and a digit beyond its groups does nothing", async ({ page }) => {
  const quiz = await start(page);
  await page.keyboard.press(String(groups.length + 1));
  await expect(quiz.card.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("1");
  await page.keyboard.press("ArrowRight");
  await expect(quiz.card.getByRole("radio", { checked: true })).toHaveCount(1);
  await expect(quiz.card.getByRole("radio").nth(1)).toBeChecked();
});

test("half an answer is there again after a reload, and its gaps show in the result", async ({ page }) => {
  const quiz = await start(page, { mode: "exam" });
  await quiz.give(one, right.slice(1));
  await page.reload();
  await quiz.ready();
  await expect(quiz.card.getByRole("radio", { checked: true })).toHaveCount(right.length - 1);
  for (const [item, group] of right.slice(1)) await expect(quiz.group(item, group)).toBeChecked();
  await quiz.press("Finish exam");
  const share = rounded((right.length - 1) / right.length);
  await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
  await expect(row(quiz, right[0][0])).toContainText("Not answered");
  await expect(row(quiz, right[0][0])).toContainText(`The right answer${right[0][1]}`);
  await expect(row(quiz, right[1][0])).toContainText("Your answer, and right");
});

test.describe("on a phone", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a tap anywhere on a button chooses", async ({ page }) => {
    const quiz = await start(page);
    for (const [item, group] of right) {
      const button = quiz.group(item, group).locator("xpath=ancestor::label");
      const box = await button.boundingBox();
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.width).toBeGreaterThanOrEqual(44);
      await button.tap({ position: { x: 4, y: box.height - 4 } });
      await expect(quiz.group(item, group)).toBeChecked();
    }
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/^✓?Right/);
    await quiz.button("See your result").tap();
    await expect(new Result(page).points).toHaveText("1 of 1 points");
  });
});
