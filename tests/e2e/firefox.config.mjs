// Faults, journeys and kinds of question in Firefox: `cargo xtask test firefox`.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { shared } from "./support/config.mjs";

const asPeopleHaveIt = fileURLToPath(new URL("support/firefox.sh", import.meta.url));

export default defineConfig(shared, {
  testMatch: ["keeping/*.spec.mjs", "journeys/*.spec.mjs", "kinds/*.spec.mjs", "reach/offline.spec.mjs"],
  grepInvert: /@chromium/,
  // Each click takes five times as long over this driver as Chromium's takes over its own.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: "firefox",
    launchOptions: {
      // A Firefox of Mozilla's or Debian's, over WebDriver BiDi; without this, Playwright takes it for one of its own.
      channel: "moz-firefox",
      executablePath: process.platform === "win32" ? process.env.PLUMB_FIREFOX : asPeopleHaveIt,
    },
  },
});
