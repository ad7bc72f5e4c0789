import { test, expect } from "../support/fixture.mjs";
import { areas, letters, ofKind, plain, reasonOf, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Area } from "../pages/area.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

test("a practice of ten python questions, answered right, gets ten points", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await area.start.click();
  const quiz = new Quiz(page);
  const asked = [];
  for (let at = 1; at <= 10; at += 1) {
    await quiz.onQuestion(at);
    const one = await quiz.giveRight();
    asked.push(one.id);
    await quiz.check();
    await expect(quiz.verdict).toHaveText(/Right/);
    await expect(quiz.verdict).toBeFocused();
    await expect(quiz.slot(at)).toHaveAccessibleName(`Question ${at}, Right`);
    await expect(quiz.card.getByRole("link", { name: one.source.title })).toHaveAttribute("href", one.source.url);
    expect(letters(await quiz.card.textContent()), `${one.id} explains`).toContain(letters(plain(one.explanation)).slice(0, 60));
    await quiz.goOn();
  }
  await expect(new Result(page).points).toHaveText("10 of 10 points");
  expect(new Set(asked).size, "no question came twice").toBe(10);
});

test("a wrong choice is told in words, with the reason for it and for the right one", async ({ page }) => {
  const one = ofKind("single");
  const quiz = await Quiz.start(page, { only: one.id });
  const [wrong] = wrongAnswer(one);
  const [right] = rightAnswer(one);
  await quiz.give(one, [wrong]);
  await expect(quiz.card.getByText("The right answer")).toHaveCount(0);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Not right/);
  const said = (words) => quiz.card.getByRole("listitem").filter({ hasText: words });
  await expect(said("Your answer, not right")).toContainText(plain(reasonOf(one, wrong)));
  await expect(said("The right answer")).toContainText(plain(reasonOf(one, right)));
  await expect(said("The right answer")).toContainText(right);
});

test("the reasons why the other options are wrong are one step away", async ({ page }) => {
  const one = ofKind("single", "python", (each) => each.option.length > 2);
  const quiz = await Quiz.start(page, { only: one.id });
  const [right] = rightAnswer(one);
  const other = one.option.find((option) => plain(option.text) !== right);
  await quiz.give(one, [right]);
  await quiz.check();
  const reason = quiz.card.getByText(plain(other.why).slice(0, 40));
  await expect(reason).toBeHidden();
  await quiz.card.getByText("Why the others are wrong").click();
  await expect(reason).toBeVisible();
});

test("a likely mistake in a typed answer gets its own reason", async ({ page }) => {
  const one = ofKind("text");
  const quiz = await Quiz.start(page, { only: one.id });
  await quiz.give(one, wrongAnswer(one));
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Not right/);
  await expect(quiz.card).toContainText(one.accept[0]);
  expect(letters(await quiz.card.textContent())).toContain(letters(plain(one.trap[0].why)));
});

test("checking without an answer says what is missing and loses nothing", async ({ page }) => {
  const quiz = await Quiz.start(page, { only: ofKind("single").id });
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
  await quiz.giveRight();
  await expect(quiz.complaint).toHaveCount(0);
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
});

test("text where a number is wanted is asked for again and not graded", async ({ page }) => {
  const one = ofKind("numeric");
  const quiz = await Quiz.start(page, { only: one.id });
  await quiz.field.fill("about three");
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/not a number/);
  await expect(quiz.field).toHaveValue("about three");
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
});

test("a skipped question comes again", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  const skipped = await quiz.question();
  await quiz.press("Skip for now");
  await quiz.onQuestion(2);
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, skipped");
  for (const at of [2, 3]) {
    await quiz.onQuestion(at);
    await quiz.giveRight();
    await quiz.check();
    await quiz.goOn();
  }
  await quiz.onQuestion(1);
  expect((await quiz.question()).id).toBe(skipped.id);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});

test("a flag marks a question in the line of questions until it is taken away", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  const flag = quiz.button("Flag for later");
  await flag.click();
  await expect(flag).toHaveAttribute("aria-pressed", "true");
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, open, flagged");
  await quiz.slot(2).click();
  await expect(quiz.button("Flag for later")).toHaveAttribute("aria-pressed", "false");
  await quiz.slot(1).click();
  await quiz.button("Flag for later").click();
  await expect(quiz.slot(1)).toHaveAccessibleName("Question 1, open");
});

test("finishing early asks first; an answer that was not checked does not count", async ({ page }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await quiz.giveRight();
  await quiz.press("Finish now");
  await expect(quiz.confirmation).toContainText("2 questions are still open");
  await expect(quiz.confirmation).toBeFocused();
  await quiz.press("Go on answering");
  await quiz.onQuestion(2);
  await quiz.press("Finish now");
  await quiz.press("Finish anyway");
  await expect(new Result(page).points).toHaveText("1 of 3 points");
});

test("an area that is not python can be practised to the end too", async ({ page }) => {
  const quiz = await Quiz.start(page, { area: "sql", n: 200, seed: "all" });
  const asked = await quiz.finishPractice();
  const count = areas.get("sql").questions.length;
  expect(asked).toHaveLength(count);
  await expect(new Result(page).points).toHaveText(`${count} of ${count} points`);
});
