import type { Instant } from "#base/instant.ts";
import type { Letter, Reader } from "./letter.ts";
import type { Words } from "./words.ts";

/** What a customer is told of a promise in a member's own words. */
export type Told =
  | { about: "move"; oldDueAt: Instant; newDueAt: Instant; reason: string }
  | { about: "update"; dueAt: Instant | null; nextWordAt: Instant | null }
  | { about: "keep" | "release" }
  | { about: "decline" | "failure" | "hold_up"; reason: string }
  | { about: "hand_on"; dueAt: Instant; from: string; to: string };

/** The letter that it becomes. `path` is where on their page the reader gives that answer. */
export function toldLetter(
  words: Words,
  told: Told,
  said: { promise: string; words: string },
  path: (answer: string) => string,
  reader: Reader,
): Letter {
  switch (told.about) {
    case "move":
      return words.moved({ ...said, ...told, finePath: path("fits"), doesNotSuitPath: path("does_not_suit") }, reader);
    case "update":
      return words.updated({ ...said, ...told }, reader);
    case "keep":
      return words.updated({ ...said, dueAt: null, nextWordAt: null }, reader);
    case "release":
      return words.released(said, reader);
    case "decline":
      return words.declined({ ...said, reason: told.reason }, reader);
    case "failure":
      return words.failed({ ...said, reason: told.reason }, reader);
    case "hold_up":
      return words.heldUp({ ...said, missing: told.reason }, reader);
    case "hand_on": {
      const { from, to, dueAt } = told;
      return words.handedOn({ promises: [{ text: said.promise, dueAt }], words: said.words, from, to }, reader);
    }
  }
}
