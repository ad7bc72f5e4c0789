// What a program does: what it prints, or where and with what it stops.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { letters, ofKind, plain, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { tabTo } from "../support/keys.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const prints = ofKind("trace", "javascript", (one) => one.prints);
const fails = ofKind("trace", "python", (one) => one.fails);
const start = (page, one) => Quiz.start(page, { area: one.area, only: one.id });
const sees = (quiz, text) => expect.poll(async () => letters(await quiz.card.textContent())).toContain(letters(plain(text)).slice(0, 40));
const part = (quiz, name) => quiz.card.getByRole("listitem").filter({ hasText: name });

test("it stops: by keyboard alone", async ({ page }) => {
  const quiz = await start(page, fails);
  await page.keyboard.press("2");
  await expect(quiz.outcome(false)).toBeChecked();
  const { line, error } = rightAnswer(fails);
  await tabTo(page, quiz.traced("line"));
  await page.keyboard.type(line);
  await tabTo(page, quiz.traced("error"));
  await page.keyboard.type(error);
  await page.keyboard.press("Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await page.keyboard.press("Enter");
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("it prints: by keyboard alone, with Ctrl and Enter", async ({ page }) => {
  const quiz = await start(page, prints);
  await tabTo(page, quiz.outcome(true));
  await page.keyboard.press("Space");
  await tabTo(page, quiz.traced("output"));
  for (const [place, line] of rightAnswer(prints).output.split("\n").entries()) {
    if (place > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
  await page.keyboard.press("Control+Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await sees(quiz, prints.why);
});

test("both ways are offered whatever the program does, and each keeps what was typed in it", async ({ page }) => {
  for (const one of [prints, fails]) {
    const quiz = await start(page, one);
    await expect(quiz.card.getByRole("textbox")).toHaveCount(0);
    await quiz.outcome(true).check();
    await expect(quiz.card.getByRole("textbox")).toHaveCount(1);
    await expect(quiz.traced("output")).toHaveAttribute("rows", "5");
    await quiz.traced("output").fill("a\nb");
    await quiz.outcome(false).check();
    await expect(quiz.card.getByRole("textbox")).toHaveCount(2);
    await quiz.traced("error").fill("KeyError");
    await quiz.outcome(true).check();
    await expect(quiz.traced("output")).toHaveValue("a\nb");
    await quiz.outcome(false).check();
    await expect(quiz.traced("error")).toHaveValue("KeyError");
  }
});

test("what is still open is said", async ({ page }) => {
  const quiz = await start(page, fails);
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
  await quiz.outcome(false).check();
  await quiz.traced("error").fill("KeyError");
  await quiz.traced("line").fill("two");
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/fill in every field/);
  await quiz.traced("line").fill("2");
  await expect(quiz.complaint).toHaveCount(0);
});

test("partly: each part has its own verdict, and its right answer where it is wrong", async ({ page }) => {
  const quiz = await start(page, fails);
  const right = rightAnswer(fails);
  await quiz.give(fails, { ...right, line: "4" });
  await quiz.check();
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText("0.67 of 1 point");
  await expect(part(quiz, "Whether it runs: Right")).toContainText("It stops with an error");
  await expect(part(quiz, "The line where it stops: Not right")).toContainText(`Right is${right.line}`);
  await expect(part(quiz, "The error: Right")).toContainText(right.error);
  await sees(quiz, fails.why);
});

test("a wrong output that was foreseen has its reason", async ({ page }) => {
  const quiz = await start(page, prints);
  const trap = prints.trap[0];
  await quiz.give(prints, { runs: true, output: trap.answer });
  await quiz.check();
  await expect(quiz.verdict).toContainText("0.5 of 1 point");
  await expect(part(quiz, "What it prints: Not right")).toContainText(rightAnswer(prints).output);
  await expect(quiz.card.getByText("What may have happened")).toBeVisible();
  await sees(quiz, trap.why);
});

for (const [name, one] of [["prints", prints], ["stops", fails]]) {
  test(`wrong: a program that ${name} is shown as what it is, and nothing counts`, async ({ page }) => {
    const quiz = await start(page, one);
    await quiz.give(one, wrongAnswer(one));
    await quiz.check();
    await expect(quiz.verdict).toHaveText(/Not right/);
    const outcome = one.fails ? "It stops with an error" : "It runs to its end";
    await expect(part(quiz, "Whether it runs: Not right")).toContainText(`Right is${outcome}`);
    const [, ...details] = Object.values(rightAnswer(one));
    for (const text of details) await expect(quiz.card.getByRole("listitem").filter({ hasText: "Not answered" }).filter({ hasText: text })).toHaveCount(1);
    await quiz.goOn();
    await expect(new Result(page).points).toHaveText("0 of 1 points");
  });
}

test("a reload in the middle keeps what was given, in both ways", async ({ page }) => {
  const quiz = await start(page, fails);
  await quiz.give(fails, { runs: true, output: "1\n2" });
  await quiz.give(fails, { runs: false, line: "7", error: "Key" });
  await page.reload();
  await quiz.ready();
  await expect(quiz.outcome(false)).toBeChecked();
  await expect(quiz.traced("line")).toHaveValue("7");
  await expect(quiz.traced("error")).toHaveValue("Key");
  await quiz.outcome(true).check();
  await expect(quiz.traced("output")).toHaveValue("1\n2");
});

test.describe("on a phone of 360 px", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("by touch: the line asks for digits, and no field corrects what is typed", async ({ page }) => {
    const quiz = await start(page, fails);
    await quiz.outcome(false).tap();
    await expect(quiz.traced("line")).toHaveAttribute("inputmode", "numeric");
    await expect(quiz.traced("error")).toHaveAttribute("autocapitalize", "off");
    const { line, error } = rightAnswer(fails);
    await quiz.traced("line").tap();
    await page.keyboard.type(line);
    await quiz.traced("error").tap();
    await page.keyboard.type(error);
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/Right/);
  });
});
