// Each kind of question with nothing but a keyboard.
import { test, expect } from "../support/fixture.mjs";
import { ofKind, plain, rightAnswer } from "../support/banks.mjs";
import { tabTo } from "../support/keys.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

/** Starts a quiz of one question, the question's focus included, by keyboard. */
async function start(page, one) {
  const quiz = new Quiz(page, one.area);
  await quiz.open(link({ area: one.area, only: one.id }));
  await tabTo(page, quiz.button("Start this quiz"));
  await page.keyboard.press("Enter");
  await quiz.onQuestion(1);
  await expect(quiz.heading).toBeFocused();
  await quiz.ready();
  return quiz;
}

/** Hands in with Enter, reads the verdict and goes on to the result with Enter. */
async function enterToTheEnd(page, quiz, hand = "Enter") {
  await page.keyboard.press(hand);
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await expect(quiz.verdict).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(new Result(page).points).toHaveText("1 of 1 points");
  await expect(quiz.heading).toBeFocused();
}

const placeOf = async (quiz, one, text) => {
  const names = (await quiz.shown()).map((name) => name.replace(/\s+/g, " ").trim());
  return names.indexOf(text);
};

test("single: a digit chooses, Enter hands in and goes on", async ({ page }) => {
  const one = ofKind("single");
  const quiz = await start(page, one);
  const [right] = rightAnswer(one);
  await page.keyboard.press(String((await placeOf(quiz, one, right)) + 1));
  await expect(quiz.choice(one, right)).toBeChecked();
  await enterToTheEnd(page, quiz);
});

test("single: a letter chooses, in either case", async ({ page }) => {
  const one = ofKind("single");
  const quiz = await start(page, one);
  const [right] = rightAnswer(one);
  const place = await placeOf(quiz, one, right);
  await page.keyboard.press("ABCDEF"[(place + 1) % one.option.length]);
  await expect(quiz.choice(one, right)).not.toBeChecked();
  await page.keyboard.press("abcdef"[place]);
  await expect(quiz.choice(one, right)).toBeChecked();
  await enterToTheEnd(page, quiz);
});

test("single: arrows move inside the group", async ({ page }) => {
  const one = ofKind("single");
  const quiz = await start(page, one);
  const [right] = rightAnswer(one);
  await tabTo(page, quiz.card.getByRole("radio").first());
  await page.keyboard.press("Space");
  for (let place = await placeOf(quiz, one, right); place > 0; place -= 1) await page.keyboard.press("ArrowDown");
  await expect(quiz.choice(one, right)).toBeChecked();
  await enterToTheEnd(page, quiz);
});

test("multiple: digits and letters choose and take back", async ({ page }) => {
  const one = ofKind("multiple");
  const quiz = await start(page, one);
  const wrong = plain(one.option.find((option) => !option.key).text);
  const extra = await placeOf(quiz, one, wrong);
  await page.keyboard.press(String(extra + 1));
  await expect(quiz.choice(one, wrong)).toBeChecked();
  await page.keyboard.press("abcdef"[extra]);
  await expect(quiz.choice(one, wrong)).not.toBeChecked();
  for (const text of rightAnswer(one)) {
    await page.keyboard.press(String((await placeOf(quiz, one, text)) + 1));
    await expect(quiz.choice(one, text)).toBeChecked();
  }
  await enterToTheEnd(page, quiz);
});

test("multiple: Tab and the space bar do too", async ({ page }) => {
  const one = ofKind("multiple");
  const quiz = await start(page, one);
  for (let at = 0; at < one.option.length; at += 1) {
    const box = quiz.card.getByRole("checkbox").nth(at);
    await tabTo(page, box);
    const name = (await quiz.shown())[at].replace(/\s+/g, " ").trim();
    if (rightAnswer(one).includes(name)) await page.keyboard.press("Space");
  }
  await enterToTheEnd(page, quiz);
});

test("numeric: a number is typed, digits stay digits, Enter hands in", async ({ page }) => {
  const one = ofKind("numeric");
  const quiz = await start(page, one);
  await tabTo(page, quiz.field);
  await page.keyboard.type(rightAnswer(one));
  await expect(quiz.field).toHaveValue(rightAnswer(one));
  await enterToTheEnd(page, quiz);
});

test("text: letters stay letters, Enter hands in", async ({ page }) => {
  const one = ofKind("text");
  const quiz = await start(page, one);
  await tabTo(page, quiz.field);
  await page.keyboard.type(rightAnswer(one));
  await expect(quiz.field).toHaveValue(rightAnswer(one));
  await enterToTheEnd(page, quiz);
});

test("text of several lines: Enter makes a line, Ctrl and Enter hand in", async ({ page }) => {
  const one = ofKind("text", "sql", (each) => each.lines > 1 && each.accept[0].trim().includes("\n"));
  const quiz = await start(page, one);
  await tabTo(page, quiz.field);
  const lines = rightAnswer(one).trim().split("\n");
  for (const [place, line] of lines.entries()) {
    if (place > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
  await expect(quiz.field).toHaveValue(lines.join("\n"));
  await enterToTheEnd(page, quiz, "Control+Enter");
});

test("order: the buttons move a thing, keep the focus and say where it is now", async ({ page }) => {
  const one = ofKind("order");
  const quiz = await start(page, one);
  const last = (await quiz.order()).at(-1);
  const count = one.item.length;
  await tabTo(page, quiz.mover("up", last));
  for (let place = count - 1; place > 1; place -= 1) {
    await page.keyboard.press("Enter");
    await expect(quiz.notice(`${last}, ${place} of ${count}`)).toHaveCount(1);
    await expect(quiz.mover("up", last)).toBeFocused();
  }
  await page.keyboard.press("Space");
  await expect(quiz.mover("up", last)).toBeDisabled();
  await expect(quiz.mover("down", last)).toBeFocused();
  await quiz.arrange(rightAnswer(one), async (button) => {
    await tabTo(page, button, "Shift+Tab");
    await page.keyboard.press("Space");
  });
  await tabTo(page, quiz.button("Check answer"));
  await enterToTheEnd(page, quiz);
});

test("keys with Ctrl, Alt or Meta belong to the browser", async ({ page }) => {
  const quiz = await start(page, ofKind("single"));
  for (const key of ["Control+b", "Alt+1", "Meta+2"]) await page.keyboard.press(key);
  for (const radio of await quiz.card.getByRole("radio").all()) await expect(radio).not.toBeChecked();
});

test("Enter that is held down hands in once and does not rush past the verdict", async ({ page }) => {
  const quiz = await start(page, ofKind("single"));
  await page.keyboard.press("1");
  for (let times = 0; times < 5; times += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(quiz.verdict).toBeVisible();
  await quiz.onQuestion(1);
});
