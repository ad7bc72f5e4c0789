// Clocks that jump, sleep and change their zone: time that was used counts, and no answer depends on it.
import { test, expect, onlyChromium } from "../support/fixture.mjs";
import { ownClock } from "../support/clock.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const exam = (page, minutes = 10) => Quiz.start(page, { n: 3, seed: "exam", mode: "exam", minutes });

/** The seconds that the timer shows. */
const left = async (quiz) => {
  const [, minutes, seconds] = (await quiz.timer.textContent()).match(/(\d+):(\d\d) left/);
  return Number(minutes) * 60 + Number(seconds);
};

test("a clock that is set back by an hour does not stop the timer of an exam", async ({ page }) => {
  await ownClock(page);
  const quiz = await exam(page);
  await page.clock.runFor("01:00");
  await page.clock.setSystemTime(new Date("2026-11-21T07:00:00Z"));
  await page.clock.runFor("02:00");
  expect(await left(quiz)).toBeGreaterThan(405);
  expect(await left(quiz)).toBeLessThanOrEqual(430);
  await quiz.giveRight();
  await page.clock.runFor("08:00");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
});

test("a clock that is set forward by a day ends a timed exam with all that was answered, and a practice goes on", async ({ page }) => {
  await ownClock(page);
  const practice = await Quiz.start(page, { n: 2 });
  await practice.giveRight();
  await page.clock.setSystemTime(new Date("2026-11-22T08:00:00Z"));
  await practice.check();
  await practice.goOn();
  await practice.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");

  const quiz = await exam(page);
  await quiz.giveRight();
  await page.clock.setSystemTime(new Date("2026-11-23T08:00:00Z"));
  await page.clock.runFor("00:02");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
  await page.clock.setSystemTime(new Date("2026-11-21T08:00:00Z"));
  await page.reload();
  await expect(new Result(page).points, "a clock that goes back again takes nothing away").toHaveText("1 of 3 points");
});

test("a record that seems to come from the future is in the history and counts", async ({ page }) => {
  await ownClock(page, "2031-01-01T00:00:00Z");
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await page.clock.setSystemTime(new Date("2026-11-21T08:00:00Z"));
  await Quiz.start(page, { n: 1, seed: "now" });
  const history = await new History(page).open("#/history");
  await expect(history.rows).toHaveCount(2);
  await expect(history.rows.filter({ hasText: "1 of 1 points" })).toHaveCount(1);
});

test("another time zone in the middle of an exam changes nothing about its time", onlyChromium("no other driver changes it in a page that is open"), async ({ page }) => {
  await ownClock(page);
  const quiz = await exam(page);
  await page.clock.runFor("01:00");
  const before = await left(quiz);
  const session = await page.context().newCDPSession(page);
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    await session.send("Emulation.setTimezoneOverride", { timezoneId });
    await page.clock.runFor("00:02");
    expect(await left(quiz)).toBeLessThanOrEqual(before);
    expect(await left(quiz)).toBeGreaterThan(before - 15);
  }
  await quiz.giveRight();
  await quiz.press("Finish now");
  await quiz.press("Finish anyway");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
});

test("an exam that goes on in another time zone has the time that was left", async ({ profile }) => {
  const west = await profile({ timezoneId: "Pacific/Pago_Pago" });
  const page = await west.newPage();
  await ownClock(page);
  const quiz = await exam(page);
  await quiz.giveRight();
  await page.clock.runFor("01:00");
  const before = await left(quiz);
  const address = page.url();
  await west.close();
  // A day later by the calendar there, two minutes later by the clock.
  const east = await profile({ timezoneId: "Pacific/Kiritimati" });
  const again = new Quiz(await east.newPage());
  await ownClock(again.page, "2026-11-21T08:03:00Z");
  await again.page.goto(address);
  await again.onQuestion(1);
  expect(await left(again)).toBeGreaterThan(before - 15);
  expect(await left(again)).toBeLessThanOrEqual(before + 6);
  await again.press("Finish now");
  await again.press("Finish anyway");
  await expect(new Result(again.page).points).toHaveText("1 of 3 points");
});

for (const [what, start] of [["an hour is repeated", "2026-10-25T00:58:00Z"], ["an hour is left out", "2027-03-28T00:58:00Z"]]) {
  test.describe(`in the night in which ${what}`, () => {
    test.use({ timezoneId: "Europe/Berlin" });

    test("an exam takes as long as always", async ({ page }) => {
      await ownClock(page, start);
      const quiz = await exam(page);
      await page.clock.runFor("05:00");
      expect(await left(quiz)).toBeGreaterThan(280);
      expect(await left(quiz)).toBeLessThanOrEqual(300);
      await quiz.giveRight();
      await page.clock.runFor("05:01");
      await expect(new Result(page).points).toHaveText("1 of 3 points");
    });
  });
}

test("a device that slept for a day in a practice wakes up where it was", async ({ page }) => {
  await ownClock(page);
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await page.clock.fastForward("24:00:00");
  await quiz.check();
  await quiz.goOn();
  await page.reload();
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, Right");
});

test("a device that slept for a part of an exam's time finds the rest", async ({ page }) => {
  await ownClock(page);
  const quiz = await exam(page);
  await page.clock.fastForward("06:00");
  await expect.poll(() => left(quiz)).toBeLessThanOrEqual(240);
  expect(await left(quiz)).toBeGreaterThan(220);
  await quiz.giveRight();
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, answered");
});

/** As a browser does with a tab that nobody sees: it stands still while time goes on. */
async function away(page, time, browserName) {
  if (browserName !== "chromium") {
    // No other browser is told to freeze a tab; its clock can be stopped, and with it all that waits for its turn.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    return page.clock.setSystemTime(new Date(time));
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await page.clock.setSystemTime(new Date(time));
  return session.send("Page.setWebLifecycleState", { state: "active" });
}

test("when the time ends while nobody sees the tab, what was answered counts and the person is told on return", async ({ page, browserName }) => {
  await ownClock(page);
  const quiz = await exam(page);
  await quiz.giveRight();
  await away(page, "2026-11-21T09:00:00Z", browserName);
  await page.clock.runFor("00:02");
  const result = new Result(page);
  await expect(result.points).toHaveText("1 of 3 points");
  await expect(result.main.getByText("The time limit ended this exam.")).toBeVisible();
});

test("an answer that comes after the time ended unseen does not count, and takes none of the others away", async ({ page, browserName }) => {
  await ownClock(page);
  const quiz = await exam(page);
  await quiz.giveRight();
  await quiz.press("Next question");
  await quiz.onQuestion(2);
  await away(page, "2026-11-21T09:00:00Z", browserName);
  // Before the first tick.
  await quiz.press("Flag for later");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
});
