// All browser tests in Chromium: `cargo xtask test browser`.
import { defineConfig } from "@playwright/test";
import { shared } from "./support/config.mjs";

export default defineConfig(shared, {
  grepInvert: /@firefox/,
  use: {
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
});
