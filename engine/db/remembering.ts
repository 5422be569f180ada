import type { pg } from "./types.ts";

type Query = pg.PoolClient["query"];

// Beyond that what was asked first is hardly asked again.
const mostKept = 20_000;

/**
 * A connection that answers by itself what it has answered before: for a transaction that goes on alone for long, and asks
 * ten thousand times for what hardly ever changes. Only statements that read nothing but the tables named as `still` are
 * remembered, and a write to any of them makes all be forgotten.
 */
export function remembering(query: Query, still: readonly string[]): Query {
  const stills = new Set(still);
  const kinds = new Map<string, Kind>();
  const answers = new Map<string, unknown>();
  const kindOf = (text: string) => {
    const known = kinds.get(text) ?? readKind(text, stills);
    kinds.set(text, known);
    return known;
  };
  const ask = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    const send = () => (query as (...args: unknown[]) => unknown)(text, values, ...rest);
    if (typeof text !== "string") return send();
    const kind = kindOf(text);
    if (kind === "unsettles") answers.clear();
    if (kind !== "still" || !Array.isArray(values)) return send();
    const key = `${text} ${JSON.stringify(values)}`;
    if (answers.has(key)) return answers.get(key);
    if (answers.size >= mostKept) answers.clear();
    const answer = send();
    answers.set(key, answer);
    return answer;
  };
  return ask as Query;
}

/** Reads still tables only, writes to one of them, or neither. */
type Kind = "still" | "unsettles" | "other";

function readKind(text: string, still: ReadonlySet<string>): Kind {
  const written = [...text.matchAll(/\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?/gi)].map(
    ([, name = ""]) => name,
  );
  // "For update" locks; whoever goes on alone has nobody to keep out.
  const writes = written.filter((name) => !/^(?:of|nowait|skip)$/i.test(name));
  if (writes.some((name) => still.has(name))) return "unsettles";
  if (writes.length > 0 || !/^\s*(?:select|with)\b/i.test(text)) return "other";
  const own = new Set(
    [...text.matchAll(/(?:\bwith(?:\s+recursive)?|,)\s+(\w+)\s*(?:\([^()]*\))?\s+as\s*\(/gi)].map(([, name]) => name),
  );
  const read = [...text.matchAll(/\b(?:from|join)\s+(?:lateral\s+)?"?(\w+)"?/gi)].map(([, name = ""]) => name);
  const isStill = read.every((name) => still.has(name) || own.has(name) || /^(?:select|unnest|lateral)$/i.test(name));
  return isStill && read.some((name) => still.has(name)) ? "still" : "other";
}
