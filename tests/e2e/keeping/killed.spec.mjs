// The browser is killed at random moments: no answer that was said to be saved may be missing afterwards.
import { test, expect } from "../support/fixture.mjs";
import { Home } from "../pages/home.mjs";
import { Quiz } from "../pages/quiz.mjs";

// A few each time; `PLUMB_KILLS=100` for the whole proof.
const kills = Number(process.env.PLUMB_KILLS ?? 4);
/** The longest that a browser lives once the quiz is on the screen, in milliseconds: Firefox's driver takes three times as long for an answer. */
const longest = { chromium: 3000, firefox: 10_000 };

const graded = (quiz) => quiz.page.getByRole("navigation", { name: "All questions" }).getByRole("button", { name: /, right/i });

const left = async (quiz) => (await quiz.slots.count()) - (await graded(quiz).count());

test("a browser that is killed at any moment loses nothing that was said to be saved", async ({ profile, browserName }) => {
  test.skip(process.platform !== "linux", "processes are found as Linux names them");
  test.setTimeout(60_000 + kills * 30_000);
  let [quizzes, saved, answers] = [0, 0, 0];
  // Each quiz has a length of its own, by which the first page tells it from those before it.
  const length = () => 20 + (quizzes % 20);
  for (let round = 0; round < kills || (answers === 0 && round < 4 * kills); round += 1) {
    const context = await profile();
    const page = await context.newPage();
    const quiz = new Quiz(page);
    const home = await new Home(page).open();
    if (saved > 0) {
      const running = home.running.filter({ hasText: new RegExp(` of ${length()}\\b`) });
      await expect(running, `the quiz is kept after ${round} kills`).toHaveCount(1);
      await running.click();
      await quiz.ready();
      expect(await graded(quiz).count(), `after ${round} kills`).toBeGreaterThanOrEqual(saved);
    }
    if (saved === 0 || (await left(quiz)) < 2) {
      [quizzes, saved] = [quizzes + 1, 0];
      await Quiz.start(page, { n: length(), seed: `killed ${quizzes}` });
    }
    let killed = false;
    const end = setTimeout(() => {
      killed = true;
      profile.kill();
    }, Math.random() * longest[browserName]);
    try {
      for (;;) {
        if ((await left(quiz)) < 2) break;
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
