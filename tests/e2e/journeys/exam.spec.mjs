import { test, expect } from "../support/fixture.mjs";
import { ownClock } from "../support/clock.mjs";
import { ofKind, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const exam = (page, more = {}) => Quiz.start(page, { n: 3, seed: "exam", mode: "exam", ...more });

test("an exam tells nothing before its end and everything after it", async ({ page }) => {
  const quiz = await exam(page);
  for (const at of [1, 2, 3]) {
    await quiz.onQuestion(at);
    await quiz.giveRight();
    await expect(quiz.card.getByRole("link")).toHaveCount(0);
    await expect(quiz.slot(at)).toHaveAccessibleName(`Question ${at}, answered`);
    await quiz.button("Next question").or(quiz.button("Finish exam")).click();
  }
  await expect(new Result(page).points).toHaveText("3 of 3 points");
  await expect(new Result(page).answers).toHaveCount(3);
});

test("a person can go back in an exam and change an answer until the end", async ({ page }) => {
  const one = ofKind("single");
  const quiz = await exam(page, { n: 2, only: [one.id, ofKind("text").id] });
  const at = (await quiz.question()).id === one.id ? 1 : 2;
  await quiz.slot(at).click();
  await quiz.give(one, wrongAnswer(one));
  await quiz.slot(3 - at).click();
  await quiz.giveRight();
  await quiz.slot(2).click();
  await quiz.press("Previous");
  await quiz.onQuestion(1);
  await quiz.slot(at).click();
  await expect(quiz.choice(one, wrongAnswer(one)[0])).toBeChecked();
  await quiz.give(one, rightAnswer(one));
  await quiz.slot(2).click();
  await quiz.press("Finish exam");
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("a flag stays with its question through an exam", async ({ page }) => {
  const quiz = await exam(page);
  await quiz.press("Flag for later");
  await quiz.press("Next question");
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, open, flagged");
  await quiz.press("Previous");
  await expect(quiz.button("Flag for later")).toHaveAttribute("aria-pressed", "true");
});

test("an exam with open questions asks before it ends", async ({ page }) => {
  const quiz = await exam(page);
  await quiz.giveRight();
  await quiz.slot(3).click();
  await quiz.press("Finish exam");
  await expect(quiz.confirmation).toContainText("2 questions are still open");
  await quiz.press("Go on answering");
  await expect(quiz.confirmation).toHaveCount(0);
  await quiz.press("Finish exam");
  await quiz.press("Finish anyway");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
  await expect(new Result(page).answers.filter({ hasText: "Not answered" })).toHaveCount(2);
});

test.describe("with a time limit", () => {
  test.beforeEach(({ page }) => ownClock(page));

  /** The seconds that the timer shows. */
  const left = async (quiz) => {
    const [, minutes, seconds] = (await quiz.timer.textContent()).match(/(\d+):(\d\d) left/);
    return Number(minutes) * 60 + Number(seconds);
  };

  test("the timer counts down", async ({ page }) => {
    const quiz = await exam(page, { minutes: 10 });
    expect(await left(quiz)).toBeGreaterThan(590);
    await page.clock.runFor("01:00");
    expect(await left(quiz)).toBeGreaterThan(530);
    expect(await left(quiz)).toBeLessThanOrEqual(540);
    await expect(quiz.timer).toHaveAttribute("aria-live", "off");
  });

  test("time can be added at any moment", async ({ page }) => {
    const quiz = await exam(page, { minutes: 5 });
    await page.clock.runFor("04:00");
    expect(await left(quiz)).toBeLessThanOrEqual(60);
    await quiz.press("Add 5 minutes");
    expect(await left(quiz)).toBeGreaterThan(330);
    await page.clock.runFor("03:00");
    await quiz.onQuestion(1);
  });

  test("the limit can be turned off, and then nothing ends the exam", async ({ page }) => {
    const quiz = await exam(page, { minutes: 5 });
    await quiz.press("Turn the limit off");
    await expect(quiz.timer).toHaveCount(0);
    await page.clock.runFor("20:00");
    await quiz.giveRight();
    await quiz.press("Next question");
    await quiz.onQuestion(2);
  });

  test("when the time is up, what was answered is graded and the person is told", async ({ page }) => {
    const quiz = await exam(page, { minutes: 5 });
    await quiz.giveRight();
    await page.clock.runFor("05:01");
    const result = new Result(page);
    await expect(result.points).toHaveText("1 of 3 points");
    await expect(result.main.getByText("The time limit ended this exam. All you had answered counts.")).toBeVisible();
  });

  test("a device whose clock is set back costs no time, and one that slept is told the truth", async ({ page }) => {
    const quiz = await exam(page, { minutes: 10 });
    await page.clock.runFor("01:00");
    const before = await left(quiz);
    await page.clock.setSystemTime(new Date("2026-11-21T07:00:00Z"));
    await page.clock.runFor("00:02");
    expect(await left(quiz)).toBeLessThanOrEqual(before);
    expect(await left(quiz)).toBeGreaterThan(before - 10);
    await quiz.giveRight();
    await page.clock.fastForward("30:00");
    await expect(new Result(page).points).toHaveText("1 of 3 points");
  });

  test("screen readers are told a few times how much is left, and not every second", async ({ page }) => {
    await page.addInitScript(() => {
      window.spoken = [];
      new MutationObserver((changes) => {
        changes.map((change) => change.target.parentElement?.closest("[role=status]") ?? change.target)
          .filter((target) => target.getAttribute?.("role") === "status" && target.textContent)
          .forEach((target) => window.spoken.push(target.textContent));
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await exam(page, { minutes: 6 });
    await page.evaluate(() => { window.spoken = []; });
    await page.clock.runFor("05:30");
    expect(await page.evaluate(() => window.spoken)).toEqual([
      "5 minutes left. You can add time or turn the limit off.",
      "1 minute left. You can add time or turn the limit off.",
    ]);
  });
});
