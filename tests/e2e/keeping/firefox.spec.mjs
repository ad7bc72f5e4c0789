// What only Firefox can be set to, and what only it does.
import { test, expect, onlyFirefox } from "../support/fixture.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const setting = onlyFirefox("the browser's own setting");
const saved = (quiz) => quiz.card.getByText("Saved on this device");

test("where the browser gives a kilobyte, the person is told, nothing on the screen is lost, and the journal has it", setting, async ({ profile }) => {
  const context = await profile({ firefoxUserPrefs: { "dom.storage.default_quota": 1 } });
  const page = await context.newPage();
  const theirs = { "another-program": "x".repeat(900) };
  await fill(page, theirs);
  const quiz = await Quiz.start(page, { n: 2 });
  await expect(quiz.notice("The browser's storage took no more")).toBeVisible();
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await expect(saved(quiz)).toBeVisible();
  expect(await kept(page)).toEqual(theirs);
  await page.reload();
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, Right");
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("where storage is switched off, Plumb says so and works from memory", setting, async ({ profile }) => {
  const context = await profile({ firefoxUserPrefs: { "dom.storage.enabled": false } });
  const page = await context.newPage();
  const quiz = await Quiz.start(page, { n: 1 });
  expect(await page.evaluate(() => window.localStorage)).toBe(null);
  await expect(quiz.notice("lets Plumb keep nothing here")).toBeVisible();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
  await quiz.follow("History");
  await expect(new History(page).rows).toHaveCount(1);
});

test("private windows keep a quiz while they are open, and nothing after that", setting, async ({ profile }) => {
  const alwaysPrivate = { firefoxUserPrefs: { "browser.privatebrowsing.autostart": true } };
  const context = await profile(alwaysPrivate);
  const page = await context.newPage();
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  await expect(saved(quiz)).toBeVisible();
  await page.reload();
  await expect(quiz.verdict).toHaveText(/Right/);
  await context.close();
  for (const options of [alwaysPrivate, {}]) {
    const next = await profile(options);
    const history = await new History(await next.newPage()).open("#/history");
    await expect(history.main.getByText("Nothing here yet")).toBeVisible();
    expect(await keptAttempts(history.page)).toEqual([]);
    await next.close();
  }
});
