// cloze and table: fields inside prose, code and cells.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { blanksOf, ofKind, plain, question, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const kinds = ["cloze", "table"];
const start = (page, one) => Quiz.start(page, { area: one.area, only: one.id });
const typedOnly = (kind) => ofKind(kind, "python", (one) => one.blank.every((blank) => !blank.options));
const chosenToo = (kind) => ofKind(kind, "sql", (one) => one.blank.some((blank) => blank.options));
const rounded = (share) => String(Math.round(share * 100) / 100);
const row = (quiz, place) => quiz.card.getByRole("listitem").filter({ hasText: "Your answer" }).nth(place);

for (const kind of kinds) {
  test(`${kind}: the keyboard alone fills fields, and Enter hands in`, async ({ page }) => {
    const one = typedOnly(kind);
    const quiz = await start(page, one);
    await quiz.blanks.first().focus();
    for (const [place, text] of rightAnswer(one).entries()) {
      if (place > 0) await page.keyboard.press("Tab");
      await expect(quiz.blanks.nth(place)).toBeFocused();
      await page.keyboard.type(text);
      await expect(quiz.blanks.nth(place)).toHaveValue(text);
    }
    await page.keyboard.press("Enter");
    await expect(quiz.verdict).toHaveText(/^✓?Right/);
    await expect(quiz.verdict).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(new Result(page).points).toHaveText("1 of 1 points");
  });

  test(`${kind}: the keyboard alone chooses from lists, where Enter belongs to the list`, async ({ page }) => {
    const one = chosenToo(kind);
    const quiz = await start(page, one);
    await quiz.blanks.first().focus();
    for (const [place, text] of rightAnswer(one).entries()) {
      if (place > 0) await page.keyboard.press("Tab");
      await expect(quiz.blanks.nth(place)).toBeFocused();
      await page.keyboard.type(text);
      await expect(quiz.blanks.nth(place)).toHaveValue(text);
    }
    if (blanksOf(one).at(-1).options) {
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await expect(quiz.blanks).toHaveCount(one.blank.length);
    }
    await quiz.button("Check answer").focus();
    await page.keyboard.press("Enter");
    await expect(quiz.verdict).toHaveText(/^✓?Right/);
  });

  test(`${kind}: one blank that is wrong costs its share, and both answers and the reason are told`, async ({ page }) => {
    const one = ofKind(kind, "python", (each) => blanksOf(each)[0].trap);
    const quiz = await start(page, one);
    const right = rightAnswer(one);
    await quiz.give(one, [String(blanksOf(one)[0].trap[0].answer), ...right.slice(1)]);
    await quiz.check();
    const share = rounded((right.length - 1) / right.length);
    await expect(quiz.verdict).toContainText("Partly right");
    await expect(quiz.verdict).toContainText(`${share} of 1 point`);
    await expect(row(quiz, 0)).toContainText("Your answer, not right");
    await expect(row(quiz, 0)).toContainText(`Right is${right[0]}`);
    await expect(row(quiz, 0)).toContainText(plain(blanksOf(one)[0].trap[0].why).slice(0, 30));
    await expect(row(quiz, 1)).toContainText("Your answer, and right");
    await expect(row(quiz, 1)).toContainText(plain(blanksOf(one)[1].why).slice(0, 30));
    await quiz.goOn();
    await expect(new Result(page).points).toHaveText(`${share} of 1 points`);
  });

  test(`${kind}: all wrong is worth nothing, and the result page shows the body again`, async ({ page }) => {
    const one = ofKind(kind);
    const quiz = await start(page, one);
    await quiz.give(one, wrongAnswer(one));
    await quiz.check();
    await expect(quiz.verdict).toHaveText(/Not right/);
    await quiz.goOn();
    const result = new Result(page);
    await expect(result.points).toHaveText("0 of 1 points");
    for (const [place, text] of wrongAnswer(one).entries()) {
      const given = result.answers.getByRole("listitem").filter({ hasText: "Your answer, not right" }).nth(place);
      await expect(given).toContainText(`You answered${text}`);
      await expect(given).toContainText(`Right is${rightAnswer(one)[place]}`);
    }
  });

  test(`${kind}: what was filled is there again after a reload, and an empty blank is asked for`, async ({ page }) => {
    const one = chosenToo(kind);
    const quiz = await start(page, one);
    const right = rightAnswer(one);
    await quiz.fillBlank(one, 0, right[0]);
    await quiz.fillBlank(one, 1, right[1]);
    await page.reload();
    await quiz.ready();
    await expect(quiz.blanks.nth(0)).toHaveValue(right[0]);
    await expect(quiz.blanks.nth(1)).toHaveValue(right[1]);
    await expect(quiz.blanks.nth(2)).toHaveValue("");
    await quiz.press("Check answer");
    await expect(quiz.complaint).toHaveText(/Something is still empty/);
    await quiz.give(one, right);
    await expect(quiz.complaint).toHaveCount(0);
    await quiz.check();
    await expect(quiz.verdict).toHaveText(/^✓?Right/);
  });
}

test("cloze: a blank says which it is and what stands around it", async ({ page }) => {
  const quiz = await start(page, question("python", "group-with-setdefault"));
  const field = quiz.card.getByRole("textbox", { name: "Blank 2 of 3", exact: true });
  await expect(field).toHaveAccessibleDescription("groups.(1)(word[0], []).…(word)");
  await expect(quiz.card.getByRole("group", { name: "Your answer" })).toHaveAccessibleDescription(/Fill every blank/);
});

test("cloze: the code around blanks stays highlighted and what stands before a blank stays aligned", async ({ page }) => {
  const quiz = await start(page, question("python", "group-with-setdefault"));
  const keyword = quiz.card.getByText("for", { exact: true });
  await expect(keyword).toHaveClass("t-key");
  const letter = (await keyword.boundingBox()).width / "for".length;
  const margin = (await keyword.boundingBox()).x;
  // The number of the blank stands before its field, inside of the same frame.
  const frame = await quiz.blanks.first().locator("..").boundingBox();
  expect(Math.abs(frame.x - margin - "    groups.".length * letter)).toBeLessThan(1);
});

test("table: a field is called by its column and row", async ({ page }) => {
  const one = question("sql", "and-or-with-null");
  const quiz = await start(page, one);
  const field = quiz.card.getByRole("combobox", { name: "a OR b, row 2", exact: true });
  await expect(field).toHaveAccessibleDescription("false, NULL, (3), …");
  const options = await field.getByRole("option").allTextContents();
  expect(options.slice(1)).toEqual([...options.slice(1)].sort());
  await expect(quiz.card.getByRole("region", { name: "Table" })).toBeVisible();
});

test.describe("on a phone of 360 px", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  for (const kind of kinds) {
    test(`${kind}: fields are large enough for a finger, and the page does not scroll sideways`, async ({ page }) => {
      const one = chosenToo(kind);
      const quiz = await start(page, one);
      for (const [place, text] of rightAnswer(one).entries()) {
        const field = quiz.blanks.nth(place);
        const { width, height } = await field.boundingBox();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
        await field.tap();
        await expect(field).toBeFocused();
        await page.keyboard.press("Escape");
        await quiz.fillBlank(one, place, text);
      }
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(360);
      await quiz.button("Check answer").tap();
      await expect(quiz.verdict).toHaveText(/^✓?Right/);
    });
  }
});
