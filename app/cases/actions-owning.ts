import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { strangersAmong } from "#app/members/store-teams.ts";
import { giveFirstWordTo } from "#app/promises/actions-first-word.ts";
import type { Telling } from "#app/promises/telling.ts";
import { demand, invalid } from "#base/refusal.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { ringThese } from "./actions-ring-members.ts";
import { addressee, mustSay, queue, say } from "./actions-say.ts";
import type { Case } from "./case.ts";
import { handedOn, mayAskToOwn, mayHandOn, mayOwn, owned } from "./owning.ts";
import { withStatusFrom } from "./status.ts";
import { answerCaseRings } from "./store-rings.ts";

/**
 * "I own it", and the customer gets the name: in the member's own words, else by the machine. What has an owner already is
 * theirs once they were asked and the customer knows them.
 */
export async function ownCase(deed: Deed, c: Case, memberId: string, telling: Telling | null): Promise<Case> {
  demand(mayOwn(c, memberId));
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  if (c.ownerId !== null) return finish(deed, await say(deed, c, mustSay(telling), "introduction", memberId));
  note(deed, c, "case owned", { facts: { owner_id: memberId } });
  const mine = owned(c, memberId, deed.now);
  await giveFirstWordTo(deed.tx, deed, c.id, memberId, deed.now);
  if (telling) return finish(deed, await say(deed, mine, telling, "introduction", memberId));
  await introduce(deed, mine, memberId);
  return finish(deed, mine);
}

/** The name, from the machine: no word of a person. Who spoke with them already needs no such letter. */
async function introduce(deed: Deed, c: Case, memberId: string): Promise<void> {
  const isKnown = c.firstWordAt !== null && c.recordedById === memberId;
  if (isKnown || !c.contactId || !deed.around.contact?.writtenBy) return;
  const to = await addressee(deed, c);
  const words = await wordsFor(to.reader.language);
  const nextWordAt = c.statusDueAt ?? withStatusFrom(c, deed.now, deed.around).statusDueAt;
  const facts = {
    subject: c.subject,
    business: deed.around.houseName,
    owner: await nameOf(deed, memberId),
    nextWordAt,
  };
  const letter = { to, letter: "caseOwned", words: words.caseOwned(facts, to.reader), byMemberId: memberId } as const;
  await queue(deed, c, { ...letter, author: "automatic" }, "introduction");
}

async function nameOf({ tx, workspaceId }: Deed, memberId: string): Promise<string> {
  return (await findMember(tx, workspaceId, memberId))?.name ?? "";
}

/** Asks a member to own it; until they accept and the customer knows them, nothing changes. */
export async function askToOwn(deed: Deed, c: Case, memberId: string): Promise<Case> {
  demand(mayAskToOwn(c, memberId));
  await demandMember(deed, memberId, "owner_id");
  note(deed, c, "case offered", { facts: { next_owner_id: memberId }, forCustomer: false });
  await ringThese(deed, c, "handed_on", [memberId]);
  return finish(deed, { ...c, nextOwnerId: memberId });
}

/** The work goes to other hands; the owner stays. */
export async function handOn(
  deed: Deed,
  c: Case,
  to: { handlerId: string; note: string | null },
  byMemberId: string,
): Promise<Case> {
  demand(mayHandOn(c, to.handlerId));
  await demandMember(deed, to.handlerId, "handler_id");
  const facts = { from_member_id: c.handlerId, to_member_id: to.handlerId };
  note(deed, c, "case handed on", { facts, words: { note: to.note }, forCustomer: to.note === null });
  await ringThese(deed, c, "handed_on", [to.handlerId], to.note);
  return finish(deed, handedOn(c, to.handlerId, deed.now, byMemberId));
}

async function demandMember({ tx, workspaceId }: Deed, memberId: string, field: string): Promise<void> {
  const [stranger] = await strangersAmong(tx, workspaceId, [memberId]);
  if (stranger) throw invalid("no_such_member", "There is no such member who could do it.", field);
}
