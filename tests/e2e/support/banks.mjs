// The banks as their authors wrote them: what the tests know of keys, reasons and counts.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { parse } from "smol-toml";

const root = fileURLToPath(new URL("../../../questions/", import.meta.url));
const read = (...path) => parse(readFileSync(join(root, ...path), "utf8"));

/** The ids of the questions in the gallery. */
export const galleryIds = ["content", "kinds"].flatMap((topic) => read("..", "tests", "gallery", `${topic}.toml`).question.map((one) => one.id));

/** An area with its questions; each question has its topic beside what its author wrote. */
function readArea(id) {
  const info = read(id, "area.toml");
  const files = readdirSync(join(root, id)).filter((name) => name.endsWith(".toml") && name !== "area.toml");
  const questions = files.flatMap((file) => {
    const topic = file.replace(/\.toml$/, "");
    return (read(id, file).question ?? []).map((question) => ({ ...question, topic, area: id }));
  });
  return { id, title: info.title, topics: info.topic, questions };
}

/** All areas by id. */
export const areas = new Map(
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, readArea(entry.name)]),
);

/** One question by its area and id. */
export function question(area, id) {
  const found = areas.get(area)?.questions.find((known) => known.id === id);
  if (!found) throw new Error(`${area} has no question ${id}`);
  return found;
}

/** The first question of a kind that `fits`, looked for in `area` and then everywhere. */
export function ofKind(kind, area = "python", fits = () => true) {
  const all = [areas.get(area), ...areas.values()].flatMap((one) => one.questions);
  const found = all.find((one) => one.kind === kind && fits(one));
  if (!found) throw new Error(`no bank has such a question of kind ${kind}`);
  return found;
}

/** Markdown as it reads on the screen: without its marks, in one line. */
export function plain(markdown) {
  const unmarked = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*?([^*]+)\*\*?/g, "$1");
  const pieces = markdown.split(/(`+)(.+?)\1/s).map((piece, place) => {
    if (place % 3 === 1) return "";
    return place % 3 === 2 ? piece : unmarked(piece);
  });
  return pieces.join("").replace(/\s+/g, " ").trim();
}

/** Letters and digits only: enough to find a longer text again, whatever marks and spaces became of it. */
export const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** The letters of Markdown with code blocks and lists in it. */
function lettersOfProse(markdown) {
  const body = markdown.replace(/^```.*$/gm, "").replace(/^\s*\d+\.\s/gm, "").replace(/\]\([^)]*\)/g, "");
  return letters(body);
}

/** The question of an area whose prompt stands in a text of the screen. */
export function questionIn(area, text) {
  const shown = letters(text);
  const fits = areas.get(area).questions.filter((one) => shown.includes(lettersOfProse(one.prompt)));
  const longest = fits.sort((a, b) => b.prompt.length - a.prompt.length)[0];
  if (!longest) throw new Error(`no question of ${area} is on the screen: ${text.slice(0, 200)}`);
  return longest;
}

/** Each thing of a match or classify question with the last choice that `fits`, as pairs of texts. */
function choices(one, fits) {
  const things = one.kind === "match" ? one.pair.map((pair) => [pair.left, pair.right]) : one.item.map((item) => [item.text, item.group]);
  const all = one.group ?? [...one.pair.map((pair) => pair.right), ...(one.distractor ?? []).map((each) => each.text)];
  return things.map(([thing, right]) => [plain(thing), plain(all.findLast((choice) => fits(choice, right)))]);
}

const keySpots = (one) => one.spot.filter((spot) => spot.key);
const firstLine = (spot) => parseInt(spot.lines, 10);

/** The blanks of a question, in the order of its body. */
export function blanksOf(one) {
  const place = (blank) => one.body.indexOf(`{{${blank.name}}}`);
  return [...one.blank].sort((a, b) => place(a) - place(b));
}
/** The responses of a judgement from the best to the worst. */
const ranking = (one) => [...one.response].sort((a, b) => a.key - b.key).map(({ text }) => plain(text));

/** The right answer, in the form that `Quiz.give` takes. */
export function rightAnswer(one) {
  switch (one.kind) {
    case "single":
    case "multiple":
      return one.option.filter((option) => option.key).map((option) => plain(option.text));
    case "numeric":
      return String(one.value);
    case "text":
      return one.example ?? [one.accept[0], ...[one.unit ?? []].flat().slice(0, 1)].join(" ");
    case "order":
      return one.item.map((item) => plain(item.text));
    case "match":
    case "classify":
      return choices(one, (choice, right) => choice === right);
    case "lines":
      return keySpots(one).map((spot) => firstLine(spot));
    case "trace":
      return one.fails ? { runs: false, line: String(one.fails.line), error: one.fails.with[0] } : { runs: true, output: one.prints[0] };
    case "cloze":
    case "table":
      return blanksOf(one).map((blank) => blank.accept[0]);
    case "judgement":
      return one.scale === "rank" ? ranking(one) : one.response.map(({ text, key }) => [plain(text), key]);
    default:
      throw new Error(`the tests do not know the kind ${one.kind}`);
  }
}

/** An answer that is worth nothing. */
export function wrongAnswer(one) {
  switch (one.kind) {
    case "single":
    case "multiple":
      return [plain(one.option.find((option) => !option.key).text)];
    case "numeric":
      return String(one.trap[0].answer);
    case "text":
      return one.trap[0].answer;
    case "order":
      return one.item.map((item) => plain(item.text)).reverse();
    case "match":
    case "classify":
      return choices(one, (choice, right) => choice !== right);
    case "lines":
      return [firstLine(one.spot.find((spot) => !spot.key))];
    case "trace":
      return one.fails ? { runs: true, output: "nothing" } : { runs: false, line: "1", error: "none" };
    case "cloze":
    case "table":
      return blanksOf(one).map((blank) => blank.options?.[0] ?? String(blank.trap?.[0].answer ?? "wrong"));
    case "judgement":
      return one.scale === "rank" ? ranking(one).reverse() : one.response.map(({ text, key }) => [plain(text), key > 3 ? 1 : 5]);
    default:
      throw new Error(`the tests do not know the kind ${one.kind}`);
  }
}

/** The reasons that the author gave for what an answer holds, right or wrong. */
export const reasonOf = (one, text) => one.option.find((option) => plain(option.text) === text).why;

/** The reasons of a thing in a match or classify question, as they read on the screen. */
export const reasonOfThing = (one, text) => plain((one.pair ?? one.item).find((each) => plain(each.left ?? each.text) === text).why);

const lock = read("proofs.lock");

/** What was noted when the proof of a question was run; nothing where there is none. */
export const proved = (one) => lock[one.area]?.[one.id];
