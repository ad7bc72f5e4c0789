// Quizzes as links.

/** The address of a quiz that can be shared. */
export function link({ area = "python", n = 1, seed = "x", only, mode, minutes, levels, topics, sure }) {
  const query = new URLSearchParams({ n, seed });
  const more = { only, mode, minutes, levels, topics, sure };
  Object.entries(more).forEach(([name, value]) => value !== undefined && query.set(name, [value].flat().join(",")));
  return `#/quiz/${area}?${decodeURIComponent(query)}`;
}
