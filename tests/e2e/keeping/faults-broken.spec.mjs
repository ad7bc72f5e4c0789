// The program itself breaks in the middle.
import { test, expect } from "../support/fixture.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

/**
 * What a panic does, without a hook for it: a browser function throws once as the module calls it, and the
 * exception cuts through everything that the module was about to do, as a panic's trap would.
 */
const functions = {
  "asks for the time": () => {
    const now = Date.now;
    Date.now = () => {
      // The test itself asks for the time too.
      if (!new Error().stack.includes(".wasm")) return now();
      Date.now = now;
      throw new Error("broken on purpose");
    };
  },
  "writes a number": () => {
    const Format = Intl.NumberFormat;
    Intl.NumberFormat = function NumberFormat() {
      Intl.NumberFormat = Format;
      throw new Error("broken on purpose");
    };
  },
};

for (const [what, breakIt] of Object.entries(functions)) {
  test(`when the program breaks as it ${what}, everything that was answered is there after a reload`, async ({ page, guard }) => {
    guard.allow(/broken on purpose|unreachable|recursively|already/);
    const quiz = await Quiz.start(page, { n: 2, mode: "exam" });
    await quiz.giveRight();
    await quiz.press("Next question");
    await quiz.onQuestion(2);
    await quiz.giveRight();
    await page.evaluate(breakIt);
    await quiz.press("Finish exam");
    await expect.poll(() => guard.faults.some((fault) => fault.includes("broken on purpose"))).toBe(true);
    await page.reload();
    await quiz.heading.waitFor();
    if (await quiz.button("Finish exam").isVisible()) await quiz.press("Finish exam");
    await expect(new Result(page).points).toHaveText("2 of 2 points");
  });
}
