// What a page offers to save, as it arrives on the disk.
import { mkdirSync, rmSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";

/** Where the browser of this process puts what is saved. */
export const downloads = join(tmpdir(), `plumb-downloads-${process.pid}`);

/** Runs `press` and gives back the name and the bytes of the one file that it makes the browser save. */
export async function download(page, press) {
  // Playwright tells of no download in Firefox that begins with a `blob:` address; there the folder is looked at.
  if (page.context().browser().browserType().name() === "firefox") return downloadedTo(downloads, press);
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function downloadedTo(folder, press) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await press();
  const whole = async () => {
    const names = await readdir(folder);
    const bytes = await Promise.all(names.map((name) => readFile(join(folder, name))));
    // A file begins as an empty one with another beside it that grows.
    return names.length === 1 && bytes[0].length > 0 ? { name: names[0], bytes: bytes[0] } : undefined;
  };
  await expect.poll(whole).toBeDefined();
  const file = await whole();
  await rm(join(folder, file.name));
  return file;
}
