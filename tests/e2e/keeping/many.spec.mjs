// Many attempts: what is shown at once comes from an index, and is never more than what the records say.
import { test, expect } from "../support/fixture.mjs";
import { answers, fact, write } from "../support/records.mjs";
import { areas } from "../support/banks.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { Home } from "../pages/home.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Review } from "../pages/review.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";

const COUNT = 120;
const START = 1_780_000_000_000n;
const QUESTION = areas.get("python").questions[0];

/** A finished attempt at one question, which was wrong and so is due, an hour after the one before. */
function finished(place) {
  const id = `many-${String(place).padStart(4, "0")}`;
  const items = [{ id: QUESTION.id, topic: QUESTION.topic, level: QUESTION.level, hash: 7 }];
  const log = [fact("responded", 0, answers.text("x")), fact("graded", 0, 0, 1), fact("finished", 0)];
  return [`plumb.attempt.${id}`, write({ id, started: START + BigInt(place) * 3_600_000n, items, log })];
}

const many = Object.fromEntries(Array.from({ length: COUNT }, (_, place) => finished(place)));

/** Runs in a page: what waits for its turn goes on waiting until the page calls `window.goOn()`. */
function holdTurns() {
  const wait = window.setTimeout;
  const held = [];
  let holding = true;
  window.setTimeout = (run, time, ...rest) => (holding && time === undefined ? held.push(run) : wait(run, time, ...rest));
  window.goOn = () => {
    holding = false;
    held.forEach((run) => wait(run));
  };
}

/** Fills the storage as an earlier visit left it, with its index. */
async function visited(page, entries = many) {
  await fill(page, entries);
  const history = await new History(page).open("#/history");
  await expect(history.rows).toHaveCount(25);
  await expect.poll(async () => Object.keys(await kept(page))).toContain("plumb.index");
  await page.addInitScript(holdTurns);
  return history;
}

/** The mark of an area that was begun. */
const done = (home) => home.area(areas.get("python").title).getByText("0 of 1 answered right");

test("what was done is shown before many attempts are read, and stays when they are", async ({ page }) => {
  await visited(page);
  const home = await new Home(page).open();
  await expect(done(home)).toBeVisible();
  await expect(home.main.getByRole("link", { name: /1 question is due/ })).toBeVisible();
  await home.follow("History");
  const history = new History(page);
  await expect(history.rows).toHaveCount(25);
  await expect(history.chart).toHaveAccessibleName(new RegExp(`^${COUNT} finished quizzes`));
  await history.rows.first().getByRole("link").click();
  const result = new Result(page);
  await expect(result.heading).toHaveText("Your result");
  await expect(result.points).toHaveText("0 of 1 points");
  await page.evaluate(() => window.goOn());
  await page.goBack();
  await expect(history.rows).toHaveCount(25);
  await home.follow("Review");
  await expect(home.main.getByRole("button", { name: /Review 1 in/ })).toBeVisible();
});

test("a daily five that is done is not offered again before many attempts are read", async ({ page }) => {
  await fill(page, { ...many, "plumb.follows": "python" });
  const home = await new Home(page).open();
  const offer = home.main.getByRole("link", { name: /Daily five/ });
  await offer.click();
  const review = new Review(page);
  await review.start("Start today's five");
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  await quiz.ready();
  await quiz.finishPractice();
  const index = async () => (await kept(page))["plumb.index"];
  const before = await index();
  await quiz.follow("History");
  await expect.poll(index).not.toBe(before);
  await page.addInitScript(holdTurns);
  await home.open();
  await expect(home.area(areas.get("python").title).getByText(/5 of [56] answered right/)).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test("an assessment that begins before many attempts are read begins once", async ({ page }) => {
  await visited(page);
  await Quiz.assess(page, "git");
  await page.evaluate(() => window.goOn());
  const home = await new Home(page).open();
  await expect(home.running).toHaveCount(1);
  expect(await keptAttempts(page)).toHaveLength(COUNT + 1);
});

test("an index of other attempts is not shown, nor one that cannot be read", async ({ page }) => {
  const history = await visited(page);
  const [key, text] = finished(COUNT);
  for (const change of [
    ([key, text]) => localStorage.setItem(key, text),
    () => localStorage.setItem("plumb.index", "garbage"),
    () => localStorage.setItem("plumb.index", localStorage.getItem("plumb.index").slice(0, -9)),
  ]) {
    await page.evaluate(change, [key, text]);
    await history.open("#/history");
    await expect(history.main.getByRole("status")).toBeVisible();
    await expect(history.rows).toHaveCount(0);
    await page.evaluate(() => window.goOn());
    await expect(history.chart).toHaveAccessibleName(new RegExp(`^${COUNT + 1} finished quizzes`));
  }
  // Both were made anew.
  await expect.poll(async () => (await kept(page))["plumb.index"]?.length).toBeGreaterThan(100);
});

test("a damaged attempt among many is set aside, though an index knows it", async ({ page }) => {
  const history = await visited(page);
  const [key] = Object.keys(many);
  await page.evaluate((key) => localStorage.setItem(key, "2.damaged"), key);
  await history.open("#/history");
  await expect(history.rows).toHaveCount(25);
  await page.evaluate(() => window.goOn());
  await expect(history.notice("1 saved attempt could not be read")).toBeVisible();
  await expect(history.chart).toHaveAccessibleName(new RegExp(`^${COUNT - 1} finished quizzes`));
  expect((await kept(page))["plumb.aside.attempt.many-0000"]).toBe("2.damaged");
});

test("what another tab erases while many attempts are read stays erased", async ({ page, context }) => {
  const history = await visited(page);
  await history.open("#/history");
  await expect(history.rows).toHaveCount(25);
  const other = await context.newPage();
  const settings = await new Settings(other).open("#/settings");
  await settings.button("Erase everything").click();
  await settings.button("Erase now").click();
  await expect(settings.notice("were erased")).toBeVisible();
  await page.evaluate(() => window.goOn());
  await expect(history.main.getByText("Nothing here yet")).toBeVisible();
  expect(await keptAttempts(page)).toEqual([]);
});

test("an export holds all attempts, also while they are read", async ({ page }) => {
  await visited(page);
  const settings = await new Settings(page).open("#/settings");
  const { text } = await settings.export();
  expect(text.trim().split("\n").filter((line) => /^\d+\./.test(line))).toHaveLength(COUNT);
});

test("older quizzes come on demand, and the focus goes to the first of them", async ({ page }) => {
  await fill(page, many);
  const history = await new History(page).open("#/history");
  const older = page.getByRole("button", { name: "Show older quizzes" });
  await expect(history.rows).toHaveCount(25);
  await older.click();
  await expect(history.rows).toHaveCount(50);
  await expect(history.rows.nth(25).getByRole("link")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: `50 of ${COUNT} quizzes shown` })).toBeAttached();
  await older.press("Enter");
  await expect(history.rows).toHaveCount(100);
  await older.press("Enter");
  await expect(history.rows).toHaveCount(COUNT);
  await expect(older).toHaveCount(0);
  await expect(history.rows.nth(100).getByRole("link")).toBeFocused();
  await expect(page.getByText("Each dot is the average of 2 quizzes.")).toBeVisible();
});
