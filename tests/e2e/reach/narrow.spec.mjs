// Every page and state at 320 px: nothing scrolls sideways, nothing is too small to hit.
import { test, expect } from "../support/fixture.mjs";
import { expected, states } from "../support/states.mjs";

test.use({ viewport: { width: 320, height: 700 } });

/** Elements that stick out of the page sideways, where the page scrolls for them. */
function stickingOut() {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    const scrolls = one.parentElement.closest(".scroll, pre");
    return width > 0 && !scrolls && (right > page.clientWidth + 1 || left < -1);
  });
  return [`${page.scrollWidth} px wide`, ...out.map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)];
}

/**
 * Controls that are smaller than 24 by 24 px, the label of a box included.
 * Links within a sentence may be as high as their line (WCAG 2.5.8).
 */
function smallTargets() {
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const inSentence = (one) => one.tagName === "A" && getComputedStyle(one).display === "inline"
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  const size = (one) => {
    const boxes = [one, ...(one.labels ?? [])].map((each) => each.getBoundingClientRect());
    return [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
  };
  return controls
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip, .unseen") && !inSentence(one))
    .map((one) => ({ one, at: size(one) }))
    .filter(({ at: [width, height] }) => width < 23.9 || height < 23.9)
    .map(({ one, at }) => `${one.tagName} ${one.className} "${one.textContent.slice(0, 30)}" ${at.map(Math.round).join(" x ")}`);
}

for (const [name, go] of states) {
  test(`${name} fits into 320 px, in either direction and with large text, with targets of 24 px`, async ({ page, guard }) => {
    guard.allow(...expected);
    await go(page);
    const root = page.locator("html");
    expect.soft(await page.evaluate(stickingOut), "as it is").toEqual([]);
    expect.soft(await page.evaluate(smallTargets), "small targets").toEqual([]);
    await root.evaluate((html) => html.setAttribute("dir", "rtl"));
    expect.soft(await page.evaluate(stickingOut), "from right to left").toEqual([]);
    await root.evaluate((html) => { html.setAttribute("dir", "ltr"); html.setAttribute("data-text", "largest"); });
    expect.soft(await page.evaluate(stickingOut), "with the largest text").toEqual([]);
  });
}
