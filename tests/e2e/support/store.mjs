// A record store (xAPI 1.0.3) and what a cmi5 learning system adds, on a port of its own: it keeps what comes, and
// notes every rule that is broken. Whether a statement is one is judged by Learning Locker's validator.
import { createServer } from "node:http";
import { isDeepStrictEqual } from "node:util";
import validator from "@learninglocker/xapi-validation";

const context = "https://w3id.org/xapi/cmi5/context";
const verbOf = (statement) => statement.verb.id.split("/").at(-1);
const hasCategory = (statement, name) => (statement.context.contextActivities?.category ?? []).some(({ id }) => id === `${context}/categories/${name}`);

export class Store {
  /** What was kept, in order. */
  statements = [];
  /** Every request: method, path, and the ids of its statements. */
  requests = [];
  /** Every rule that was broken. */
  faults = [];
  /** Documents by name. */
  documents = new Map();
  /** What to do instead of answering: "down", "deaf" (keeps, and says nothing) or a status. */
  mood = "well";
  /** Refuses what this tells. */
  refuses = () => false;
  #tokens = new Map();
  #sessions = 0;

  static async open() {
    const store = new Store();
    store.server = createServer((request, response) => store.#serve(request, response));
    await new Promise((done) => store.server.listen(0, "127.0.0.1", done));
    store.origin = `http://127.0.0.1:${store.server.address().port}`;
    store.endpoint = `${store.origin}/xapi/`;
    return store;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  get verbs() {
    return this.statements.map(verbOf);
  }

  /** What was kept with a verb. */
  with(verb) {
    return this.statements.filter((statement) => verbOf(statement) === verb);
  }

  /** Prepares a launch, as a learning system does before it opens the page; gives the query of its address. */
  launch({ registration = "5f3c1a90-0b7e-4a51-9c1d-2f6f0f1f9a11", learner = "1625378", data = {} } = {}) {
    const session = `session-${(this.#sessions += 1)}`;
    this.#tokens.set(session, { registration, learner, fetched: false, verbs: [], over: false });
    this.launchData = {
      launchMode: "Normal",
      moveOn: "Passed",
      masteryScore: 0.5,
      returnURL: `${this.origin}/course`,
      contextTemplate: {
        contextActivities: { grouping: [{ id: "https://publisher.example/au" }] },
        extensions: { [`${context}/extensions/sessionid`]: session },
      },
      ...data,
    };
    this.actor = { objectType: "Agent", account: { homePage: "https://lms.example", name: learner } };
    this.registration = registration;
    return {
      endpoint: this.endpoint,
      fetch: `${this.origin}/token?k=${session}`,
      actor: JSON.stringify(this.actor),
      registration,
      activityId: "https://lms.example/au/7",
    };
  }

  async #serve(request, response) {
    const url = new URL(request.url, this.origin);
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString("utf8");
    response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
    if (request.method === "OPTIONS") {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT");
      response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, x-experience-api-version");
      return response.writeHead(204).end();
    }
    if (url.pathname === "/course") return response.end("<!doctype html><title>Course</title><link rel=icon href=data:,><h1>The course</h1>");
    const seen = { method: request.method, path: url.pathname, ids: [] };
    this.requests.push(seen);
    if (this.mood === "down") return request.socket.destroy();
    if (typeof this.mood === "number") return response.writeHead(this.mood).end();
    const [status, answer] = this.#answer(request, url, body, seen);
    if (this.mood === "deaf") return request.socket.destroy();
    response.writeHead(status, { "Content-Type": "application/json" }).end(answer === undefined ? "" : JSON.stringify(answer));
  }

  #answer(request, url, body, seen) {
    if (url.pathname === "/token") return this.#token(request, url);
    if (!/^1\.0\./.test(request.headers["x-experience-api-version"] ?? "")) return this.#broken(400, "no version was named");
    const key = request.headers.authorization?.replace(/^Basic /, "");
    const session = this.#tokens.size ? [...this.#tokens].find(([name, one]) => one.fetched && key === `token-${name}`) : undefined;
    if (this.#tokens.size && !session) return this.#broken(401, `a token that was never given: ${key}`);
    if (url.pathname === "/xapi/activities/state") return this.#state(request, url, body);
    if (url.pathname === "/xapi/agents/profile") return [404];
    if (url.pathname !== "/xapi/statements" || request.method !== "POST") return this.#broken(404, `${request.method} ${url}`);
    if (request.headers["content-type"] !== "application/json") return this.#broken(400, "statements are JSON");
    return this.#keep([JSON.parse(body)].flat(), session, seen);
  }

  #broken(status, fault) {
    this.faults.push(fault);
    return [status, { fault }];
  }

