// Questions from several areas in one sitting: what is due, and the daily five.
import { test, expect } from "../support/fixture.mjs";
import { questionIn } from "../support/banks.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Review } from "../pages/review.mjs";

const day = 86_400_000;
const start = new Date("2026-03-02T09:00:00Z");
test.use({ timezoneId: "Europe/Berlin", locale: "en-GB" });

/** The area of the question on the screen, found by its words. */
async function areaOf(quiz, areas) {
  const text = await quiz.card.textContent();
  return areas.find((area) => {
    try {
      return questionIn(area, text);
    } catch {
      return false;
    }
  });
}

/** Says "I don’t know" to everything that is left. Gives back the areas that were asked. */
async function giveUp(quiz, areas) {
  const asked = [];
  while (/^Question/.test(await quiz.heading.textContent())) {
    asked.push(await areaOf(quiz, areas));
    await quiz.press("I don’t know");
    await expect(quiz.verdict).toBeVisible();
    await quiz.goOn();
  }
  return asked;
}

test("what is due in two areas is reviewed in one sitting", async ({ page }) => {
  await page.clock.install({ time: start });
  for (const area of ["python", "sql"]) {
    const quiz = await Quiz.start(page, { area, n: 2 });
    await quiz.finishPractice();
  }
  await page.clock.fastForward(5 * day);
  await page.goto("about:blank");
  const review = await new Review(page).open("#/review");
  await expect(review.lead).toHaveText("4 questions are due.");
  await expect(review.button("Review 2 in Python")).toBeVisible();
  await review.start("Review 4 from all areas");
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  await quiz.ready();
  await expect(quiz.main.getByText("Review in Python, SQL")).toBeVisible();
  const asked = await giveUp(quiz, ["python", "sql"]);
  expect(asked.sort()).toEqual(["python", "python", "sql", "sql"]);
  const rows = await new Result(page).rows("By topic");
  expect(rows.every((row) => /^(Python|SQL): /.test(row.name)), "topics name their area").toBe(true);
  const after = await new Review(page).open("#/review");
  await expect(after.button("Practise 4 from all areas")).toBeVisible();
});

test("the daily five are off until areas are chosen, are the same for everybody, and count days without blame", async ({ page, browser }) => {
  await page.clock.install({ time: start });
  let review = await new Review(page).open("#/review");
  await expect(review.button("Start today's five")).toHaveCount(0);
  const follow = async (on) => {
    await on.page.getByText("Choose areas", { exact: true }).click();
    for (const name of ["Git", "Python", "SQL"]) await on.page.getByRole("group", { name: "Your areas" }).getByLabel(name, { exact: true }).check();
  };
  await follow(review);
  const questions = async (on) => {
    await on.start("Start today's five");
    const quiz = new Quiz(on.page);
    await quiz.onQuestion(1);
    await quiz.ready();
    const prompts = [];
    while (/^Question/.test(await quiz.heading.textContent())) {
      prompts.push(await quiz.card.locator(".prompt").textContent());
      await quiz.press("I don’t know");
      await expect(quiz.verdict).toBeVisible();
      await quiz.goOn();
    }
    return prompts;
  };
  const mine = await questions(review);
  expect(mine).toHaveLength(5);

  const other = await browser.newContext({ timezoneId: "Europe/Berlin" });
  const theirs = await other.newPage();
  await theirs.clock.install({ time: start });
  await theirs.goto(new URL("./#/review", page.url().split("#")[0]).href);
  const second = new Review(theirs);
  await second.heading.waitFor();
  await follow(second);
  expect(await questions(second)).toEqual(mine);
  await other.close();

  review = await new Review(page).open("#/review");
  await expect(review.main.getByText("Done for today. The next five come tomorrow.")).toBeVisible();
  await page.clock.fastForward(day);
  await page.goto("about:blank");
  const home = await new Home(page).open();
  await home.main.getByRole("link", { name: /Daily five/ }).click();
  const next = await questions(new Review(page));
  expect(next).not.toEqual(mine);
  review = await new Review(page).open("#/review");
  await expect(review.main.getByText("2 days in a row")).toBeVisible();
});
