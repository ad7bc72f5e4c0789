// What not everybody needs is a part of the module of its own, and comes when it is asked for.
import { test, expect } from "../support/hosted.mjs";
import { App } from "../pages/app.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Telling } from "../pages/telling.mjs";

const refused = /Failed to load resource|ERR_FAILED/;
const third = /\/rare\.[^/]*$/;
const asked = (guard) => guard.requests.filter((url) => third.test(url));
const message = (page) => page.getByRole("alert").filter({ hasText: "could not be fetched" });

const pages = {
  "#/review": "Review",
  "#/skills": "Your levels",
  "#/transfer": "Carry on elsewhere",
  "#/embed": "Put a quiz into your page",
  "#/package": "Put a quiz into a learning system",
};

for (const [address, title] of Object.entries(pages)) {
  test(`when its part does not arrive, ${address} says so, and trying again brings it`, async ({ page, guard }) => {
    guard.allow(refused);
    await page.route(third, (route) => route.abort());
    await page.goto(`./${address}`);
    await expect(message(page)).toBeVisible();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(message(page)).toBeVisible();
    await page.unroute(third);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(new App(page).heading).toHaveText(title);
    await expect(message(page)).toHaveCount(0);
  });
}

test("when the server answers with an error in place of that part, the page says so and the rest works", async ({ page, guard }) => {
  guard.allow(refused);
  await page.route(third, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("./#/skills");
  await expect(message(page)).toBeVisible();
  const app = new App(page);
  await app.follow("Settings");
  await expect(app.heading).toHaveText("Settings");
  const quiz = new Quiz(page);
  await quiz.open(link({ n: 1 }));
  await quiz.enter();
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
});

test("a quiz, its result, the history and the settings ask for nothing of it; the page that needs it asks once", async ({ page, guard }) => {
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
  const app = new App(page);
  for (const [name, title] of [["History", "History"], ["Settings", "Settings"], ["Skills", undefined]]) {
    await app.follow(name);
    if (title) await expect(app.heading).toHaveText(title);
  }
  expect(asked(guard)).toEqual([]);
  await app.follow("Review");
  await expect(app.heading).toHaveText("Review");
  await app.follow("Levels");
  await expect(app.heading).toHaveText("Your levels");
  expect(asked(guard).filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  expect(asked(guard).filter((url) => url.endsWith(".css"))).toHaveLength(1);
});

test("who goes to such a page by the keyboard is at its heading as soon as that is there", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(third, async (route) => {
    await held;
    await route.continue();
  });
  const app = await new App(page).open("#/history");
  await app.nav.getByRole("link", { name: "Levels" }).focus();
  await page.keyboard.press("Enter");
  await expect(app.main.getByRole("status")).toHaveText("One moment…");
  release();
  await expect(app.heading).toHaveText("Your levels");
  await expect(app.heading).toBeFocused();
});

test("where a host is to be told, nobody can answer before that part is here, and then all is told", async ({ page, host, store, guard }) => {
  guard.allow(refused);
  host.attributes = { "data-host": "xapi", "data-store": store.endpoint, "data-store-key": "Basic c3R1ZGVudHM6d3JpdGU=" };
  await page.route(third, (route) => route.abort());
  const quiz = new Quiz(page);
  await quiz.open(link({ n: 2, seed: "two" }));
  await quiz.press("Start this quiz");
  await quiz.onQuestion(1);
  await expect(message(page)).toBeVisible();
  await expect(quiz.card.locator("[inert]")).toHaveCount(1);
  await page.unroute(third);
  await quiz.press("Try again");
  await expect(message(page)).toHaveCount(0);
  await new Telling(page).yes.click();
  await quiz.finishPractice();
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered", "answered", "completed"]);
});
