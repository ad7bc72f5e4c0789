// Orders that leave some things free of each other.
import { test, expect } from "../support/fixture.mjs";
import { letters, ofKind, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";

const one = ofKind("order", "django", (each) => each.item.some((item) => item.after));
const start = (page) => Quiz.start(page, { area: one.area, only: one.id });
const [first, address, shop, customer, last] = rightAnswer(one);

test("another right order gets everything, and what is free is told", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, [shop, first, customer, address, last]);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
  await expect(quiz.card.getByRole("heading", { name: "One right order" })).toBeVisible();
  await expect(quiz.card.getByRole("listitem").filter({ hasText: address }).first()).toContainText("Before or after 3, 4: either is right.");
  await expect(quiz.card.getByText("must come before")).toHaveCount(0);
});

test("a pair that stands the wrong way round is named with its reason, and the rest counts", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, [first, address, last, shop, customer]);
  await page.reload();
  await quiz.ready();
  await quiz.check();
  await expect(quiz.verdict).toContainText("0.67 of 1 point");
  const pair = quiz.card.getByRole("listitem").filter({ hasText: `“${customer}” must come before “${last}”` });
  await expect(pair).toHaveCount(1);
  expect(letters(await pair.textContent())).toContain(letters(one.item[4].why));
  await expect(quiz.card.getByText("must come before")).toHaveCount(1);
});

test("the reverse gets nothing", async ({ page }) => {
  const quiz = await start(page);
  await quiz.give(one, wrongAnswer(one));
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
});
