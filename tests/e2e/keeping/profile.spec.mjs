// Crashes, and browsers that are closed and opened again on the same profile.
import { test, expect } from "../support/fixture.mjs";
import { aProcessEach, crash } from "../support/processes.mjs";
import { History } from "../pages/history.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

test("a tab that crashes in the middle of a quiz costs no answer", async ({ profile }) => {
  const context = await profile({ firefoxUserPrefs: aProcessEach });
  const page = await context.newPage();
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await quiz.giveRight();
  const before = await quiz.question();
  const shown = await quiz.shown();
  const chosen = await quiz.main.ariaSnapshot();
  await crash(page, profile.folder);
  const next = await context.newPage();
  const home = await new Home(next).open();
  await expect(home.running).toContainText("question 2 of 3");
  await home.running.click();
  const again = new Quiz(next);
  await again.onQuestion(2);
  expect((await again.question()).id).toBe(before.id);
  expect(await again.shown()).toEqual(shown);
  expect(await again.main.ariaSnapshot()).toBe(chosen);
  await again.finishPractice();
  await expect(new Result(next).points).toHaveText("3 of 3 points");
});

test("after the browser was closed, finished quizzes are in the history and running ones go on", async ({ profile }) => {
  const first = await profile();
  const page = await first.newPage();
  const done = await Quiz.start(page, { n: 2 });
  await done.finishPractice();
  const running = await Quiz.start(page, { n: 3, seed: "later" });
  await running.giveRight();
  await running.check();
  await running.goOn();
  const asked = await running.question();
  await first.close();

  const second = await profile();
  const reopened = await second.newPage();
  const history = await new History(reopened).open("#/history");
  await expect(history.rows).toHaveCount(2);
  await expect(history.rows.nth(1)).toContainText("2 of 2 points");
  await history.rows.nth(0).getByRole("link").click();
  const again = new Quiz(reopened);
  await again.onQuestion(2);
  expect((await again.question()).id).toBe(asked.id);
  await again.finishPractice();
  await expect(new Result(reopened).points).toHaveText("3 of 3 points");
});
