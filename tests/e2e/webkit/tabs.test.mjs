// Several tabs, and what one of them does to the storage of all.
import { Quiz } from "./support/quiz.mjs";
import { blank } from "./support/server.mjs";
import { keptAttempts } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

const elsewhere = /This quiz is open in another tab/;

/** The same attempt in another tab. */
async function openAgain(browser, quiz) {
  const tab = await browser.newTab();
  await tab.open(await quiz.tab.address());
  return new Quiz(tab);
}

/** A tab of the same origin without the app. */
async function beside(browser) {
  const tab = await browser.newTab();
  await tab.open(blank());
  return tab;
}

for (const told of [true, false]) {
  test(`one attempt in two tabs goes on in the one that was opened last, where tabs are ${told ? "told" : "not told"} of each other`, async ({ open }) => {
    const deaf = () => addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
    const browser = await open({ scripts: told ? [] : [deaf] });
    const first = await Quiz.start(browser.tab, { n: 3 });
    await first.oneRight();
    await first.ready(2);
    const second = await openAgain(browser, first);
    await second.ready(2);
    await second.oneRight();
    await second.ready(3);
    if (!told) {
      const theirs = await keptAttempts(second.tab);
      await first.tab.press("button", "Skip for now");
      await first.reads(elsewhere);
      assert.deepEqual(await keptAttempts(second.tab), theirs);
    }
    await first.reads(elsewhere);
    await first.tab.press("button", "Go on here");
    await first.ready(3);
    await first.isRight(2);
    await first.finish();
    await first.points(3, 3);
    assert.equal((await keptAttempts(first.tab)).length, 1);
  });
}

test("two tabs at quizzes of their own lose nothing of each other's", async ({ open }) => {
  const browser = await open();
  const first = await Quiz.start(browser.tab, { seed: "first" });
  const second = await Quiz.start(await browser.newTab(), { seed: "second", area: "sql" });
  for (const quiz of [first, second, first, second]) await quiz.oneRight();
  await first.points(2, 2);
  await second.points(2, 2);
  await first.tab.press("link", "History");
  await first.tab.until("both are in the history", async () => (await first.tab.all("row", /2 of 2 points/)).length === 2);
});

test("when another tab clears all storage, the running attempt is written anew with all its answers", async ({ open }) => {
  const browser = await open();
  const quiz = await Quiz.start(browser.tab);
  await quiz.oneRight();
  await quiz.ready(2);
  const other = await beside(browser);
  await other.run(() => localStorage.clear());
  await quiz.giveRight();
  await quiz.check();
  await quiz.tab.reload();
  await quiz.verdict("Right");
  await quiz.goOn();
  await quiz.points(2, 2);
});

test("when the journal is deleted from another tab, it waits for nobody, and the next visit has a new one", async ({ open }) => {
  const browser = await open();
  const quiz = await Quiz.start(browser.tab, { n: 3 });
  await quiz.oneRight();
  await quiz.ready(2);
  await quiz.saved();
  const other = await beside(browser);
  const outcome = await other.run(() => new Promise((resolve) => {
    const request = indexedDB.deleteDatabase("plumb");
    request.onsuccess = () => resolve("deleted");
    request.onblocked = () => resolve("blocked");
    request.onerror = () => resolve("failed");
  }));
  assert.equal(outcome, "deleted");
  await quiz.giveRight();
  await quiz.unsure();
  await quiz.check();
  await quiz.goOn();
  await quiz.ready(3);
  await quiz.tab.reload();
  await quiz.ready(3);
  await quiz.saved();
  await quiz.finish();
  await quiz.points(3, 3);
});

test("a journal that another program holds in a newer version keeps nobody waiting", async ({ open }) => {
  const browser = await open();
  const other = browser.tab;
  await other.open(blank());
  // Never closed, and deaf to whoever asks for it.
  await other.run(() => new Promise((resolve) => {
    indexedDB.open("plumb", 7).onsuccess = (event) => { window.held = event.target.result; resolve(); };
  }));
  const quiz = await Quiz.start(await browser.newTab());
  await quiz.giveRight();
  await quiz.unsure();
  await quiz.check();
  await quiz.goOn();
  await quiz.ready(2);
  await quiz.tab.reload();
  await quiz.ready(2);
  await quiz.isRight(1);
});
