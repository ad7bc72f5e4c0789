// Inside a page of another site, in a browser that gives each pair of sites a storage of its own.
import { test as base, expect } from "../support/fixture.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

const test = base.extend({
  // Playwright switches the partitions off, and then frames of other sites get no storage at all; the last switch counts.
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...launchOptions.args, "--disable-features=Translate"] }),
});

test("what is answered in a frame is kept for that page, apart from what is kept elsewhere", async ({ page, context, baseURL, guard }) => {
  guard.allow(/request that leaves this machine: http:\/\/localhost/);
  // The host's page is made up, so the browser takes it for one of the internet.
  await context.grantPermissions(["local-network-access"]);
  const first = await Quiz.start(page, { n: 1 });
  await first.finishPractice();

  const host = await context.newPage();
  const address = new URL("host-of-a-frame", baseURL.replace("127.0.0.1", "localhost")).href;
  const html = (place) => `<!doctype html><title>Host</title><iframe title="Plumb" width="800" height="900" src="${baseURL}${place}"></iframe>`;
  await host.route(address + "**", (route) => route.fulfill({ contentType: "text/html", body: html(decodeURIComponent(new URL(route.request().url()).search.slice(1))) }));
  const open = async (place) => {
    await host.goto(`${address}?${encodeURIComponent(place)}`);
    return new Quiz(host.frameLocator("iframe"));
  };
  const quiz = await open("#/quiz/python?n=2&seed=x");
  await quiz.enter();
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.card.getByText("Saved on this device")).toBeVisible();
  await quiz.goOn();
  await quiz.finishPractice();
  await expect(new Result(quiz.page).points).toHaveText("2 of 2 points");

  const later = await open("#/history");
  const rows = (page) => page.getByRole("row").filter({ hasText: /\d of \d points/ });
  await expect(rows(later.page)).toHaveCount(1);
  await expect(rows(later.page)).toContainText("2 of 2 points");
  await page.goto(`${baseURL}#/history`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("1 of 1 points");
});
