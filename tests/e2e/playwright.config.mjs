// How the browser tests run; `cargo xtask test` sets the variables and serves the release.
import { defineConfig } from "@playwright/test";

const port = 4173;
const given = process.env.PLUMB_URL;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // For slow machines; nothing waits this long where all is well.
  timeout: 90_000,
  reporter: "line",
  use: {
    baseURL: given ?? `http://127.0.0.1:${port}/`,
    // A trace costs a sixth of the CPU time; `xtask` says how to have one of what failed.
    trace: "off",
    launchOptions: {
      // The shell is the same engine without a browser's windows; what needs those asks for `wholeBrowser`.
      executablePath: process.env.PLUMB_HEADLESS_SHELL ?? process.env.PLUMB_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // For those who call Playwright themselves, after `cargo xtask build`.
  webServer: given
    ? undefined
    : {
        command: `cargo xtask serve --dist --port ${port}`,
        url: `http://127.0.0.1:${port}/`,
        reuseExistingServer: true,
        timeout: 300_000,
      },
});
