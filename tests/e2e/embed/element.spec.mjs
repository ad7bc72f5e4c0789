// The element itself: what is seen before the quiz is there, how high it is, and what the page may set.
import { Quiz } from "../pages/quiz.mjs";
import { test, expect, inside, records, told } from "../support/hosts.mjs";

const box = (page) => page.locator("plumb-quiz");
const height = async (page) => (await box(page).boundingBox()).height;

test("a quiz that does not come is never a blank box, and when it comes late it is shown", async ({ page, hosts }) => {
  const pretended = hosts.pretend(() => { window.begin = () => parent.postMessage({ ns: "plumb", v: 1, type: "ready" }, "*"); });
  await page.goto(hosts.serve({ quizzes: [{ "src-base": pretended }] }));
  await expect(box(page).getByText("The quiz is loading…")).toBeVisible();
  const before = await height(page);
  const link = page.getByRole("link", { name: "Open it" });
  await expect(link).toBeVisible();
  expect(await height(page)).toBe(before);
  await page.frames()[1].evaluate(() => window.begin());
  await expect(link).toBeHidden();
  await expect(box(page).locator("iframe")).toBeVisible();
  expect(await told(page, "ready")).toHaveLength(1);
});

test("without a link of the page's own there is one, to the same quiz", async ({ page, hosts }) => {
  const pretended = hosts.pretend(() => {});
  await page.goto(hosts.serve({ body: `<plumb-quiz area="sql" count="3" topics="rows,tables" src-base="${pretended}"></plumb-quiz>` }));
  const link = page.getByRole("link", { name: "Open the quiz" });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute("href", `${pretended}#/quiz/sql?n=3&topics=rows,tables`);
});

for (const width of [320, 1000]) {
  test(`at ${width} px the frame is as high as the quiz, and nothing scrolls in it`, async ({ page, hosts }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(hosts.serve({}));
    const quiz = new Quiz(inside(page).framed);
    const fits = () => page.frames()[1].evaluate(() => {
      const { scrollHeight, scrollWidth } = document.scrollingElement;
      return scrollHeight <= innerHeight + 4 && scrollWidth <= innerWidth;
    });
    await quiz.enter();
    await expect.poll(fits).toBe(true);
    await quiz.giveWrong();
    await quiz.check();
    await expect.poll(fits).toBe(true);
    const heights = await page.evaluate(() => new Promise((done) => {
      // Whatever changes the height by itself would do it in these frames of animation.
      const seen = new Set();
      const look = (left) => {
        seen.add(document.querySelector("plumb-quiz").getBoundingClientRect().height);
        if (left) requestAnimationFrame(() => look(left - 1));
        else done([...seen]);
      };
      look(30);
    }));
    expect(heights).toHaveLength(1);
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
  });
}

test("in the frame there is only the quiz: no way out of it", async ({ page, hosts }) => {
  await page.goto(hosts.serve({}));
  const { framed } = inside(page);
  await expect(framed.getByRole("button", { name: "Start this quiz" })).toBeVisible();
  await expect(framed.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(framed.getByRole("link")).toHaveCount(0);
});

test("the page's theme and colours reach the quiz, also when they change", async ({ page, hosts }) => {
  await page.goto(hosts.serve({ quizzes: [{ theme: "dark" }] }));
  const root = inside(page).framed.locator("html");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await page.evaluate(() => {
    const quiz = document.querySelector("plumb-quiz");
    quiz.style.setProperty("--plumb-deep", "#123456");
    quiz.setAttribute("theme", "light");
  });
  await expect(root).toHaveAttribute("data-theme", "light");
  await expect(root).toHaveAttribute("style", /--deep: #123456/);
});

for (const [storage, said] of [["self", "kept by this browser, for this page"], ["none", "is not kept"]]) {
  test(`with storage="${storage}" the page keeps nothing, and the quiz says so`, async ({ page, hosts }) => {
    await page.goto(hosts.serve({ quizzes: [{ storage }] }));
    const quiz = new Quiz(inside(page).framed);
    await quiz.enter();
    await quiz.giveRight();
    await expect(quiz.card.getByText(said)).toBeVisible();
    const kept = () => page.frames()[1].evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumb.attempt.")).length);
    await expect.poll(kept).toBe(storage === "self" ? 1 : 0);
    expect(await records(page)).toEqual([]);
  });
}

test("a page that can keep nothing says so in the quiz, which goes on", async ({ page, hosts }) => {
  await page.addInitScript(() => {
    if (self === top) Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };
  });
  await page.goto(hosts.serve({}));
  const { framed } = inside(page);
  const quiz = new Quiz(framed);
  await quiz.enter();
  await expect(framed.getByRole("status").filter({ hasText: "took no more" })).toBeVisible();
  await expect(quiz.card.getByText("is not kept")).toBeVisible();
  await quiz.giveRight();
  await quiz.check();
});

test("a plain frame without any script works too", async ({ page, hosts }) => {
  const start = encodeURIComponent("/quiz/python?n=1&seed=x&levels=1");
  await page.goto(hosts.serve({ body: `<iframe title="Quiz" width="600" height="900" src="${hosts.plumb}?host=frame&start=${start}"></iframe>` }));
  const quiz = new Quiz(page.frameLocator("iframe"));
  await quiz.enter();
  await quiz.finishPractice();
  await expect(quiz.main.getByText("1 of 1 points")).toBeVisible();
});
