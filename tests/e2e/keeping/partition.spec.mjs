// Inside a page of another site: browsers give each pair of sites a storage of its own, or none at all.
import { test, expect, onlyChromium } from "../support/fixture.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const row = (page, points) => page.getByRole("row").filter({ hasText: `${points} points` });

/** A quiz in a frame of a page at another site, and one at first hand before it. */
async function both(context, baseURL, guard) {
  guard.allow(/request that leaves this machine: http:\/\/localhost/);
  // The host's page is made up, so the browser takes it for one of the internet.
  await context.grantPermissions(["local-network-access"]);
  const first = await Quiz.start(await context.newPage(), { n: 1 });
  await first.finishPractice();
  const host = await context.newPage();
  const address = new URL("host-of-a-frame", baseURL.replace("127.0.0.1", "localhost")).href;
  const html = `<!doctype html><title>Host</title><iframe title="Plumb" width="800" height="900" src="${baseURL}#/quiz/python?n=2&seed=x"></iframe>`;
  await host.route(address, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await host.goto(address);
  const framed = new Quiz(host.frameLocator("iframe"));
  await framed.enter();
  return { first, host, framed };
}

/** What is kept at either place, once the host's page is loaded anew. */
async function areApart({ first, host, framed }, kept) {
  await expect(new Result(framed.page).points).toHaveText("2 of 2 points");
  await framed.follow("History");
  await expect(row(framed.page, "2 of 2")).toHaveCount(1);
  await first.follow("History");
  await expect(row(first.page, "1 of 1")).toHaveCount(1);
  await expect(row(first.page, "2 of 2")).toHaveCount(0);
  await host.reload();
  await framed.follow("History");
  await expect(row(framed.page, "2 of 2")).toHaveCount(kept);
  await expect(row(framed.page, "1 of 1")).toHaveCount(0);
}

test("what is answered in a frame is kept for that pair of sites, apart from what is kept elsewhere", async ({ profile, launchOptions, browserName, baseURL, guard }) => {
  const context = await profile(browserName === "firefox"
    // Playwright clicks in no frame that has a Firefox process of its own; what is kept where does not depend on that.
    ? { firefoxUserPrefs: { "fission.autostart": false } }
    // Playwright switches the partitions off; the last such switch counts.
    : { args: [...launchOptions.args, "--disable-features=Translate"] });
  const sides = await both(context, baseURL, guard);
  await sides.framed.giveRight();
  await sides.framed.check();
  await expect(sides.framed.card.getByText("Saved on this device")).toBeVisible();
  await sides.framed.goOn();
  await sides.framed.finishPractice();
  await areApart(sides, 1);
});

const denied = onlyChromium("Firefox gives every frame a storage of its own");
test("where frames of other sites get no storage, Plumb says so, and what is kept elsewhere stays apart", denied, async ({ profile, baseURL, guard }) => {
  const sides = await both(await profile(), baseURL, guard);
  await expect(sides.framed.page.getByText("This browser lets Plumb keep nothing here")).toBeVisible();
  await sides.framed.finishPractice();
  await areApart(sides, 0);
});
