// A page that the browser kept as it was and shows again, while other tabs went on.
import { test, expect, wholeBrowser } from "../support/fixture.mjs";
import { fill } from "../support/storage.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

// Playwright switches this cache off.
test.use({
  launchOptions: [async ({ launchOptions, browserName }, use) => use({ ...launchOptions, ...wholeBrowser(browserName), ignoreDefaultArgs: ["--disable-back-forward-cache"] }), { scope: "worker" }],
});

/** Runs before the app: tells whether the page came back as it was left. */
const watch = () => addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });

async function oneRight(page) {
  await page.addInitScript(watch);
  const quiz = await Quiz.start(page, { n: 3 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  return quiz;
}

/** Goes to a page without the app and back, with `meanwhile` in between. */
async function leaveAndReturn(page, meanwhile = async () => {}) {
  await fill(page, {});
  await meanwhile();
  await page.evaluate(() => history.back());
  await expect(async () => expect(await page.evaluate(() => window.cameBack), "the page was kept").toBe(true)).toPass();
  // Firefox tells Playwright that this navigation began, and never that it ended; one that leads nowhere takes its place.
  await page.route("**/nowhere", (route) => route.fulfill({ status: 204 }));
  await page.evaluate(() => location.assign("./nowhere"));
}

test("a quiz that comes back from the browser's cache goes on where it was", async ({ page }) => {
  const quiz = await oneRight(page);
  await leaveAndReturn(page);
  await quiz.onQuestion(2);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
  await page.reload();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});

test("a quiz that comes back after another tab went on with it has that tab's answers", async ({ page, context }) => {
  const quiz = await oneRight(page);
  const address = page.url();
  await leaveAndReturn(page, async () => {
    const other = new Quiz(await context.newPage());
    await other.page.goto(address);
    await other.onQuestion(2);
    await other.giveRight();
    await other.check();
    await other.goOn();
    await other.page.close();
  });
  await quiz.onQuestion(3);
  await expect(quiz.slot(2)).toHaveAccessibleName("Question 2, Right");
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("3 of 3 points");
});
