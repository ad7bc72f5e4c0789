// What every test in WebKitGTK stands on: browsers that end with it, and nothing that goes wrong unseen.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as run } from "node:test";
import { Browser } from "./browser.mjs";
import { Server } from "./server.mjs";

export { assert };

/**
 * A test gets a function that starts a browser, a folder for a profile that outlives it, a function that starts a
 * server, and one that allows complaints that fit.
 */
export function test(name, work, { timeout = 180_000 } = {}) {
  run(name, { timeout }, async () => {
    const [browsers, servers, allowed] = [[], [], []];
    const open = async (options) => {
      const browser = await Browser.open(options);
      browsers.push(browser);
      return browser;
    };
    const serve = async (options) => {
      const server = await new Server(options).start();
      servers.push(server);
      return server;
    };
    const profile = mkdtempSync(join(tmpdir(), "plumb-profile-"));
    try {
      await work({ open, profile, serve, allow: (...patterns) => allowed.push(...patterns) });
      const unseen = browsers.flatMap((browser) => browser.complaints).filter((line) => !allowed.some((pattern) => pattern.test(line)));
      assert.deepEqual(unseen, [], "nothing went wrong unseen");
    } finally {
      await Promise.all([...browsers.map((browser) => browser.kill()), ...servers.map((server) => server.stop())]);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
}
