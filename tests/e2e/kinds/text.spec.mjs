// What a wrong typed answer is told: where it differs, what it lacks.
import { test, expect } from "../support/fixture.mjs";
import { ofKind, rightAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";

const start = (page, one) => Quiz.start(page, { area: one.area, only: one.id });

test("an output of several lines is laid against the real one, line by line", async ({ page }) => {
  const one = ofKind("text", "django", (each) => each.lines > 2 && each.accept[0].trim().split("\n").length > 2);
  const quiz = await start(page, one);
  const [first, second, ...rest] = rightAnswer(one).trim().split("\n");
  await quiz.field.fill([first, "something else", ...rest].join("\n"));
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  await expect(quiz.card.getByRole("heading", { name: "Your answer against the real output" })).toBeVisible();
  const lines = quiz.card.locator(".diff").getByRole("listitem");
  await expect(lines).toHaveText([
    new RegExp(`same\\s*${first}$`),
    /only yours\s*something else$/,
    new RegExp(`only the real output\\s*${second}$`),
    ...rest.map((line) => new RegExp(`same\\s*${line}$`)),
  ]);
});

test("a command may be written in other ways, and what it lacks is named", async ({ page }) => {
  const one = ofKind("text", "git", (each) => each.contains);
  const quiz = await start(page, one);
  await quiz.field.fill("git commit --no-edit  --amend");
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
  const again = await start(page, one);
  await again.field.fill(one.trap[0].answer);
  await again.check();
  await expect(again.verdict).toContainText("Not right");
  await expect(again.card.getByRole("listitem").filter({ hasText: /^--no-edit$/ })).toBeVisible();
  await expect(again.card).toContainText("One right answer");
});

test("a value wants its unit, in any spelling", async ({ page }) => {
  const one = ofKind("text", "linux", (each) => each.unit);
  const quiz = await start(page, one);
  await expect(quiz.field).toHaveAccessibleDescription(/Write its unit too/);
  await quiz.field.fill(one.accept[0]);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Not right");
  await expect(quiz.card).toContainText("The value is right, but its unit is missing.");
  const again = await start(page, one);
  await again.field.fill(`${one.accept[0]} ${one.unit.at(-1)}`);
  await again.check();
  await expect(again.verdict).toHaveText(/Right/);
});
