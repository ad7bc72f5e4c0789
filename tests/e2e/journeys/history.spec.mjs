import { test, expect } from "../support/fixture.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

async function practise(page, area, isRight = () => true, n = 1) {
  const quiz = await Quiz.start(page, { area, n });
  await quiz.finishPractice(isRight);
  return quiz;
}

test("an empty history says what will be here and shows the way", async ({ page }) => {
  const history = await new History(page).open("#/history");
  await expect(history.main.getByText("Nothing here yet")).toBeVisible();
  await page.getByRole("link", { name: "See all skills" }).click();
  await expect(history.heading).toHaveText(/How deep/);
});

test("finished quizzes are in the history, newest first, with a chart over time", async ({ page }) => {
  await practise(page, "python", () => false);
  await practise(page, "python");
  const sql = await practise(page, "sql", (place) => place === 1, 2);
  await sql.follow("History");
  const history = new History(page);
  await expect(history.rows).toHaveCount(3);
  await expect(history.rows.nth(0)).toContainText("1 of 2 points");
  await expect(history.rows.nth(1)).toContainText("1 of 1 points");
  await expect(history.rows.nth(2)).toContainText("0 of 1 points");
  await expect(history.chart).toHaveAccessibleName(/^3 finished quizzes, from .*2.* to /);
  await expect(history.chart).toBeVisible();
  expect((await history.chart.boundingBox()).height, "the chart has a size").toBeGreaterThan(60);
});

test("the history can be narrowed to an area", async ({ page }) => {
  await practise(page, "python");
  const sql = await practise(page, "sql");
  await sql.follow("History");
  const history = new History(page);
  await history.filter.selectOption({ label: "Python" });
  await expect(history.rows).toHaveCount(1);
  await expect(history.rows).toContainText("Python");
  await expect(history.chart).toHaveAccessibleName(/^1 finished quiz/);
  await history.filter.selectOption({ label: "All areas" });
  await expect(history.rows).toHaveCount(2);
});

test("a row of the history leads to its result, also after a reload", async ({ page }) => {
  await practise(page, "python");
  const history = await new History(page).open("#/history");
  await history.rows.getByRole("link").click();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
  await page.reload();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
  await page.goBack();
  await expect(history.rows).toHaveCount(1);
});

test("a quiz that is not finished is in the history and can be gone on with", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.follow("History");
  const history = new History(page);
  await expect(history.rows).toContainText("Not finished");
  await expect(history.chart).toHaveCount(0);
  await history.rows.getByRole("link").click();
  await quiz.onQuestion(1);
});
