// What was said to be saved survives whatever becomes of local storage and of the browser.
import { test, expect } from "../support/fixture.mjs";
import { History } from "../pages/history.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";
import { file, lines } from "../support/attempts.mjs";
import { kept } from "../support/storage.mjs";

const saved = (quiz) => quiz.card.getByText("Saved on this device");
const unsure = (quiz) => quiz.card.getByText("Kept in this browser, but should it end all at once");

/** What the journal holds: the ids of attempts. */
const journal = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open("plumb");
  request.onerror = reject;
  request.onsuccess = () => {
    const all = request.result.transaction("attempts").objectStore("attempts").getAllKeys();
    all.onsuccess = () => { request.result.close(); resolve(all.result); };
    all.onerror = reject;
  };
}));

/** Local storage as a browser has it that ended before it wrote anything down. */
const forget = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumb.attempt.")).forEach((key) => localStorage.removeItem(key)));

test("an answer that is said to be saved is there again when local storage has lost it", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  await expect(saved(quiz)).toBeVisible();
  await quiz.goOn();
  await quiz.giveRight();
  await expect(saved(quiz)).toBeVisible();
  await forget(page);
  // The address of the first page, as for somebody who opens the browser again.
  await page.goto("about:blank");
  const home = await new Home(page).open();
  await expect(home.running).toContainText("question 2 of 2");
  await home.running.click();
  await quiz.onQuestion(2);
  await quiz.check();
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("an attempt that local storage has as it was earlier goes on where the journal knows it", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  const early = await kept(page);
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await expect(saved(quiz)).toBeVisible();
  await page.evaluate((all) => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value)), early);
  await page.reload();
  await quiz.onQuestion(2);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

for (const [how, breakIt] of Object.entries({
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: null }),
  "is denied": () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; },
  "belongs to a newer Plumb": () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function newer(name) {
      open.call(this, name, 99);
      return open.call(this, name, 1);
    };
  },
  "breaks while it is used": () => { IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); }; },
  "gives up what it was to write": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function giveUp(...all) {
      const request = put.apply(this, all);
      this.transaction.abort();
      return request;
    };
  },
})) {
  test(`where the journal ${how}, nothing is promised and local storage keeps everything`, async ({ page }) => {
    await page.addInitScript(breakIt);
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.giveRight();
    await expect(unsure(quiz)).toBeVisible();
    await quiz.check();
    await expect(saved(quiz)).toHaveCount(0);
    await quiz.goOn();
    await page.reload();
    await quiz.onQuestion(2);
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
  });
}

test("a journal that never answers keeps nobody waiting for long", async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function deaf(...all) {
      const request = open.apply(this, all);
      const names = ["onsuccess", "onerror", "onblocked", "onupgradeneeded"];
      names.forEach((name) => Object.defineProperty(request, name, { get: () => null, set: () => {} }));
      return request;
    };
  });
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

/** Runs before the app: the journal is opened when the page calls `window.answer()`. */
function answersLate() {
  const add = EventTarget.prototype.addEventListener;
  const answered = new Promise((resolve) => { window.answer = resolve; });
  IDBOpenDBRequest.prototype.addEventListener = function late(type, run, ...rest) {
    add.call(this, type, type === "success" ? (event) => answered.then(() => run.call(this, event)) : run, ...rest);
  };
}

test("a journal that answers when the page has long gone on brings back what local storage has lost, and keeps again", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await expect(saved(quiz)).toBeVisible();
  const address = page.url();
  await forget(page);
  await page.addInitScript(answersLate);
  const history = await new History(page).open("#/history");
  await expect(history.main.getByText("Nothing here yet")).toBeVisible();
  await page.evaluate(() => window.answer());
  await expect(history.rows).toHaveCount(1);
  await history.rows.getByRole("link").click();
  await quiz.onQuestion(2);
  await quiz.giveRight();
  await expect(saved(quiz)).toBeVisible();
  await forget(page);
  await page.goto("about:blank");
  await page.goto(address);
  await page.evaluate(() => window.answer());
  await quiz.onQuestion(2);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
});

for (const when of ["in the same visit", "in the next one"]) {
  test(`what is erased before the journal answers stays erased when it does ${when}`, async ({ page, context }) => {
    const quiz = await Quiz.start(page, { n: 1 });
    await quiz.finishPractice();
    await expect.poll(() => journal(page)).toHaveLength(1);
    await page.goto("about:blank");
    const late = await context.newPage();
    await late.addInitScript(answersLate);
    const settings = await new Settings(late).open("#/settings");
    await settings.button("Erase everything").click();
    await settings.button("Erase now").click();
    await expect(settings.notice("were erased")).toBeVisible();
    if (when === "in the same visit") await late.evaluate(() => window.answer());
    else await late.close();
    const history = await new History(page).open("#/history");
    await expect(history.main.getByText("Nothing here yet")).toBeVisible();
    await expect.poll(() => journal(page)).toEqual([]);
    expect(await kept(page)).toEqual({});
  });
}

test("what an import brought is there again when local storage has lost it, and leaves the journal a minute later", async ({ page }) => {
  await page.clock.install();
  const settings = await new Settings(page).open("#/settings");
  await settings.import(file(lines(20)));
  await expect(settings.notice("20 attempts added")).toBeVisible();
  await expect.poll(() => journal(page)).toHaveLength(20);
  const packed = await kept(page);
  // Attempts that ended long ago are not older on this disk than their import.
  await page.reload();
  await settings.heading.waitFor();
  expect(await journal(page)).toHaveLength(20);
  await forget(page);
  await page.reload();
  await settings.follow("History");
  await expect(new History(page).rows).toHaveCount(20);
  expect(await kept(page), "as tightly as before").toEqual(packed);
  await page.clock.fastForward("02:00");
  await page.reload();
  await expect.poll(() => journal(page)).toEqual([]);
  await expect(new History(page).rows).toHaveCount(20);
});

test("a finished attempt leaves the journal once local storage surely has it", async ({ page }) => {
  await page.clock.install();
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await expect.poll(() => journal(page)).toHaveLength(1);
  await page.reload();
  await expect(new Result(page).points).toBeVisible();
  expect(await journal(page)).toHaveLength(1);
  await page.clock.fastForward("02:00");
  await page.reload();
  await expect(new Result(page).points).toBeVisible();
  await expect.poll(() => journal(page)).toHaveLength(0);
});

test("what was erased does not come back from the journal", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await expect(saved(quiz)).toBeVisible();
  const settings = await new Settings(page).open("#/settings");
  await settings.button("Erase everything").click();
  await settings.button("Erase now").click();
  await expect(settings.notice("were erased")).toBeVisible();
  await expect.poll(() => journal(page)).toHaveLength(0);
  await page.reload();
  const history = await new History(page).open("#/history");
  await expect(history.rows).toHaveCount(0);
});
