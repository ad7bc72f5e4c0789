// Other people's pages: a small server on a port of its own, whose pages embed a quiz.
import { createServer } from "node:http";
import { test as base, expect } from "./fixture.mjs";

export { expect };

/** Runs in every page: notes the events of all quizzes on it. */
const notes = `
window.events = [];
for (const name of ["ready", "progress", "answer", "complete"]) {
  addEventListener("plumb-" + name, ({ type, detail, composed }) => window.events.push({ type, detail, composed }));
}`;

/** The text of a page with these quizzes in it. */
const text = (plumb, { quizzes = [{}], dir = "ltr", late = false, body }) => {
  const attributes = (one) => Object.entries({ area: "python", count: 2, seed: "x", levels: 1, storage: "host", ...one })
    .map(([name, value]) => `${name}="${value}"`).join(" ");
  const tags = quizzes.map((one) => `<plumb-quiz ${attributes(one)}><a href="${plumb}#/area/python">Open it</a></plumb-quiz>`);
  return `<!doctype html><html lang="en" dir="${dir}"><head><meta charset="utf-8"><title>A course</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script src="notes.js"></script><script type="module" src="${plumb}embed.js"></script></head>
<body><h1>A course</h1>${body ?? (late ? "" : tags.join("<p>Between them.</p>"))}<p>What comes after.</p></body></html>`;
};

/** The pages that a test asked for, by name, and where they are. */
class Hosts {
  #pages = new Map();

  constructor(plumb) {
    this.plumb = plumb;
    this.server = createServer((request, response) => {
      const name = new URL(request.url, "http://host").pathname.slice(1);
      if (name === "notes.js") return response.setHeader("Content-Type", "text/javascript").end(notes);
      const page = this.#pages.get(name.replace(/\/$/, ""));
      if (!page) return response.writeHead(404).end();
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      for (const [header, value] of Object.entries(page.headers ?? {})) response.setHeader(header, value);
      return response.end(page.html ?? text(this.plumb, page));
    });
  }

  async listen() {
    await new Promise((done) => { this.server.listen(0, done); });
    this.port = this.server.address().port;
  }

  /** Serves a page; gives its address on this machine, under another name than Plumb's where it is asked for. */
  serve(page, host = "127.0.0.1") {
    const name = `page${this.#pages.size}`;
    this.#pages.set(name, page);
    return `http://${host}:${this.port}/${name}`;
  }

  /** A page that says it is Plumb: its `run` is called in the frame. */
  pretend(run) {
    return `${this.serve({ html: `<!doctype html><title>No quiz</title><p>No quiz</p><script>(${run})()</script>` })}/`;
  }
}

export const test = base.extend({
  hosts: [async ({}, use, { project }) => {
    const hosts = new Hosts(process.env.PLUMB_URL ?? project.use.baseURL);
    await hosts.listen();
    await use(hosts);
    hosts.server.closeAllConnections();
    await new Promise((done) => { hosts.server.close(done); });
  }, { scope: "worker" }],
});

/** The events that a page has noted, of one type. */
export const told = (page, type) => page.evaluate((wanted) => window.events.filter((event) => event.type === wanted), `plumb-${type}`);

/** Where a quiz is to be found: in its frame, or in the page itself. */
export function inside(page, place = 0) {
  const element = page.locator("plumb-quiz").nth(place);
  return { framed: element.frameLocator("iframe"), inline: element };
}

/** What a page keeps for its quizzes. */
export const records = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("plumb.records.")));
