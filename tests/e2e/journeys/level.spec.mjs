// How deep somebody really goes: an assessment, what it says, and a link that shows it to others.
import { test, expect, byClipboard } from "../support/fixture.mjs";
import { Level } from "../pages/level.mjs";
import { Quiz } from "../pages/quiz.mjs";

test("who knows everything up to level 3 is told so, with a band, chances and what to learn next", async ({ page }) => {
  const quiz = await Quiz.assess(page);
  const asked = await quiz.finishAssessment((one) => one.level <= 3);
  const level = new Level(page);
  await expect(level.heading).toHaveText("Your level");
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(25);
  expect(new Set(asked.map((one) => one.id)).size, "no question comes twice").toBe(asked.length);
  const [from, to] = await level.band();
  expect(from).toBeGreaterThanOrEqual(2);
  expect(to).toBeGreaterThan(from - 1);
  const chances = await level.chances();
  expect(chances).toHaveLength(5);
  expect(Math.abs(chances.reduce((sum, chance) => sum + chance) - 100)).toBeLessThanOrEqual(3);
  // The likeliest level lies in the band, and is the one that was known or the next.
  const likeliest = chances.indexOf(Math.max(...chances)) + 1;
  expect(likeliest).toBeGreaterThanOrEqual(from);
  expect(likeliest).toBeLessThanOrEqual(to);
  expect([3, 4]).toContain(likeliest);
  await expect(level.main.getByText(/measured against these questions only/)).toBeVisible();
  await expect(level.learn).toBeVisible();
  await expect(level.main.getByRole("listitem").getByRole("link").first()).toHaveAttribute("href", /^https:/);
});

test("each answer is final, shows nothing before the end, and the next one comes at once", async ({ page }) => {
  const quiz = await Quiz.assess(page);
  await expect(quiz.button("Skip")).toHaveCount(0);
  await expect(quiz.button("Check answer")).toHaveCount(0);
  await quiz.giveRight();
  await quiz.press("Hand in");
  await quiz.onQuestion(2);
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.card.getByText("Right", { exact: true })).toHaveCount(0);
});

test("after a reload the same question waits, and the answers before it count", async ({ page }) => {
  const quiz = await Quiz.assess(page);
  await quiz.finishAssessment(() => false, 3);
  await quiz.onQuestion(4);
  const before = await quiz.question();
  await page.reload();
  await quiz.onQuestion(4);
  await quiz.ready();
  expect((await quiz.question()).id).toBe(before.id);
});

test("before five answers there is no level, only that it is too early", async ({ page }) => {
  const quiz = await Quiz.assess(page);
  await quiz.finishAssessment(() => true, 3);
  await quiz.onQuestion(4);
  await quiz.press("Finish now");
  await expect(quiz.confirmation).toContainText("the open question does not count");
  await quiz.confirmation.getByRole("button", { name: "Finish anyway" }).click();
  const level = new Level(page);
  await expect(level.said).toHaveText("Not enough evidence yet");
  await expect(level.main.getByText("You gave 3.")).toBeVisible();
});

test("a second assessment begins with what was not seen in the first", async ({ page }) => {
  const first = await (await Quiz.assess(page)).finishAssessment((one) => one.level <= 2, 5);
  const quiz = await Quiz.assess(page);
  const second = await quiz.finishAssessment((one) => one.level <= 2, 5);
  const seen = new Set(first.map((one) => one.id));
  expect(second.filter((one) => seen.has(one.id))).toEqual([]);
});

test("a link shows the result to somebody else, and a digit that was changed is found", byClipboard, async ({ page, context, browser, guard }) => {
  const quiz = await Quiz.assess(page);
  await quiz.finishAssessment((one) => one.level <= 3);
  const level = new Level(page);
  await level.said.waitFor();
  const [said, link] = [await level.said.textContent(), await level.link(context)];
  expect(link.length).toBeLessThan(2_000);

  const other = await browser.newContext();
  const shown = new Level(await other.newPage());
  await shown.page.goto(link);
  await expect(shown.said).toHaveText(said);
  await expect(shown.main.getByText(/^Checked just now: all \d+ answers were graded again/)).toBeVisible();
  await expect(shown.main.getByText("Who gave them, it cannot show.")).toBeVisible();
  // Nothing of it is taken for one's own.
  expect(await shown.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumb.attempt.")))).toEqual([]);

  const start = link.indexOf("#/shown/") + "#/shown/".length;
  for (const share of [0, 0.1, 0.5, 0.9, 1]) {
    const at = Math.min(start + Math.floor((link.length - start) * share), link.length - 1);
    const digit = link[at] === "7" ? "8" : "7";
    await shown.page.goto("about:blank");
    await shown.page.goto(link.slice(0, at) + digit + link.slice(at + 1));
    await expect(shown.main.getByText("This link was changed or cut off.")).toBeVisible();
    await expect(shown.said).toHaveCount(0);
  }
  await other.close();
  expect(guard.requests.length).toBeGreaterThan(0);
});

test("a practice can be shown by a link too", byClipboard, async ({ page, context, browser }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.finishPractice((place) => place === 1);
  const link = await new Level(page).link(context);
  const other = await browser.newContext();
  const shown = new Level(await other.newPage());
  await shown.page.goto(link);
  await expect(shown.points).toHaveText("1 of 2 points");
  await expect(shown.main.getByText(/^Checked just now: all 2 answers/)).toBeVisible();
  await other.close();
});
