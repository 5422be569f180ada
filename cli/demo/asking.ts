import { houseOf, pastOf } from "#app/quotes/actions.ts";
import { type Instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import type { Founded } from "./founding.ts";

/** What is learnt serves for a day. To ask every day would take longer than all the rest. */
const servesSeconds = 86_400;
const everySeconds = 7 * servesSeconds;
const firstAfterSeconds = 40 * servesSeconds;

/**
 * Somebody asks the advisor now and then before they promise, once a week as soon as there is something to learn from: then
 * the odds of what is promised on that day are stated with it, and can be held against what came of it.
 */
export function askingOf(
  { db, workspaceId, people: [first] }: Founded,
  from: Instant,
): (now: Instant) => Promise<void> {
  let nextAt = plusSeconds(from, firstAfterSeconds);
  return async (now) => {
    if (!first || secondsBetween(nextAt, now) < 0) return;
    nextAt = plusSeconds(now, everySeconds);
    await inWorkspace(db, workspaceId, async (tx) => {
      const { unit, hours } = await houseOf(tx, first);
      await pastOf(tx, workspaceId, unit, hours, now);
    });
  };
}
