// The browser is killed at random moments, or its files are damaged: no answer that was said to be saved may be missing.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anythingKept } from "../support/storage.mjs";
import { Quiz } from "./support/quiz.mjs";
import { home } from "./support/server.mjs";
import { whenKilled } from "./support/killed.mjs";
import { assert, test } from "./support/test.mjs";

// A few each time; `PLUMB_KILLS=100` for the whole proof.
const kills = Number(process.env.PLUMB_KILLS ?? 4);
/** The longest that the browser lives once the quiz is on the screen, in milliseconds. */
const longest = 3000;

const right = async (tab) => (await tab.all("button", /^Question \d+, Right/)).length;
const running = /question \d+ of \d+/;

/** Opens the quiz that is under way, or begins another where nothing is kept. */
async function goOn(tab, quizzes) {
  await tab.open(home);
  await tab.title(/^How deep/);
  if (!(await tab.run(anythingKept))) {
    await Quiz.start(tab, { n: 40, seed: `killed ${quizzes}` });
    return false;
  }
  await tab.press("link", running);
  await tab.find("button", "Flag for later");
  return true;
}

test("a browser that is killed at any moment loses nothing that was said to be saved", async ({ open, profile, allow }) => {
  allow(/./);
  let [saved, answers] = [0, 0];
  for (let round = 0; round < kills || (answers === 0 && round < 4 * kills); round += 1) {
    const browser = await open({ profile });
    const { tab } = browser;
    const wasKept = await goOn(tab, round);
    assert.ok(wasKept || saved === 0, `something is kept after ${round} kills`);
    const there = await right(tab);
    assert.ok(there >= saved, `${there} of ${saved} answers are there after ${round} kills`);
    const quiz = new Quiz(tab);
    await whenKilled(browser, Math.random() * longest, async () => {
      while ((await tab.all("button", /^Question \d+, open/)).length > 1) {
        // Where it was killed between an answer and the next question, that is still to come.
        if (await tab.has("button", "Check answer")) {
          await quiz.giveRight();
          await quiz.check();
          await quiz.saved();
          saved = await right(tab);
          answers += 1;
        }
        await quiz.goOn();
      }
    });
  }
  assert.ok(answers > 0);
  console.log(`${answers} answers were said to be saved, over ${kills} kills`);
}, { timeout: 120_000 + kills * 60_000 });

/** Turns around the middle of each file of local storage in a profile. */
function damage(profile) {
  const entries = readdirSync(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /localstorage/i.test(entry.name + entry.parentPath)).map((entry) => join(entry.parentPath, entry.name));
  for (const path of files) writeFileSync(path, readFileSync(path).map((byte, at) => (at % 3 ? byte ^ 0x5a : byte)));
  assert.ok(files.length > 0, "there are files of local storage");
}

test("when local storage is damaged on the disk between two launches, the running quiz comes from the journal", async ({ open, profile, allow }) => {
  allow(/./);
  const first = await open({ profile });
  const before = await Quiz.start(first.tab);
  await before.giveRight();
  await before.check();
  await before.saved();
  await first.kill();
  damage(profile);
  const { tab } = await open({ profile });
  await tab.open(home);
  await tab.press("link", running);
  const quiz = new Quiz(tab);
  await quiz.verdict("Right");
  await quiz.goOn();
  await quiz.finish();
  await quiz.points(2, 2);
});
