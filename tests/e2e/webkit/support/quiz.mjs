// A running quiz of questions with one right option, which a person answers.
import { areas, questionIn, rightAnswer, wrongAnswer } from "../../support/banks.mjs";
import { link } from "../../support/link.mjs";
import { home } from "./server.mjs";

/** Which questions: the first ones of an area with one right option. */
const single = (area, count) => areas.get(area).questions.filter((one) => one.kind === "single").slice(0, count).map((one) => one.id);

const verdicts = /^(Right|Not right|You said that you do not know)/;

export class Quiz {
  constructor(tab, area = "python") {
    this.tab = tab;
    this.area = area;
  }

  /** The address of a quiz of so many questions, behind the page's own. */
  static link({ n = 2, area = "python", ...more } = {}) {
    return link({ n, area, only: single(area, n), ...more });
  }

  /** Opens the door of a linked quiz and goes in. */
  static async start(tab, { url = home, ...what } = {}) {
    await tab.open(new URL(Quiz.link(what), url).href);
    return Quiz.enter(tab, what.area);
  }

  /** Goes in through the door that is on the screen. */
  static async enter(tab, area) {
    const quiz = new Quiz(tab, area);
    await tab.press("button", "Start this quiz");
    await quiz.ready(1);
    return quiz;
  }

  /** Waits for a question, and for what takes its answer. */
  async ready(at) {
    await this.tab.title(new RegExp(`^Question ${at} of`));
    await this.tab.find("button", "Flag for later");
  }

  /** The question on the screen, as its author wrote it. */
  async question() {
    return questionIn(this.area, await this.tab.text("article"));
  }

  /** The texts of the options, in the order of the screen. */
  options() {
    return this.tab.run(() => [...document.querySelectorAll("article .option-text")].map((text) => text.textContent.replace(/\s+/g, " ").trim()));
  }

  async choose(text) {
    const place = (await this.options()).indexOf(text);
    if (place < 0) throw new Error(`there is no option “${text}”`);
    const all = await this.tab.all("radio");
    await all[place].click();
  }

  async giveRight() {
    const [text] = rightAnswer(await this.question());
    await this.choose(text);
  }

  async giveWrong() {
    const [text] = wrongAnswer(await this.question());
    await this.choose(text);
  }

  /** Hands the answer in, and waits for the verdict. */
  async check() {
    await this.tab.press("button", "Check answer");
    await this.verdict();
  }

  async verdict(text = verdicts) {
    await this.tab.find("heading", text);
  }

  async goOn() {
    await this.tab.press("button", /^(Next question|See your result)$/);
    await this.tab.gone("heading", verdicts);
  }

  /** Answers one question right and goes on. */
  async oneRight() {
    await this.giveRight();
    await this.check();
    await this.goOn();
  }

  /** Answers what is left. */
  async finish() {
    while (await this.tab.has("title", /^Question/)) {
      if (!(await this.tab.has("heading", verdicts))) {
        await this.giveRight();
        await this.check();
      }
      await this.goOn();
      await this.tab.find("title", /^(Question|Your result)/);
    }
  }

  /** Waits for the result. */
  async points(right, of) {
    await this.tab.until(`the result is ${right} of ${of}`, async () => (await this.tab.text("main")).includes(`${right} of ${of} points`));
  }

  /** Waits until a question counts as right in the line of questions. */
  async isRight(at) {
    await this.tab.find("button", `Question ${at}, Right`);
  }

  /** Waits until what is answered is in the journal. */
  async saved() {
    await this.reads("Saved on this device");
  }

  /** Waits until the page says that nothing is promised. */
  async unsure() {
    await this.reads("Kept in this browser, but should it end all at once");
  }

  async reads(text) {
    await this.tab.until(`the page reads “${text}”`, async () => (await this.tab.text("main")).search(text) >= 0);
  }
}
