import { customerIdsOf } from "#app/customers/store-merges.ts";
import { cursorOf, readCursor } from "#base/cursor.ts";
import { given } from "#base/given.ts";
import type { Instant } from "#base/instant.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { makePromise, type Recorded } from "./actions.ts";
import { answerRing, endPromise, goOn, holdUp, keepPromise, movePromise, updateCustomer } from "./actions-acts.ts";
import { recordChase, recordVerdict } from "./actions-answers.ts";
import { acceptPromise, correctPromise, handOn, joinPromises, splitPromise, voidPromise } from "./actions-changes.ts";
import { handOver } from "./actions-handing-over.ts";
import { declineRequest, promiseToGroup } from "./actions-many.ts";
import { writeDownCustomer } from "./actions-quick-add.ts";
import { endSeries, startSeries } from "./actions-series.ts";
import { adviceApi } from "./api-advice.ts";
import { shownToStaff, storyOf } from "./api-story.ts";
import { forStaff, type StaffPromise } from "./for-staff.ts";
import { dueOf, recordingOf, tellingOf } from "./input.ts";
import type { Promise_ } from "./promise.ts";
import { findForUpdate, listNewest, listUrgent } from "./store.ts";
import { promisesContract as wire } from "./wire.ts";

const promises = serve(wire, {
  makePromise: async ({ tx, member, body, now }) => {
    const whom = await writeDownCustomer(tx, member, body, now);
    const made = await makePromise(tx, member, recordingOf({ ...body, ...whom }, now), now);
    if (!body.on_the_spot) return recorded(made);
    const done = { telling: null, doneAt: body.made_at };
    return forStaff(await keepPromise(tx, member, made.promise.id, done, now));
  },
  listPromises: async ({ tx, member, query, now }) => {
    const isUrgent = query.order === "urgent";
    const customerIds = query.customer_id ? await customerIdsOf(tx, member.workspaceId, query.customer_id) : undefined;
    const found = await (isUrgent ? listUrgent : listNewest)(tx, member.workspaceId, {
      limit: query.limit + 1,
      ...given({
        after: readCursor(query.after),
        customerIds,
        contactId: query.contact_id,
        ownerId: query.owner_id,
        groupId: query.group_id,
        caseId: query.case_id,
        state: query.state,
      }),
    });
    const shown = found.slice(0, query.limit);
    const last = found.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: await shownToStaff(tx, member.workspaceId, shown, now),
      next: last ? cursorOf(isUrgent ? last.dueAt : last.recordedAt, last.id) : null,
    };
  },
  getPromise: ({ tx, member, params, now }) => storyOf(tx, member.workspaceId, params.id, now),
  movePromise: (call) => {
    const { tx, member, params, body, now } = call;
    const to = { due: dueOf(body, now), reason: body.reason, telling: tellingOf(body, now) };
    return actedOnSeen(call, () => movePromise(tx, member, params.id, to, now));
  },
  updateCustomer: (call) => {
    const { tx, member, params, body, now } = call;
    const word = { telling: tellingOf(body, now), nextWordAt: body.next_word_at ?? null };
    return actedOnSeen(call, () => updateCustomer(tx, member, params.id, word, now));
  },
  keepPromise: (call) => {
    const { tx, member, params, body, now } = call;
    const deed = {
      telling: tellingOf(body, now),
      reached: body.told?.reached,
      leftMessage: body.told?.left_message,
      arrivedAt: body.arrived_at === "now" ? now : body.arrived_at,
      more: body.more,
    };
    return actedOnSeen(call, () => keepPromise(tx, member, params.id, deed, now));
  },
  answerRing: (call) => {
    const { tx, member, params, body, now } = call;
    return acted(call, answerRing(tx, member, params.id, body?.note ?? null, now));
  },
  releasePromise: (call) => {
    const { tx, member, params, body, now } = call;
    const end = { as: "released" as const, reason: body.reason, telling: tellingOf(body, now) };
    return actedOnSeen(call, () => endPromise(tx, member, params.id, end, now));
  },
  failPromise: (call) => {
    const { tx, member, params, body, now } = call;
    const end = { as: "not_kept" as const, reason: body.reason, telling: tellingOf(body, now) };
    return actedOnSeen(call, () => endPromise(tx, member, params.id, end, now));
  },
  declineRequest: async ({ tx, member, body, now }) => {
    const { customer_id, contact_id = null, wanted_by = null, text, kind, reason } = body;
    const request = { customerId: customer_id, contactId: contact_id, wantedByAt: wanted_by, text, kind, reason };
    return recorded(await declineRequest(tx, member, { ...request, telling: tellingOf(body, now) }, now));
  },
  recordVerdict: (call) => {
    const { tx, member, params, body, now } = call;
    const answer = body.answer === "yes" ? "kept" : (body.outcome ?? "open_again");
    return acted(call, recordVerdict(tx, answerer(member), params.id, { answer, words: body.words ?? null }, now));
  },
  correctPromise: (call) => {
    const { text = null, kind = null, reason, void: isVoid = false } = call.body;
    const to = { text, kind, void: isVoid, reason };
    return actedOnSeen(call, () => correctPromise(call.tx, call.member, call.params.id, to, call.now));
  },
  voidPromise: (call) => acted(call, voidPromise(call.tx, call.member, call.params.id, call.body.reason, call.now)),
  handOn: (call) => {
    const { handler_id: handlerId = null, owner_id: ownerId = null, note = null } = call.body;
    return actedOnSeen(call, () =>
      handOn(call.tx, call.member, call.params.id, { handlerId, ownerId, note }, call.now),
    );
  },
  handOver: async ({ tx, member, params, body, now }) => {
    const over = { fromId: params.id, toId: body.to_member_id, words: body.message?.body ?? null };
    const { promises, series, introductions, toCall } = await handOver(tx, member, over, now);
    return {
      from_member_id: over.fromId,
      to_member_id: over.toId,
      promises,
      series,
      introductions,
      to_call: toCall.map((p) => ({ promise_id: p.id, customer_id: p.customerId ?? "", contact_id: p.contactId })),
    };
  },
  acceptPromise: (call) => {
    const { tx, member, params, body, now } = call;
    return actedOnSeen(call, () => acceptPromise(tx, member, params.id, tellingOf(body, now), now));
  },
  holdUp: (call) => {
    const { tx, member, params, body, now } = call;
    return actedOnSeen(call, () =>
      holdUp(tx, member, params.id, { reason: body.reason, telling: tellingOf(body, now) }, now),
    );
  },
  goOn: (call) => acted(call, goOn(call.tx, call.member, call.params.id, call.now)),
  splitPromise: (call) =>
    actedOnSeen(call, () => splitPromise(call.tx, call.member, call.params.id, call.body, call.now)),
  joinPromises: (call) => acted(call, joinPromises(call.tx, call.member, call.params.id, call.body.other_id, call.now)),
  recordChase: (call) => {
    const { tx, member, params, body, now } = call;
    const chase = { channel: body.channel, words: body.words ?? null, at: body.at ?? now };
    return acted(call, recordChase(tx, answerer(member), params.id, chase, now));
  },
  promiseToGroup: async ({ tx, member, body, now }) => {
    const { customer_ids: customerIds, text, kind } = body;
    const { groupId, promises } = await promiseToGroup(
      tx,
      member,
      { customerIds, text, kind, due: dueOf(body, now) },
      now,
    );
    return { group_id: groupId, items: promises.map(recorded) };
  },
  startSeries: async ({ tx, member, body, now }) => {
    const { customer_id: customerId, contact_id: contactId = null, owner_id: ownerId = null, text, kind, every } = body;
    const wanted = { customerId, contactId, ownerId, text, kind, every, firstDueAt: body.first_due_at };
    const { series, first } = await startSeries(tx, member, wanted, now);
    return { id: series.id, version: series.version, next_promise: recorded(first) };
  },
  endSeries: async ({ tx, member, params, now }) => {
    const { id, version } = await endSeries(tx, member, params.id, now);
    return { id, version, ended_at: now.toString() };
  },
});

export const promisesApi = [...adviceApi, ...promises];

function recorded({ promise, warnings }: Recorded): StaffPromise {
  return forStaff(promise, null, warnings);
}

/** Whoever names the version that they saw acts on no other: what a colleague did meanwhile is looked at first. */
async function actedOnSeen(
  call: { tx: Tx; member: Actor; now: Instant; params: { id: string }; version: number | null },
  act: () => Promise<Promise_>,
): Promise<StaffPromise> {
  const { tx, member, params, version } = call;
  if (version !== null) demandVersion(version, (await findForUpdate(tx, member.workspaceId, params.id)).version);
  return acted(call, act());
}

async function acted(
  { tx, member, now }: { tx: Tx; member: Actor; now: Instant },
  act: Promise<Promise_>,
): Promise<StaffPromise> {
  const [shown] = await shownToStaff(tx, member.workspaceId, [await act], now);
  return shown as StaffPromise;
}

function answerer(member: Actor) {
  return { workspaceId: member.workspaceId, by: { memberId: member.memberId } };
}
