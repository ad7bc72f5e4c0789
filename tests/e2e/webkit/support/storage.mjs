// What is kept in a browser, seen and filled from a page of the origin that runs nothing.
import { blank, home } from "./server.mjs";

/** Everything in local storage. */
export async function kept(tab) {
  return JSON.parse(await tab.run(() => JSON.stringify(Object.fromEntries(Object.entries(localStorage)))));
}

/** The attempts among it. */
export async function keptAttempts(tab) {
  return Object.entries(await kept(tab)).filter(([key]) => key.startsWith("plumb.attempt."));
}

/** Fills local storage before the app is there. */
export async function fill(tab, entries, url = home) {
  await tab.open(blank(url));
  // The driver may be back before the page is.
  await tab.until("the blank page is there", async () => (await tab.address()) === blank(url));
  await tab.run((all) => { JSON.parse(all).forEach(([key, value]) => localStorage.setItem(key, value)); }, JSON.stringify(Object.entries(entries)));
}
