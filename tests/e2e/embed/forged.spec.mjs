// What a hostile page, frame or neighbour posts is not heard.
import { Quiz } from "../pages/quiz.mjs";
import { test, expect, inside, records, told } from "../support/hosts.mjs";

const ready = { ns: "plumb", v: 1, type: "ready" };
const forgeries = {
  "another version": { ...ready, v: 2 },
  "a version that is a text": { ...ready, v: "1" },
  "another namespace": { ...ready, ns: "plum" },
  "another type": { ...ready, type: "steady" },
  "data in what must have none": { ...ready, data: "x" },
  "a payload of 1 MB": { ...ready, data: "x".repeat(1_000_000) },
  "no object": "ready",
  "nothing": null,
};

test("the page hears nothing but the frame's own ready, once the frame is there and as long as it is", async ({ page, hosts }) => {
  await page.goto(hosts.serve({}));
  const quiz = new Quiz(inside(page).framed);
  await quiz.enter();
  const frame = page.frames()[1];
  for (const forged of Object.values(forgeries)) await frame.evaluate((data) => parent.postMessage(data, "*"), forged);
  // The right message, but from this page itself, from a neighbour, and by an origin that is not the frame's.
  await page.evaluate((data) => {
    const { contentWindow } = document.querySelector("plumb-quiz").shadowRoot.querySelector("iframe");
    const origin = new URL(document.querySelector("script[type]").src).origin;
    postMessage(data, "*");
    const neighbour = document.body.appendChild(document.createElement("iframe"));
    for (const forged of [{ source: neighbour.contentWindow, origin }, { source: contentWindow, origin: "null" }, { source: contentWindow, origin: "https://other.example" }]) {
      dispatchEvent(new MessageEvent("message", { data, ...forged }));
    }
    window.left = { source: contentWindow, origin };
  }, ready);
  // Had one been heard, the quiz would have lost its port: it tells on.
  await quiz.giveRight();
  await quiz.check();
  await expect.poll(() => told(page, "answer").then((all) => all.length)).toBeGreaterThan(0);
  expect(await told(page, "ready")).toHaveLength(1);
  // After the element is gone, nobody listens.
  await page.evaluate((data) => {
    const quiz = document.querySelector("plumb-quiz");
    quiz.addEventListener("plumb-ready", () => window.events.push({ type: "plumb-ready" }));
    quiz.remove();
    dispatchEvent(new MessageEvent("message", { data, ...window.left }));
  }, ready);
  expect(await told(page, "ready")).toHaveLength(1);
});

test("what comes over the port is taken only where its type and size fit", async ({ page, hosts }) => {
  const pretended = hosts.pretend(() => {
    addEventListener("message", ({ data, ports }) => {
      if (data?.type !== "port") return;
      const send = (type, fields, more) => ports[0].postMessage({ ns: "plumb", v: 1, type, ...fields, ...more });
      const fact = { v: 1, event: { finished: { by: "person" } } };
      for (const height of [NaN, -5, 1e9, Infinity, "800", null]) send("size", { height });
      send("size", { height: 777 }, { v: 2 });
      send("size", { height: 777 }, { ns: "other" });
      send("keep", { id: "big", text: `3.${"x".repeat(1_000_000)}` });
      send("keep", { id: "../../other", text: "3.x" });
      send("keep", { id: "number", text: 5 });
      send("keep", { id: "no-record", text: "<script>" });
      send("event", { detail: { ...fact, v: 2 } });
      send("event", { detail: { ...fact, more: "x".repeat(1_000_000) } });
      send("event", { detail: null });
      ports[0].postMessage("size");
      ports[0].postMessage(null);
      send("keep", { id: "good", text: "3.good" });
      send("size", { height: 501 });
      send("size", { height: 503 });
      send("event", { detail: fact });
    });
    parent.postMessage({ ns: "plumb", v: 1, type: "ready" }, "*");
  });
  await page.goto(hosts.serve({ quizzes: [{ "src-base": pretended }] }));
  await expect.poll(() => told(page, "complete").then((all) => all.length)).toBe(1);
  expect(await records(page)).toEqual([["plumb.records.python.good", "3.good"]]);
  // 503 is within what rounding may do.
  await expect(page.locator("plumb-quiz iframe")).toHaveCSS("height", "501px");
  expect(await told(page, "progress")).toHaveLength(1);
});

