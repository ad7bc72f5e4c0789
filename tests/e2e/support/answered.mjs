// What somebody answered in an area, as a record that is there before the app is.
import { areas } from "./banks.mjs";
import { fact, write } from "./records.mjs";
import { fill } from "./storage.mjs";

const day = 86_400_000;

/** A finished exam of the first `count` questions of an area, so many days ago; `isRight` tells by place. */
export function exam(area, count, isRight, ago = 1) {
  const items = areas.get(area).questions.slice(0, count).map(({ id, topic, level }) => ({ id, topic, level, hash: 1 }));
  const graded = items.map((_, place) => fact("graded", place, isRight(place) ? 1 : 0, 1));
  const started = BigInt(Date.now() - ago * day);
  return write({ id: `exam-${area}-${ago}`, area, exam: true, started, items, log: [...graded, fact("finished", 0)] });
}

/** Puts records where the app finds them: `[[area, count, isRight, ago]]`. */
export function answered(page, exams) {
  return fill(page, Object.fromEntries(exams.map((one) => [`plumb.attempt.exam-${one[0]}-${one[3] ?? 1}`, exam(...one)])));
}
