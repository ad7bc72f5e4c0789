// How long an answer keeps the page busy where it decides what is asked next, beside the same answer in a practice, on a
// slow CPU: `cargo xtask bench`. The difference is what estimate and choice of the next question take.
import { launch, line, ROUNDS, slow, SLOWER, spread } from "./slow.mjs";

const ANSWERS = 12;
const MODES = ["practice", "assessment"];

/** Milliseconds that "I don’t know" keeps the page busy before it paints: the listener, and all that it puts off to its end. */
const press = (page) => page.evaluate(async () => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "I don’t know");
  const start = performance.now();
  button.click();
  for (let rest = 0; rest < 20; rest += 1) await null;
  return performance.now() - start;
});

/** The times of the answers of one sitting. */
async function sitting(context, mode, seed) {
  const page = await slow(context);
  await page.goto(new URL(`#/quiz/python?n=50&seed=${seed}&mode=${mode}`, process.env.PLUMB_URL).href);
  await page.getByRole("button", { name: "Start this quiz" }).click();
  const times = [];
  for (let place = 1; place <= ANSWERS; place += 1) {
    await page.getByRole("heading", { level: 1, name: new RegExp(`^Question ${place}\\b`) }).waitFor();
    await page.getByRole("button", { name: "I don’t know" }).waitFor();
    times.push(await press(page));
    if (mode === "practice") await page.getByRole("button", { name: "Next question" }).click();
  }
  await page.close();
  return times;
}

const browser = await launch();
const figures = Object.fromEntries(MODES.map((mode) => [mode, { first: [], later: [] }]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const mode of MODES) {
    const context = await browser.newContext();
    const [first, ...later] = await sitting(context, mode, `round-${round}`);
    figures[mode].first.push(first);
    figures[mode].later.push(...later);
    await context.close();
  }
}
await browser.close();

console.log(`Milliseconds on a CPU slowed down ${SLOWER} times (medians of ${ROUNDS} rounds, least and most)`);
for (const [what, name] of [["first", "the first answer"], ["later", `each of the next ${ANSWERS - 1}`]]) {
  line(name, ...MODES.map((mode) => `${mode}: ${spread(figures[mode][what], 1)}`));
}
