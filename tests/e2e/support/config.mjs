// How the browser tests run, in whatever browser; `cargo xtask test` sets the variables and serves the release.

const port = 4173;
const given = process.env.PLUMB_URL;

export const shared = {
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
};
