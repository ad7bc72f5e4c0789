// Files that are too large, cut short, chosen twice or made by an enemy.
import { test, expect } from "../support/fixture.mjs";
import { keptAttempts } from "../support/storage.mjs";
import { answers, fact, packed, write } from "../support/records.mjs";
import { History } from "../pages/history.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";

const head = "Plumb export 1";
const file = (...lines) => `${[head, ...lines].join("\n")}\n`;
const notOurs = "This file is no export of Plumb";
const full = "The browser's storage took no more";
const ended = fact("finished", 0);
const asked = (id = "gone", more = {}) => ({ id, topic: "types", level: 1, hash: 7, ...more });

/** Finished attempts of twenty questions with an answer of `length` letters each. */
const many = (count, length) => Array.from({ length: count }, (_, place) => write({
  id: `many-${place}`,
  started: 1_700_000_000_000 + place * 1000,
  items: Array.from({ length: 20 }, (_, item) => asked(`q${item}`)),
  log: [...Array.from({ length: 20 }, (_, item) => fact("responded", item, answers.text("x".repeat(length)))), ended],
}));

async function mine(page) {
  const quiz = await Quiz.start(page, { n: 1 });
  await quiz.finishPractice();
  return new Settings(page).open("#/settings");
}

const refused = {
  "5 MB and one byte of anything": ["x".repeat(5 * 1024 * 1024 + 1), notOurs],
  "5 MB and one byte in a line of an export": [file("x".repeat(5 * 1024 * 1024 + 1 - 16)), "1 line could not be read"],
  "more than 20 MB": [file("x".repeat(20_000_001)), notOurs],
  nothing: ["", notOurs],
  "only the first line": [file(), "0 attempts added"],
  "bytes that are no text": [Buffer.from([0xff, 0xfe, 0, 0xd8, 0x80]), notOurs],
};

test("files that hold nothing of use are answered in words and change nothing", async ({ page }) => {
  const settings = await mine(page);
  const before = await keptAttempts(page);
  for (const [what, [text, said]] of Object.entries(refused)) {
    await test.step(`a file of ${what}`, async () => {
      await settings.import(text);
      await expect(settings.notice(said)).toBeVisible();
      await settings.closeNotice();
      await expect(settings.notice(said)).toHaveCount(0);
      expect(await keptAttempts(page)).toEqual(before);
    });
  }
});

test("an export of 15 MB is taken as far as there is room, and the person is told", async ({ page }) => {
  test.slow();
  const settings = await mine(page);
  const before = await keptAttempts(page);
  const text = file(...many(600, 950));
  expect(text.length).toBeGreaterThan(15_000_000);
  await settings.import(text);
  await expect(settings.notice("600 attempts added, 0 already here.")).toBeVisible();
  await expect(settings.notice(full)).toBeVisible();
  await settings.follow("History");
  await expect(new History(page).chart).toHaveAccessibleName(/^601 finished quizzes/);
  await page.reload();
  await expect(new History(page).rows.filter({ hasText: "1 of 1 points" })).toHaveCount(1);
  const after = await keptAttempts(page);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after.length).toBeGreaterThan(150);
});

test("an import that a reload cuts short has brought each attempt whole or not at all, and can be repeated", async ({ page }) => {
  const settings = await mine(page);
  const text = file(...many(60, 100));
  await settings.import(text);
  await page.reload();
  await settings.heading.waitFor();
  await expect(settings.notice("could not be read")).toHaveCount(0);
  await settings.import(text);
  await expect(settings.notice("already here")).toBeVisible();
  expect(await keptAttempts(page)).toHaveLength(61);
});

test("an export that was cut off in the middle of a line brings all lines before it", async ({ page }) => {
  const settings = await mine(page);
  await settings.import(file(...many(3, 10)).slice(0, -40));
  await expect(settings.notice("2 attempts added, 0 already here. 1 line could not be read and did no harm.")).toBeVisible();
});

test("the same file chosen twice at once, with each line doubled, brings each attempt once", async ({ page }) => {
  const settings = await mine(page);
  const lines = many(5, 10);
  const text = file(...lines, ...lines);
  await Promise.all([settings.import(text), settings.import(text)]);
  await expect(settings.main.getByText(/^6 attempts are kept/)).toBeVisible();
  await settings.import(text);
  await expect(settings.notice("0 attempts added, 10 already here.")).toBeVisible();
  expect(await keptAttempts(page)).toHaveLength(6);
});

