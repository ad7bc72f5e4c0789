// What stands under Plumb's keys and cannot be read is set aside, never overwritten.
import { test, expect } from "../support/fixture.mjs";
import { fill, kept, keptAttempts } from "../support/storage.mjs";
import { App } from "../pages/app.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";

const damaged = {
  empty: "",
  garbage: "garbage",
  "only-a-version": "1.",
  "nothing-packed": "1.AAAA",
  json: '{"version":1}',
  "no-version": ".abcd",
  "version-0": "0.abcd",
  nul: "1.\0\0",
  long: `1.${"x".repeat(50_000)}`,
};
const underOurKeys = Object.fromEntries(Object.entries(damaged).map(([name, text]) => [`plumb.attempt.${name}`, text]));
const count = Object.keys(damaged).length;

/** Makes an attempt as a person does. */
async function attempt(page, seed) {
  const quiz = await Quiz.start(page, { n: 1, seed });
  await quiz.finishPractice();
}

test("damaged attempts are set aside, told of once and kept for the export", async ({ page }) => {
  await fill(page, underOurKeys);
  const settings = await new Settings(page).open("#/settings");
  await expect(settings.notice(`${count} saved attempts could not be read`)).toBeVisible();
  const now = await kept(page);
  for (const [name, text] of Object.entries(damaged)) {
    const found = Object.entries(now).filter(([, value]) => value === text);
    expect(found.map(([key]) => key), `${name} is kept under another key`).toEqual([`plumb.aside.attempt.${name}`]);
  }
  const { text } = await settings.export();
  for (const name of ["garbage", "json", "long"]) expect(text).toContain(damaged[name]);
  await page.reload();
  await settings.heading.waitFor();
  await expect(settings.notice("could not be read")).toHaveCount(0);
  expect(await kept(page)).toEqual(now);
});

test("a damaged attempt that no program could copy exactly stays where it is, to the last code unit", async ({ page }) => {
  const torn = { "plumb.attempt.torn": "1.ab\ud800cd" };
  await fill(page, torn);
  const app = await new App(page).open();
  await expect(app.notice("1 saved attempt could not be read")).toBeVisible();
  expect(await kept(page)).toMatchObject(torn);
});

test("an attempt with one changed character is set aside, and the others are read", async ({ page, stranger }) => {
  await attempt(page, "one");
  await attempt(page, "two");
  const all = await keptAttempts(page);
  const [[key, text]] = all;
  const at = Math.floor(text.length / 2);
  const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  // A browser whose journal knows neither of them.
  const other = await stranger();
  await fill(other, { ...Object.fromEntries(all), [key]: changed });
  const history = await new History(other).open("#/history");
  await expect(history.notice("1 saved attempt could not be read")).toBeVisible();
  await expect(history.rows).toHaveCount(1);
  expect(Object.values(await kept(other))).toContain(changed);
});

test("an attempt that is cut off is set aside", async ({ page }) => {
  await attempt(page, "one");
  const [[key, text]] = await keptAttempts(page);
  await fill(page, { [key]: text.slice(0, -7) });
  const app = await new App(page).open();
  await expect(app.notice("1 saved attempt could not be read")).toBeVisible();
  expect(Object.values(await kept(page))).toContain(text.slice(0, -7));
});

test("what was set aside is not overwritten by what is set aside later under the same name", async ({ page }) => {
  await fill(page, { "plumb.attempt.x": "first" });
  const app = await new App(page).open();
  await expect(app.notice("could not be read")).toBeVisible();
  await fill(page, { "plumb.attempt.x": "second" });
  await app.open();
  await expect(app.notice("could not be read")).toBeVisible();
  const values = Object.values(await kept(page));
  expect(values).toContain("second");
  expect(values).toContain("first");
});

test("what a newer Plumb wrote is left untouched, told of and in the export", async ({ page }) => {
  const newer = { "plumb.attempt.future": "9.something-new", "plumb.attempt.far": "200.abc" };
  await fill(page, newer);
  const quiz = await Quiz.start(page, { n: 1 });
  await expect(quiz.notice("2 saved attempts from a newer Plumb")).toBeVisible();
  await quiz.finishPractice();
  expect(await kept(page)).toMatchObject(newer);
  await quiz.follow("Settings");
  expect((await new Settings(page).export()).text).toContain("9.something-new");
});

for (const text of ["garbage", "null", "5", "[]", '{"theme":5}', '{"theme":"pink","text":"__proto__"}', ""]) {
  test(`settings that read ${JSON.stringify(text)} are taken as none, and Plumb starts`, async ({ page }) => {
    await fill(page, { "plumb.settings": text });
    const settings = await new Settings(page).open("#/settings");
    await expect(settings.choice("Theme", "As the device")).toBeChecked();
    await expect(settings.choice("Text size", "Normal")).toBeChecked();
    expect(await kept(page), "looking at settings changes nothing").toEqual({ "plumb.settings": text });
  });
}
