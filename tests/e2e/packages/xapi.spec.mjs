// A record store that a page's host named: told only after the person agreed, queued, sent once.
import { test, expect } from "../support/hosted.mjs";
import { everything } from "../support/axe.mjs";
import { Quiz, link } from "../pages/quiz.mjs";
import { Settings } from "../pages/settings.mjs";
import { Telling } from "../pages/telling.mjs";

/** Serves the page as a host does who wants to be told. */
function open(page, host, endpoint) {
  host.attributes = { "data-host": "xapi", "data-store": endpoint, "data-store-key": "Basic c3R1ZGVudHM6d3JpdGU=" };
  return new Telling(page);
}

const keys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumb.outbox.")).length);
const lost = [/ERR_|Failed to load resource/];

test("nothing is sent as long as nobody agreed, nor when somebody declined", async ({ page, host, store }) => {
  const telling = open(page, host, store.endpoint);
  const quiz = await Quiz.start(page, { n: 2, seed: "two" });
  await expect(telling.question).toBeVisible();
  await expect(telling.question).toContainText(new URL(store.origin).host);
  await quiz.giveRight();
  await quiz.check();
  await quiz.goOn();
  await telling.no.click();
  await expect(telling.question).toBeHidden();
  await quiz.finishPractice();
  await expect(quiz.heading).toHaveText("Your result");
  await page.reload();
  await expect(quiz.heading).toHaveText("Your result");
  await expect(telling.question).toBeHidden();
  expect(store.requests).toEqual([]);
  expect(await keys(page)).toBe(0);
});

test("who agrees in the middle sends the whole attempt, once, and nothing of who they are", async ({ page, host, store }) => {
  const telling = open(page, host, store.endpoint);
  const quiz = await Quiz.start(page, { n: 3, seed: "three" });
  await quiz.giveRight();
  await quiz.check();
  await telling.yes.click();
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered"]);
  await quiz.goOn();
  await quiz.finishPractice((place) => place === 1);
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered", "answered", "answered", "completed"]);
  await page.reload();
  await expect(quiz.heading).toHaveText("Your result");
  expect(store.statements).toHaveLength(5);
  const sent = store.requests.flatMap(({ ids }) => ids);
  expect(new Set(sent).size).toBe(sent.length);
  const actors = new Set(store.statements.map(({ actor }) => JSON.stringify(actor)));
  expect(actors.size).toBe(1);
  const { actor } = store.statements[0];
  expect(Object.keys(actor)).toEqual(["objectType", "account"]);
  expect(actor.account.homePage).toBe(new URL(page.url()).origin + "/");
  expect(store.with("completed")[0]).toMatchObject({ object: { id: expect.stringContaining("#/quiz/python?n=3&seed=three") }, result: { completion: true, score: { scaled: 0.6666, raw: 66, min: 0, max: 100 } } });
  await telling.follow("Settings");
  await expect(telling.section).toContainText(actor.account.name);
  await expect(telling.section).toContainText("Everything has arrived.");
});

test("without a network what was answered waits, over a reload too, and is then sent once", async ({ page, host, store, guard }) => {
  guard.allow(...lost);
  const telling = open(page, host, store.endpoint);
  store.mood = "down";
  const quiz = await Quiz.start(page, { n: 1, seed: "one" });
  await telling.yes.click();
  await quiz.giveRight();
  await quiz.check();
  await expect(telling.notice("has not reached 127.0.0.1")).toBeVisible();
  await quiz.goOn();
  await expect.poll(() => keys(page)).toBe(3);
  await page.reload();
  await telling.follow("Settings");
  await expect(telling.section).toContainText("3 entries have not reached");
  expect(store.statements).toEqual([]);
  store.mood = "well";
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered", "completed"]);
  await expect(telling.section).toContainText("Everything has arrived.");
  await expect(telling.notice("has not reached 127.0.0.1")).toBeHidden();
  expect(await keys(page)).toBe(0);
});

