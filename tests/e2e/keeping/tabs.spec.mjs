// Plumb in two tabs at once.
import { test, expect } from "../support/fixture.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { keptAttempts } from "../support/storage.mjs";

const elsewhere = "This quiz is open in another tab";

test("the same attempt in a second tab goes on there; the first says so and can take it back", async ({ page, context }) => {
  const first = await Quiz.start(page, { n: 3 });
  await first.giveRight();
  await first.check();
  await first.goOn();

  const second = new Quiz(await context.newPage());
  await second.page.goto(page.url());
  await second.onQuestion(2);
  await expect(first.main.getByText(elsewhere)).toBeVisible();
  await second.giveRight();
  await second.check();

  await first.press("Go on here");
  await first.onQuestion(2);
  await expect(first.verdict).toHaveText(/Right/);
  await expect(second.main.getByText(elsewhere)).toBeVisible();
  await first.goOn();
  await first.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");

  await second.press("Go on here");
  await expect(new Result(second.page).points).toHaveText("3 of 3 points");
  expect(await keptAttempts(page)).toHaveLength(1);
});

test("two quizzes in two tabs both end in the history, once each", async ({ page, context }) => {
  const python = await Quiz.start(page, { n: 2 });
  const sql = await Quiz.start(await context.newPage(), { area: "sql", n: 2 });
  await python.giveRight();
  await python.check();
  await sql.giveRight();
  await sql.check();
  await python.goOn();
  await python.finishPractice();
  await sql.goOn();
  await sql.finishPractice();
  await python.follow("History");
  const seen = new History(page);
  await expect(seen.rows).toHaveCount(2);
  await expect(seen.rows.filter({ hasText: "2 of 2 points" })).toHaveCount(2);
  const anew = await new History(await context.newPage()).open("#/history");
  await expect(anew.rows).toHaveCount(2);
});

test("a history that is open in another tab shows a quiz as soon as it is finished", async ({ page, context }) => {
  const history = await new History(await context.newPage()).open("#/history");
  const quiz = await Quiz.start(page, { n: 1 });
  await expect(history.rows).toContainText("Not finished");
  await quiz.finishPractice();
  await expect(history.rows).toContainText("1 of 1 points");
});

test("erasing in one tab does not bring back in another what was erased", async ({ page, context }) => {
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  const other = await new History(await context.newPage()).open("#/history");
  await expect(other.rows).toHaveCount(1);
  await quiz.follow("Settings");
  await quiz.press("Erase everything");
  await quiz.press("Erase now");
  await expect(other.main.getByText("Nothing here yet")).toBeVisible();
  expect(await keptAttempts(page)).toHaveLength(0);
});
