// Storage that is missing, denied, full or only pretends: the quiz goes on, and the person is told.
import { broken, fullAfter, takeAllRoom } from "../support/storage.mjs";
import { Quiz } from "./support/quiz.mjs";
import { home } from "./support/server.mjs";
import { fill, kept } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

const inMemory = "lets Plumb keep nothing here";
const full = "The browser's storage took no more";

/** Answers two questions where nothing can be kept, and looks at them in the history of the same page. */
async function worksFromMemory(tab) {
  const quiz = await Quiz.start(tab);
  await tab.says(inMemory);
  await quiz.finish();
  await quiz.points(2, 2);
  await tab.press("link", "History");
  await tab.find("row", /2 of 2 points/);
}

for (const [how, script] of Object.entries(broken)) {
  test(`where storage ${how}, Plumb says so and works from memory`, async ({ open }) => {
    await worksFromMemory((await open({ scripts: [script] })).tab);
  });
}

test("where the engine's own setting keeps nothing, Plumb says so and works from memory", async ({ open }) => {
  await worksFromMemory((await open({ keepsNothing: true })).tab);
});

test("in a sandboxed frame Plumb works from memory and says so, where its policy names its origin", async ({ open, serve, allow }) => {
  allow(/serviceWorker/);
  const { url } = await serve({
    // In a frame without an origin this engine takes 'self' for nobody.
    policy: (policy, { origin }) => policy.replaceAll("'self'", `'self' ${origin}`),
    pages: { "/host": '<!doctype html><title>Host</title><iframe sandbox="allow-scripts" width="900" height="850" src="./"></iframe>' },
  });
  const { tab } = await open();
  await tab.open(new URL("host", url).href);
  const inside = tab.within("iframe");
  await inside.says(inMemory);
  await inside.run((hash) => { location.hash = hash; }, Quiz.link({ n: 2 }));
  const quiz = await Quiz.enter(inside);
  await quiz.finish();
  await quiz.points(2, 2);
  await inside.press("link", "History");
  await inside.find("row", /2 of 2 points/);
});

for (const writes of [0, 1, 2, 4]) {
  test(`when storage is full after ${writes} writes, the quiz goes on and nothing on the screen is lost`, async ({ open }) => {
    const { tab } = await open({ scripts: [[fullAfter, writes]] });
    const quiz = await Quiz.start(tab);
    await quiz.finish();
    await quiz.points(2, 2);
    await tab.says(full);
    await tab.press("link", "History");
    await tab.find("row", /2 of 2 points/);
  });
}

test("as soon as there is room again, everything is kept and the message goes", async ({ open }) => {
  const { tab } = await open({ scripts: [[fullAfter, 0]] });
  const quiz = await Quiz.start(tab);
  await quiz.giveRight();
  await quiz.check();
  await tab.says(full);
  await tab.run(() => window.makeRoom());
  await quiz.goOn();
  await tab.gone("status", new RegExp(full));
  await tab.reload();
  await quiz.ready(2);
  await quiz.isRight(1);
});

// Texts beyond Latin-1 take two bytes a unit here, so there is room for half as many.
for (const [script, filling] of [["Latin", "x"], ["Greek", "λ"]]) {
  test(`really filling the browser's storage with ${script} text loses nothing on the screen and nothing of others`, async ({ open }) => {
    const { tab } = await open();
    const quiz = await Quiz.start(tab);
    await tab.run(takeAllRoom, filling);
    await quiz.giveRight();
    await quiz.check();
    await tab.says(full);
    await quiz.goOn();
    await quiz.finish();
    await quiz.points(2, 2);
    const fillers = Object.entries(await kept(tab)).filter(([key]) => key.startsWith("filler"));
    const units = fillers.reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    assert.ok(units > (filling === "x" ? 5_000_000 : 2_500_000), `${units} units of others are as they were`);
    await tab.run((key) => localStorage.removeItem(key), fillers[0][0]);
    await tab.reload();
    await tab.find("title", /^(Question|Your result)/);
  });
}

test("where writes vanish without a word, the person is told", async ({ open }) => {
  const { tab } = await open({ scripts: [() => { Storage.prototype.setItem = () => {}; }] });
  const quiz = await Quiz.start(tab, { n: 1 });
  await quiz.giveRight();
  await tab.says(full);
  await quiz.check();
  await quiz.goOn();
  await quiz.points(1, 1);
});

test("storage that another program uses too is left as it is", async ({ open }) => {
  const theirs = { theme: "blue", plumber: "Joe", plum: "jam" };
  const { tab } = await open();
  await fill(tab, theirs);
  const quiz = await Quiz.start(tab, { n: 1, url: home });
  await quiz.finish();
  const now = await kept(tab);
  for (const [key, text] of Object.entries(theirs)) assert.equal(now[key], text);
});
