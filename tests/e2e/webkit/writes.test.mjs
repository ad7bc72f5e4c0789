// Writes that fail, lie or are cut short: nothing that was acknowledged on the screen is lost.
import { ofKind, rightAnswer } from "../support/banks.mjs";
import { failsAt, lying } from "../support/storage.mjs";
import { Quiz } from "./support/quiz.mjs";
import { keptAttempts } from "./support/storage.mjs";
import { assert, test } from "./support/test.mjs";

const full = "The browser's storage took no more";

for (const nth of [1, 2, 3, 4, 5, 6]) {
  test(`when only write number ${nth} of a quiz fails, the next one brings everything`, async ({ open }) => {
    const { tab } = await open({ scripts: [[failsAt, nth]] });
    const quiz = await Quiz.start(tab);
    await quiz.finish();
    await quiz.points(2, 2);
    await tab.gone("status", new RegExp(full));
    assert.equal((await keptAttempts(tab)).length, 1);
    await tab.reload();
    await quiz.points(2, 2);
  });
}

for (const [what, lie] of Object.entries(lying)) {
  test(`where ${what}, the person is told and the quiz goes on; without that fault it is there again`, async ({ open, profile }) => {
    const lied = await open({ profile, scripts: [lie] });
    const quiz = await Quiz.start(lied.tab);
    await quiz.giveRight();
    await quiz.check();
    await lied.tab.says(full);
    await quiz.goOn();
    await quiz.saved();
    const address = await lied.tab.address();
    await lied.kill();
    const { tab } = await open({ profile });
    await tab.open(address);
    const again = new Quiz(tab);
    await again.ready(2);
    await again.finish();
    await again.points(2, 2);
  });
}

test("a reload in the moment of a click loses neither the answer nor its verdict", async ({ open }) => {
  const { tab } = await open();
  const quiz = await Quiz.start(tab, { n: 3 });
  for (const at of [1, 2, 3]) {
    await quiz.ready(at);
    await quiz.giveRight();
    const button = await tab.find("button", "Check answer");
    await tab.run((check) => { check.click(); location.reload(); }, button);
    await quiz.verdict("Right");
    await quiz.goOn();
  }
  await quiz.points(3, 3);
});

test("a reload in the moment of a keystroke keeps the letter", async ({ open }) => {
  const one = ofKind("text");
  const { tab } = await open();
  await Quiz.start(tab, { area: one.area, n: 1, only: one.id });
  const field = await tab.find("textbox");
  await tab.run((input, text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    location.reload();
  }, field, rightAnswer(one));
  await tab.reads("textbox", rightAnswer(one));
});

test("what is handed in while the page is being left is kept", async ({ open }) => {
  const { tab } = await open();
  const quiz = await Quiz.start(tab);
  await quiz.giveRight();
  const address = await tab.address();
  const button = await tab.find("button", "Check answer");
  await tab.run((check) => { addEventListener("pagehide", () => check.click()); }, button);
  await tab.open("about:blank");
  await tab.open(address);
  await quiz.verdict("Right");
  await quiz.goOn();
  await quiz.finish();
  await quiz.points(2, 2);
});

test("where the journal cannot be opened, nothing is promised and local storage keeps everything", async ({ open }) => {
  const deny = () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; };
  const { tab } = await open({ scripts: [deny] });
  const quiz = await Quiz.start(tab);
  await quiz.giveRight();
  await quiz.unsure();
  await quiz.check();
  await quiz.goOn();
  await tab.reload();
  await quiz.ready(2);
  await quiz.isRight(1);
});
