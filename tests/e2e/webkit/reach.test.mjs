// Without a network, with files that do not arrive, with another bank, and back from the cache of pages.
import { otherHashes, otherIds } from "../support/chunks.mjs";
import { Quiz } from "./support/quiz.mjs";
import { blank } from "./support/server.mjs";
import { assert, test } from "./support/test.mjs";

/** Waits until the worker keeps the app and the questions of python with their notes. */
const isKept = (tab) => tab.until("the worker keeps the app", () => tab.run(async () => {
  const opened = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
  const kept = (await Promise.all(opened.map((cache) => cache.keys()))).flat().map((request) => request.url);
  const active = Boolean((await navigator.serviceWorker.getRegistration())?.active);
  return active && [".wasm", "/python.", "/python-notes."].every((part) => kept.some((url) => url.includes(part)));
}));

test("the app and the running quiz are there when the server is gone, and the quiz can be finished", async ({ open, serve, allow }) => {
  const server = await serve();
  const { tab } = await open();
  const quiz = await Quiz.start(tab, { url: server.url });
  await quiz.oneRight();
  await quiz.ready(2);
  await isKept(tab);
  allow(/./);
  await server.stop();
  await tab.reload();
  await quiz.ready(2);
  await quiz.finish();
  await quiz.points(2, 2);
  await tab.until("the notes are there", async () => (await tab.text("main")).split("Worth knowing").length === 3);
  await tab.press("link", "History");
  await tab.find("row", /2 of 2 points/);
});

for (const [what, pattern] of [["the program", /\.wasm$/], ["the script that starts it", /\/app\./]]) {
  test(`when ${what} does not arrive, the page says so and is never blank`, async ({ open, serve, allow }) => {
    allow(/./);
    const server = await serve({ refuse: (path) => pattern.test(path) });
    const { tab } = await open();
    await tab.open(server.url);
    await tab.find("alert", /^Plumb could not start\. Nothing that you answered is lost\./);
    server.refuse = () => false;
    await tab.reload();
    await tab.title(/^How deep/);
    await tab.gone("alert", /could not start/);
  });
}

for (const [what, how] of Object.entries({ "was changed": otherHashes, "is gone": otherIds })) {
  test(`when the question on the screen ${what}, the person is told, goes on, and what was answered before counts`, async ({ open, serve }) => {
    const server = await serve();
    const { tab } = await open({ scripts: [() => { delete Navigator.prototype.serviceWorker; }] });
    const quiz = await Quiz.start(tab, { n: 3, url: server.url });
    await quiz.oneRight();
    await quiz.ready(2);
    await quiz.giveRight();
    const { id } = await quiz.question();
    server.change = (path, body) => (/\/python\.[0-9a-f]{12}\.bin$/.test(path) ? how(body, [id]) : body);
    await tab.reload();
    await quiz.reads("This question has been changed or withdrawn since you started.");
    await quiz.goOn();
    await quiz.ready(3);
    await quiz.giveRight();
    await quiz.check();
    await tab.press("button", "See your result");
    await tab.press("button", "Finish anyway");
    await quiz.points(2, 3);
    await tab.reload();
    await quiz.points(2, 3);
  });
}

test("a quiz that comes back from the cache of pages after another tab went on with it has that tab's answers", async ({ open }) => {
  const watch = () => addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });
  const browser = await open({ scripts: [watch] });
  const { tab } = browser;
  const quiz = await Quiz.start(tab, { n: 3 });
  await quiz.oneRight();
  await quiz.ready(2);
  const address = await tab.address();
  await tab.open(blank());
  const other = new Quiz(await browser.newTab());
  await other.tab.open(address);
  await other.ready(2);
  await other.oneRight();
  await other.ready(3);
  await other.tab.close();
  await tab.back();
  assert.equal(await tab.run(() => window.cameBack), true, "the page was kept");
  await quiz.ready(3);
  await quiz.isRight(2);
  await quiz.finish();
  await quiz.points(3, 3);
});
