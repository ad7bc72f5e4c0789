import { test, expect } from "../support/fixture.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";

const textSize = (page) => page.getByRole("main").evaluate((main) => parseFloat(getComputedStyle(main).fontSize));

async function practise(page, area = "python") {
  const quiz = await Quiz.start(page, { area, n: 1 });
  await quiz.finishPractice();
}

test("larger text is larger, and stays so", async ({ page }) => {
  const settings = await new Settings(page).open("#/settings");
  const normal = await textSize(page);
  await settings.choose("Text size", "Large");
  const large = await textSize(page);
  expect(large).toBeGreaterThan(normal);
  await settings.choose("Text size", "Largest");
  const largest = await textSize(page);
  expect(largest).toBeGreaterThan(large);
  await page.reload();
  await settings.heading.waitFor();
  expect(await textSize(page)).toBe(largest);
});

test("nothing moves once motion is reduced", async ({ page }) => {
  const settings = await new Settings(page).open("#/settings");
  await settings.choose("Motion", "Reduced");
  for (const hash of ["#/", "#/settings", "#/area/python"]) {
    await settings.open(hash);
    const slowest = await page.evaluate(() => {
      const seconds = (list) => list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1));
      return Math.max(...[...document.querySelectorAll("*")].flatMap((one) => {
        const style = getComputedStyle(one);
        return [...seconds(style.transitionDuration), ...seconds(style.animationDuration)];
      }));
    });
    expect(slowest, `seconds that something on ${hash} moves`).toBeLessThan(0.02);
  }
});

test("an export imported by another browser brings all attempts, and what was there stays", async ({ page, stranger }) => {
  await practise(page, "python");
  await practise(page, "sql");
  const mine = await new Settings(page).open("#/settings");
  await expect(mine.main.getByText(/^2 attempts are kept/)).toBeVisible();
  const file = await mine.export();
  expect(file.name).toMatch(/^plumb-\d{4}-\d\d-\d\d\.txt$/);

  const other = await stranger();
  await practise(other, "git");
  const theirs = await new Settings(other).open("#/settings");
  await theirs.import(file.text);
  await expect(theirs.notice("2 attempts added, 0 already here.")).toBeVisible();
  await other.reload();
  const history = await new History(other).open("#/history");
  await expect(history.rows).toHaveCount(3);
  for (const title of ["Python", "SQL", "Git"]) await expect(history.rows.filter({ hasText: title })).toHaveCount(1);
});

test("importing the same file twice changes nothing", async ({ page, stranger }) => {
  await practise(page);
  const { text } = await (await new Settings(page).open("#/settings")).export();
  const other = await stranger();
  const settings = await new Settings(other).open("#/settings");
  await settings.import(text);
  await expect(settings.notice("1 attempt added, 0 already here.")).toBeVisible();
  const kept = () => other.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const once = await kept();
  await settings.import(text);
  await expect(settings.notice("0 attempts added, 1 already here.")).toBeVisible();
  expect(await kept()).toBe(once);
  expect((await settings.export()).text).toBe(text);
});

test("a file that is no export is refused in words, and a damaged line costs only itself", async ({ page, stranger }) => {
  await practise(page);
  await practise(page, "sql");
  const settings = await new Settings(page).open("#/settings");
  const { text } = await settings.export();
  await settings.import("hello", "letter.txt");
  await expect(settings.notice("This file is no export of Plumb")).toBeVisible();
  await expect(settings.main.getByText(/^2 attempts are kept/)).toBeVisible();

  const other = await stranger();
  const theirs = await new Settings(other).open("#/settings");
  await theirs.import(text.replace("\n4.", "\n4.xx"));
  await expect(theirs.notice("1 attempt added, 0 already here. 1 line could not be read and did no harm.")).toBeVisible();
});

test("the way to carry on elsewhere is beside the export", async ({ page }) => {
  const settings = await new Settings(page).open("#/settings");
  await settings.main.getByRole("link", { name: "Carry on elsewhere" }).click();
  await expect(settings.heading).toHaveText("Carry on elsewhere");
  await settings.main.getByRole("link", { name: "Back to the settings" }).click();
  await expect(settings.heading).toHaveText("Settings");
});

test("erasing asks first, can be declined, and then removes everything of Plumb's and nothing else", async ({ page }) => {
  await practise(page);
  await page.evaluate(() => localStorage.setItem("another-program", "stays"));
  const settings = await new Settings(page).open("#/settings");
  await settings.choose("Theme", "Dark");
  await settings.button("Erase everything").click();
  await expect(settings.confirmation).toBeFocused();
  await expect(settings.confirmation).toContainText("1 attempt");
  await settings.button("Keep my data").click();
  await expect(settings.main.getByText(/^1 attempt is kept/)).toBeVisible();
  await settings.button("Erase everything").click();
  await settings.button("Erase now").click();
  await expect(settings.notice("were erased")).toBeVisible();
  await expect(settings.main.getByText(/^0 attempts are kept/)).toBeVisible();
  await expect(settings.choice("Theme", "As the device")).toBeChecked();
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([["another-program", "stays"]]);
  await page.reload();
  await new History(page).open("#/history");
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});

test("whether the browser promised to keep the data is said, and it can be asked", async ({ page }) => {
  await page.addInitScript(() => {
    // The empty page before has none.
    if (!window.StorageManager) return;
    let promised = false;
    StorageManager.prototype.persisted = async () => promised;
    StorageManager.prototype.persist = async () => {
      promised = window.willing ?? false;
      return promised;
    };
  });
  const settings = await new Settings(page).open("#/settings");
  await expect(settings.main.getByText("This browser may clear it when space runs short.")).toBeVisible();
  await settings.button("Ask the browser to keep it").click();
  await expect(settings.main.getByText("The browser did not promise it.")).toBeVisible();
  await page.evaluate(() => { window.willing = true; });
  await settings.button("Ask the browser to keep it").click();
  await expect(settings.main.getByText("This browser has promised to keep it.")).toBeVisible();
  await expect(settings.button("Ask the browser to keep it")).toHaveCount(0);
});

test("a browser that makes no promises is not asked for one", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "storage", { value: undefined }));
  const settings = await new Settings(page).open("#/settings");
  await expect(settings.button("Export my data")).toBeVisible();
  await expect(settings.button("Ask the browser to keep it")).toHaveCount(0);
});
