// Whether a page fits a narrow screen, and fingers.

/** Runs in the page: elements that stick out of the page sideways, where the page scrolls for them. */
export function stickingOut() {
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
 * Runs in the page: controls that are smaller than 24 by 24 px, the label of a box included.
 * Links within a sentence may be as high as their line (WCAG 2.5.8).
 */
export function smallTargets() {
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
