// A clock that the test turns.

/**
 * Puts the page on a clock of the test's own. Playwright numbers its timers from 10^12, where browsers
 * keep to 32 bits, as the app's bindings do: numbers of our own stand between the two.
 */
export async function ownClock(page, time = "2026-11-21T08:00:00Z") {
  await page.clock.install({ time: new Date(time) });
  await page.addInitScript(() => {
    const ids = new Map();
    for (const [set, clear] of [["setInterval", "clearInterval"], ["setTimeout", "clearTimeout"]]) {
      const [start, stop] = [window[set].bind(window), window[clear].bind(window)];
      window[set] = (...given) => {
        const id = ids.size + 1;
        ids.set(id, start(...given));
        return id;
      };
      window[clear] = (id) => stop(ids.get(id));
    }
  });
}
