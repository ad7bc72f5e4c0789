// Writes that fail, lie or are cut short: nothing that was acknowledged on the screen is lost.
import { readdirSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, expect } from "../support/fixture.mjs";
import { failsAt, kept, keptAttempts, lying } from "../support/storage.mjs";
import { ofKind, rightAnswer } from "../support/banks.mjs";
import { History } from "../pages/history.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const full = "The browser's storage took no more";
const saved = (quiz) => quiz.card.getByText("Saved on this device");
const unsure = (quiz) => quiz.card.getByText("Kept in this browser, but should it end all at once");

for (const nth of [1, 2, 3, 4, 5, 6]) {
  test(`when only write number ${nth} of a quiz fails, the next one brings everything`, async ({ page }) => {
    await page.addInitScript(failsAt, nth);
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
    await expect(quiz.notice(full)).toHaveCount(0);
    expect(await keptAttempts(page)).toHaveLength(1);
    await page.reload();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
  });
}

for (const [what, lie] of Object.entries(lying)) {
  test(`where ${what}, the person is told and the quiz goes on; without that fault it is there again`, async ({ page, context }) => {
    const honest = page;
    await Quiz.start(honest, { n: 1, seed: "before" });
    const lied = await context.newPage();
    await lied.addInitScript(lie);
    const quiz = await Quiz.start(lied, { n: 2 });
    await quiz.giveRight();
    await quiz.check();
    await expect(quiz.notice(full)).toBeVisible();
    await quiz.goOn();
    await expect(saved(quiz), "the journal has it").toBeVisible();
    await honest.goto(lied.url());
    await honest.reload();
    const again = new Quiz(honest);
    await again.onQuestion(2);
    await again.finishPractice();
    await expect(new Result(honest).points).toHaveText("2 of 2 points");
  });
}

test("where IndexedDB has no room left, nothing is promised and local storage keeps everything", async ({ profile, browserName, baseURL }) => {
  // In Firefox both share a room, in kilobytes: enough for what local storage holds, and for no database.
  const context = await profile({ firefoxUserPrefs: { "dom.quotaManager.temporaryStorage.fixedLimit": 20 } });
  const page = await context.newPage();
  if (browserName === "chromium") {
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 1 });
  }
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await expect(unsure(quiz)).toBeVisible();
  await quiz.check();
  await quiz.goOn();
  await page.reload();
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, Right");
});

test("a reload in the moment of a click loses neither the answer nor its verdict", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  for (const at of [1, 2, 3]) {
    await quiz.onQuestion(at);
    await quiz.giveRight();
    await quiz.button("Check answer").evaluate((button) => { button.click(); location.reload(); });
    await expect(quiz.verdict).toHaveText(/Right/);
    await quiz.goOn();
  }
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});

test("a reload in the moment of a keystroke keeps the letter", async ({ page }) => {
  const one = ofKind("text");
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.field.evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    location.reload();
  }, rightAnswer(one));
  await expect(quiz.field).toHaveValue(rightAnswer(one));
});

test("what is handed in while the page is being closed is kept", async ({ page, context }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.button("Check answer").evaluate((button) => addEventListener("pagehide", () => button.click()));
  await page.close({ runBeforeUnload: true });
  const home = await new Home(await context.newPage()).open();
  await home.running.click();
  const again = new Quiz(home.page);
  await expect(again.verdict).toHaveText(/Right/);
  await again.goOn();
  await again.finishPractice();
  await expect(new Result(home.page).points).toHaveText("2 of 2 points");
});

/** A browser with the setting that sites may keep nothing. */
async function keepingNothing(profile) {
  const setting = { profile: { default_content_setting_values: { cookies: 2 } } };
  mkdirSync(join(profile.folder, "Default"), { recursive: true });
  writeFileSync(join(profile.folder, "Default", "Preferences"), JSON.stringify(setting));
  return profile({ firefoxUserPrefs: { "network.cookie.cookieBehavior": 2 } });
}

test("where the browser is set to keep nothing at all, Plumb says so and works from memory", async ({ profile }) => {
  const context = await keepingNothing(profile);
  const quiz = await Quiz.start(await context.newPage(), { n: 1 });
  await expect(quiz.notice("lets Plumb keep nothing here")).toBeVisible();
  await quiz.finishPractice();
  await expect(new Result(quiz.page).points).toHaveText("1 of 1 points");
  await quiz.follow("History");
  await expect(new History(quiz.page).rows).toHaveCount(1);
});

/** The folders in which a browser keeps local storage and IndexedDB, in its profile. */
const foldersOf = {
  chromium: () => ({ values: "Default/Local Storage", journal: "Default/IndexedDB" }),
  firefox: (origin) => {
    const site = `storage/default/${origin.replace("://", "+++").replace(":", "+")}`;
    return { values: `${site}/ls`, journal: `${site}/idb` };
  },
};

/** Turns around the middle of each file below a folder of the profile. */
function damage(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== "LOCK");
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, readFileSync(path).map((byte, at) => (at % 3 ? byte ^ 0x5a : byte)));
  }
  expect(files.length, `files in ${folder}`).toBeGreaterThan(0);
}

for (const [what, damaged] of Object.entries({ "local storage": ["values"], "local storage and the journal": ["values", "journal"] })) {
  test(`when ${what} is damaged on the disk between two launches, Plumb starts and keeps answers again`, async ({ profile, browserName, baseURL }) => {
    const first = await profile();
    const quiz = await Quiz.start(await first.newPage(), { n: 2 });
    await quiz.giveRight();
    await quiz.check();
    await expect(saved(quiz)).toBeVisible();
    await first.close();
    const folders = foldersOf[browserName](new URL(baseURL).origin);
    damaged.forEach((part) => damage(join(profile.folder, folders[part])));

    const second = await profile();
    const home = await new Home(await second.newPage()).open();
    if (damaged.length === 1) {
      // The journal was spared, so nothing is missing.
      await home.running.click();
      const again = new Quiz(home.page);
      await expect(again.verdict).toHaveText(/Right/);
      await again.goOn();
      await again.finishPractice();
      await expect(new Result(home.page).points).toHaveText("2 of 2 points");
    }
    const anew = await Quiz.start(home.page, { n: 1, seed: "after" });
    await anew.finishPractice();
    await home.page.reload();
    await expect(new Result(home.page).points).toHaveText("1 of 1 points");
  });
}

test("a private window that ends takes everything with it, and the next one starts empty and well", async ({ stranger }) => {
  const first = await stranger();
  const quiz = await Quiz.start(first, { n: 1 });
  await quiz.finishPractice();
  await first.context().close();
  const second = await stranger();
  const history = await new History(second).open("#/history");
  await expect(history.main.getByText("Nothing here yet")).toBeVisible();
  expect(await kept(second)).toEqual({});
});
