// axe, and what it cannot see: texts that are too faint in forced colors.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const readable = (violations) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n")[1]?.trim()}`));

/** Runs axe in the page and its frames, which keep it until they are loaded anew. */
async function run(page, options) {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => !("axe" in window))) await frame.evaluate(source);
  }
  // Of what passes, nothing has to be told.
  const all = { resultTypes: ["violations"], ...options };
  return readable(await page.evaluate(async (given) => (await window.axe.run(document, given)).violations, all));
}

/** What is against WCAG 2.2 A and AA. */
export const everything = (page) => run(page, { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } });

/** The same of colors alone: a theme changes nothing else. */
export const colors = (page) => run(page, { runOnly: { type: "rule", values: ["color-contrast"] } });

/**
 * Runs in the page: texts that are too faint in forced colors. axe reads `-webkit-text-fill-color`, which Chromium does not
 * force, and so measures colors that nobody sees.
 */
export function faintTexts() {
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
