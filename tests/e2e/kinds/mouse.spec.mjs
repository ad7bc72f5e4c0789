// Dragging with a mouse, and credit for part of an answer.
import { test, expect } from "../support/fixture.mjs";
import { ofKind, plain, rightAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const rounded = (share) => String(Math.round(share * 100) / 100);

test("order: the grip drags a thing to where the mouse lets go of it", async ({ page }) => {
  const one = ofKind("order");
  const quiz = await Quiz.start(page, { only: one.id });
  const before = await quiz.order();
  const box = async (at) => page.getByTitle("Drag to move").nth(at).boundingBox();
  await page.getByTitle("Drag to move").last().scrollIntoViewIfNeeded();
  const [from, to] = [await box(before.length - 1), await box(0)];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 15 });
  await page.mouse.up();
  const after = [before.at(-1), ...before.slice(0, -1)];
  await expect.poll(() => quiz.order()).toEqual(after);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2, { steps: 5 });
  expect(await quiz.order(), "nothing moves after the button was let go").toEqual(after);
});

test("multiple: leaving out a right option costs its share and says which", async ({ page }) => {
  const one = ofKind("multiple", "python", (each) => each.option.filter((option) => option.key).length > 1);
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  const keys = rightAnswer(one);
  await quiz.give(one, keys.slice(1));
  await quiz.check();
  const share = rounded((keys.length - 1) / keys.length);
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText(`${share} of 1 point`);
  await expect(quiz.card.getByRole("listitem").filter({ hasText: "Right, and not chosen" })).toContainText(keys[0]);
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
});

test("multiple: a wrong option costs as much as a right one brings, never more", async ({ page }) => {
  const one = ofKind("multiple");
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  const wrong = one.option.filter((option) => !option.key).map((option) => plain(option.text));
  await quiz.give(one, [rightAnswer(one)[0], ...wrong]);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("0 of 1 points");
});

test("order: what stands in the right order among itself counts", async ({ page }) => {
  const one = ofKind("order");
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  const right = rightAnswer(one);
  await quiz.give(one, [...right.slice(1), right[0]]);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText(`${rounded((right.length - 2) / (right.length - 1))} of 1 point`);
});

test("order: as it was dealt can be handed in or not, but is never taken for an answer unseen", async ({ page }) => {
  const quiz = await Quiz.start(page, { only: ofKind("order").id });
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
});

test("numeric: spaces, the unit and a decimal comma do not matter", async ({ page }) => {
  const one = ofKind("numeric", "django", (each) => each.unit);
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.field.fill(`  ${one.value},0 ${one.unit} `);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
});

test("text: a right answer with other spaces around it is right", async ({ page }) => {
  const one = ofKind("text");
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.field.fill(`  ${rightAnswer(one)}  `);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
});
