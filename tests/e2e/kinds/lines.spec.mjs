// Lines of a program that are chosen where they stand.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { letters, ofKind, plain, rightAnswer, wrongAnswer } from "../support/banks.mjs";
import { tabTo } from "../support/keys.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const keys = (one) => one.spot.filter((spot) => spot.key);
const first = ofKind("lines", "linux", (one) => keys(one).length === 1);
const several = ofKind("lines", "javascript", (one) => keys(one).length > 1);
const start = (page, one) => Quiz.start(page, { area: one.area, only: one.id });

/** The start of what an author wrote, as it can be found again among the letters of the screen. */
const sees = (quiz, text) => expect.poll(async () => letters(await quiz.card.textContent())).toContain(letters(plain(text)).slice(0, 40));
const seesNot = async (quiz, text) => expect(letters(await quiz.card.textContent())).not.toContain(letters(plain(text)).slice(0, 40));

test("one line: arrows, Home and End move, the space bar chooses, Enter hands in", async ({ page }) => {
  const quiz = await start(page, first);
  const count = first.code.trim().split("\n").length;
  await expect(quiz.card.getByRole("listbox")).not.toHaveAttribute("aria-multiselectable", "true");
  await tabTo(page, quiz.line(1));
  await page.keyboard.press("ArrowUp");
  await expect(quiz.line(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(quiz.line(count)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(quiz.line(count)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(quiz.line(1)).toBeFocused();
  const [key] = rightAnswer(first);
  for (let line = 1; line < key; line += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(quiz.chosenLines).toHaveCount(1);
  await expect(quiz.line(key)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(quiz.verdict).toHaveText(/^✓?Right/);
  await page.keyboard.press("Enter");
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("the list is one stop of Tab, and it is the line that had the focus last", async ({ page }) => {
  const quiz = await start(page, several);
  await tabTo(page, quiz.line(1));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(quiz.button("Check answer")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(quiz.line(2)).toBeFocused();
  await quiz.line(5).click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(quiz.line(5)).toBeFocused();
});

test("several lines: a digit chooses a line, and takes it back", async ({ page }) => {
  const quiz = await start(page, several);
  await expect(quiz.card.getByRole("listbox")).toHaveAttribute("aria-multiselectable", "true");
  await expect(quiz.card.getByText(`Choose ${keys(several).length} lines.`)).toBeVisible();
  await page.keyboard.press("3");
  await page.keyboard.press("9");
  await expect(quiz.chosenLines).toHaveCount(2);
  await page.keyboard.press("3");
  await expect(quiz.chosenLines).toHaveCount(1);
  await expect(quiz.line(9)).toHaveAttribute("aria-selected", "true");
});

test("none can be handed in", async ({ page }) => {
  const quiz = await start(page, first);
  await quiz.line(2).click();
  await quiz.line(2).click();
  await expect(quiz.chosenLines).toHaveCount(0);
  await quiz.press("Check answer");
  await expect(quiz.complaint).toHaveText(/Give an answer first/);
});

test("right: each line says that it was found, with its reason", async ({ page }) => {
  const quiz = await start(page, several);
  await quiz.give(several, rightAnswer(several));
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Right/);
  for (const spot of keys(several)) {
    const line = several.code.trimEnd().split("\n")[Number(spot.lines) - 1];
    await expect(quiz.card.getByRole("listitem").filter({ hasText: line.trim() })).toContainText("found");
    await expect(quiz.card.getByText(`Line ${spot.lines}: found`)).toBeVisible();
    await sees(quiz, spot.why);
  }
});

test("partly: what was missed and what was wrongly chosen is said in words, and costs", async ({ page }) => {
  const quiz = await start(page, several);
  const [found, ...missed] = rightAnswer(several);
  await quiz.give(several, [found]);
  await quiz.check();
  await expect(quiz.verdict).toContainText("Partly right");
  await expect(quiz.verdict).toContainText(`${Math.round(100 / (missed.length + 1)) / 100} of 1 point`);
  await expect(quiz.card.getByText(`Line ${found}: found`)).toBeVisible();
  await expect(quiz.card.getByText(`Line ${missed[0]}: missed`)).toBeVisible();
});

test("wrong: the tempting line has its reason, the others wait behind a fold", async ({ page }) => {
  const quiz = await start(page, first);
  await quiz.give(first, wrongAnswer(first));
  await quiz.check();
  await expect(quiz.verdict).toHaveText(/Not right/);
  const [tempting, ...others] = first.spot.filter((spot) => !spot.key);
  await expect(quiz.card.getByText(`Line ${tempting.lines}: chosen, and not right`)).toBeVisible();
  await sees(quiz, tempting.why);
  await sees(quiz, keys(first)[0].why);
  await expect(quiz.card.getByText(`Line ${others[0].lines}: Not chosen, and rightly so`)).toBeHidden();
  await quiz.card.getByText("Why other lines are not it").click();
  await expect(quiz.card.getByText(`Line ${others[0].lines}: Not chosen, and rightly so`)).toBeVisible();
  await quiz.goOn();
  await expect(new Result(page).points).toHaveText("0 of 1 points");
});

test("a reload in the middle keeps the lines that were chosen, and no reason shows before", async ({ page }) => {
  const quiz = await start(page, several);
  const given = [...rightAnswer(several).slice(0, 1), ...wrongAnswer(several)];
  await quiz.give(several, given);
  await page.reload();
  await quiz.ready();
  await expect(quiz.chosenLines).toHaveCount(2);
  for (const line of given) await expect(quiz.line(line)).toHaveAttribute("aria-selected", "true");
  await seesNot(quiz, several.spot[0].why);
});

test("the result shows all reasons", async ({ page }) => {
  const quiz = await start(page, first);
  await quiz.give(first, rightAnswer(first));
  await quiz.check();
  await quiz.goOn();
  const main = page.getByRole("main");
  const all = async () => letters(await main.textContent());
  for (const spot of first.spot) await expect.poll(all).toContain(letters(plain(spot.why)).slice(0, 40));
});

test.describe("on a phone of 360 px", byTouch, () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("lines are chosen by a tap, are high enough for a finger, and long ones scroll inside their box", async ({ page }) => {
    const quiz = await start(page, several);
    for (const line of rightAnswer(several)) await quiz.line(line).tap();
    await expect(quiz.chosenLines).toHaveCount(keys(several).length);
    expect((await quiz.line(1).boundingBox()).height).toBeGreaterThanOrEqual(44);
    const box = quiz.card.getByRole("listbox");
    expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
    await quiz.button("Check answer").tap();
    await expect(quiz.verdict).toHaveText(/Right/);
  });
});
