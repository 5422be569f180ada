import { createCustomer } from "#app/customers/actions.ts";
import { findCustomers, listCustomers } from "#app/customers/store.ts";
import { resolveAll } from "#app/customers/store-merges.ts";
import { completed } from "#app/customers/store-whole.ts";
import { listMembers } from "#app/members/store.ts";
import { quoteFromHistory } from "#app/quotes/actions.ts";
import type { AdvisedQuote } from "#app/quotes/quote.ts";
import type { BodyOf } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, demand, forbidden, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Actor } from "#engine/http/call.ts";
import { type LineRead, meantBy } from "./line-read.ts";
import { checkLine, type QuickAdd, readQuickAdd } from "./quick-add.ts";
import { type Candidate, candidatesOf, type Known, newCustomerOf } from "./quick-add-candidates.ts";
import type { Guess } from "./quick-add-pieces.ts";
import { checkPeople, type Setting } from "./setting.ts";
import { hitsOf, latelyPromised } from "./store-quick-add.ts";
import { settingOf } from "./store-setting.ts";
import { warningsOf } from "./warnings.ts";
import type { promisesContract } from "./wire.ts";
import type { ReadingAids } from "./wire-reading-aids.ts";

const mostMembers = 1000;
// A few weeks of a busy house, in some twenty kilobytes.
const latePromises = 300;
const newCustomers = 100;

/** Reads a line in the words, zone and hours of whoever writes it. Saves nothing. */
export async function readLine(
  tx: Tx,
  by: Actor,
  said: { line: string; customerId: string | null },
  now: Instant,
): Promise<LineRead> {
  const { workspaceId, memberId } = by;
  demand(checkLine(said.line));
  const first = speaking(memberId);
  const own = await settingOf(tx, workspaceId, first);
  const members = said.line.includes("@")
    ? await listMembers(tx, workspaceId, { left: false, limit: mostMembers })
    : [];
  const spoken = { now, ...own.speaker, calendar: own.houseHours, kinds: own.policy.kinds, members };
  const read = readQuickAdd(said.line, spoken);
  const candidates = by.scopes.includes("customers:read") ? await found(tx, workspaceId, read.customers) : [];
  const sure = candidates.find(({ isSure }) => isSure);
  const asked = {
    ...first,
    customerId: said.customerId ?? sure?.customerId ?? null,
    ownerId: read.owner?.id ?? memberId,
    kind: read.kind.name,
  };
  const setting = await settingOf(tx, workspaceId, asked);
  demand(checkPeople(setting, asked));
  const quote = await quoted(tx, workspaceId, { ...asked, due: read.due }, setting, now);
  return {
    ...meantBy(read, candidates),
    ownerId: asked.ownerId,
    timeZone: setting.speaker.timeZone,
    customerTimeZone: setting.customer?.timeZone ?? null,
    quote,
    warnings: read.due ? warningsOf(recordedBy(read.due, quote), setting, now) : [],
  };
}

/** What `readLine` knows beside the line, small enough to be kept on a device. */
export async function readingAids(
  tx: Tx,
  { workspaceId, memberId, scopes }: Actor,
  now: Instant,
): Promise<ReadingAids> {
  const own = await settingOf(tx, workspaceId, speaking(memberId));
  const members = await listMembers(tx, workspaceId, { left: false, limit: mostMembers });
  const customers = scopes.includes("customers:read") ? await lately(tx, workspaceId, now) : [];
  return { speaker: own.speaker, calendar: own.houseHours, kinds: own.policy.kinds, members, customers };
}

/** Whoever was promised something last, and who is new. */
async function lately(tx: Tx, workspaceId: string, now: Instant): Promise<Known[]> {
  const promised = await latelyPromised(tx, workspaceId, latePromises);
  const added = await listCustomers(tx, workspaceId, { limit: newCustomers }, now);
  const isNow = await resolveAll(tx, workspaceId, "customer", promised);
  const ids = new Set([...promised.map((id) => isNow.get(id) ?? id), ...added.map(({ id }) => id)]);
  return completed(tx, workspaceId, await findCustomers(tx, workspaceId, [...ids]));
}

