// What a key rests on: a program that was run, or a document.
import { test, expect, byClipboard } from "../support/fixture.mjs";
import { ofKind, proved } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const own = ofKind("single", "python", (one) => proved(one) && one.proof.program);
const asked = ofKind("single", "python", (one) => proved(one) && !one.proof.program);
const documented = ofKind("judgement", "communication");
const day = (date) => new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

/** Answers a question and opens what shows that its key is right. */
async function opened(page, one) {
  const quiz = await Quiz.start(page, { area: one.area, only: one.id });
  await quiz.giveRight();
  await quiz.check();
  const summary = quiz.card.getByText("Checked by running on");
  await summary.click();
  return { quiz, summary };
}

test("a key that a program shows names the tool, its versions and the day, and the program can be copied", byClipboard, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { quiz, summary } = await opened(page, own);
  const { on, date } = proved(own);
  for (const tool of on) await expect(summary).toContainText(tool.split(" ").at(-1));
  await expect(summary).toContainText(on[0]);
  await expect(summary).toContainText(day(date));
  await quiz.press("Copy the program");
  await expect(quiz.card.getByText("The program is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(own.proof.program.trim());
});

test("where copying is not allowed, the page says what to do", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const { quiz } = await opened(page, own);
  await quiz.press("Copy the program");
  await expect(quiz.card.getByText("Select it and copy it by hand.")).toBeVisible();
});

test("where the question's own program was run, that is said, also in the result", async ({ page }) => {
  const { quiz } = await opened(page, asked);
  await expect(quiz.card.getByText("What was run is the program in the question.")).toBeVisible();
  await quiz.goOn();
  await expect(new Result(page).main.getByText("Checked by running on")).toBeVisible();
});

test("a key that no program can show is said to be from the documentation", async ({ page }) => {
  const quiz = await Quiz.start(page, { area: documented.area, only: documented.id });
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.card.getByText("From the documentation")).toBeVisible();
  await expect(quiz.card.getByText("Checked by running")).toHaveCount(0);
});
