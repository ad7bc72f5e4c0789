// The gallery looks the same on every visit: what chance or time changes would show here.
import { test, expect } from "../support/fixture.mjs";
import { galleryIds } from "../support/banks.mjs";
import { App } from "../pages/app.mjs";

test("the gallery leads to every kind, and each looks the same on a second visit", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const app = await new App(page).open("#/gallery");
  await expect(page.getByRole("main").getByRole("link")).toHaveText(galleryIds);
  const look = async (id) => {
    await app.open(`#/gallery/${id}`);
    await page.getByRole("heading", { name: "Not answered", level: 2 }).waitFor();
    await page.waitForLoadState("networkidle");
    return page.screenshot({ fullPage: true });
  };
  for (const id of galleryIds) {
    const first = await look(id);
    expect(first.equals(await look(id)), id).toBe(true);
  }
});
