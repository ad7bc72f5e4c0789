// What comes back, and when: thirty days of a person, with the clock in our hands.
import { test, expect } from "../support/fixture.mjs";
import { ofKind } from "../support/banks.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Review } from "../pages/review.mjs";

const day = 86_400_000;
const start = new Date("2026-03-02T09:00:00Z");
// A clock change (Europe, 29 March) falls into these thirty days.
test.use({ timezoneId: "Europe/Berlin", locale: "en-GB" });

/** Opens the page anew, as somebody who comes back after so many days. */
async function after(page, days) {
  await page.clock.fastForward(days * day);
  await page.goto("about:blank");
  return new Review(page).open("#/review");
}

test("without an answer there is nothing to review, and the page says what will be here", async ({ page }) => {
  const review = await new Review(page).open("#/review");
  await expect(review.main.getByText("Nothing to review yet.")).toBeVisible();
  await expect(review.main.getByRole("link", { name: "See all skills" })).toBeVisible();
});

test("over thirty days, what is answered right comes back on the day that was said, and later each time", async ({ page }) => {
  await page.clock.install({ time: start });
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.finishPractice();
  let review = await after(page, 0);
  let [today, gap, rounds] = [0, 0, 0];
  for (;;) {
    await expect(review.lead).toHaveText("Nothing is due now.");
    const days = await review.daysToNext();
    expect(days, "each interval is longer than the one before").toBeGreaterThan(gap);
    gap = days;
    if (today + days > 30) break;
    // The day before, it is not due yet.
    review = await after(page, days - 1);
    await expect(review.lead).toHaveText("Nothing is due now.");
    review = await after(page, 1);
    today += days;
    await expect(review.lead).toHaveText("3 questions are due.");
    await review.start("Review 3 in Python");
    await quiz.ready();
    await quiz.finishPractice();
    rounds += 1;
    review = await after(page, 0);
  }
  // FSRS-6 with its default weights: 2 days after the first right answer, 11 after the second.
  expect(rounds).toBe(2);
  expect(gap).toBeGreaterThan(30);
});

test("what was got wrong comes back sooner, and is a mistake until it was right on two different days", async ({ page }) => {
  await page.clock.install({ time: start });
  const quiz = await Quiz.start(page, { only: ofKind("single").id });
  await quiz.finishPractice(() => false);
  let review = await after(page, 0);
  await expect(review.button("Practise 1 in Python")).toBeVisible();
  expect(await review.daysToNext()).toBe(1);
  for (const stays of [true, false]) {
    review = await after(page, 1);
    await review.start("Practise 1 in Python");
    await quiz.ready();
    await quiz.finishPractice();
    // The same day again does not count twice.
    review = await after(page, 0);
    if (stays) {
      await review.start("Practise 1 in Python");
      await quiz.ready();
      await quiz.finishPractice();
      review = await after(page, 0);
      await expect(review.button("Practise 1 in Python")).toBeVisible();
    }
  }
  await expect(review.main.getByText("No question waits to be put right.")).toBeVisible();
});

test("who wants to remember more sees questions again sooner, and that is kept", async ({ page }) => {
  await page.clock.install({ time: start });
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  let review = await after(page, 0);
  const usual = await review.daysToNext();
  await review.retention.selectOption("80%");
  const rough = await review.daysToNext();
  expect(rough).toBeGreaterThan(usual);
  review = await after(page, 0);
  expect(await review.daysToNext()).toBe(rough);
  await expect(review.retention).toHaveValue("80");
});

test("home leads to what is due", async ({ page }) => {
  await page.clock.install({ time: start });
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.finishPractice();
  await page.clock.fastForward(5 * day);
  await page.goto("about:blank");
  const home = await new Home(page).open();
  await home.main.getByRole("link", { name: /Review.*2 questions are due/s }).click();
  await expect(new Review(page).lead).toHaveText("2 questions are due.");
});

test("the tables say what the plots show", async ({ page }) => {
  await page.clock.install({ time: start });
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.finishPractice();
  const review = await after(page, 0);
  await expect(review.rowOf("Today").last()).toHaveText(/0$/);
  const shares = await review.recalled();
  expect(shares).toHaveLength(4);
  expect(shares[0]).toBe(100);
  shares.slice(1).forEach((share, place) => expect(share).toBeLessThan(shares[place]));
  const counts = await review.forecast();
  expect(counts).toHaveLength(14);
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  expect(counts[2]).toBe(3);
});
