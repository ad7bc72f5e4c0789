// Each kind of question on a phone of 360 px, with fingers only.
import { test, expect, byTouch } from "../support/fixture.mjs";
import { ofKind, rightAnswer } from "../support/banks.mjs";
import { Quiz } from "../pages/quiz.mjs";
import { Result } from "../pages/result.mjs";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

async function tapToTheEnd(page, quiz) {
  await quiz.button("Check answer").tap();
  await expect(quiz.verdict).toHaveText(/Right/);
  await quiz.button("See your result").tap();
  await expect(new Result(page).points).toHaveText("1 of 1 points");
}

/**
 * A finger that goes down on one point, moves with the frames of the page, rests and goes up on another.
 * Without the rest it would be a flick, after which a browser takes the next tap as the flick's end.
 */
async function drag(page, from, to) {
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  const session = await page.context().newCDPSession(page);
  const send = (type, point) => session.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  await send("touchStart", from);
  for (let part = 1; part <= 20; part += 1) {
    const share = Math.min(part / 12, 1);
    await frame();
    await send("touchMove", { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  }
  await send("touchEnd");
  await session.detach();
}

const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

for (const kind of ["single", "multiple"]) {
  test(`${kind}: options are chosen by a tap`, byTouch, async ({ page }) => {
    const one = ofKind(kind);
    const quiz = await Quiz.start(page, { only: one.id });
    for (const text of rightAnswer(one)) {
      await quiz.choice(one, text).tap();
      await expect(quiz.choice(one, text)).toBeChecked();
    }
    await tapToTheEnd(page, quiz);
  });
}

for (const kind of ["numeric", "text"]) {
  test(`${kind}: the field takes what is typed and asks for the fitting keyboard`, byTouch, async ({ page }) => {
    const one = ofKind(kind);
    const quiz = await Quiz.start(page, { only: one.id });
    await quiz.field.tap();
    await expect(quiz.field).toBeFocused();
    await page.keyboard.type(rightAnswer(one));
    if (kind === "numeric") await expect(quiz.field).toHaveAttribute("inputmode", "decimal");
    else await expect(quiz.field).toHaveAttribute("autocapitalize", "off");
    await tapToTheEnd(page, quiz);
  });
}

test("order: things are moved by tapping the arrows", byTouch, async ({ page }) => {
  const one = ofKind("order");
  const quiz = await Quiz.start(page, { only: one.id });
  await quiz.arrange(rightAnswer(one), (button) => button.tap());
  await tapToTheEnd(page, quiz);
});

test("order: a finger on the grip drags a thing, and the page does not scroll away under it", byTouch, async ({ page }) => {
  const one = ofKind("order");
  const quiz = await Quiz.start(page, { only: one.id });
  const grips = page.getByTitle("Drag to move");
  await grips.last().scrollIntoViewIfNeeded();
  await grips.first().scrollIntoViewIfNeeded();
  const [first, second, third] = await quiz.order();
  const scrolled = await page.evaluate(() => scrollY);
  await drag(page, middle(await grips.nth(0).boundingBox()), middle(await grips.nth(2).boundingBox()));
  await expect.poll(async () => (await quiz.order()).slice(0, 3)).toEqual([second, third, first]);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await quiz.arrange(rightAnswer(one), (button) => button.tap());
  await tapToTheEnd(page, quiz);
});

test("order: a finger on the text scrolls the page and moves nothing", byTouch, async ({ page }) => {
  const quiz = await Quiz.start(page, { only: ofKind("order").id });
  const before = await quiz.order();
  const row = quiz.card.getByRole("listitem").first();
  await row.scrollIntoViewIfNeeded();
  const { x, y } = middle(await row.boundingBox());
  await drag(page, { x, y }, { x, y: y - 150 });
  expect(await quiz.order()).toEqual(before);
});