type Whom = { customer_id: string | undefined; contact_id: string | undefined };

/** A customer who is written down in the same stroke as what they are promised. */
export async function writeDownCustomer(tx: Tx, by: Actor, said: NewPromise, now: Instant): Promise<Whom> {
  const { new_customer: wanted, customer_id, contact_id, to_member_id } = said;
  if (!wanted) return { customer_id, contact_id };
  if (customer_id || to_member_id) {
    throw invalid("to_whom", "Say to whom once: a customer who is there, a new one, or a colleague.", "new_customer");
  }
  if (!by.scopes.includes("customers:write")) {
    throw forbidden("scope_missing", "This key may not write down customers: it needs the scope customers:write.");
  }
  const { name, kind, is_stand_in: isStandIn = false, unless_known: isUnsure = false } = wanted;
  const known = isUnsure ? await knownAs(tx, by, { words: name, from: 0, to: name.length, isStandIn }) : null;
  if (known) return { customer_id: known.customerId, contact_id: known.contactId ?? undefined };
  const { id } = await createCustomer(tx, by.workspaceId, by, { name, kind, isStandIn }, now);
  return { customer_id: id, contact_id: undefined };
}

/** Who is surely meant by a name that was read without the house. Refuses (conflict) `several_customers`. */
async function knownAs(tx: Tx, by: Actor, guess: Guess): Promise<Candidate | null> {
  const candidates = by.scopes.includes("customers:read") ? await found(tx, by.workspaceId, [guess]) : [];
  const sure = candidates.find(({ isSure }) => isSure);
  if (sure || newCustomerOf(guess, candidates)) return sure ?? null;
  throw conflict("several_customers", `Several customers are called "${guess.words}": say which of them is meant.`);
}

function speaking(memberId: string) {
  return { customerId: null, contactId: null, ownerId: memberId, speakerId: memberId, kind: "other" };
}

type NewPromise = BodyOf<(typeof promisesContract)["makePromise"]>;

async function found(tx: Tx, workspaceId: string, guesses: readonly Guess[]): Promise<Candidate[]> {
  const hits = await hitsOf(
    tx,
    guesses.map(({ words }) => words),
  );
  if (hits.length === 0) return [];
  const isNow = await resolveAll(tx, workspaceId, "customer", [...new Set(hits.map(({ customerId }) => customerId))]);
  const resolved = hits.map((hit) => ({ ...hit, customerId: isNow.get(hit.customerId) ?? hit.customerId }));
  const ids = [...new Set(resolved.map(({ customerId }) => customerId))];
  const known = await completed(tx, workspaceId, await findCustomers(tx, workspaceId, ids));
  return candidatesOf(guesses, resolved, known);
}

type Asked = { kind: string; customerId: string | null; ownerId: string; due: QuickAdd["due"] };

function quoted(tx: Tx, workspaceId: string, { due, ...asked }: Asked, setting: Setting, now: Instant) {
  const dueAts = due ? [due.dueAt] : [];
  const unsaid = { estimateSeconds: null, wantedByAt: null, open: null };
  const { estimateIn, odds: advisedShare } = setting.policy;
  const { language } = setting.speaker;
  return quoteFromHistory(
    tx,
    workspaceId,
    { ...asked, ...unsaid, estimateIn, advisedShare, dueAts, language },
    setting.houseHours,
    now,
  );
}

/** As it would stand if it were recorded like this. */
function recordedBy({ dueAt }: NonNullable<QuickAdd["due"]>, quote: AdvisedQuote | null) {
  return { state: "open", dueAt, firstDueAt: dueAt, advisedDueAt: quote?.advisedDueAt ?? null, coverId: null } as const;
}
