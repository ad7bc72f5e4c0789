// A browser that ends in the middle of what a person does.
import { Over } from "./tab.mjs";

/** Does something until the browser is killed after so many milliseconds, or until it is done; killed it is in any case. */
export async function whenKilled(browser, milliseconds, work) {
  const end = setTimeout(() => browser.kill(), milliseconds);
  try {
    await work();
  } catch (error) {
    // Whatever fails once the browser is gone, fails for that.
    if (!(browser.isOver || error instanceof Over)) throw error;
  }
  clearTimeout(end);
  await browser.kill();
}
