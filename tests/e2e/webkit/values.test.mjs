// What stands in storage is not what Plumb wrote there: it is set aside, never overwritten.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ofKind } from "../support/banks.mjs";
import { flipped } from "../support/flips.mjs";
import { Quiz } from "./support/quiz.mjs";
import { blank, home } from "./support/server.mjs";
import { fill, kept, keptAttempts } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

const history = new URL("#/history", home).href;
const records = fileURLToPath(new URL("../../records/", import.meta.url));

/** A finished attempt of two questions, as its key and text. */
async function attempt(tab) {
  const quiz = await Quiz.start(tab);
  await quiz.finish();
  await quiz.points(2, 2);
  return (await keptAttempts(tab))[0];
}

test("an attempt that is cut off is set aside, and one beside it is read", async ({ open }) => {
  const { tab } = await open();
  const [, text] = await attempt(tab);
  await fill(tab, { "plumb.attempt.cut": text.slice(0, -7) });
  await tab.open(history);
  await tab.says("1 saved attempt could not be read");
  assert.equal((await tab.all("row")).length, 1);
  assert.ok(Object.values(await kept(tab)).includes(text.slice(0, -7)));
});

test("sixty copies with one flipped bit each are all set aside, none is taken for another attempt", async ({ open }) => {
  const { tab } = await open();
  const [, text] = await attempt(tab);
  const flips = flipped(text, 60);
  await fill(tab, Object.fromEntries(flips));
  await tab.open(history);
  await tab.says("saved attempts could not be read");
  assert.equal((await tab.all("row")).length, 1);
  const now = Object.values(await kept(tab));
  for (const [key, copy] of flips) assert.ok(now.includes(copy), key);
});

test("what a newer Plumb wrote is left untouched and told of", async ({ open }) => {
  const newer = { "plumb.attempt.future": "9.something-new", "plumb.attempt.far": "200.abc" };
  const { tab } = await open();
  await fill(tab, newer);
  const quiz = await Quiz.start(tab, { n: 1 });
  await tab.says("2 saved attempts from a newer Plumb");
  await quiz.finish();
  const now = await kept(tab);
  for (const [key, text] of Object.entries(newer)) assert.equal(now[key], text);
});

test("an attempt of each older format is in the history and opens", async ({ open }) => {
  const { tab } = await open();
  for (const name of readdirSync(records).filter((one) => one.endsWith(".txt"))) {
    const text = readFileSync(`${records}${name}`, "utf8").trim();
    await tab.open(blank());
    await tab.run(() => localStorage.clear());
    await fill(tab, { "plumb.attempt.from-then": text });
    await tab.open(history);
    await tab.press("link", /^[A-Z][a-z]{2} \d+, \d{4}/);
    await tab.until(`the result of ${name} shows`, async () => /of \d+ points|level/i.test(await tab.text("main")));
    assert.ok(Object.values(await kept(tab)).includes(text), `looking at ${name} changes nothing`);
  }
});

test("texts under our keys that are no attempts are set aside, the strangest too", async ({ open }) => {
  const damaged = { empty: "", garbage: "garbage", version: "1.", json: '{"version":1}', nul: "1.\0\0", long: `1.${"x".repeat(50_000)}` };
  const { tab } = await open();
  await fill(tab, Object.fromEntries(Object.entries(damaged).map(([name, text]) => [`plumb.attempt.${name}`, text])));
  await tab.open(history);
  await tab.says(`${Object.keys(damaged).length} saved attempts could not be read`);
  const now = await kept(tab);
  for (const [name, text] of Object.entries(damaged)) assert.equal(now[`plumb.aside.attempt.${name}`], text, name);
});

test("a damaged attempt that no program could copy exactly stays where it is, to the last code unit", async ({ open }) => {
  const torn = "1.ab\ud800cd";
  const { tab } = await open();
  await fill(tab, { "plumb.attempt.torn": torn });
  await tab.open(history);
  await tab.says("1 saved attempt could not be read");
  assert.equal((await kept(tab))["plumb.attempt.torn"], torn);
});

test("an answer with NUL and half a character is kept, graded and shown again", async ({ open }) => {
  const one = ofKind("text");
  const { tab } = await open();
  const quiz = await Quiz.start(tab, { area: one.area, n: 1, only: one.id });
  await tab.run((input) => {
    input.value = "a\0b\ud800c";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, await tab.find("textbox"));
  await tab.reload();
  await tab.reads("textbox", "a\0b\ufffdc");
  await quiz.check();
  await quiz.verdict("Not right");
  await tab.reload();
  await quiz.verdict("Not right");
});
