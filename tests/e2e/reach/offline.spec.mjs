// Without a network, and with files that do not arrive.
import { test, expect } from "../support/fixture.mjs";
import { serveBuilds } from "../support/builds.mjs";
import { App } from "../pages/app.mjs";
import { Area } from "../pages/area.mjs";
import { History } from "../pages/history.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const refused = /Failed to load (resource|‘http)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

const visited = test.extend({
  serviceWorkers: "allow",
  server: async ({}, use) => {
    const server = await serveBuilds();
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

visited.describe("after one visit", () => {
  /** Waits until the worker keeps the app and the questions of an area with their notes. */
  const isKept = (page, area) => expect.poll(() => page.evaluate(async (name) => {
    const caches_ = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
    const kept = (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map((request) => request.url);
    const active = Boolean((await navigator.serviceWorker.getRegistration())?.active);
    return active && kept.some((url) => url.includes(".wasm")) && [".", "-notes."].every((end) => kept.some((url) => url.includes(`/${name}${end}`)));
  }, area), { timeout: 15_000 }).toBe(true);

  visited("the app and the running quiz are there offline, and the quiz can be finished", async ({ page, context, guard, server }) => {
    const quiz = await Quiz.start(page, { n: 2 });
    await quiz.giveRight();
    await quiz.check();
    await quiz.goOn();
    await isKept(page, "python");
    guard.allow(refused);
    await context.setOffline(true);
    await server.vanish();
    await page.reload();
    await quiz.onQuestion(2);
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("2 of 2 points");
    await expect(new Result(page).answers.getByText("Worth knowing")).toHaveCount(2);
    const home = await new Home(page).open();
    await expect(home.skillNames()).toHaveCount(10);
    await home.follow("History");
    await expect(new History(page).rows).toHaveCount(1);
  });

  visited("a page whose part was never asked for is there offline", async ({ page, context, guard, server }) => {
    const quiz = await Quiz.start(page, { n: 1 });
    await quiz.finishPractice();
    await isKept(page, "python");
    guard.allow(refused);
    await context.setOffline(true);
    await server.vanish();
    for (const [address, title] of [["#/skills", "Your levels"], ["#/review", "Review"], ["#/transfer", "Carry on elsewhere"]]) {
      await quiz.open(address);
      await expect(quiz.heading).toHaveText(title);
    }
  });

  visited("an area that was never visited says offline that its questions cannot be had, and has them once there is a network", async ({ page, context, guard, server }) => {
    const quiz = await Quiz.start(page, { n: 1 });
    await isKept(page, "python");
    guard.allow(refused);
    await context.setOffline(true);
    await server.vanish();
    await quiz.open("#/area/git");
    const message = page.getByRole("alert").filter({ hasText: "could not be fetched" });
    await expect(message).toBeVisible();
    await server.comeBack();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(message).toHaveCount(0);
    await new Area(page).start.click();
    await new Quiz(page, "git").onQuestion(1);
  });
});

const sentence = (page) => page.getByRole("alert").filter({ hasText: "Plumb could not start. Nothing that you answered is lost." });

for (const [what, pattern] of [["the program", "**/*.wasm"], ["the script that starts it", "**/assets/app.*.js"]]) {
  test(`when ${what} does not arrive, the page says so and is never blank`, async ({ page, guard }) => {
    guard.allow(refused, /Plumb could not start/);
    await page.route(pattern, (route) => route.abort());
    await page.goto("./");
    await expect(sentence(page)).toBeVisible();
    await page.unroute(pattern);
    await page.reload();
    await expect(new App(page).heading).toBeVisible();
    await expect(sentence(page)).toBeHidden();
  });
}

test("when the server answers with an error in place of the program, the page says so", async ({ page, guard }) => {
  guard.allow(refused, /Plumb could not start/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("./");
  await expect(sentence(page)).toBeVisible();
});

test("a server that names the program's type wrongly does not stop it", async ({ page, guard }) => {
  // The browser's own loader complains on the console as a warning only.
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await new App(page).open();
  expect(guard.unexpected()).toEqual([]);
});

for (const [what, answer] of Object.entries({
  "do not arrive": (route) => route.abort(),
  "are answered with an error": (route) => route.fulfill({ status: 500, body: "no" }),
  "are answered with another page": (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }),
  "arrive empty": (route) => route.fulfill({ body: "" }),
})) {
  test(`when the questions ${what}, the page says so and trying again works`, async ({ page, guard }) => {
    guard.allow(refused);
    const pattern = "**/assets/python.*";
    await page.route(pattern, answer);
    const area = await new Area(page).open("#/area/python");
    const message = page.getByRole("alert").filter({ hasText: "could not be fetched" });
    await expect(message).toBeVisible();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(message).toBeVisible();
    await page.unroute(pattern);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(message).toHaveCount(0);
    await area.start.click();
    await new Quiz(page).onQuestion(1);
  });
}

test("a quiz that was asked for starts by itself once trying again brought its questions", async ({ page, guard }) => {
  guard.allow(refused);
  await page.route("**/assets/python.*", (route) => route.abort());
  const area = await new Area(page).open("#/area/python");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await area.start.click();
  await page.unroute("**/assets/python.*");
  await page.getByRole("button", { name: "Try again" }).click();
  await new Quiz(page).onQuestion(1);
});

test("a reload in the middle of a quiz, without its questions, loses nothing", async ({ page, guard }) => {
  guard.allow(refused);
  const quiz = await Quiz.start(page, { n: 2 });
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await page.route("**/assets/python.*", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.unroute("**/assets/python.*");
  await page.getByRole("button", { name: "Try again" }).click();
  await quiz.onQuestion(2);
  await quiz.finishPractice();
  await expect(new Result(page).points).toHaveText("2 of 2 points");
});

for (const ending of ["wasm", "js"]) {
  test(`when the ${ending} that takes the answers does not arrive, the question says so, and trying again brings it`, async ({ page, guard }) => {
    guard.allow(refused, /a part of itself/);
    await page.route(`**/later.*.${ending}`, (route) => route.abort());
    const quiz = new Quiz(page);
    await quiz.open(link({ n: 1 }));
    await quiz.press("Start this quiz");
    await quiz.onQuestion(1);
    const message = page.getByRole("alert").filter({ hasText: "could not be fetched" });
    await expect(message).toBeVisible();
    await page.unroute(`**/later.*.${ending}`);
    await quiz.press("Try again");
    await expect(message).toHaveCount(0);
    await quiz.finishPractice();
    await expect(new Result(page).points).toHaveText("1 of 1 points");
  });
}

test("a visit that only looks around fetches neither the second part nor a bank", async ({ page, guard }) => {
  await new Home(page).open();
  expect(guard.requests.filter((url) => /later|\.bin$/.test(url))).toEqual([]);
});
