// What stands in storage is not what Plumb wrote there.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, expect } from "../support/fixture.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { ofKind } from "../support/banks.mjs";
import { flipped } from "../support/flips.mjs";
import { App } from "../pages/app.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Level } from "../pages/level.mjs";
import { Result } from "../pages/result.mjs";

const records = fileURLToPath(new URL("../../records/", import.meta.url));

for (const name of readdirSync(records).filter((one) => one.endsWith(".txt"))) {
  test(`an attempt of the format of ${name} is in the history and opens, though its questions are gone`, async ({ page }) => {
    const text = readFileSync(`${records}${name}`, "utf8").trim();
    await fill(page, { "plumb.attempt.from-then": text });
    const history = await new History(page).open("#/history");
    await expect(history.rows).toHaveCount(1);
    await history.rows.getByRole("link").click();
    const level = new Level(page);
    await expect(level.points.or(level.said)).toBeVisible();
    expect(Object.values(await kept(page)), "looking at it changes nothing").toContain(text);
  });
}

test("sixty copies with one flipped bit each are all set aside, none is taken for another attempt", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.finishPractice();
  const [[, text]] = await keptAttempts(page);
  const flips = flipped(text, 60);
  await fill(page, Object.fromEntries(flips));
  const history = await new History(page).open("#/history");
  await expect(history.rows).toHaveCount(1);
  const now = Object.values(await kept(page));
  for (const [key, copy] of flips) expect(now, key).toContain(copy);
});

test("a damaged attempt that the journal still has is brought back, and the damaged text is kept too", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.card.getByText("Saved on this device")).toBeVisible();
  await quiz.goOn();
  const [[key]] = await keptAttempts(page);
  const address = page.url();
  await page.goto("about:blank");
  await fill(page, { [key]: "2.damaged" });
  await page.goto(address);
  await quiz.onQuestion(2);
  expect(Object.values(await kept(page))).toContain("2.damaged");
  await expect(quiz.notice("1 saved attempt could not be read")).toBeVisible();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("when another program writes over a running attempt, both its text and the answers are kept", async ({ page, context }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  const [[key]] = await keptAttempts(page);
  const other = await context.newPage();
  await fill(other, { [key]: "theirs" });
  await quiz.goOn();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
  expect(Object.values(await kept(page))).toContain("theirs");
  await page.reload();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("a foreign text under our keys that leaves room for nothing stays, and the person is told of both", async ({ page }) => {
  const big = "x".repeat(5 * 1024 * 1024 - "plumb.attempt.big".length - 50);
  await fill(page, { "plumb.attempt.big": big });
  const quiz = await Quiz.start(page, { n: 5 });
  await expect(quiz.notice("1 saved attempt could not be read")).toBeVisible();
  await quiz.finishPractice();
  await expect(quiz.notice("The browser's storage took no more")).toBeVisible();
  await expect(new Result(page).points).toHaveText("5 of 5 points");
  expect((await kept(page))["plumb.attempt.big"]).toHaveLength(big.length);
});

test("an answer with NUL and half a character is kept, graded and shown again", async ({ page }) => {
  const one = ofKind("text");
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.field.evaluate((field) => {
    field.value = "a\0b\ud800c";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.reload();
  await expect(quiz.field).toHaveValue("a\0b\ufffdc");
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Not right/);
  await page.reload();
  await expect(quiz.verdict).toHaveText(/Not right/);
});

test("other programs' keys, however strange, are neither read nor changed", async ({ page }) => {
  const theirs = { plumb: "a", "Plumb.attempt.x": "b", "plumbattempt.x": "c", __proto__x: "d", "": "e", "\0": "\ud800", "plumb\u200b.attempt.x": "f", length: "7", getItem: "no" };
  await fill(page, theirs);
  const app = await new App(page).open("#/history");
  await expect(app.main.getByText("Nothing here yet")).toBeVisible();
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
  const now = await page.evaluate(() => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)).map((key) => [key, Storage.prototype.getItem.call(localStorage, key)]));
  expect(Object.fromEntries(now)).toMatchObject(theirs);
});
