// Files that are too large, cut short, doubled or made by an enemy.
import { file, lines } from "../support/attempts.mjs";
import { fact, packed, write } from "../support/records.mjs";
import { home } from "./support/server.mjs";
import { keptAttempts } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

const notOurs = "This file is no export of Plumb";
const full = "The browser's storage took no more";
const asked = { id: "gone", topic: "types", level: 1, hash: 7 };

/** Puts a file into the input, as a person's choice does; a text that is long is made in the page. */
async function choose(tab, text, times = 1) {
  await tab.run((input, part, count) => {
    const data = new DataTransfer();
    data.items.add(new File([part.repeat(count)], "plumb.txt", { type: "text/plain" }));
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, await tab.find("file"), text, times);
}

async function settings(open) {
  const { tab } = await open();
  await tab.open(new URL("#/settings", home).href);
  await tab.title("Settings");
  await tab.find("file");
  return tab;
}

test("files that hold nothing of use are answered in words and change nothing", async ({ open }) => {
  const tab = await settings(open);
  const refused = [
    ["x", 5 * 1024 * 1024 + 1, notOurs],
    ["", 1, notOurs],
    ["Plumb export 1\n", 1, "0 attempts added"],
    ["\ud800\0", 1, notOurs],
  ];
  for (const [text, times, said] of refused) {
    await choose(tab, text, times);
    await tab.says(said);
    await tab.press("button", "Close this message");
    await tab.gone("status", new RegExp(said));
  }
  await choose(tab, `Plumb export 1\n${"x".repeat(1024)}`, 5 * 1024);
  await tab.says("could not be read and did no harm");
  assert.deepEqual(await keptAttempts(tab), []);
});

test("an export that was cut off in the middle of a line brings all lines before it, and the whole of it the rest", async ({ open }) => {
  const tab = await settings(open);
  const whole = file(lines(3));
  await choose(tab, whole.slice(0, -40));
  await tab.says("2 attempts added, 0 already here. 1 line could not be read and did no harm.");
  await choose(tab, whole);
  await tab.says("1 attempt added, 2 already here.");
  assert.equal((await keptAttempts(tab)).length, 3);
});

test("an import that a reload cuts short has brought each attempt whole or not at all, and can be repeated", async ({ open }) => {
  const tab = await settings(open);
  const text = file(lines(60));
  await choose(tab, text);
  await tab.reload();
  await choose(tab, text);
  await tab.says("already here");
  assert.equal((await keptAttempts(tab)).length, 60);
  assert.ok(!(await tab.text("[role=status]")).includes("could not be read"));
});

test("the same file chosen twice at once, with each line doubled, brings each attempt once", async ({ open }) => {
  const tab = await settings(open);
  const five = lines(5);
  const text = file([...five, ...five]);
  await Promise.all([choose(tab, text), choose(tab, text)]);
  await tab.until("five are kept", async () => (await tab.text("main")).includes("5 attempts are kept"));
  await choose(tab, text);
  await tab.says("0 attempts added, 10 already here.");
});

test("more than there is room for is taken as far as it goes, and the person is told", async ({ open }) => {
  const tab = await settings(open);
  const many = lines(700, { length: 12_000 });
  await choose(tab, file(many));
  await tab.says("700 attempts added");
  await tab.says(full);
  assert.ok((await keptAttempts(tab)).length > 50);
});

test("lines that promise more than they hold, or hold what no record has, are refused, and strange ones that are sound are shown as text", async ({ open }) => {
  const tab = await settings(open);
  const most = [255, 255, 255, 255, 255, 255, 255, 255, 255, 1];
  const hostile = [
    packed([]),
    packed([...most, 97]),
    packed([1, 97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...most]),
    ...["", "a b", "../x", "__proto__", "<b>"].map((id) => write({ id, items: [asked] })),
    write({ items: [asked], log: [fact("graded", 0, 2, 1)] }),
  ];
  const odd = ["__proto__", "<img src=x onerror=alert(1)>", "\u202egnp.exe", "a\0b"].map((text, place) => write({
    id: `odd-${place}`, seed: text, items: [{ ...asked, id: text, topic: text }], log: [fact("finished", 0)],
  }));
  await choose(tab, file([...hostile, ...odd]));
  await tab.says(`${odd.length} attempts added, 0 already here. ${hostile.length} lines could not be read and did no harm.`);
  await tab.press("link", "History");
  await tab.until("all are in the history", async () => (await tab.all("row")).length === odd.length);
  for (const place of odd.keys()) {
    await tab.open(new URL(`#/attempt/odd-${place}`, home).href);
    await tab.title("Your result");
  }
});
