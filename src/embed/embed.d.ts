// Types of embed.js: the element <plumb-quiz> and its events. docs/embed.md and docs/events.md explain them.

/** A fact of an attempt; `item` is the place of a question in the attempt, from 0 on. */
export type PlumbFact =
  | { resumed: { at: number } }
  | { responded: { item: number; response: Record<string, unknown> } }
  | { graded: { item: number; got: number; of: number } }
  | { skipped: { item: number } }
  | { flagged: { item: number; on: boolean } }
  | { moved: { item: number } }
  | "ticked"
  | { limited: { seconds: number | null } }
  | { finished: { by: "person" | "time" } }
  | { rated: { item: number; certainty: "low" | "mid" | "high" } }
  | { hinted: { item: number } }
  | { "gave-up": { item: number } };

/** What every event but `plumb-ready` carries. Fields may be added to it; `v` changes when one changes or goes. */
export interface PlumbDetail {
  v: 1;
  /** The attempt: a name that says nothing about the person. */
  attempt: string;
  area: string;
  mode: string;
  /** The question that the fact is about; null for facts of the whole attempt. */
  question: string | null;
  topic: string | null;
  level: number | null;
  /** How many questions have an answer, of all. */
  answered: number;
  of: number;
  /** Points so far, of `of`. In an exam there are none before its end. */
  points: number;
  event: PlumbFact;
}

export interface PlumbEvents {
  "plumb-ready": CustomEvent<{ v: 1 }>;
  "plumb-progress": CustomEvent<PlumbDetail>;
  "plumb-answer": CustomEvent<PlumbDetail>;
  "plumb-complete": CustomEvent<PlumbDetail>;
}

/** `<plumb-quiz area mode count topics levels seed limit lang theme storage render src-base sandbox credentialless>` */
export interface PlumbQuizElement extends HTMLElement {
  /** The folder in which Plumb lies. */
  readonly base: URL;
  /** The place in Plumb at which the quiz starts. */
  readonly start: string;
  /** Sends theme, colours and language again, after the page has changed them. */
  restyle(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "plumb-quiz": PlumbQuizElement;
  }
  interface HTMLElementEventMap extends PlumbEvents {}
}