test("a frame that went to another site gets no port", async ({ page, hosts, guard }) => {
  guard.allow(/leaves this machine/);
  const elsewhere = hosts.pretend(() => parent.postMessage({ ns: "plumb", v: 1, type: "ready" }, "*")).replace("127.0.0.1", "localhost");
  const pretended = hosts.serve({ html: `<!doctype html><title>Away</title><script>location = "${elsewhere}"</script>` });
  await page.goto(hosts.serve({ quizzes: [{ "src-base": `${pretended}/` }] }));
  await expect(page.getByRole("link", { name: "Open it" })).toBeVisible();
  expect(await told(page, "ready")).toEqual([]);
});

test("the quiz takes a port only from the page around it, and from it only what fits", async ({ page, hosts }) => {
  const address = `${hosts.plumb}?host=frame&keep=host&start=${encodeURIComponent("/quiz/python?n=2&seed=x&levels=1")}`;
  await page.goto(hosts.serve({ body: `<iframe title="Quiz" width="600" height="900" src="${address}"></iframe>` }));
  await page.evaluate(() => new Promise((done) => {
    addEventListener("message", ({ data }) => data?.type === "ready" && done());
  }));
  const framed = page.frames()[1];
  const takes = (data, from = page) => from.evaluate(([sent, own]) => {
    const { port1, port2 } = new MessageChannel();
    window.wrong ??= [];
    port1.onmessage = ({ data: heard }) => window.wrong.push(heard);
    const to = own ? window : document.querySelector("iframe").contentWindow;
    to.postMessage(sent, "*", [port2]);
  }, [data, from !== page]);
  const port = { ns: "plumb", v: 1, type: "port" };
  await takes(port, framed);
  for (const forged of [{ ...port, v: 2 }, { ...port, ns: "x" }, { ...port, type: "harbour" }, "port", null]) await takes(forged);
  await page.evaluate((data) => {
    const { port1, port2 } = new MessageChannel();
    window.right = [];
    port1.onmessage = ({ data: heard }) => window.right.push(heard);
    document.querySelector("iframe").contentWindow.postMessage(data, "*", [port2]);
    const send = (type, fields) => port1.postMessage({ ns: "plumb", v: 1, type, ...fields });
    port1.postMessage({ ns: "plumb", v: 2, type: "look", theme: "dark" });
    port1.postMessage("look");
    send("look", { theme: "<b>", lang: "x".repeat(1_000_000) });
    send("look", { colours: [["deep", "url(//other.example)"], ["touch", "#123456"], ["paper", "#abcdef"], ["ink", "x".repeat(1_000_000)], "ink", null] });
    send("hello", { theme: "dark", keeps: true, records: [["big", "3.".padEnd(1_000_000, "x")], ["no", "3.damaged"], [5, null], "x", null] });
  }, port);
  const root = page.frameLocator("iframe").locator("html");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await expect(root).toHaveAttribute("style", "--paper: #abcdef;");
  await expect(root).not.toHaveAttribute("data-lang", /./);
  const quiz = new Quiz(page.frameLocator("iframe"));
  await quiz.enter();
  await expect.poll(() => page.evaluate(() => window.right.some(({ type }) => type === "keep"))).toBe(true);
  expect(await page.evaluate(() => window.wrong)).toEqual([]);
  expect(await framed.evaluate(() => window.wrong)).toEqual([]);
  // A second port is one too many.
  await takes(port);
  await quiz.giveRight();
  expect(await page.evaluate(() => window.wrong)).toEqual([]);
});
