// The program itself breaks in the middle, or runs inside another site.
import { test, expect } from "../support/fixture.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

/**
 * What a panic does, without a hook for it: a browser function throws once as the module calls it, and the
 * exception cuts through everything that the module was about to do, as a panic's trap would.
 */
const functions = {
  "asks for the time": () => {
    const now = Date.now;
    Date.now = () => {
      // The test itself asks for the time too.
      if (!new Error().stack.includes(".wasm")) return now();
      Date.now = now;
      throw new Error("broken on purpose");
    };
  },
  "writes a number": () => {
    const Format = Intl.NumberFormat;
    Intl.NumberFormat = function NumberFormat() {
      Intl.NumberFormat = Format;
      throw new Error("broken on purpose");
    };
  },
};

for (const [what, breakIt] of Object.entries(functions)) {
  test(`when the program breaks as it ${what}, everything that was answered is there after a reload`, async ({ page, guard }) => {
    guard.allow(/broken on purpose|unreachable|recursively|already/);
    const quiz = await Quiz.start(page, { n: 2, mode: "exam" });
    await quiz.giveRight();
    await quiz.press("Next question");
    await quiz.onQuestion(2);
    await quiz.giveRight();
    await page.evaluate(breakIt);
    await quiz.press("Finish exam");
    await expect.poll(() => guard.faults.some((fault) => fault.includes("broken on purpose"))).toBe(true);
    await page.reload();
    await quiz.heading.waitFor();
    if (await quiz.button("Finish exam").isVisible()) await quiz.press("Finish exam");
    await expect(new Result(page).points).toHaveText("2 of 2 points");
  });
}

test("inside a page of another site Plumb says where it keeps things, or that it cannot, and what is kept elsewhere stays apart", async ({ profile, browserName, baseURL, guard }) => {
  guard.allow(/request that leaves this machine: http:\/\/localhost/);
  // Playwright clicks in no frame that has a Firefox process of its own; what is kept where does not depend on that.
  const context = await profile({ firefoxUserPrefs: { "fission.autostart": false } });
  // The host's page is made up, so the browser takes it for one of the internet.
  await context.grantPermissions(["local-network-access"]);
  const first = await Quiz.start(await context.newPage(), { n: 1 });
  await first.finishPractice();
  const host = await context.newPage();
  const address = new URL("host-of-a-frame", baseURL.replace("127.0.0.1", "localhost")).href;
  const html = `<!doctype html><title>Host</title><iframe title="Plumb" width="800" height="900" src="${baseURL}#/quiz/python?n=2&seed=x"></iframe>`;
  await host.route(address, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await host.goto(address);
  const quiz = new Quiz(host.frameLocator("iframe"));
  await quiz.enter();
  await quiz.finishPractice();
  await expect(new Result(quiz.page).points).toHaveText("2 of 2 points");
  await quiz.follow("History");
  await expect(quiz.page.getByRole("row").filter({ hasText: "2 of 2 points" })).toHaveCount(1);
  await first.follow("History");
  await expect(first.page.getByRole("row").filter({ hasText: "1 of 1 points" })).toHaveCount(1);
  await expect(first.page.getByRole("row").filter({ hasText: "2 of 2 points" })).toHaveCount(0);
  // Firefox gives the frame a part of its own; Playwright's Chromium gives it nothing.
  await host.reload();
  await quiz.follow("History");
  await expect(quiz.page.getByRole("row").filter({ hasText: "2 of 2 points" })).toHaveCount(browserName === "firefox" ? 1 : 0);
});
