import { resolve } from "#app/customers/store-merges.ts";
import { managersOf } from "#app/members/store-teams.ts";
import { quoteAtHand } from "#app/quotes/actions.ts";
import { type Instant, isBefore } from "#base/instant.ts";
import { demand, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Deed, type Doer, note, writeJournal } from "./actions-deed.ts";
import { demandMembers } from "./actions-people.ts";
import { type Given, newPromise } from "./making.ts";
import type { Promise_ } from "./promise.ts";
import type { Recording } from "./recording.ts";
import { withRing } from "./ring.ts";
import { checkPeople, type Setting } from "./setting.ts";
import { insertPromise, isPromise } from "./store.ts";
import { settingOf } from "./store-setting.ts";
import { needsCover, type Warning, warningsOf } from "./warnings.ts";

export type Recorded = { promise: Promise_; warnings: Warning[] };

/** Records a promise: one row with its first alarm, one entry in the customer's journal. */
export async function makePromise(
  tx: Tx,
  by: Doer,
  said: Recording,
  now: Instant,
  what: "promise made" | "request recorded" = "promise made",
): Promise<Recorded> {
  const ownerId = said.ownerId ?? by.memberId;
  const setting = await settingOf(tx, by.workspaceId, { ...said, ownerId, speakerId: by.memberId });
  demand(checkPeople(await unmerged(tx, by.workspaceId, setting, said.customerId), said));
  const { handlerId, coverId, toMemberId } = said;
  await demandMembers(tx, by.workspaceId, { handler_id: handlerId, cover_id: coverId, to_member_id: toMemberId });
  if (said.waitsForId && !(await isPromise(tx, by.workspaceId, said.waitsForId))) {
    throw invalid("no_such_promise", "There is no such promise to wait for.", "waits_for_id");
  }
  const deed: Deed = { tx, workspaceId: by.workspaceId, by: { memberId: by.memberId }, now, setting, entries: [] };
  return record(deed, by, { ...said, ownerId }, what);
}

async function record(deed: Deed, by: Doer, said: Recording & { ownerId: string }, what: string): Promise<Recorded> {
  const { setting, now } = deed;
  const { due, estimate, seriesId, groupId, caseId, ...rest } = said;
  const [onlyContact, ...others] = setting.customer?.contactIds ?? [];
  const given = {
    ...rest,
    ...due(setting),
    contactId: said.contactId ?? (others.length === 0 ? (onlyContact ?? null) : null),
    handlerId: said.handlerId ?? said.ownerId,
    estimate: estimate && { seconds: estimate.seconds, in: estimate.in ?? setting.policy.estimateIn },
  };
  const quote = said.customerId ? quoteOf(by.workspaceId, given, setting, now) : null;
  const made = {
    ...newPromise({ ...given, quote }, setting, by, now),
    seriesId: seriesId ?? null,
    groupId: groupId ?? null,
    caseId: caseId ?? null,
  };
  // An occurrence was promised when its series was, however late the clock comes to write it down.
  if (seriesId) made.isRecordedAfterwards = false;
  const isAway = !made.coverId && needsCover(made, setting.hours, now);
  const [cover] = isAway ? await managersOf(deed.tx, by.workspaceId, made.ownerId, now) : [];
  const promise = withRing({ ...made, coverId: made.coverId ?? cover ?? null }, setting.policy, setting.hours);
  note(deed, promise, what, { facts: factsOf(promise), words: { text: promise.text } });
  await Promise.all([insertPromise(deed.tx, promise), writeJournal(deed)]);
  return { promise, warnings: warningsOf(promise, setting, now) };
}

/** What the advisor says of it at this moment, with what it has learnt already: recording waits for nothing. */
function quoteOf(workspaceId: string, g: Omit<Given, "quote">, { policy, houseHours }: Setting, now: Instant) {
  const { kind, customerId, ownerId, estimate, wantedByAt, madeAt, dueAt } = g;
  const work = { kind, customerId, ownerId, wantedByAt, estimateSeconds: estimate?.seconds ?? null };
  const open = isBefore(madeAt, now) ? { madeAt, heldUpSeconds: 0 } : null;
  const told = { dueAts: [dueAt], advisedShare: policy.odds, language: "en" };
  const asked = { ...work, ...told, estimateIn: estimate?.in ?? policy.estimateIn, open };
  return quoteAtHand(workspaceId, asked, houseHours, now);
}

/** The setting with its contact as one of the given customer, where theirs was merged into it. */
async function unmerged(tx: Tx, workspaceId: string, setting: Setting, customerId: string | null): Promise<Setting> {
  const { contact } = setting;
  if (!contact || contact.customerId === customerId) return setting;
  return {
    ...setting,
    contact: { ...contact, customerId: await resolve(tx, workspaceId, "customer", contact.customerId) },
  };
}

function factsOf(p: Promise_) {
  return {
    kind: p.kind,
    contact_id: p.contactId,
    owner_id: p.ownerId,
    made_at: p.madeAt,
    made_via: p.madeVia,
    first_due_at: p.firstDueAt,
    opens_at: p.opensAt,
    wanted_by_at: p.wantedByAt,
    advised_due_at: p.advisedDueAt,
    quote_rule: p.quoteRule,
    stated_share: p.statedShare,
    advised_share: p.advisedShare,
    is_visible: p.isVisible,
    recorded_afterwards: p.isRecordedAfterwards,
    series_id: p.seriesId,
    group_id: p.groupId,
    case_id: p.caseId ?? undefined,
  };
}
