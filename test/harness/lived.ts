import { insertPromise } from "#app/promises/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { plainPromise } from "./any-promise.ts";

const hour = 3600;

type Whose = { workspaceId: string; memberId: string; customerId: string; kind: string };

/**
 * Writes down what was promised and done before a house's first day: one every six hours, done after one to ten hours on
 * the clock. Each was told with odds of nine in ten, and so many of ten were kept.
 */
export async function livedThrough(db: Database, whose: Whose, count: number, until: Instant): Promise<void> {
  const { workspaceId, memberId, customerId, kind } = whose;
  const people = { workspaceId, customerId, ownerId: memberId, handlerId: memberId, recordedById: memberId };
  await inWorkspace(db, workspaceId, async (tx) => {
    for (let n = 0; n < count; n++) {
      const madeAt = plusSeconds(until, (n - count) * 6 * hour);
      const firstDueAt = plusSeconds(madeAt, 9 * hour);
      const settledAt = plusSeconds(madeAt, (1 + ((n * 7) % 10)) * hour);
      const isLate = n % 10 === 7;
      await insertPromise(tx, {
        ...{ ...plainPromise, ...people, id: newId(), kind, text: "mend a tap" },
        ...{ madeAt, recordedAt: madeAt, spanFromAt: madeAt, firstDueAt, dueAt: firstDueAt, settledAt },
        ...{ advisedDueAt: plusSeconds(madeAt, 10 * hour), quoteRule: "history" as const, statedShare: 0.9 },
        state: isLate ? "kept_late" : "kept",
        lateAt: isLate ? firstDueAt : null,
      });
    }
  });
}
