// Every page and state: it fits into 320 px and passes WCAG 2.2 A and AA in light, dark and forced colors.
// What it costs is to get into a state, so all of it is checked there at once.
import { test, expect } from "../support/fixture.mjs";
import { colors, everything, faintTexts } from "../support/axe.mjs";
import { galleryIds } from "../support/banks.mjs";
import { smallTargets, stickingOut } from "../support/fits.mjs";
import { expected, gallery, states } from "../support/states.mjs";

const narrow = { width: 320, height: 700 };
const wide = { width: 1280, height: 720 };
const light = { reducedMotion: "reduce", colorScheme: "light", forcedColors: "none" };
const dark = { ...light, colorScheme: "dark" };
const forced = { ...dark, forcedColors: "active" };

// A person gets into each state on a narrow screen.
test.use({ viewport: narrow });

/** In either direction and with the largest text; then it is as it was. */
async function fits(page, name) {
  const root = page.locator("html");
  const look = (attributes) => root.evaluate((html, given) => given.forEach(([key, value]) => html.setAttribute(key, value)), Object.entries(attributes));
  expect.soft(await page.evaluate(stickingOut), `${name}: 320 px`).toEqual([]);
  expect.soft(await page.evaluate(smallTargets), `${name}: small targets`).toEqual([]);
  await look({ dir: "rtl" });
  expect.soft(await page.evaluate(stickingOut), `${name}: from right to left`).toEqual([]);
  await look({ "data-text": "largest" });
  expect.soft(await page.evaluate(stickingOut), `${name}: from right to left with the largest text`).toEqual([]);
  await look({ dir: "ltr" });
  expect.soft(await page.evaluate(stickingOut), `${name}: with the largest text`).toEqual([]);
  await look({ "data-text": "normal" });
}

async function isForEveryone(page, name) {
  expect.soft(await everything(page), `${name}: light`).toEqual([]);
  await page.emulateMedia(dark);
  expect.soft(await colors(page), `${name}: dark`).toEqual([]);
  await page.emulateMedia(forced);
  expect.soft(await page.evaluate(faintTexts), `${name}: forced colors`).toEqual([]);
}

async function check(page, name) {
  await fits(page, name);
  await page.setViewportSize(wide);
  await isForEveryone(page, name);
}

for (const [name, go] of states) {
  test(`${name} fits into 320 px and can be used by everyone`, async ({ page, guard }) => {
    guard.allow(...expected);
    await page.emulateMedia(light);
    await go(page);
    await check(page, name);
  });
}

/** In one page, as its states need nothing that was done before: half of them each, for two to share the work. */
const half = Math.ceil(galleryIds.length / 2);
for (const [part, ids] of [["first", galleryIds.slice(0, half)], ["second", galleryIds.slice(half)]]) {
  test(`the ${part} half of the gallery fits into 320 px and can be used by everyone`, async ({ page }) => {
    test.slow();
    for (const id of ids) {
      await test.step(id, async () => {
        await page.setViewportSize(narrow);
        await page.emulateMedia(light);
        await gallery(page, id);
        await check(page, id);
      });
    }
  });
}

test("nothing moves where the system asks for less motion", async ({ page }) => {
  await page.emulateMedia(light);
  await states[0][1](page);
  const moving = await page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
    const slow = (style) => seconds(style.transitionDuration) > 0.02 || seconds(style.animationDuration) > 0.02;
    return [...document.querySelectorAll("*")].filter((one) => slow(getComputedStyle(one))).map((one) => one.className);
  });
  expect(moving).toEqual([]);
});
