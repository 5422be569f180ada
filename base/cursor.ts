import { Instant } from "./instant.ts";
import { invalid } from "./refusal.ts";

/** Where a page of a list in the order of (instant, id) ended: opaque to whoever carries it. */
export function cursorOf(at: Instant, id: string): string {
  return Buffer.from(`${at.epochMilliseconds}.${id}`).toString("base64url");
}

/** The place to go on from; refuses (`bad_cursor`) what cursorOf did not write. */
export function readCursor(cursor: string | undefined): { at: Instant; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, ms, id] = /^(-?\d{1,16})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!ms || !id) throw invalid("bad_cursor", "This is not where a page ended. Begin again without after.", "after");
  return { at: new Instant(Number(ms)), id };
}
