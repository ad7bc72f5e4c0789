// Several tabs, of one build or of two, and what one of them does to the storage of all.
import { test, expect } from "../support/fixture.mjs";
import { serveBuilds } from "../support/builds.mjs";
import { aProcessEach, crash } from "../support/processes.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";

const elsewhere = (quiz) => quiz.main.getByText("This quiz is open in another tab");
const saved = (quiz) => quiz.card.getByText("Saved on this device");
const unsure = (quiz) => quiz.card.getByText("Kept in this browser, but should it end all at once");

/** Runs before the app: it is never told what other tabs do. */
const deaf = () => addEventListener("storage", (event) => event.stopImmediatePropagation(), true);

async function oneRight(page, what) {
  const quiz = await Quiz.start(page, what);
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  return quiz;
}

/** The same attempt in another tab. */
async function openAgain(quiz) {
  const other = new Quiz(await quiz.page.context().newPage());
  await other.page.goto(quiz.page.url());
  await other.heading.waitFor();
  return other;
}

test("five tabs that answer at once lose nothing of each other's", async ({ context }) => {
  test.slow();
  const areas = ["python", "sql", "git", "algorithms", "python"];
  const pages = await Promise.all(areas.map(() => context.newPage()));
  await Promise.all(areas.map(async (area, place) => {
    const quiz = await Quiz.start(pages[place], { area, n: 2, seed: `tab ${place}` });
    await quiz.finishPractice();
  }));
  for (const page of pages) await expect(new Result(page).points).toHaveText("2 of 2 points");
  const history = await new History(await context.newPage()).open("#/history");
  await expect(history.rows.filter({ hasText: "2 of 2 points" })).toHaveCount(5);
});

test("one attempt that is opened in five tabs at once goes on in the one that was opened last, and every answer is kept", async ({ page }) => {
  test.slow();
  const first = await oneRight(page, { n: 3 });
  const tabs = [first, ...(await Promise.all([1, 2, 3, 4].map(() => openAgain(first))))];
  // Of tabs that open it in the same moment, several may show it until one of them goes on.
  for (const tab of tabs) await expect(tab.card.or(elsewhere(tab)).first()).toBeVisible();
  const last = tabs.pop();
  await last.page.reload();
  await last.onQuestion(2);
  for (const tab of tabs) await expect(elsewhere(tab)).toBeVisible();
  await last.finishPractice();
  await expect(new Result(last.page).points).toHaveText("3 of 3 points");
  expect(await keptAttempts(page)).toHaveLength(1);
  for (const tab of tabs) {
    await tab.press("Go on here");
    await expect(new Result(tab.page).points).toHaveText("3 of 3 points");
  }
});

for (const [how, end] of [["crashes", crash], ["is closed", (page) => page.close()]]) {
  test(`when the tab that took an attempt over ${how}, the first one goes on with all its answers`, async ({ profile }) => {
    const context = await profile({ firefoxUserPrefs: aProcessEach });
    const first = await oneRight(await context.newPage(), { n: 3 });
    const second = await openAgain(first);
    await second.onQuestion(2);
    await second.giveRight();
    await second.check();
    await expect(elsewhere(first)).toBeVisible();
    await end(second.page, profile.folder);
    await first.press("Go on here");
    await first.onQuestion(2);
    await expect(first.verdict).toHaveText(/Right/);
    await first.goOn();
    await first.finishPractice();
    await expect(new Result(first.page).points).toHaveText("3 of 3 points");
  });
}

test("a tab that is not told of another one writes nothing over its answers", async ({ page }) => {
  await page.addInitScript(deaf);
  const first = await oneRight(page, { n: 3 });
  const second = await openAgain(first);
  await second.onQuestion(2);
  await second.giveRight();
  await second.check();
  await second.goOn();
  await second.giveRight();
  const theirs = await keptAttempts(page);
  await first.press("Skip for now");
  await expect(elsewhere(first)).toBeVisible();
  expect(await keptAttempts(page)).toEqual(theirs);
  await first.press("Go on here");
  await first.onQuestion(3);
  await first.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});

