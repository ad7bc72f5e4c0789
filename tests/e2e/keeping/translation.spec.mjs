// A browser's translation replaces text nodes by elements of its own, in the middle of a quiz.
import { test, expect } from "../support/fixture.mjs";
import { ownClock } from "../support/clock.mjs";
import { letters, ofKind, plain, rightAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

/** Does to the page what Google Translate does: each text node outside `translate="no"` becomes two nested `font`s. */
async function translate(page) {
  const count = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const wanted = texts.filter((text) => text.data.trim() && !text.parentElement.closest("[translate=no], script, style, textarea"));
    for (const text of wanted) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      outer.style.verticalAlign = "inherit";
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
    return wanted.length;
  });
  expect(count, "something was translated").toBeGreaterThan(10);
}

const all = ["single", "multiple", "numeric", "text", "order"].map((kind) => ofKind(kind).id);

test("a practice goes on to its end on a page that is translated again and again", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 5, only: all });
  let before;
  for (let at = 1; at <= 5; at += 1) {
    await quiz.onQuestion(at);
    await translate(page);
    const one = await quiz.question();
    if (before) expect(letters(await quiz.main.textContent())).not.toContain(letters(plain(before.explanation)).slice(0, 60));
    await quiz.press("Check answer");
    await expect(quiz.complaint).toHaveText(/Give an answer first/);
    await translate(page);
    await quiz.give(one, rightAnswer(one));
    await translate(page);
    await quiz.check();
    await expect(quiz.verdict).toHaveText(/^✓Right$/);
    await expect(quiz.slot(at)).toHaveAccessibleName(`Question ${at}, Right`);
    await translate(page);
    await quiz.goOn();
    before = one;
  }
  await expect(quiz.heading).toHaveText("Your result");
  await expect(new Result(page).points).toHaveText("5 of 5 points");
  await translate(page);
  await quiz.follow("History");
  await expect(quiz.heading).toHaveText("History");
  await quiz.follow("Skills");
  await expect(quiz.heading).toHaveText(/How deep/);
});

test("buttons, timer and counts go on to say the right thing on a translated page", async ({ page }) => {
  await ownClock(page);
  const quiz = await Quiz.start(page, { n: 3, mode: "exam", minutes: 10 });
  await translate(page);
  await page.clock.runFor("01:30");
  await expect(quiz.timer).toHaveText(/^8:\d\d left$/);
  await quiz.slot(3).click();
  await quiz.onQuestion(3);
  await expect(quiz.button("Finish exam")).toHaveText("Finish exam");
  await translate(page);
  await quiz.press("Finish exam");
  await expect(quiz.confirmation).toContainText("3 questions are still open");
  await translate(page);
  await quiz.press("Go on answering");
  await expect(quiz.confirmation).toHaveCount(0);
  await quiz.slot(1).click();
  await quiz.onQuestion(1);
  await quiz.giveRight();
  await translate(page);
  await quiz.press("Finish now");
  await expect(quiz.confirmation).toContainText("2 questions are still open");
  await quiz.press("Finish anyway");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
});

test("the form of an area goes on counting on a translated page", async ({ page }) => {
  const quiz = new Quiz(page);
  await quiz.open("#/area/python");
  await translate(page);
  await page.getByLabel("How many questions").selectOption("5");
  await expect(page.getByRole("button", { name: /^Start/ })).toHaveText("Start 5 questions");
  await translate(page);
  await page.getByRole("radio", { name: /^Exam/ }).check();
  await expect(page.getByLabel("Time limit")).toBeVisible();
  await page.getByRole("button", { name: "Start 5 questions" }).click();
  await expect(quiz.heading).toHaveText("Question 1 of 5");
});
