import type { Reader } from "./parts.ts";

/** What a language brings: its readers in order, and the small words that may stand between two parts of one time. */
export type Language = { readers: Reader[]; joining: string[] };
