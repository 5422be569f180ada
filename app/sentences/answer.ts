import type { Instant } from "#base/instant.ts";
import type { Language } from "./languages.ts";

/** What is kept of an answer: nothing of the sentence but the names of the rules that it set off. */
export type KeptAnswer = {
  id: string;
  language: Language;
  rules: string[];
  isPromise: boolean;
  byMemberId: string;
  at: Instant;
};
