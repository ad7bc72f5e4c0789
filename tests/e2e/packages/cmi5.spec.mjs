// A quiz launched by a learning system (cmi5): what it is told, in which order, exactly once.
import { test, expect } from "../support/hosted.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";
import { Telling } from "../pages/telling.mjs";
import { isDeepStrictEqual } from "node:util";

const attributes = (n = 2) => ({ "data-host": "cmi5", "data-start": `/quiz/python?n=${n}&seed=course`, "data-name": "course" });

/** Opens the page as a learning system does. */
async function launch(page, host, parameters, n) {
  host.attributes = attributes(n);
  await page.goto("about:blank");
  await page.goto(`./?${new URLSearchParams(parameters)}`);
  return new Quiz(page);
}

/** Leaves the page as somebody does who closes it. */
const close = (page) => page.goto("about:blank");

const terminated = (store) => expect.poll(() => store.with("terminated").length);

test("a launch is told from its beginning to its end, in order and once", async ({ page, host, store }) => {
  const quiz = await launch(page, host, store.launch());
  await quiz.enter();
  await quiz.finishPractice();
  await expect.poll(() => store.verbs.includes("passed")).toBe(true);
  await new Telling(page).back.click();
  await expect(page.getByRole("heading", { name: "The course" })).toBeVisible();
  expect(store.verbs).toEqual(["initialized", "answered", "answered", "completed", "passed", "terminated"]);
  expect(store.requests.filter(({ path }) => path === "/token")).toHaveLength(1);
  expect(store.requests.filter(({ path }) => path === "/xapi/agents/profile")).toHaveLength(1);
  const sent = store.requests.flatMap(({ ids }) => ids);
  expect(new Set(sent).size, "nothing was sent twice").toBe(sent.length);
  const [answered] = store.with("answered");
  expect(answered.object.id).toMatch(/^https:\/\/lms\.example\/au\/7\/questions\/python\//);
  expect(answered.result).toMatchObject({ success: true, score: { scaled: 1 } });
  expect(store.with("passed")[0].result.score).toEqual({ scaled: 1, raw: 100, min: 0, max: 100 });
});

test("who fails and then passes in one sitting has passed; who only fails has failed at its end", async ({ page, stranger, host, store }) => {
  const quiz = await launch(page, host, store.launch());
  await quiz.enter();
  await quiz.finishPractice(() => false);
  await expect.poll(() => store.verbs.includes("completed")).toBe(true);
  await quiz.press("Again with other questions");
  await quiz.ready();
  await quiz.finishPractice();
  await expect.poll(() => store.verbs.includes("passed")).toBe(true);
  await close(page);
  await terminated(store).toBe(1);
  expect(store.verbs.filter((verb) => verb !== "answered")).toEqual(["initialized", "completed", "passed", "terminated"]);

  const other = await stranger();
  const second = await launch(other, host, store.launch({ registration: "00000000-0b7e-4a51-9c1d-2f6f0f1f9a11", learner: "7" }), 1);
  await second.enter();
  await second.finishPractice(() => false);
  await expect(new Result(other).heading).toHaveText("Your result");
  await close(other);
  await terminated(store).toBe(2);
  expect(store.verbs.slice(-2)).toEqual(["failed", "terminated"]);
});

test("closed in the middle, the next launch goes on there in another browser", async ({ page, stranger, host, store }) => {
  const quiz = await launch(page, host, store.launch());
  await quiz.enter();
  const first = await quiz.giveRight();
  await quiz.check();
  await close(page);
  await terminated(store).toBe(1);
  await expect.poll(() => store.documents.size).toBe(1);

  const other = await stranger();
  const again = await launch(other, host, store.launch());
  await again.onQuestion(1);
  await expect(again.verdict).toContainText("Right");
  await again.goOn();
  expect((await again.question()).id).not.toBe(first.id);
  await again.finishPractice();
  await close(other);
  await terminated(store).toBe(2);
  expect(store.verbs).toEqual(["initialized", "answered", "terminated", "initialized", "answered", "completed", "passed", "terminated"]);

  // What was passed is not judged again.
  const third = await launch(other, host, store.launch());
  await expect(third.heading).toHaveText("Your result");
  await third.press("Again with other questions");
  await third.ready();
  await third.finishPractice(() => false);
  await close(other);
  await terminated(store).toBe(3);
  expect(store.verbs.slice(-4)).toEqual(["initialized", "answered", "answered", "terminated"]);
});

test("loaded again, the sitting is over and says so; what is answered then is told to nobody", async ({ page, host, store }) => {
  const quiz = await launch(page, host, store.launch());
  await quiz.enter();
  await quiz.giveRight();
  await quiz.check();
  await expect.poll(() => store.verbs).toEqual(["initialized", "answered"]);
  await page.reload();
  await expect(quiz.notice("For your learning system this sitting is over")).toBeVisible();
  await terminated(store).toBe(1);
  await quiz.goOn();
  await quiz.finishPractice();
  await expect(quiz.heading).toHaveText("Your result");
  expect(store.verbs).toEqual(["initialized", "answered", "terminated"]);
  expect(store.requests.filter(({ path }) => path === "/token")).toHaveLength(1);
});

test("to look around or back, nothing is told but that somebody did", async ({ page, host, store }) => {
  for (const [place, launchMode] of ["Browse", "Review"].entries()) {
    const quiz = await launch(page, host, store.launch({ data: { launchMode } }), 1);
    await quiz.enter();
    await quiz.finishPractice();
    await close(page);
    await terminated(store).toBe(place + 1);
  }
  expect(store.verbs).toEqual(["initialized", "terminated", "initialized", "terminated"]);
  expect(store.documents.size).toBe(0);
});

test("a statement that the network lost is sent again, and kept once", async ({ page, host, store, guard }) => {
  guard.allow(/ERR_|Failed to load resource/);
  const quiz = await launch(page, host, store.launch());
  await quiz.enter();
  await expect.poll(() => store.verbs).toEqual(["initialized"]);
  store.mood = "deaf";
  await quiz.giveRight();
  await quiz.check();
  await expect(quiz.notice("has not reached 127.0.0.1")).toBeVisible();
  store.mood = "well";
  await expect(quiz.notice("has not reached 127.0.0.1")).toBeHidden();
  expect(store.verbs).toEqual(["initialized", "answered"]);
  const sent = store.requests.flatMap(({ ids }) => ids).filter((id) => id === store.statements[1].id);
  expect(sent.length).toBeGreaterThan(1);
});

test("what a hostile hand wrote into a launch is refused, and the quiz works without", async ({ page, host, store }) => {
  const good = store.launch();
  const hostile = {
    endpoint: "javascript:alert(1)//",
    fetch: "https://user:secret@lms.example/token",
    actor: '{"objectType":"Group","mbox":"mailto:a@b.c"}',
    registration: "../../../etc/passwd",
    activityId: "no address",
  };
  host.attributes = attributes(1);
  for (const [name, value] of Object.entries(hostile)) {
    await page.goto("about:blank");
    await page.goto(`./?${new URLSearchParams({ ...good, [name]: value })}`);
    await expect(new Telling(page).notice(`cannot be used here (${name})`)).toBeVisible();
  }
  await page.goto("about:blank");
  await page.goto("./");
  await expect(new Telling(page).notice("was not opened from there")).toBeVisible();
  const quiz = new Quiz(page);
  await quiz.enter();
  await quiz.finishPractice();
  await expect(quiz.heading).toHaveText("Your result");
  expect(store.requests).toEqual([]);
});

test("a learning system that does not do its part is named, and is told nothing", async ({ page, host, store }) => {
  const data = (more) => store.launch({ data: more });
  const used = store.launch();
  await fetch(used.fetch, { method: "POST" });
  const launches = [() => used, () => data({ contextTemplate: null }), () => data({ launchMode: "Exam" }), () => data({ masteryScore: 7 })];
  for (const prepare of launches) {
    const quiz = await launch(page, host, prepare(), 1);
    await expect(quiz.notice("did not answer as it should")).toBeVisible();
  }
  const quiz = new Quiz(page);
  await quiz.enter();
  await quiz.finishPractice();
  await expect(quiz.heading).toHaveText("Your result");
  expect(store.statements).toEqual([]);
});

test("a way back that is none of the web's is not gone", async ({ page, host, store }) => {
  const quiz = await launch(page, host, store.launch({ data: { returnURL: "javascript:document.title='gone'" } }), 1);
  await quiz.enter();
  const telling = new Telling(page);
  await telling.back.click();
  await expect(telling.notice("You can close this page")).toBeVisible();
  await expect(telling.back).toBeHidden();
  expect(store.verbs).toEqual(["initialized", "terminated"]);
  await close(page);
  expect(store.with("terminated")).toHaveLength(1);
  expect(isDeepStrictEqual(store.with("terminated")[0].actor, store.actor)).toBe(true);
});
