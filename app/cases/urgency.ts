import { type Instant, instant } from "#base/instant.ts";
import type { Case } from "./case.ts";

/** When what waits for nothing comes: after all that does. */
const someday = instant("9999-12-31T00:00:00Z");

/**
 * By when somebody must do something about an open case: the earlier, the more urgent. What nobody owns stands first, since
 * it was written down; then what owes a word or a question, by its due. The index of the store keeps the same.
 */
export function urgentAt(c: Pick<Case, "ownerId" | "state" | "recordedAt" | "statusDueAt" | "askAt">): Instant {
  if (c.ownerId === null && c.state === "open") return c.recordedAt;
  return c.statusDueAt ?? c.askAt ?? someday;
}