  #token(request, url) {
    const session = this.#tokens.get(url.searchParams.get("k"));
    if (request.method !== "POST") return this.#broken(405, "a token is fetched with POST");
    if (!session || session.fetched) return [200, { "error-code": "1", "error-text": "The token was fetched before." }];
    session.fetched = true;
    return [200, { "auth-token": `token-${url.searchParams.get("k")}` }];
  }

  #state(request, url, body) {
    const { stateId, agent, activityId, registration } = Object.fromEntries(url.searchParams);
    const right = isDeepStrictEqual(JSON.parse(agent), this.actor) && activityId === "https://lms.example/au/7" && registration === this.registration;
    if (!right) return this.#broken(400, `a document of somebody else: ${url.search}`);
    if (request.method === "PUT") {
      if (stateId === "LMS.LaunchData") return this.#broken(403, "the launch data is not ours to change");
      this.documents.set(`${registration} ${stateId}`, JSON.parse(body));
      return [204];
    }
    const document = stateId === "LMS.LaunchData" ? this.launchData : this.documents.get(`${registration} ${stateId}`);
    return document ? [200, document] : [404];
  }

  #keep(batch, session, seen) {
    seen.ids = batch.map(({ id }) => id);
    for (const statement of batch) {
      const warnings = validator.default(statement);
      if (warnings.length) return this.#broken(400, `${warnings.map((one) => `${one.constructor.name} ${one.path.join(".")}`)} in ${JSON.stringify(statement)}`);
      if (this.refuses(statement)) return [400, { fault: "refused" }];
    }
    for (const statement of batch) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known && !isDeepStrictEqual(known, statement)) return [409];
    }
    for (const statement of batch) {
      if (this.statements.some(({ id }) => id === statement.id)) continue;
      if (session) this.#judge(statement, session);
      this.statements.push(statement);
    }
    return [200, seen.ids];
  }

  /** The rules of cmi5 for a statement of a session. */
  #judge(statement, [name, session]) {
    const verb = verbOf(statement);
    const rule = (holds, fault) => holds || this.faults.push(`${fault} (${verb} in ${name})`);
    const defined = verb !== "answered";
    const judges = ["passed", "failed"].includes(verb);
    const { result = {}, timestamp } = statement;
    const earlier = session.verbs.map((one) => one.verb);
    rule(isDeepStrictEqual(statement.actor, this.actor), "the actor is the learner as given");
    rule(!session.verbs.some((one) => one.verb === "terminated"), "nothing comes after the end");
    rule(verb === "initialized" ? earlier.length === 0 : earlier[0] === "initialized", "a session begins with initialized");
    rule(!defined || !earlier.includes(verb), "no verb comes twice in a session");
    rule(!judges || !earlier.some((one) => ["passed", "failed"].includes(one)), "a session is judged once");
    // Answers may be told later than they were given, and who failed may have tried again.
    const before = session.verbs.filter((one) => one.verb === "initialized" || (defined && one.verb !== "answered") || verb === "terminated");
    rule(before.every((one) => one.timestamp <= timestamp), "times follow each other");
    const registered = [...this.#tokens.values()].filter((one) => one.registration === session.registration).flatMap((one) => one.verbs).map((one) => one.verb);
    rule(!["completed", "passed"].includes(verb) || !registered.includes(verb), "a registration is completed and passed once");
    rule(verb !== "failed" || !registered.includes("passed"), "nobody fails after having passed");
    rule(statement.context.registration === session.registration, "the registration is that of the launch");
    rule(statement.context.extensions[`${context}/extensions/sessionid`] === name, "the session is that of the launch");
    rule(statement.context.contextActivities.grouping?.[0].id === "https://publisher.example/au", "the template is kept");
    rule(hasCategory(statement, "cmi5") === defined, "what cmi5 defines is marked");
    rule(hasCategory(statement, "moveon") === ("success" in result && defined) || verb === "completed", "what may move on is marked");
    rule(!defined || statement.object.id === "https://lms.example/au/7", "the object is the unit");
    rule(!defined || ("score" in result) <= judges, "only a judgement has a score");
    rule(!judges || result.success === (verb === "passed"), "success is what the verb says");
    rule(!judges || (result.score.scaled >= this.launchData.masteryScore) === (verb === "passed"), "the pass mark decides");
    rule(!judges || statement.context.extensions[`${context}/extensions/masteryscore`] === this.launchData.masteryScore, "the pass mark is told");
    rule(verb === "initialized" || !defined || /^PT\d+(\.\d\d)?S$/.test(result.duration), "durations are told");
    session.verbs.push({ verb, timestamp });
  }
}
