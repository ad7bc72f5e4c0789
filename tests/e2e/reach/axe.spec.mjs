// Every page and state against WCAG 2.2 A and AA, in light, dark and forced colors.
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../support/fixture.mjs";
import { expected, states } from "../support/states.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const looks = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
];

/** What axe finds, in a form that can be read. */
async function faults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).options({ rules: { "target-size": { enabled: true } } }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n")[1]?.trim()}`));
}

for (const [name, go] of states) {
  test(`${name} can be used by everyone, in light, dark and forced colors`, async ({ page, guard }) => {
    guard.allow(...expected);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await go(page);
    for (const look of looks) {
      await page.emulateMedia({ reducedMotion: "reduce", ...look });
      const { colorScheme, forcedColors } = look;
      expect.soft(await faults(page), forcedColors === "active" ? "forced colors" : colorScheme).toEqual([]);
    }
  });
}

test("nothing moves where the system asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await states[0][1](page);
  const moving = await page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
    const slow = (style) => seconds(style.transitionDuration) > 0.02 || seconds(style.animationDuration) > 0.02;
    return [...document.querySelectorAll("*")].filter((one) => slow(getComputedStyle(one))).map((one) => one.className);
  });
  expect(moving).toEqual([]);
});
