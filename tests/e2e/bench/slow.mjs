// What benchmarks share: a browser on a slow CPU, and figures side by side.
import { chromium } from "@playwright/test";

export const SLOWER = 4;
export const ROUNDS = Number(process.env.PLUMB_ROUNDS ?? 7);

export const launch = () => chromium.launch({ executablePath: process.env.PLUMB_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });

/** A page on a slow CPU. */
export async function slow(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}

/** A median, the least and the most, such as `7 (5 to 12)`. */
export function spread(values, digits = 0) {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, least, most] = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)].map((value) => value.toFixed(digits));
  return `${median} (${least} to ${most})`;
}

/** Prints a line of a table: what was measured, and a figure for each column. */
export function line(what, ...figures) {
  console.log(what.padEnd(36), ...figures.map((figure) => figure.padEnd(28)));
}
