// Faults, journeys and kinds of question in Firefox: `cargo xtask test firefox`.
import { defineConfig } from "@playwright/test";
import { shared } from "./support/config.mjs";

export default defineConfig(shared, {
  testMatch: ["keeping/*.spec.mjs", "journeys/*.spec.mjs", "kinds/*.spec.mjs", "reach/offline.spec.mjs"],
  grepInvert: /@chromium/,
  use: {
    browserName: "firefox",
    launchOptions: {
      // Firefox as people have it, over WebDriver BiDi; without this, Playwright looks for a Firefox of its own.
      channel: "moz-firefox",
      executablePath: process.env.PLUMB_FIREFOX,
    },
  },
});