test("a store that took it and could not say so gets it again, and has it once", async ({ page, host, store, guard }) => {
  guard.allow(...lost);
  const telling = open(page, host, store.endpoint);
  store.mood = "deaf";
  const quiz = await Quiz.start(page, { n: 1, seed: "one" });
  await telling.yes.click();
  await expect.poll(() => store.statements.length).toBe(1);
  await expect(telling.notice("has not reached 127.0.0.1")).toBeVisible();
  await quiz.giveRight();
  await quiz.check();
  store.mood = "well";
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered"]);
  const [first] = store.statements;
  expect(store.requests.flatMap(({ ids }) => ids).filter((id) => id === first.id).length).toBeGreaterThan(1);
});

test("who stops sends nothing more, and is another when they agree again", async ({ page, host, store, guard }) => {
  guard.allow(...lost);
  const telling = open(page, host, store.endpoint);
  const quiz = await Quiz.start(page, { n: 2, seed: "two" });
  await telling.yes.click();
  await expect.poll(() => store.verbs).toEqual(["initialized"]);
  const { name } = store.statements[0].actor.account;
  store.mood = "down";
  await quiz.giveRight();
  await quiz.check();
  await expect.poll(() => keys(page)).toBe(1);
  await telling.follow("Settings");
  await telling.stop.click();
  await expect(telling.section).toContainText("Nothing that you answer is sent anywhere.");
  expect(await keys(page)).toBe(0);
  store.mood = "well";
  const before = store.requests.length;
  await page.goBack();
  await quiz.goOn();
  await quiz.finishPractice();
  await expect(quiz.heading).toHaveText("Your result");
  expect(store.requests).toHaveLength(before);
  await telling.follow("Settings");
  await telling.yes.click();
  await page.goto(`./${link({ n: 1, seed: "new" })}`);
  await quiz.enter();
  await expect.poll(() => store.statements.length).toBeGreaterThan(1);
  expect(store.statements.at(-1).actor.account.name).not.toBe(name);
});

test("a store that locks us out or refuses one statement is named; the rest arrives", async ({ page, host, store, guard }) => {
  guard.allow(...lost);
  const telling = open(page, host, store.endpoint);
  store.mood = 401;
  const quiz = await Quiz.start(page, { n: 2, seed: "two" });
  await telling.yes.click();
  await expect(telling.notice("does not let this page in")).toBeVisible();
  store.mood = "well";
  const refused = (await quiz.question()).id;
  store.refuses = ({ object }) => object.id.endsWith(`/${refused}`);
  await quiz.finishPractice();
  await expect(telling.notice("refused a part")).toBeVisible();
  await expect.poll(() => [...store.verbs].sort()).toEqual(["answered", "completed", "initialized"]);
});

test("another store has to ask again, and erasing everything is asked for anew", async ({ page, host, store }) => {
  const telling = open(page, host, store.endpoint);
  await Quiz.start(page, { n: 1, seed: "one" });
  await telling.yes.click();
  await expect(telling.question).toBeHidden();
  open(page, host, `${store.origin}/other/`);
  await page.reload();
  await expect(telling.question).toBeVisible();
  open(page, host, store.endpoint);
  await page.reload();
  await expect(page.getByText(`What you answer is sent to`)).toBeVisible();
  const settings = new Settings(page);
  await settings.follow("Settings");
  await settings.button("Erase everything").click();
  await settings.button("Erase now").click();
  await expect(telling.section).toContainText("Nothing that you answer is sent anywhere.");
});

test("a store whose address is none is never asked for, and a plain page asks nothing", async ({ page, host, store }) => {
  const telling = open(page, host, "javascript:alert(1)");
  const quiz = await Quiz.start(page, { n: 1, seed: "one" });
  await quiz.giveRight();
  await expect(telling.question).toBeHidden();
  host.attributes = {};
  await page.reload();
  await quiz.ready();
  await expect(telling.question).toBeHidden();
  expect(store.requests).toEqual([]);
});

test("the question and what the settings say are usable by everybody", async ({ page, host, store }) => {
  const telling = open(page, host, store.endpoint);
  await Quiz.start(page, { n: 1, seed: "one" });
  await expect(telling.question).toBeVisible();
  const faults = () => everything(page);
  expect(await faults()).toEqual([]);
  await telling.yes.click();
  await telling.follow("Settings");
  await expect(telling.stop).toBeVisible();
  expect(await faults()).toEqual([]);
});
