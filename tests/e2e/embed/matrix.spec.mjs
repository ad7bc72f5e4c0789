// A quiz in other people's pages, whatever these allow: it is answered to its end, tells what happens, and the
// page keeps what was answered.
import { Quiz } from "../pages/quiz.mjs";
import { test, expect, inside, records, told } from "../support/hosts.mjs";

const strict = (plumb) => `default-src 'none'; script-src 'self' ${plumb}; frame-src ${plumb}; img-src data:; base-uri 'none'; form-action 'none'`;
const plainStyles = (plumb) => `script-src 'self' 'wasm-unsafe-eval' ${plumb}; connect-src ${plumb}; style-src 'self'`;
const trusted = () => "require-trusted-types-for 'script'; trusted-types 'none'";
const isolated = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
const inline = { render: "inline" };
/** What a page's policy refuses before the quiz goes into a frame. */
const refused = [/Content Security Policy|CSP violation|csp-violation|Refused to/];

const rows = [
  ["no policy, in a frame", {}],
  ["no policy, in the page", { quizzes: [inline], way: "inline" }],
  ["a strict policy, in a frame", { csp: strict }],
  ["a strict policy, to be in the page", { csp: strict, quizzes: [inline], allow: refused }],
  ["a policy of own styles, in a frame", { csp: plainStyles }],
  ["a policy of own styles, to be in the page", { csp: plainStyles, quizzes: [inline], allow: refused }],
  ["Trusted Types, in a frame", { csp: trusted }],
  ["Trusted Types, in the page", { csp: trusted, quizzes: [inline], way: "inline" }],
  // What Playwright itself looks for in every frame is not there.
  ["a sandbox without an origin", { quizzes: [{ sandbox: "allow-scripts" }], allow: [/'serviceWorker' property/] }],
  ["a frame without credentials", { quizzes: [{ credentialless: "" }] }],
  ["a page that isolates itself", { headers: isolated }],
  ["two quizzes on one page", { quizzes: [{}, { area: "sql" }], area: "sql", place: 1 }],
  ["two quizzes in the page itself", { quizzes: [inline, { ...inline, area: "sql" }], area: "sql", place: 1, way: "inline" }],
  ["a quiz that is put there late", { late: true }],
  ["a page from right to left", { dir: "rtl" }],
  ["a page of another site", { site: "localhost", allow: [/leaves this machine/] }],
];

for (const [name, row] of rows) {
  test(`${name}: a quiz goes to its end and is kept`, async ({ page, hosts, guard }) => {
    guard.allow(...(row.allow ?? []));
    const { csp, headers, way = "framed", place = 0, area = "python" } = row;
    const policy = csp ? { "Content-Security-Policy": csp(new URL(hosts.plumb).origin) } : {};
    const open = async () => {
      if (!row.late) return;
      await page.evaluate(() => {
        const quiz = document.createElement("plumb-quiz");
        const all = { area: "python", count: 2, seed: "x", levels: 1, storage: "host" };
        Object.entries(all).forEach(([attribute, value]) => quiz.setAttribute(attribute, value));
        document.querySelector("h1").after(quiz);
      });
    };
    await page.goto(hosts.serve({ ...row, headers: { ...headers, ...policy } }, row.site));
    await open();
    const quiz = new Quiz(inside(page, place)[way], area);
    await quiz.enter();
    await quiz.giveRight();
    await quiz.check();
    await expect(quiz.card.getByText("kept by the page around this quiz")).toBeVisible();
    await quiz.goOn();
    // The page is loaded anew: what it keeps brings the quiz back to where it was.
    await expect.poll(() => records(page).then((all) => all.length)).toBe(1);
    await page.reload();
    await open();
    await quiz.onQuestion(2);
    await quiz.giveRight();
    await quiz.check();
    await quiz.goOn();
    await expect(quiz.main.getByText("2 of 2 points")).toBeVisible();
    const [{ detail, composed }] = await told(page, "complete");
    expect(detail).toMatchObject({ v: 1, area, mode: "practice", answered: 2, of: 2, points: 2, event: { finished: { by: "person" } } });
    expect(composed).toBe(true);
    const [[key]] = await records(page);
    expect(key).toBe(`plumb.records.${area}.${detail.attempt}`);
    const answers = await told(page, "answer");
    expect(answers.some((answer) => answer.detail.event.graded?.got === answer.detail.event.graded?.of)).toBe(true);
    expect(Object.keys(answers[0].detail).sort()).toEqual(["answered", "area", "attempt", "event", "level", "mode", "of", "points", "question", "topic", "v"]);
  });
}
