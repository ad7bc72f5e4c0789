// What a person does who cannot point.

/** Goes on with Tab until the focus is on an element. */
export async function tabTo(page, target, key = "Tab") {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${target}`);
}
