import { test, expect, byClipboard, onlyChromium } from "../support/fixture.mjs";
import { areas, letters, plain, rightAnswer } from "../support/banks.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const ids = (all) => all.map((one) => one.id).sort();
const title = (one) => areas.get(one.area).topics.find((topic) => topic.id === one.topic).title;

/** A practice of five with the first and the third wrong, and its result. */
async function fiveWithTwoWrong(page) {
  const quiz = await Quiz.start(page, { n: 5, seed: "five" });
  const asked = await quiz.finishPractice((place) => place !== 1 && place !== 3);
  return { asked, missed: [asked[0], asked[2]], result: new Result(page) };
}

test("the result counts points in all, by topic and by level", async ({ page }) => {
  const { asked, missed, result } = await fiveWithTwoWrong(page);
  await expect(result.heading).toHaveText("Your result");
  await expect(result.points).toHaveText("3 of 5 points");
  const expected = (name) => {
    const row = (key) => {
      const all = asked.filter((one) => name(one) === key);
      return `${key}: ${all.filter((one) => !missed.includes(one)).length} / ${all.length}`;
    };
    return [...new Set(asked.map(name))].map(row).sort();
  };
  const topics = await result.rows("By topic");
  expect(topics.map(({ name, points }) => `${name}: ${points}`).sort()).toEqual(expected(title));
  const levels = await result.rows("By level");
  expect(levels.map(({ name, points }) => `${name.match(/Level \d/)[0]}: ${points}`).sort()).toEqual(expected((one) => `Level ${one.level}`));
});

test("the result shows every question with the key and all reasons", async ({ page }) => {
  const { asked, missed, result } = await fiveWithTwoWrong(page);
  await expect(result.answers).toHaveCount(5);
  for (const [place, one] of asked.entries()) {
    const answer = result.answers.nth(place);
    await expect(answer).toContainText(missed.includes(one) ? "Not right" : "Right");
    const text = letters(await answer.innerText());
    const reasons = [one, ...Object.values(one).flat()].filter((part) => part.why).map((part) => letters(plain(part.why)));
    for (const reason of reasons) expect(text, `all reasons of ${one.id} are there`).toContain(reason);
    const right = rightAnswer(one);
    const key = [right.output ?? right.error ?? right].flat(2).filter((part) => typeof part === "string").map(letters);
    for (const part of key) expect(text, `the key of ${one.id} is there`).toContain(part);
    await expect(answer.getByRole("link", { name: one.source.title })).toHaveAttribute("href", one.source.url);
  }
});

test("the numbers above the answers lead to each of them", async ({ page }) => {
  const { result } = await fiveWithTwoWrong(page);
  await result.button("Question 3, Not right").click();
  await expect(result.answers.nth(2).getByRole("heading", { name: "Question 3 of 5" })).toBeFocused();
  await expect(result.answers.nth(2)).toBeInViewport();
});

test("practising what was missed asks exactly that", async ({ page }) => {
  const { missed, result } = await fiveWithTwoWrong(page);
  await result.button("Practise the 2 you missed").click();
  const quiz = new Quiz(page);
  await expect(quiz.heading).toHaveText("Question 1 of 2");
  expect(ids(await quiz.finishPractice())).toEqual(ids(missed));
  await expect(result.points).toHaveText("2 of 2 points");
  await expect(result.button(/^Practise/)).toHaveCount(0);
});

test("again with other questions asks none of the same while others are left", async ({ page }) => {
  const { asked, result } = await fiveWithTwoWrong(page);
  await result.button("Again with other questions").click();
  const quiz = new Quiz(page);
  await expect(quiz.heading).toHaveText("Question 1 of 5");
  const others = await quiz.finishPractice();
  expect(others).toHaveLength(5);
  expect(ids(others).filter((id) => ids(asked).includes(id))).toEqual([]);
});

test("a copied link gives another person the same questions and options in the same order", byClipboard, async ({ page, context, stranger }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const look = async (quiz) => {
    const seen = [];
    for (let at = 1; at <= 4; at += 1) {
      await quiz.slot(at).click();
      await quiz.onQuestion(at);
      seen.push({ id: (await quiz.question()).id, shown: await quiz.shown() });
    }
    return seen;
  };
  const { n, levels } = { n: 4, levels: [1, 2, 3, 4] };
  const mine = await Quiz.start(page, { n, levels, seed: "shared", mode: "exam" });
  const seen = await look(mine);
  await mine.press("Finish now");
  await mine.press("Finish anyway");
  await new Result(page).button("Copy link to this quiz").click();
  await expect(new Result(page).main.getByText("The link is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(link({ n, seed: "shared", mode: "exam", levels }));

  const theirs = new Quiz(await stranger());
  await theirs.page.goto(copied);
  await expect(theirs.heading).toHaveText("A quiz in Python");
  await theirs.enter();
  expect(await look(theirs)).toEqual(seen);
});

test("a link with another seed asks in another order", async ({ page }) => {
  const drawn = async (seed) => {
    const quiz = await Quiz.start(page, { n: 6, seed });
    const asked = await quiz.finishPractice();
    return asked.map((one) => one.id).join(" ");
  };
  expect(await drawn("one")).not.toBe(await drawn("two"));
});

test("the result can be printed", onlyChromium("no other driver shows a page as it is printed"), async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => { window.printed = true; };
  });
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  await new Result(page).button("Print").click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect(new Result(page).points).toBeVisible();
  await expect(new Result(page).answers.first()).toBeVisible();
  await expect(new Result(page).button("Print")).toBeHidden();
});
