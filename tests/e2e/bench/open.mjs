// How long home and history take to open, with few and with many finished attempts, side by side on a slow CPU:
// `cargo xtask bench`. Each file named on the command line fills a browser of its own; a line is an id and a text.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { launch, line, ROUNDS, slow, SLOWER, spread } from "./slow.mjs";

/** The pages and their addresses. */
const PAGES = {
  home: { hash: "#/" },
  history: { hash: "#/history" },
};

/** Runs in every page: notes when the first heading, and when what is kept, was painted. */
function watch() {
  const shown = {
    home: () => document.querySelector(".going a[href='#/review']") && /of \d+ answered/.test(document.querySelector(".skill-grid")?.textContent),
    history: () => document.querySelector(".history .chart") && document.querySelector(".history tbody tr:nth-child(10)"),
    frame: () => document.getElementById("heading"),
  };
  const painted = (run) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => run(performance.now());
    port2.postMessage(0);
  });
  // The first moment at which something is there and painted.
  window.whenShown = (what) => new Promise((tell) => {
    const look = () => {
      if (!shown[what]()) return;
      watcher.disconnect();
      painted(tell);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
    look();
  });
  const what = location.hash === "#/history" ? "history" : "home";
  window.opened = Promise.all([window.whenShown("frame"), window.whenShown(what)]);
}

/** Milliseconds from the navigation until the frame, and until what is kept, is painted. */
async function load(context, name) {
  const page = await slow(context);
  await page.goto(new URL(PAGES[name].hash, process.env.PLUMB_URL).href);
  const times = await page.evaluate(() => window.opened);
  await page.close();
  return times;
}

/** Milliseconds from a click on another page until what is kept is painted. */
async function moves(context) {
  const page = await slow(context);
  await page.goto(process.env.PLUMB_URL);
  await page.evaluate(() => window.opened);
  // Until the page has nothing more to do.
  await page.evaluate(async () => {
    const idle = () => new Promise((tell) => requestIdleCallback((left) => tell(!left.didTimeout && left.timeRemaining() > 30), { timeout: 5000 }));
    for (let calm = 0; calm < 20; ) calm = (await idle()) ? calm + 1 : 0;
  });
  const times = {};
  for (const name of ["history", "home"]) {
    times[name] = await page.evaluate(async ([hash, name]) => {
      const others = [...document.querySelectorAll(".top nav a")].find((link) => link.hash === "#/settings");
      others.click();
      await new Promise((tell) => setTimeout(tell, 500));
      const link = [...document.querySelectorAll(".top nav a")].find((link) => link.hash === hash);
      const start = performance.now();
      link.click();
      return (await window.whenShown(name)) - start;
    }, [PAGES[name].hash, name]);
  }
  await page.close();
  return times;
}

const browser = await launch();
const people = [];
for (const file of process.argv.slice(2)) {
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const entries = readFileSync(file, "utf8").trim().split("\n").map((line) => line.split("\t"));
  const page = await context.newPage();
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Empty</title>" }));
  await page.goto(new URL("empty", process.env.PLUMB_URL).href);
  await page.evaluate((all) => all.forEach(([id, text]) => localStorage.setItem(`plumb.attempt.${id}`, text)), entries);
  await page.close();
  people.push({ attempts: basename(file, ".txt"), context, figures: {} });
}
const note = (person, what, value) => (person.figures[what] ??= []).push(value);
for (let round = -1; round < ROUNDS; round += 1) {
  for (const person of people) {
    for (const name of Object.keys(PAGES)) {
      const [frame, kept] = await load(person.context, name);
      // The first round fetches and compiles, and counts for itself.
      note(person, `${name}, loaded: the page's frame`, round < 0 ? undefined : frame);
      note(person, `${name}, loaded: what is kept`, round < 0 ? undefined : kept);
      if (round < 0) note(person, `${name}, loaded the first time`, kept);
    }
    for (const [name, time] of Object.entries(await moves(person.context))) note(person, `${name}, from settings`, round < 0 ? undefined : time);
  }
}
await browser.close();

console.log(`Milliseconds on a CPU slowed down ${SLOWER} times (medians of ${ROUNDS} rounds, least and most)`);
for (const what of Object.keys(people[0].figures)) {
  line(what, ...people.map(({ attempts, figures }) => `${attempts}: ${spread(figures[what].filter((value) => value !== undefined))}`));
}
