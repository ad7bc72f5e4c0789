// What somebody hears who practises with the screen reader Orca in Firefox, with keys alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ofKind, plain } from "../support/banks.mjs";
import { link } from "../support/link.mjs";
import { Desk } from "./support/desk.mjs";

const timeout = 600_000;

/** Opens a quiz of one question and goes in; gives the desk to `work`. */
async function practise(one, work) {
  const desk = new Desk();
  try {
    await desk.open(new URL(link({ area: one.area, only: one.id }), process.env.PLUMB_URL).href);
    await desk.hears(/^Finished loading A quiz in/);
    await desk.quiet();
    await desk.tabTo(/^Start this quiz push button/);
    desk.press("Return");
    await desk.quiet();
    await work(desk);
  } finally {
    desk.close();
  }
}

test("a new question is announced by its heading", { timeout }, async () => {
  await practise(ofKind("single"), (desk) => desk.hears(/^Question 1 of 1 heading level 1/));
});

test("options come with their group's legend, and the verdict is spoken", { timeout }, async () => {
  const one = ofKind("single");
  await practise(one, async (desk) => {
    await desk.tabTo(/radio button/);
    // Orca says a long name and what it is the name of one after the other.
    const isOption = (text) => one.option.some((option) => text.includes(plain(option.text)));
    assert.ok(desk.said().some(isOption), `an option of the question is spoken: ${desk.said()}`);
    assert.ok(desk.said().some((text) => text.includes("Your answer")), `the legend is spoken: ${desk.said()}`);
    desk.press("space");
    await desk.hears(/^selected/i);
    await desk.tabTo(/^Check answer push button/);
    desk.press("Return");
    await desk.hears(/^(Right|Not right) heading level 2/);
    await desk.tabTo(/^See your result push button/);
    desk.press("Return");
    await desk.hears(/^Your result heading level 1/);
  });
});

test("moving a thing in an order question says where it stands now", { timeout }, async () => {
  const one = ofKind("order", "python", (each) => each.item.length === 5);
  await practise(one, async (desk) => {
    const button = await desk.tabTo(/^Move down: /);
    const [, name] = button.match(/^Move down: (.*) push button/);
    assert.ok(one.item.some((item) => plain(item.text) === name), `“${name}” is a thing of the question`);
    desk.press("Return");
    await desk.hears(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}, 2 of 5`));
    desk.press("Return");
    await desk.hears(/, 3 of 5/);
  });
});
