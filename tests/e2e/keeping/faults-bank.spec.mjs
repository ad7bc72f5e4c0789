// The bank is not the one that an attempt was drawn from: questions were changed or withdrawn since.
// The record says which question was asked, and the hash of how it read: here the bank has another of each.
import { test, expect } from "../support/fixture.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { areas } from "../support/banks.mjs";
import { otherHashes, otherIds } from "../support/chunks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const withdrawn = "This question has been changed or withdrawn since you started.";

/** The attempt of `quiz` in another browser, whose bank has these questions changed: all where none are named. */
async function afterUpdate(quiz, stranger, how, ids) {
  const [[key, text]] = await keptAttempts(quiz.page);
  const page = await stranger();
  await page.route(/\/python\.[0-9a-f]{12}\.bin$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: how(await response.body(), ids ?? areas.get("python").questions.map((one) => one.id)) });
  });
  await fill(page, { [key]: text });
  const after = new Quiz(page);
  await page.goto(quiz.page.url());
  await after.heading.waitFor();
  return after;
}

for (const [what, how] of Object.entries({ "was changed": otherHashes, "is gone": otherIds })) {
  test(`when the question on the screen ${what}, the person is told, goes on, and what was answered before counts`, async ({ page, stranger }) => {
    const before = await Quiz.start(page, { n: 3 });
    await before.giveRight();
    await before.check();
    await before.goOn();
    await before.giveRight();
    const quiz = await afterUpdate(before, stranger, how, [(await before.question()).id]);
    await quiz.onQuestion(2);
    await expect(quiz.card).toContainText(withdrawn);
    await quiz.goOn();
    await quiz.onQuestion(3);
    await quiz.giveRight();
    await quiz.check();
    await quiz.press("See your result");
    await quiz.press("Finish anyway");
    await expect(new Result(quiz.page).points).toHaveText("2 of 3 points");
    await quiz.page.reload();
    await expect(new Result(quiz.page).points).toHaveText("2 of 3 points");
  });
}

test("a question that was answered and changed afterwards keeps its points", async ({ page, stranger }) => {
  const before = await Quiz.start(page, { n: 2 });
  await before.finishPractice();
  const quiz = await afterUpdate(before, stranger, otherHashes);
  await expect(new Result(quiz.page).points).toHaveText("2 of 2 points");
});

test("an exam whose questions are all gone can be ended, and its record stays", async ({ page, stranger }) => {
  const before = await Quiz.start(page, { n: 2, mode: "exam", minutes: 10 });
  await before.giveRight();
  const quiz = await afterUpdate(before, stranger, otherIds);
  await expect(quiz.card).toContainText(withdrawn);
  await quiz.press("Finish now");
  await quiz.button("Finish anyway").click();
  await expect(new Result(quiz.page).points).toHaveText("0 of 2 points");
  expect(Object.keys(await kept(quiz.page)).filter((key) => key.startsWith("plumb.attempt."))).toHaveLength(1);
});
