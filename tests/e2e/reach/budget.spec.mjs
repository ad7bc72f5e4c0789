// What a visit asks of the network, and the policy that the page runs under.
import { test, expect } from "../support/fixture.mjs";
import { Area } from "../pages/area.mjs";
import { App } from "../pages/app.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";

const overNetwork = (guard) => guard.requests.filter((url) => url.startsWith("http"));
const notes = (guard) => guard.requests.filter((url) => url.includes("-notes."));

/** Counts what was fetched up to the moment at which the first question is on the screen. */
async function countUpToQuestion(page) {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("h1")?.textContent.startsWith("Question 1 of ")) return;
      observer.disconnect();
      // The page itself is not among the resources.
      window.fetchedUpToQuestion = [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => window.fetchedUpToQuestion);
}

test("the first question of an area is on the screen after at most six requests", async ({ page }) => {
  const fetched = await countUpToQuestion(page);
  const area = await new Area(page).open("#/area/python");
  await area.start.click();
  await new Quiz(page).onQuestion(1);
  expect((await fetched()).length, (await fetched()).join("\n")).toBeLessThanOrEqual(6);
});

test("coming by the first page takes no more", async ({ page }) => {
  const fetched = await countUpToQuestion(page);
  const home = await new Home(page).open();
  await home.area("Python").click();
  await new Area(page).start.click();
  await new Quiz(page).onQuestion(1);
  expect((await fetched()).length, (await fetched()).join("\n")).toBeLessThanOrEqual(6);
});

test("the reasons are fetched once, and not before a quiz runs", async ({ page, guard }) => {
  const area = await new Area(page).open("#/area/python");
  await page.waitForLoadState("networkidle");
  expect(notes(guard)).toEqual([]);
  await area.start.click();
  const quiz = new Quiz(page);
  await quiz.onQuestion(1);
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  expect(notes(guard)).toHaveLength(1);
});

test("answering asks nothing of the network", async ({ page, guard }) => {
  const quiz = await Quiz.start(page, { n: 3 });
  const before = overNetwork(guard).length;
  await quiz.finishPractice();
  await quiz.follow("History");
  await quiz.follow("Settings");
  expect(overNetwork(guard)).toHaveLength(before);
});

test("text cannot become HTML: Trusted Types are enforced", async ({ page, guard }) => {
  guard.allow(/TrustedHTML|require-trusted-types-for|Trusted Type/);
  await new App(page).open();
  const outcome = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>bold</b>";
      return "allowed";
    } catch (error) {
      return error.name;
    }
  });
  expect(outcome).toBe("TypeError");
});

test("a script that is written into the page does not run, and nothing is fetched from elsewhere", async ({ page, guard }) => {
  guard.allow(/CSP violation|csp-violation|Content Security Policy|TrustedScript|Trusted Type/);
  await new App(page).open();
  await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.append("window.injected = true");
      document.body.append(script);
    } catch {
      // Refused at once is fine too.
    }
  });
  expect(await page.evaluate(() => window.injected)).toBeUndefined();
  const fetched = await page.evaluate(() => fetch("https://example.org/").then(() => "answered", () => "refused"));
  expect(fetched).toBe("refused");
});

test("the guard of all these tests sees errors, refusals and requests that leave", async ({ page, guard }) => {
  await new App(page).open();
  expect(guard.unexpected()).toEqual([]);
  await page.evaluate(() => {
    console.error("an error of the console");
    setTimeout(() => { throw new Error("an error of the page"); });
    const image = document.createElement("img");
    image.src = "https://example.org/pixel.png";
    document.body.append(image);
  });
  const kinds = [/^console: an error of the console/, /^page: .*an error of the page/, /CSP violation: img-src/];
  for (const kind of kinds) await expect.poll(() => guard.unexpected().some((fault) => kind.test(fault))).toBe(true);
  guard.allow(/./s);
});
