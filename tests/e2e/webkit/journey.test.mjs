// A whole journey, with the keyboard alone.
import { Key } from "selenium-webdriver";
import { areas, rightAnswer } from "../support/banks.mjs";
import { Quiz } from "./support/quiz.mjs";
import { home } from "./support/server.mjs";
import { keptAttempts } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

/** Answers the question on the screen with keys: digits choose, and what has no options is given up. */
async function answer(quiz) {
  const { tab } = quiz;
  const one = await quiz.question();
  const chooses = ["single", "multiple"].includes(one.kind);
  if (chooses) {
    const options = await quiz.options();
    const places = rightAnswer(one).map((text) => options.indexOf(text) + 1);
    assert.ok(places.every((place) => place > 0), `${one.id} has its right options`);
    await tab.keys(...places.map(String), Key.ENTER);
  } else {
    await tab.tabTo("button", "I don’t know");
    await tab.keys(Key.ENTER);
  }
  await quiz.verdict();
  await tab.hasFocus("heading", chooses ? "Right" : "You said that you do not know");
  await tab.keys(Key.ENTER);
  return chooses;
}

test("from home to an area, through a practice with the keyboard, to the result and the history, and all is there after a reload", async ({ open }) => {
  const { tab } = await open();
  await tab.open(home);
  await tab.title(/^How deep/);
  await tab.tabTo("link", /^Python/);
  await tab.keys(Key.ENTER);
  await tab.hasFocus("heading", "Python");
  await tab.tabTo("button", /^Start 10 questions/);
  await tab.keys(Key.ENTER);
  const quiz = new Quiz(tab);
  let right = 0;
  for (let at = 1; at <= 10; at += 1) {
    await quiz.ready(at);
    await tab.hasFocus("heading", `Question ${at} of 10`);
    right += (await answer(quiz)) ? 1 : 0;
  }
  await quiz.points(right, 10);
  await tab.hasFocus("heading", "Your result");
  await tab.tabTo("link", "History");
  await tab.keys(Key.ENTER);
  await tab.find("row", new RegExp(`${right} of 10 points`));
  await tab.reload();
  await tab.find("row", new RegExp(`${right} of 10 points`));
  assert.equal((await keptAttempts(tab)).length, 1);
  assert.equal((await tab.all("row")).length, 1);
});

test("the page runs under its policy: a script and a markup of somebody else do nothing, and the app none of its own", async ({ open, allow }) => {
  allow(/CSP|Content Security Policy|Trusted|requires a TrustedHTML|Refused/i);
  const browser = await open();
  const { tab } = browser;
  await Quiz.start(tab, { n: 1 });
  assert.deepEqual(browser.complaints, [], "the app breaks no rule");
  const outcome = await tab.run(() => {
    const attempt = (work) => {
      try {
        return String(work());
      } catch (error) {
        return error.name;
      }
    };
    const inline = Object.assign(document.createElement("script"), { type: "text/javascript" });
    return {
      markup: attempt(() => { document.createElement("div").innerHTML = "<b>x</b>"; }),
      code: attempt(() => new Function("return 1")()),
      script: attempt(() => { inline.text = "window.ran = true"; }),
      ran: attempt(() => window.ran),
    };
  });
  assert.deepEqual(outcome, { markup: "TypeError", code: "EvalError", script: "TypeError", ran: "undefined" });
});

test("every area of the banks is on the first page", async ({ open }) => {
  const { tab } = await open();
  await tab.open(home);
  for (const { title } of areas.values()) await tab.find("link", new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
});
