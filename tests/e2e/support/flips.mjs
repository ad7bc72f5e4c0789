// Kept attempts with one bit changed.

/** Numbers from 0 to below 1, the same at each run. */
function* chances(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** So many copies of a text with one flipped bit each, as pairs of a key of ours and the copy. */
export function flipped(text, count) {
  const chance = chances(39);
  return Array.from({ length: count }, (_, place) => {
    const at = Math.floor(chance.next().value * text.length);
    const bit = 1 << Math.floor(chance.next().value * 7);
    const copy = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
    return [`plumb.attempt.flip-${place}`, copy];
  });
}
