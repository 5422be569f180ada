import { resolve } from "#app/customers/store-merges.ts";
import type { By, Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { conflict, demand, Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { makePromise, type Recorded } from "./actions.ts";
import type { Doer } from "./actions-deed.ts";
import { checkDue } from "./promise.ts";
import { type Recording, usual } from "./recording.ts";
import { dueOfOccurrence, nextOccurrenceAt, type Series } from "./series.ts";
import { checkPeople } from "./setting.ts";
import { findSeries, insertSeries, saveSeries } from "./store-series.ts";
import { settingOf } from "./store-setting.ts";

type Wanted = Pick<Recording, "text" | "kind">;

/** Promises the first occurrence now; each next one is promised when the one before it falls due. */
export async function startSeries(
  tx: Tx,
  by: Doer,
  wanted: Wanted & Pick<Series, "customerId" | "contactId" | "every" | "firstDueAt"> & { ownerId: string | null },
  now: Instant,
): Promise<{ series: Series; first: Recorded }> {
  demand(checkDue(wanted.firstDueAt, now, "first_due_at"));
  const ownerId = wanted.ownerId ?? by.memberId;
  const setting = await settingOf(tx, by.workspaceId, { ...wanted, ownerId });
  demand(checkPeople(setting, wanted));
  const series: Series = {
    ...wanted,
    id: newId(),
    version: 1,
    ownerId,
    timeZone: setting.houseHours.timeZone,
    occurrence: 1,
    endedAt: null,
    nextRingAt: wanted.firstDueAt,
  };
  await insertSeries(tx, by.workspaceId, series);
  return { series, first: await makeOccurrence(tx, by, series, now, now) };
}

/**
 * What the clock does with a series that is due: promises the next occurrence, as of when the one before it fell due,
 * however long the machine slept. A series that can be promised no more, since its owner has left, ends.
 */
export async function continueSeries(tx: Tx, workspaceId: string, id: string, now: Instant): Promise<void> {
  const series = await findSeries(tx, workspaceId, id);
  if (series.endedAt || !series.nextRingAt || isAfter(series.nextRingAt, now)) return;
  const next = {
    ...series,
    occurrence: series.occurrence + 1,
    customerId: await resolve(tx, workspaceId, "customer", series.customerId),
    contactId: series.contactId && (await resolve(tx, workspaceId, "contact", series.contactId)),
  };
  const owner = { workspaceId, memberId: series.ownerId, name: "" };
  try {
    await makeOccurrence(tx, owner, next, series.nextRingAt, now);
    await saveSeries(tx, workspaceId, series, { occurrence: next.occurrence, nextRingAt: nextOccurrenceAt(next) });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    await end(tx, workspaceId, series, "machine", now, { why: problem.code });
  }
}

/** No further occurrences; those already promised stand. */
export async function endSeries(tx: Tx, by: Doer, id: string, now: Instant): Promise<Series> {
  const series = await findSeries(tx, by.workspaceId, id);
  if (series.endedAt) throw conflict("series_ended", "This series has ended already.");
  return end(tx, by.workspaceId, series, { memberId: by.memberId }, now);
}

async function end(tx: Tx, workspaceId: string, series: Series, by: By, now: Instant, facts: Entry["facts"] = {}) {
  const ended = await saveSeries(tx, workspaceId, series, { endedAt: now, nextRingAt: null });
  const { customerId: chainId, id: subjectId } = series;
  await append(tx, workspaceId, { chainId, what: "series ended", at: now, by, subjectId, facts, forCustomer: true });
  return ended;
}

function makeOccurrence(tx: Tx, by: Doer, series: Series, madeAt: Instant, now: Instant): Promise<Recorded> {
  const { id: seriesId, customerId, contactId, ownerId, text, kind } = series;
  const dueAt = dueOfOccurrence(series, series.occurrence - 1);
  const due = () => ({ dueAt, opensAt: null });
  const said = { ...usual, customerId, contactId, ownerId, text, kind, due, madeAt, madeVia: "series", seriesId };
  return makePromise(tx, by, said, now);
}
