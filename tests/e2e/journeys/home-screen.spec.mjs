// On iPhones and iPads, an app on the home screen begins without what the browser keeps.
import { test, expect, onlyChromium } from "../support/fixture.mjs";
import { App } from "../pages/app.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Settings } from "../pages/settings.mjs";

const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
const phone = { userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${safari}` };
// An iPad calls itself a Mac, and can be touched.
const pad = { userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, hasTouch: true };
const mac = { userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, hasTouch: false };
const reason = "an app on the home screen keeps its data apart from the browser";

for (const [name, device, where] of [["an iPhone", phone, {}], ["an iPad", pad, onlyChromium("no other driver makes a screen that can be touched")]]) {
  test(`on ${name}, the settings say to export before adding it to the home screen, and a notice does so once`, where, async ({ stranger }) => {
    const page = await stranger(device);
    const app = await new App(page).open();
    const settings = await new Settings(page).open("#/settings");
    await expect(settings.main.getByText(reason)).toBeVisible();
    await expect(settings.notice(reason), "there is nothing to lose yet").toHaveCount(0);
    const quiz = await Quiz.start(page, { n: 1 });
    await quiz.finishPractice();
    await expect(new Result(page).points).toBeVisible();
    await app.open();
    await expect(app.notice(reason)).toBeVisible();
    await app.closeNotice();
    await expect(app.notice(reason)).toHaveCount(0);
    await app.open();
    await app.follow("History");
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    await expect(app.notice(reason)).toHaveCount(0);
  });
}

for (const [name, device, script] of [
  ["on a Mac", mac, () => {}],
  ["in the app on the home screen itself", phone, () => {
    const match = window.matchMedia.bind(window);
    window.matchMedia = (query) => (query === "(display-mode: standalone)" ? { matches: true } : match(query));
  }],
]) {
  test(`${name}, nothing is said of home screens`, async ({ stranger }) => {
    const page = await stranger(device);
    await page.addInitScript(script);
    const quiz = await Quiz.start(page, { n: 1 });
    await quiz.finishPractice();
    const settings = await new Settings(page).open("#/settings");
    await expect(settings.button("Export my data")).toBeVisible();
    await expect(page.getByText(reason)).toHaveCount(0);
  });
}
