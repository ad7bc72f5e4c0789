// Records of format 2, which the app reads, written without it: what a hostile or a foreign hand could make.
// The format is that of crates/engine/src/record/old.rs: a number, a point, base64url of postcard and a checksum.

/** What a fact is numbered as, in the order of `Event`. */
const facts = ["resumed", "responded", "graded", "skipped", "flagged", "moved", "ticked", "limited", "finished", "rated", "hinted", "gave-up"];

/** The 32-bit FNV-1a hash. */
function checksum(bytes) {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  return [0, 8, 16, 24].map((shift) => (hash >>> shift) & 255);
}

function varint(value) {
  const bytes = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

const string = (text) => {
  const bytes = [...Buffer.from(text, "utf8")];
  return [...varint(bytes.length), ...bytes];
};
const list = (all, one) => [...varint(all.length), ...all.flatMap(one)];
const option = (value) => (value === undefined ? [0] : [1, ...varint(value)]);

/** An answer to a question of a kind, by its number in the table of kinds. */
export const answers = {
  single: (place) => [0, place],
  text: (text) => [3, ...string(text)],
  order: (places) => [4, ...list(places, (place) => [place])],
};

/** A fact with the milliseconds before it: `fact("moved", 2)`; what it holds is given as numbers or bytes. */
export const fact = (name, ...fields) => [...varint(100), facts.indexOf(name), ...fields.flatMap((field) => (Array.isArray(field) ? field : varint(field)))];

/** Packs bytes as a record. */
export const packed = (bytes) => `2.${Buffer.from([...bytes, ...checksum(bytes)]).toString("base64url")}`;

/** Writes a record; what is not given is as in a small practice. */
export function write({ id = "made-by-a-test", started = 1_790_000_000_000n, area = "python", exam = false, seed = "x", limit, items, log = [] }) {
  const quiz = [...string(area), exam ? 1 : 0, ...string(seed), ...varint(items.length), 0, 0, 0, 0, ...option(limit), 0];
  const asked = (one) => [...string(one.id), ...string(one.topic), one.level, ...varint(one.hash)];
  return packed([...string(id), ...varint(started), ...quiz, ...list(items, asked), ...varint(log.length), ...log.flat()]);
}