for (const isDeaf of [false, true]) {
  test(`an attempt that a newer Plumb went on with is left alone by an older tab that is ${isDeaf ? "not told" : "told"} of it`, async ({ page, context }) => {
    if (isDeaf) await page.addInitScript(deaf);
    const quiz = await oneRight(page, { n: 2 });
    const exporting = await new Settings(await context.newPage()).open("#/settings");
    const { text } = await exporting.export();
    await exporting.page.close();
    const [[key]] = await keptAttempts(page);
    const newer = { [key]: "9.written-by-a-newer-one" };
    const other = await context.newPage();
    await fill(other, newer);
    if (isDeaf) await quiz.press("Skip for now");
    await expect(elsewhere(quiz)).toBeVisible();
    await expect(quiz.notice("1 saved attempt from a newer Plumb")).toBeVisible();
    expect(await kept(page)).toMatchObject(newer);
    await quiz.press("Go on here");
    await expect(elsewhere(quiz), "it stays with the newer one").toBeVisible();
    expect(await kept(page)).toMatchObject(newer);
    await page.reload();
    await expect(quiz.notice("1 saved attempt from a newer Plumb")).toBeVisible();
    expect(await kept(page), "the journal does not bring the older one back").toMatchObject(newer);
    const settings = await new Settings(page).open("#/settings");
    await settings.import(text);
    await expect(settings.notice("already here")).toBeVisible();
    expect(await kept(page), "an import does not either").toMatchObject(newer);
  });
}

test("when another tab clears all storage, the running attempt is written anew with all its answers", async ({ page, context }) => {
  const quiz = await oneRight(page, { n: 2 });
  const other = await context.newPage();
  await fill(other, {});
  await other.evaluate(() => localStorage.clear());
  await quiz.giveRight();
  await quiz.check();
  await page.reload();
  await expect(quiz.verdict).toHaveText(/Right/);
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("when the journal is deleted from another tab, it waits for nobody, and the next visit has a new one", async ({ page, context }) => {
  const quiz = await oneRight(page, { n: 3 });
  await expect(saved(quiz)).toBeVisible();
  const other = await context.newPage();
  await fill(other, {});
  const outcome = await other.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.deleteDatabase("plumb");
    request.onsuccess = () => resolve("deleted");
    request.onblocked = () => resolve("blocked");
    request.onerror = () => resolve("failed");
  }));
  expect(outcome).toBe("deleted");
  await quiz.giveRight();
  await expect(unsure(quiz)).toBeVisible();
  await quiz.check();
  await quiz.goOn();
  await page.reload();
  await quiz.onQuestion(3);
  await expect(saved(quiz)).toBeVisible();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});

test("when the browser clears all data of the site in the middle of a quiz, no answer is lost", async ({ stranger }) => {
  const server = await serveBuilds();
  const page = await stranger({ baseURL: server.url });
  const quiz = await oneRight(page, { n: 2 });
  await page.evaluate(() => fetch("./forget"));
  await expect.poll(() => kept(page)).toEqual({});
  await quiz.giveRight();
  await quiz.check();
  await page.reload();
  await expect(quiz.verdict).toHaveText(/Right/);
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
  await server.close();
});

test("a journal that another program holds in a newer version keeps nobody waiting", async ({ page, context }) => {
  const other = await context.newPage();
  await fill(other, {});
  await other.evaluate(() => new Promise((resolve) => {
    // Never closed, and deaf to whoever asks for it.
    indexedDB.open("plumb", 7).onsuccess = (event) => { window.held = event.target.result; resolve(); };
  }));
  const quiz = await oneRight(page, { n: 2 });
  await quiz.giveRight();
  await expect(unsure(quiz)).toBeVisible();
  await page.reload();
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, Right");
});
