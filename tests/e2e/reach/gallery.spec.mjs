// The gallery looks the same on every visit: what chance or time changes would show here.
import { test, expect } from "../support/fixture.mjs";
import { galleryIds } from "../support/banks.mjs";
import { gallery } from "../support/states.mjs";
import { App } from "../pages/app.mjs";

test("the gallery leads to every kind, and each looks the same on a second visit", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const visit = async () => {
    const looks = new Map();
    for (const id of galleryIds) {
      await gallery(page, id);
      looks.set(id, await page.screenshot({ fullPage: true }));
    }
    return looks;
  };
  await new App(page).open("#/gallery");
  await expect(page.getByRole("main").getByRole("link")).toHaveText(galleryIds);
  const first = await visit();
  await new App(page).open("#/gallery");
  const second = await visit();
  for (const id of galleryIds) expect(first.get(id).equals(second.get(id)), id).toBe(true);
});
