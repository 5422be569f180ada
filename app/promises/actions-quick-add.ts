import { createCustomer } from "#app/customers/actions.ts";
import { findCustomers } from "#app/customers/store.ts";
import { resolveAll } from "#app/customers/store-merges.ts";
import { completed } from "#app/customers/store-whole.ts";
import { listMembers } from "#app/members/store.ts";
import { quoteFromHistory } from "#app/quotes/actions.ts";
import type { AdvisedQuote } from "#app/quotes/quote.ts";
import type { BodyOf } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { demand, forbidden, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Actor } from "#engine/http/call.ts";
import { checkLine, type QuickAdd, readQuickAdd } from "./quick-add.ts";
import { type Candidate, candidatesOf, newCustomerOf } from "./quick-add-candidates.ts";
import type { Guess } from "./quick-add-pieces.ts";
import { checkPeople, type Setting } from "./setting.ts";
import { hitsOf } from "./store-quick-add.ts";
import { settingOf } from "./store-setting.ts";
import { type Warning, warningsOf } from "./warnings.ts";
import type { promisesContract } from "./wire.ts";

/** A line as it was read, with who may be meant by it and what is to be known before it is recorded. */
export type LineRead = {
  reading: QuickAdd & { customer: Guess | null };
  candidates: Candidate[];
  newCustomer: ReturnType<typeof newCustomerOf>;
  setting: Setting;
  quote: AdvisedQuote | null;
  warnings: Warning[];
};

const mostMembers = 1000;

/** Reads a line in the words, zone and hours of whoever writes it. Saves nothing. */
export async function readLine(
  tx: Tx,
  by: Actor,
  said: { line: string; customerId: string | null },
  now: Instant,
): Promise<LineRead> {
  const { workspaceId, memberId } = by;
  demand(checkLine(said.line));
  const first = { customerId: null, contactId: null, ownerId: memberId, speakerId: memberId, kind: "other" };
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
  const customer = sure?.guess ?? read.customers[0] ?? null;
  const quote = await quoted(tx, workspaceId, { ...asked, due: read.due }, setting, now);
  return {
    reading: { ...read, customer, parts: partsWith(read, customer) },
    candidates,
    newCustomer: newCustomerOf(customer ?? undefined, candidates),
    setting,
    quote,
    warnings: read.due ? warningsOf(recordedBy(read.due, quote), setting, now) : [],
  };
}

/** A customer who is written down in the same stroke as what they are promised. */
export async function writeDownCustomer(
  tx: Tx,
  by: Actor,
  { new_customer: said, customer_id, to_member_id }: Pick<NewPromise, "new_customer" | "customer_id" | "to_member_id">,
  now: Instant,
): Promise<string | undefined> {
  if (!said) return customer_id;
  if (customer_id || to_member_id) {
    throw invalid("to_whom", "Say to whom once: a customer who is there, a new one, or a colleague.", "new_customer");
  }
  if (!by.scopes.includes("customers:write")) {
    throw forbidden("scope_missing", "This key may not write down customers: it needs the scope customers:write.");
  }
  const { name, kind, is_stand_in: isStandIn = false } = said;
  return (await createCustomer(tx, by.workspaceId, by, { name, kind, isStandIn }, now)).id;
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
  const { estimateIn } = setting.policy;
  const { language } = setting.speaker;
  return quoteFromHistory(
    tx,
    workspaceId,
    { ...asked, ...unsaid, estimateIn, dueAts, language },
    setting.houseHours,
    now,
  );
}

/** As it would stand if it were recorded like this. */
function recordedBy({ dueAt }: NonNullable<QuickAdd["due"]>, quote: AdvisedQuote | null) {
  return { state: "open", dueAt, firstDueAt: dueAt, advisedDueAt: quote?.advisedDueAt ?? null, coverId: null } as const;
}

function partsWith({ parts, customers }: QuickAdd, customer: Guess | null): QuickAdd["parts"] {
  if (!customer || customer === customers[0]) return parts;
  const { from, to } = customer;
  const others = parts.filter(({ is }) => is !== "customer");
  return [...others, { is: "customer" as const, from, to }].sort((a, b) => a.from - b.from);
}