test("lines that promise more than they hold, or hold what no record has, are refused one by one", async ({ page }) => {
  const settings = await mine(page);
  const before = await keptAttempts(page);
  const most = [255, 255, 255, 255, 255, 255, 255, 255, 255, 1];
  const hostile = [
    packed([]),
    packed(most),
    // An id of almost 2^64 letters, and lists of as many questions and facts.
    packed([...most, 97]),
    packed([1, 97, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...most]),
    packed([1, 97, 0, 1, 97, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 97, 1, 97, 1, 0, ...most]),
    ...["", "a b", "../x", "__proto__", "a.b", "a/b", "ä", "a\0", "x".repeat(41), "<b>"].map((id) => write({ id, items: [asked()] })),
    write({ items: [] }),
    write({ items: Array.from({ length: 1001 }, () => asked()) }),
    write({ items: [asked("a", { topic: "x".repeat(301) })] }),
    write({ items: [asked("a", { level: 0 })] }),
    write({ items: [asked("a", { level: 6 })] }),
    write({ items: [asked()], log: [fact("moved", 1)] }),
    write({ items: [asked()], log: [fact("responded", 65535, answers.single(0))] }),
    write({ items: [asked()], log: [fact("graded", 0, 2, 1)] }),
    write({ items: [asked()], log: [fact("graded", 0, 0, 0)] }),
  ];
  await settings.import(file(...hostile));
  await expect(settings.notice(`0 attempts added, 0 already here. ${hostile.length} lines could not be read and did no harm.`)).toBeVisible();
  expect(await keptAttempts(page)).toEqual(before);
});

test("records that are sound and strange are shown as text, and each of them opens", async ({ page }) => {
  test.slow();
  const settings = await mine(page);
  const tricky = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "\u202egnp.exe", "a\0b", "x".repeat(300), "javascript:alert(1)", ""];
  const whole = 2n ** 64n - 1n;
  const odd = [
    ...tricky.map((text, place) => ({ seed: text, items: [asked(text, { topic: text })], log: place % 2 ? [ended] : [] })),
    { id: "constructor", items: [asked()], log: [ended] },
    { id: "toString", items: [asked(), asked()], log: [ended] },
    { started: whole, items: [asked()], log: [ended] },
    { started: 0, items: [asked()], log: [fact("resumed", whole), ended] },
    { exam: true, limit: 0, items: [asked()] },
    { exam: true, limit: 4294967295, items: [asked()], log: [fact("limited", [1, 255, 255, 255, 255, 15])] },
    { items: [asked("a", { hash: 4294967295 })], log: [fact("responded", 0, answers.order(Array(250).fill(255))), ended] },
    { items: [asked()], log: [fact("graded", 0, 65535, 65535), ended, fact("graded", 0, 0, 1), ended] },
    { items: Array.from({ length: 1000 }, (_, place) => asked(`q${place}`)), log: [fact("moved", 999), ended] },
    { items: [asked()], log: [...Array.from({ length: 20_000 }, () => fact("hinted", 0)), ended] },
  ];
  const ids = odd.map((one, place) => one.id ?? `odd-${place}`);
  await settings.import(file(...odd.map((one, place) => write({ id: ids[place], ...one }))));
  await expect(settings.notice(`${odd.length} attempts added, 0 already here.`)).toBeVisible();
  await settings.follow("History");
  await expect(new History(page).rows).toHaveCount(odd.length + 1);
  for (const id of ids) {
    await settings.open(`#/attempt/${id}`);
    await expect(settings.heading, id).toHaveText(/^(Your result|Question \d+ of \d+)$/);
  }
  await settings.open("#/");
  await expect(settings.heading).toHaveText(/How deep/);
});

test("attempts at an area that Plumb does not have are in the history, and their address says why nothing shows", async ({ page }) => {
  const settings = await mine(page);
  await settings.import(file(...["__proto__", "astrology"].map((area, place) => write({ id: `area-${place}`, area, items: [asked()], log: [ended] }))));
  await settings.follow("History");
  await expect(new History(page).rows.filter({ hasText: "__proto__" })).toHaveCount(1);
  await settings.open("#/attempt/area-1");
  await expect(settings.main.getByRole("link")).toBeVisible();
});

test("an answer that no room is large enough for is kept in memory, in the export and nowhere half", async ({ page }) => {
  test.slow();
  const settings = await mine(page);
  const before = await keptAttempts(page);
  const large = write({ id: "large", items: [asked()], log: [fact("responded", 0, answers.text("x".repeat(10 * 1024 * 1024))), ended] });
  await settings.import(file(large));
  await expect(settings.notice(full)).toBeVisible();
  expect(await keptAttempts(page)).toEqual(before);
  expect((await settings.export()).text.length).toBeGreaterThan(large.length / 2);
  await settings.follow("History");
  await expect(new History(page).rows).toHaveCount(2);
});
