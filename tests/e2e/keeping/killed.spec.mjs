// The browser is killed at random moments: no answer that was said to be saved may be missing afterwards.
import { test, expect } from "../support/fixture.mjs";
import { anythingKept } from "../support/storage.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";

// A few each time; `PLUMB_KILLS=100` for the whole proof.
const kills = Number(process.env.PLUMB_KILLS ?? 4);
/** The longest that a browser lives once the quiz is on the screen, in milliseconds: Firefox's driver takes three times as long for an answer. */
const longest = { chromium: 3000, firefox: 10_000 };

const graded = (quiz) => quiz.page.getByRole("navigation", { name: "All questions" }).getByRole("button", { name: /, right/i });

test("a browser that is killed at any moment loses nothing that was said to be saved", async ({ profile, browserName }) => {
  test.skip(process.platform !== "linux", "processes are found as Linux names them");
  test.setTimeout(60_000 + kills * 30_000);
  let [quizzes, saved, answers] = [0, 0, 0];
  for (let round = 0; round < kills || (answers === 0 && round < 4 * kills); round += 1) {
    const context = await profile();
    const page = await context.newPage();
    const quiz = new Quiz(page);
    const home = await new Home(page).open();
    const kept = await page.evaluate(anythingKept);
    expect(kept || saved === 0, `something is kept after ${round} kills`).toBe(true);
    if (kept) {
      await home.running.click();
      await quiz.ready();
      expect(await graded(quiz).count(), `after ${round} kills`).toBeGreaterThanOrEqual(saved);
    } else {
      quizzes += 1;
      await Quiz.start(page, { n: 40, seed: `killed ${quizzes}` });
    }
    let killed = false;
    const end = setTimeout(() => {
      killed = true;
      profile.kill();
    }, Math.random() * longest[browserName]);
    try {
      for (;;) {
        if ((await quiz.slots.count()) - (await graded(quiz).count()) < 2) break;
        // Where it was killed between an answer and the next question, that is still to come.
        if (await quiz.button("Check answer").isVisible()) {
          await quiz.giveRight();
          await quiz.check();
          await quiz.card.getByText("Saved on this device").waitFor();
          saved = await graded(quiz).count();
          answers += 1;
        }
        await quiz.goOn();
      }
    } catch (error) {
      // Whatever fails once the browser is gone, fails for that.
      if (!killed) throw error;
    }
    clearTimeout(end);
    profile.kill();
  }
  expect(answers).toBeGreaterThan(0);
});
