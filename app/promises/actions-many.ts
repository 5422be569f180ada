import { resolve } from "#app/customers/store-merges.ts";
import type { By, Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { conflict, demand, Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { makePromise, type Recorded } from "./actions.ts";
import { type Doer, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { hear } from "./actions-hear.ts";
import { takeUp } from "./actions-take-up.ts";
import { tell } from "./actions-tell.ts";
import type { Recording } from "./making.ts";
import { checkDue } from "./promise.ts";
import { dueOfOccurrence, nextOccurrenceAt, type Series } from "./series.ts";
import { checkPeople } from "./setting.ts";
import { findSeries, insertSeries, saveSeries } from "./store-series.ts";
import { settingOf } from "./store-setting.ts";
import { mustTell, type Telling } from "./telling.ts";

type Wanted = Pick<Recording, "text" | "kind">;

/** One text, one promise and one outcome for each customer. In the order of their ids, as the journal's heads are locked. */
export async function promiseToGroup(
  tx: Tx,
  by: Doer,
  group: Wanted & { customerIds: string[]; due: Recording["due"] },
  now: Instant,
): Promise<{ groupId: string; promises: Recorded[] }> {
  const groupId = newId();
  const promises: Recorded[] = [];
  for (const customerId of [...new Set(group.customerIds)].toSorted()) {
    const said = { ...usual, ...group, customerId, madeAt: now, madeVia: "said", groupId };
    promises.push(await makePromise(tx, by, said, now));
  }
  return { groupId, promises };
}

/**
 * Says no to a request, with a reason: a valid answer, in no rate. It is kept as a promise that was declined at once, so
 * that nothing which was promised can ever be declined afterwards.
 */
export async function declineRequest(
  tx: Tx,
  by: Doer,
  request: Wanted & {
    customerId: string;
    contactId: string | null;
    wantedByAt: Instant | null;
    reason: string;
    telling: Telling | null;
  },
  now: Instant,
): Promise<Recorded> {
  const { reason, telling, ...said } = request;
  // What was never promised has no due; the row needs one, so it is what they wished for, else a day from now.
  const wished = request.wantedByAt && isAfter(request.wantedByAt, now) ? request.wantedByAt : plusSeconds(now, 86_400);
  const due = () => ({ dueAt: wished, opensAt: null });
  const asked = { ...usual, ...said, due, madeAt: now, madeVia: "request" };
  const { promise } = await makePromise(tx, by, asked, now, "request recorded");
  demand(mustTell(promise, telling));
  const { deed, promise: taken } = await takeUp(
    tx,
    { workspaceId: by.workspaceId, by: { memberId: by.memberId } },
    promise.id,
    now,
  );
  const told = await tell(deed, taken, telling, { about: "decline", reason });
  const heard = told?.at ? await hear(deed, taken, told, told.at) : taken;
  note(deed, heard, "request declined", { words: { reason } });
  const declined = await finish(deed, { ...heard, state: "declined", settledAt: now, settledVia: "member" });
  return { promise: declined, warnings: [] };
}

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

/** What a recording says of itself where nobody says more. */
const usual = {
  contactId: null,
  toMemberId: null,
  ownerId: null,
  handlerId: null,
  coverId: null,
  estimate: null,
  wantedByAt: null,
  isVisible: true,
  isShared: false,
  waitsForId: null,
  shortQuoteReason: null,
} as const;
