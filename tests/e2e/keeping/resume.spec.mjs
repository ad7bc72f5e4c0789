// A running attempt is there again after a reload at any moment, just as it was.
import { test, expect } from "../support/fixture.mjs";
import { ownClock } from "../support/clock.mjs";
import { ofKind, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const one = Object.fromEntries(["single", "multiple", "numeric", "text", "order"].map((kind) => [kind, ofKind(kind)]));
const all = Object.values(one).map((each) => each.id);

/** All that a person sees and has filled in, without the running time and how far saving is. */
async function screen(quiz) {
  const seen = await quiz.main.ariaSnapshot();
  const fields = await quiz.card.getByRole("textbox").evaluateAll((fields) => fields.map((field) => field.value));
  return { seen: seen.replace(/\d+:\d\d left/, "time left").replace(/- paragraph: (Saved on this device|Saving…)/, "- paragraph"), fields, shown: await quiz.shown() };
}

/** Reloads and expects the same screen. */
async function survivesReload(quiz, moment) {
  const before = await screen(quiz);
  await quiz.page.reload();
  await quiz.heading.waitFor();
  await expect(quiz.card.first()).toBeVisible();
  expect(await screen(quiz), `the screen after a reload ${moment}`).toEqual(before);
}

test("a practice with each kind of question survives a reload at every step", async ({ page }) => {
  test.slow();
  const quiz = await Quiz.start(page, { n: 5, only: all });
  for (let at = 1; at <= 5; at += 1) {
    await quiz.onQuestion(at);
    const asked = await quiz.question();
    await survivesReload(quiz, `before ${asked.kind} was answered`);
    await quiz.give(asked, at % 2 ? rightAnswer(asked) : wrongAnswer(asked));
    await survivesReload(quiz, `with ${asked.kind} answered and not handed in`);
    if (at === 2) {
      await quiz.press("Flag for later");
      await survivesReload(quiz, "with a flag");
    }
    await quiz.check();
    await survivesReload(quiz, `with ${asked.kind} checked`);
    await quiz.goOn();
  }
  await expect(new Result(page).points).toHaveText("3 of 5 points");
  await survivesReload(quiz, "on the result");
});

test("an exam survives a reload at every step, with answers, flags and place", async ({ page }) => {
  test.slow();
  const quiz = await Quiz.start(page, { n: 5, only: all, mode: "exam" });
  for (let at = 1; at <= 5; at += 1) {
    await quiz.onQuestion(at);
    const asked = await quiz.giveRight();
    if (at === 3) await quiz.press("Flag for later");
    await survivesReload(quiz, `with ${asked.kind} answered`);
    if (at < 5) await quiz.press("Next question");
  }
  await quiz.press("Previous");
  await quiz.onQuestion(4);
  await survivesReload(quiz, "after going back");
  await quiz.slot(5).click();
  await quiz.press("Finish exam");
  await expect(new Result(page).points).toHaveText("5 of 5 points");
  await survivesReload(quiz, "on the result");
});

test("a skipped question is still skipped after a reload", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.press("Skip for now");
  await quiz.onQuestion(2);
  await survivesReload(quiz, "after skipping");
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, skipped");
});

test("each letter that was typed is there after a reload, unfinished numbers too", async ({ page }) => {
  const quiz = await Quiz.start(page, { only: one.numeric.id });
  await quiz.field.pressSequentially("12.");
  await survivesReload(quiz, "in the middle of a number");
  await expect(quiz.field).toHaveValue("12.");
  await quiz.field.fill("  ¼ 1e");
  await page.reload();
  await expect(quiz.field).toHaveValue("  ¼ 1e");
});

test("the remaining time goes on where it was, and time away does not count", async ({ page }) => {
  await ownClock(page);
  const quiz = await Quiz.start(page, { n: 2, mode: "exam", minutes: 10 });
  const left = async () => {
    const [, minutes, seconds] = (await quiz.timer.textContent()).match(/(\d+):(\d\d)/);
    return Number(minutes) * 60 + Number(seconds);
  };
  await page.clock.runFor("03:00");
  const before = await left();
  expect(before).toBeLessThanOrEqual(420);
  const address = page.url();
  await page.goto("about:blank");
  await page.clock.runFor("20:00");
  await page.goto(address);
  await quiz.onQuestion(1);
  expect(await left(), "not less than before").toBeGreaterThanOrEqual(before - 1);
  expect(await left(), "a reload gives back no more than the last seconds").toBeLessThanOrEqual(before + 6);
});

test("a limit that was turned off stays off after a reload", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2, mode: "exam", minutes: 10 });
  await quiz.press("Turn the limit off");
  await expect(quiz.timer).toHaveCount(0);
  await page.reload();
  await quiz.onQuestion(1);
  await expect(quiz.timer).toHaveCount(0);
});

test("going back and forth in the browser's history keeps the attempt, and makes no second one", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await quiz.follow("History");
  await expect(quiz.main.getByText("Not finished")).toHaveCount(1);
  await page.goBack();
  await quiz.onQuestion(2);
  await page.goBack();
  await expect(quiz.heading).toHaveText("A quiz in Python");
  await page.goForward();
  await quiz.onQuestion(2);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
  await quiz.follow("History");
  await expect(quiz.main.getByRole("rowheader")).toHaveCount(1);
});
