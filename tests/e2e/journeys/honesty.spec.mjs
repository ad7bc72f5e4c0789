// How sure a person is, hints, and "I don't know".
import { test, expect } from "../support/fixture.mjs";
import { ofKind, question, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Area } from "../pages/area.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const single = ofKind("single");
const hinted = question("python", "lambda-late-binding");
const only = (one, more = {}) => ({ area: one.area, only: one.id, ...more });

test("a quiz that asks how sure takes no answer before that is said, and marks by it", async ({ page }) => {
  const quiz = await Quiz.start(page, only(single, { sure: 1 }));
  await quiz.give(single, wrongAnswer(single));
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText("Say how sure you are, then check the answer.");
  await quiz.rate("Very");
  await expect(quiz.complaint).toHaveCount(0);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  await expect(quiz.verdict).toContainText("Very: -6 marks");
  await quiz.goOn();
  const result = new Result(page);
  await expect(result.main.getByText("-6 of 3 marks for certainty")).toBeVisible();
  await expect(result.main.getByRole("heading", { name: "Very sure, and not right" })).toBeVisible();
  const row = result.main.getByRole("row", { name: /^Very/ });
  await expect(row).toHaveText(/^Verypays best from 80% to 100%0% of 1$/);
  await result.main.getByRole("listitem").getByRole("button", { name: "Question 1 of 1", exact: true }).click();
  await expect(result.answers.getByRole("heading", { name: "Question 1 of 1" })).toBeFocused();
});

test("a right answer brings the marks of its certainty, a reload in between forgets nothing", async ({ page }) => {
  const quiz = await Quiz.start(page, only(single, { sure: 1 }));
  await quiz.give(single, rightAnswer(single));
  await quiz.rate("Fairly");
  await page.reload();
  await quiz.ready();
  await expect(quiz.card.getByRole("radio", { name: /^Fairly/ })).toBeChecked();
  await quiz.check();
  await expect(quiz.verdict).toContainText("Fairly: 2 marks");
  await quiz.goOn();
  await expect(new Result(page).main.getByText("2 of 3 marks for certainty")).toBeVisible();
  await expect(new Result(page).main.getByRole("heading", { name: "Very sure, and not right" })).toHaveCount(0);
});

test("an area offers to ask how sure the person is", async ({ page }) => {
  const area = await new Area(page).open("#/area/python");
  await page.getByRole("checkbox", { name: "Ask how sure I am of each answer" }).check();
  await area.start.click();
  const quiz = new Quiz(page);
  await quiz.ready();
  await expect(quiz.card.getByRole("group", { name: "How sure are you?" })).toBeVisible();
});

test("a quiz that does not ask says nothing of certainty", async ({ page }) => {
  const quiz = await Quiz.start(page, only(single));
  await expect(quiz.card.getByRole("group", { name: "How sure are you?" })).toHaveCount(0);
});

test("each hint costs a quarter of the point and is there again after a reload", async ({ page }) => {
  const quiz = await Quiz.start(page, only(hinted));
  await quiz.press("Show hint 1 of 2 (costs a quarter of the point)");
  await expect(quiz.card.getByRole("list", { name: "Hints" })).toContainText("When does Python look up the name");
  await page.reload();
  await quiz.ready();
  await expect(quiz.card.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(1);
  await quiz.press("Show hint 2 of 2 (costs a quarter of the point)");
  await expect(quiz.card.getByRole("list", { name: "Hints" }).getByRole("listitem")).toHaveCount(2);
  await expect(quiz.card.getByRole("button", { name: /^Show hint/ })).toHaveCount(0);
  await quiz.give(hinted, rightAnswer(hinted));
  await quiz.check();
  await expect(quiz.verdict).toContainText("Right");
  await expect(quiz.verdict).toContainText("0.5 of 1 point");
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("0.5 of 1 points");
});

test("not knowing is neither wrong nor skipped: the reasons follow, and the result says so", async ({ page }) => {
  const quiz = await Quiz.start(page, only(single));
  await quiz.press("I don’t know");
  await expect(quiz.verdict).toHaveText("○You said that you do not know");
  await expect(quiz.verdict).toBeFocused();
  await expect(quiz.card.getByText("Worth knowing")).toBeVisible();
  await quiz.goOn();
  const result = new Result(page);
  await expect(result.points).toHaveText("0 of 1 points");
  await expect(result.answers.first()).toContainText("You said that you do not know");
});

test("in an exam, not knowing counts as answered and can be thought over", async ({ page }) => {
  const two = [single.id, ofKind("text").id];
  const quiz = await Quiz.start(page, { n: 2, only: two, mode: "exam" });
  await quiz.press("I don’t know");
  await quiz.onQuestion(2);
  await quiz.giveRight();
  await quiz.press("Previous");
  await expect(quiz.slot(1)).toHaveAccessibleName(/answered/);
  await quiz.giveRight();
  await quiz.slot(2).click();
  await quiz.press("Finish exam");
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

test("whoever runs the site can name an address for reports; without one there is no such link", async ({ page }) => {
  const quiz = await Quiz.start(page, only(single));
  await quiz.press("I don’t know");
  await expect(quiz.card.getByText("Worth knowing")).toBeVisible();
  await expect(quiz.card.getByRole("link", { name: "Report a problem with this question" })).toHaveCount(0);
  await page.evaluate(() => {
    document.querySelector("meta[name=plumb-report]").content = "https://example.org/new?title={question}";
  });
  await quiz.goOn();
  const link = new Result(page).main.getByRole("link", { name: "Report a problem with this question" });
  await expect(link).toHaveAttribute("href", `https://example.org/new?title=${single.id}`);
});
