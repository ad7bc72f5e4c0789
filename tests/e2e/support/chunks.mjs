// A bank as a later build would serve it, made from the bytes of today's.
// A question begins with its id and its topic (a length and the letters), its level and the hash of how it reads.

/** Where the id of a question stands in a chunk. */
function placeOf(chunk, id) {
  const name = Buffer.from(id);
  const at = chunk.indexOf(Buffer.concat([Buffer.from([name.length]), name]));
  if (at < 0) throw new Error(`the chunk has no question ${id}`);
  return at + 1;
}

/** The chunk without these questions: others of the same length have taken their ids. */
export function otherIds(chunk, ids) {
  const other = Buffer.from(chunk);
  ids.forEach((id) => other.write("0", placeOf(chunk, id)));
  return other;
}

/** The chunk in which these questions read otherwise, by their hashes. */
export function otherHashes(chunk, ids) {
  const other = Buffer.from(chunk);
  for (const id of ids) {
    const topic = placeOf(chunk, id) + id.length;
    // Behind the topic's length and letters stands the level, then the hash, lowest bits first.
    const hash = topic + 1 + chunk[topic] + 1;
    other[hash] = chunk[hash] ^ 1;
  }
  return other;
}
