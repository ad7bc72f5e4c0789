// Many finished attempts as a person might have them, made without the app.
import { answers, fact, write } from "./records.mjs";

/** Texts that nothing can foretell, the same at each run. */
function noise(seed) {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return (length) => Array.from({ length }, () => String.fromCharCode(97 + (next() >>> 16) % 26)).join("");
}

/** The lines of so many finished attempts, each with a typed answer of `length` letters. */
export function lines(count, { name = "carried", length = 250 } = {}) {
  const text = noise(name.length * 7919 + count);
  return Array.from({ length: count }, (_, place) => write({
    id: `${name}-${place}`,
    started: 1_790_000_000_000 + place * 86_400_000,
    items: [{ id: "gone", topic: "types", level: 1, hash: 7 }],
    log: [fact("responded", 0, answers.text(text(length))), fact("finished", 0)],
  }));
}

/** The same as a file for the settings. */
export const file = (all) => `${["Plumb export 1", ...all].join("\n")}\n`;
