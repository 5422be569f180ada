import { findCustomers } from "#app/customers/store.ts";
import { contactsAt } from "#app/customers/store-contacts.ts";
import { resolve } from "#app/customers/store-merges.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { findTeam, listTeams } from "#app/members/store-teams.ts";
import type { Instant } from "#base/instant.ts";
import { demand, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { acknowledge } from "./actions-acknowledge.ts";
import { type Deed, deedOn, finish, hear, note, type Who } from "./actions-deed.ts";
import { logIn } from "./actions-say.ts";
import type { Case } from "./case.ts";
import { completed, satisfied } from "./closing.ts";
import { owned } from "./owning.ts";
import { checkRaised, newCase, type Raised } from "./raising.ts";
import { withStatusFrom } from "./status.ts";
import { insertCase } from "./store.ts";
import { insertCaseMessage } from "./store-messages.ts";

export type ToRaise = Raised & {
  /** Whoever writes it down owns it. */
  own: boolean;
  /** Does it come by itself, so that a machine answers first and a person after it? */
  isByItself: boolean;
  /** Did a machine write it? Then none answers. */
  isByMachine?: boolean;
  /** The message by which it came, where one is kept already. */
  messageId: string | null;
  /** Raised, put right and closed at once; satisfied only where they said so. */
  onTheSpot: { did: string; isSatisfied: boolean } | null;
};

/** Writes down what a customer raised. What came by itself is acknowledged in the same transaction. */
export async function raiseCase(tx: Tx, who: Who, said: ToRaise, now: Instant): Promise<Case> {
  demand(checkRaised(said, now));
  const { own, isByItself, isByMachine = false, messageId, onTheSpot, ...raised } = said;
  const memberId = typeof who.by === "object" && "memberId" in who.by ? who.by.memberId : null;
  const people = await peopleOf(tx, who.workspaceId, raised);
  const c = newCase({ ...raised, ...people }, { workspaceId: who.workspaceId, memberId }, now);
  await insertCase(tx, c);
  const deed = await deedOn(tx, who, c, now);
  const { kind, channel, raisedAt } = c;
  const facts = { kind, channel, contact_id: c.contactId, raised_at: raisedAt, team_id: c.teamId };
  note(deed, c, "case raised", { facts, words: { subject: c.subject, words: c.words } });
  if (messageId) {
    await insertCaseMessage(tx, who.workspaceId, { caseId: c.id, messageId, about: "raised", toldAt: null });
  } else {
    const words = { direction: "in", channel, body: c.words, author: "human", byMemberId: memberId } as const;
    await logIn(deed, c, { ...words, at: raisedAt }, { about: "raised", toldAt: null });
  }
  const mine = memberId && (own || onTheSpot) ? ownedBy(deed, c, memberId) : c;
  const begun = withStatusFrom(isByItself ? mine : spokenWith(mine), now, deed.around);
  if (onTheSpot && memberId) return finish(deed, await putRight(deed, begun, onTheSpot, memberId));
  return finish(deed, isByItself ? await acknowledge(deed, begun, isByMachine) : begun);
}

/** Whoever wrote it down talked with them: that was the first word of a person. */
function spokenWith(c: Case): Case {
  return { ...c, firstWordAt: c.raisedAt, lastWordAt: c.raisedAt };
}

function ownedBy(deed: Deed, c: Case, memberId: string): Case {
  note(deed, c, "case owned", { facts: { owner_id: memberId } });
  return owned(c, memberId, deed.now);
}

async function putRight(
  deed: Deed,
  c: Case,
  { did, isSatisfied }: NonNullable<ToRaise["onTheSpot"]>,
  memberId: string,
): Promise<Case> {
  const done = completed(c, did, deed.now, memberId);
  note(deed, done, "case done", { words: { did } });
  const words = { direction: "out", channel: c.channel, body: did, author: "human", byMemberId: memberId } as const;
  const said = { about: "told", toldAt: deed.now } as const;
  const messageId = await logIn(deed, done, { ...words, at: deed.now }, said);
  const sent = { ...said, messageId, author: "human", byMemberId: memberId } as const;
  const told = await hear(deed, done, sent, deed.now);
  if (!isSatisfied) return told;
  note(deed, told, "customer answered", { facts: { answer: "satisfied", on_the_spot: true } });
  return satisfied(told, deed.now, deed.by);
}

/** The customer as they are read now, whom of them it is with, and whose team's it is where that goes without saying. */
async function peopleOf(tx: Tx, workspaceId: string, said: Pick<Raised, "customerId" | "contactId" | "teamId">) {
  const [customer] = await findCustomers(tx, workspaceId, [
    await resolve(tx, workspaceId, "customer", said.customerId),
  ]);
  if (!customer) throw invalid("no_such_customer", "There is no such customer.", "customer_id");
  const [only, ...others] = said.contactId ? [] : await contactsAt(tx, workspaceId, [customer.id]);
  const contactId = said.contactId ?? (others.length === 0 ? (only?.id ?? null) : null);
  await demandContact(tx, workspaceId, customer.id, said.contactId);
  return { customerId: customer.id, contactId, teamId: await teamFor(tx, workspaceId, said.teamId) };
}

/** Is there such a contact at this customer? */
async function demandContact(tx: Tx, workspaceId: string, customerId: string, id: string | null): Promise<void> {
  if (!id) return;
  const contact = await resolvedContact(tx, workspaceId, id);
  const theirs = contact && (await resolve(tx, workspaceId, "customer", contact.customerId));
  if (theirs !== customerId)
    throw invalid("no_such_contact", "There is no such contact at this customer.", "contact_id");
}

/** The team that was named; the only one there is, where none was. */
async function teamFor(tx: Tx, workspaceId: string, named: string | null): Promise<string | null> {
  if (named && !(await findTeam(tx, workspaceId, named))) {
    throw invalid("no_such_team", "There is no such team.", "team_id");
  }
  const [only, ...others] = named ? [] : await listTeams(tx, workspaceId, 2);
  return named ?? (others.length === 0 ? (only?.id ?? null) : null);
}

/** What may be written anew: what it is about, whose it is, whom it is with. What they said stays. */
export type Change = Partial<Pick<Case, "kind" | "subject" | "teamId" | "contactId">>;

export async function changeCase(deed: Deed, c: Case, change: Change): Promise<Case> {
  await demandContact(deed.tx, deed.workspaceId, deed.around.customer.id, change.contactId ?? null);
  if (change.teamId) await teamFor(deed.tx, deed.workspaceId, change.teamId);
  const next = { ...c, ...change };
  const facts = { kind: next.kind, team_id: next.teamId, contact_id: next.contactId };
  note(deed, next, "case changed", { facts, words: { subject: next.subject } });
  const around = (await deedOn(deed.tx, deed, next, deed.now)).around;
  deed.around = around;
  return finish(deed, next);
}
