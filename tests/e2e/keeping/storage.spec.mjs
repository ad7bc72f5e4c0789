// Storage that is missing, denied, full or only pretends: the quiz goes on, and the person is told.
import { test, expect } from "../support/fixture.mjs";
import { broken, fill, fullAfter, kept, keptAttempts, takeAllRoom } from "../support/storage.mjs";
import { App } from "../pages/app.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";

const inMemory = "lets Plumb keep nothing here";
const full = "The browser's storage took no more";

for (const [how, script] of Object.entries(broken)) {
  test(`where storage ${how}, Plumb says so and works from memory`, async ({ page }) => {
    await page.addInitScript(script);
    const quiz = await Quiz.start(page, { n: 2 });
    await expect(quiz.notice(inMemory)).toBeVisible();
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
    await quiz.follow("History");
    await expect(new History(page).rows).toHaveCount(1);
    await quiz.follow("Settings");
    const settings = new Settings(page);
    await settings.choose("Theme", "Dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect((await settings.export()).text.split("\n").filter((line) => /^\d+\./.test(line))).toHaveLength(1);
  });
}

for (const writes of [0, 1, 2, 4]) {
  test(`when storage is full after ${writes} writes, the quiz goes on and nothing on the screen is lost`, async ({ page }) => {
    await page.addInitScript(fullAfter, writes);
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
    await expect(quiz.notice(full)).toBeVisible();
    await quiz.follow("History");
    await expect(new History(page).rows).toContainText("2 of 2 points");
    await expect(quiz.notice(full)).toBeVisible();
  });
}

test("as soon as there is room again, everything is kept and the message goes", async ({ page }) => {
  await page.addInitScript(fullAfter, 0);
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.notice(full)).toBeVisible();
  await page.evaluate(() => window.makeRoom());
  await quiz.goOn();
  await expect(quiz.notice(full)).toHaveCount(0);
  await page.reload();
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, Right");
});

test("an attempt that ended while storage was full is in the export", async ({ page }) => {
  await page.addInitScript(fullAfter, 1);
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await quiz.follow("Settings");
  const { text } = await new Settings(page).export();
  const settings = await new Settings(await page.context().newPage()).open("#/settings");
  await settings.import(text);
  await settings.follow("History");
  await expect(new History(settings.page).rows).toContainText("1 of 1 points");
});

test("where writes vanish without a word, the person is told", async ({ page }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => {}; });
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.giveRight();
  await expect(quiz.notice(full)).toBeVisible();
  await quiz.check();
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("really filling the browser's storage loses nothing on the screen and nothing of others", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await page.evaluate(takeAllRoom);
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.notice(full)).toBeVisible();
  await quiz.goOn();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
  const fillers = Object.keys(await kept(page)).filter((key) => key.startsWith("filler"));
  await page.evaluate((all) => all.forEach((key) => localStorage.removeItem(key)), fillers.slice(0, 1));
  expect(fillers.length).toBeGreaterThan(3);
  await page.reload();
  await expect(quiz.heading, "the attempt that was kept can still be opened").toHaveText(/Question|Your result/);
});

test("storage that another program uses too is left as it is", async ({ page }) => {
  const theirs = { "theme": "blue", "plumber": "Joe", "plum": "jam" };
  await fill(page, theirs);
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  expect(await kept(page)).toMatchObject(theirs);
  expect(await keptAttempts(page)).toHaveLength(1);
});

test("in a sandboxed frame Plumb works from memory and says so", async ({ stranger, baseURL }) => {
  // To block workers, Playwright reads a property that throws in such a frame.
  const page = await stranger({ serviceWorkers: "allow" });
  // As the header file that comes with the build has it: files may be read by a frame without an origin.
  await page.route("**/assets/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  const host = new URL("host-of-a-frame", baseURL).href;
  const html = `<!doctype html><title>Host</title><iframe title="Plumb" sandbox="allow-scripts" width="800" height="900" src="./#/quiz/python?n=2&seed=x"></iframe>`;
  await page.route(host, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(host);
  const quiz = new Quiz(page.frameLocator("iframe"));
  await expect(quiz.notice(inMemory)).toBeVisible();
  await quiz.enter();
  await quiz.finishPractice();
  await expect(new Result(quiz.page).points).toHaveText("2 of 2 points");
  await quiz.follow("History");
  await expect(new History(quiz.page).rows).toHaveCount(1);
});

test("a message can be closed and does not come back for the same thing", async ({ page }) => {
  await page.addInitScript(broken["is denied"]);
  const app = await new App(page).open();
  await app.closeNotice();
  await expect(app.notice(inMemory)).toHaveCount(0);
  await app.follow("History");
  await expect(app.notice(inMemory)).toHaveCount(0);
});

test("before the room is used up, the person is told, and nothing is deleted", async ({ page }) => {
  await fill(page, { "another-program": "x".repeat(4_300_000) });
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  const app = await new App(page).open("#/history");
  await expect(app.notice("The room that this browser gives is nearly full.")).toBeVisible();
  expect(Object.keys(await kept(page))).toContain("another-program");
});

test("a finished attempt takes less room than a running one, and every answer is still there", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 10 });
  const room = async () => Object.values(await kept(page)).reduce((sum, text) => sum + text.length, 0);
  const asked = await quiz.finishPractice((place) => place % 2 === 0);
  const full = await room();
  expect(full / asked.length).toBeLessThan(60);
  const before = await new Result(page).main.ariaSnapshot();
  await page.reload();
  await expect(new Result(page).points).toBeVisible();
  await expect.poll(() => new Result(page).main.ariaSnapshot()).toBe(before);
});
