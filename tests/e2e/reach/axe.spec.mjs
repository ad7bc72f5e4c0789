// Every page and state against WCAG 2.2 A and AA, in light, dark and forced colors.
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "../support/fixture.mjs";
import { expected, states } from "../support/states.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const motion = { reducedMotion: "reduce" };

const readable = ({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n")[1]?.trim()}`));

const everything = async (page) =>
  readable(await new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } }).withTags(tags).setLegacyMode().analyze());

/** The theme changes nothing but colors. */
const colors = async (page) => readable(await new AxeBuilder({ page }).withRules("color-contrast").setLegacyMode().analyze());

/**
 * Texts that are too faint in forced colors. axe reads `-webkit-text-fill-color`, which Chromium does not
 * force, and so measures colors that nobody sees.
 */
function faintTexts() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = channels(color).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backdrop = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((channels(color)[3] ?? 1) > 0.99) return color;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
  };
  const contrast = (element) => {
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(backdrop(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && hasText(element) && !element.closest(":disabled, noscript, svg"))
    .map((element) => ({ element, ratio: contrast(element) }))
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ element, ratio }) => `${element.tagName} ${element.className} "${element.textContent.slice(0, 30)}" ${ratio.toFixed(1)}`);
}

for (const [name, go] of states) {
  test(`${name} can be used by everyone, in light, dark and forced colors`, async ({ page, guard }) => {
    guard.allow(...expected);
    await page.emulateMedia({ ...motion, colorScheme: "light" });
    await go(page);
    expect.soft(await everything(page), "light").toEqual([]);
    await page.emulateMedia({ ...motion, colorScheme: "dark" });
    expect.soft(await colors(page), "dark").toEqual([]);
    await page.emulateMedia({ ...motion, colorScheme: "dark", forcedColors: "active" });
    expect.soft(await page.evaluate(faintTexts), "forced colors").toEqual([]);
  });
}

test("nothing moves where the system asks for less motion", async ({ page }) => {
  await page.emulateMedia(motion);
  await states[0][1](page);
  const moving = await page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
    const slow = (style) => seconds(style.transitionDuration) > 0.02 || seconds(style.animationDuration) > 0.02;
    return [...document.querySelectorAll("*")].filter((one) => slow(getComputedStyle(one))).map((one) => one.className);
  });
  expect(moving).toEqual([]);
});
