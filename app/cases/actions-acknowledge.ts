import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { contactAddressed } from "#app/messages/actions.ts";
import { makePromise } from "#app/promises/actions.ts";
import { firstWordVia } from "#app/promises/first-word.ts";
import { usual } from "#app/promises/recording.ts";
import type { Instant } from "#base/instant.ts";
import { reachHours } from "#base/reach-hours.ts";
import { type Deed, note } from "./actions-deed.ts";
import { queue } from "./actions-say.ts";
import type { Case } from "./case.ts";
import { firstWordDue } from "./first-word.ts";
import { countUnowned } from "./store-list.ts";
import { dutyLine } from "./store-rings.ts";

/**
 * Within seconds: we have it, who has it or that somebody will, by when a person writes, how to reach us. When a person
 * writes is a promise of whoever is on duty. It asks for nothing, and goes out by night as well: they have just written.
 * What a machine wrote is promised a person as well, and answered by none.
 */
export async function acknowledge(deed: Deed, c: Case, isByMachine: boolean): Promise<Case> {
  const { tx, workspaceId, now, around } = deed;
  const line = await dutyLine(tx, workspaceId, c.teamId, now);
  const waiting = Math.max(0, (await countUnowned(tx, workspaceId, c.teamId)) - 1);
  const people = line.filter(({ isManager }) => !isManager).length;
  const dueAt = firstWordDue({ waiting, people }, around.policy, around.teamHours, now);
  const dutyId = c.ownerId ?? line[0]?.memberId;
  const to = c.contactId ? await contactAddressed(tx, workspaceId, c.contactId, now) : null;
  const words = await wordsFor(to?.reader.language ?? around.houseLanguage);
  if (dutyId) await promiseFirstWord(deed, c, { dutyId, dueAt, text: words.firstWord(c.subject) });
  if (isByMachine || !to || !around.contact?.writtenBy) return c;
  const reach = reachHours(around.teamHours, to.reader.language);
  const who = {
    business: around.houseName,
    owner: around.ownerName,
    isCall: c.channel === "phone" && c.recordedById === null,
  };
  const facts = { ...who, subject: c.subject, firstWordAt: dueAt, reach };
  const letter = words.caseReceived(facts, to.reader);
  const asked = { to: { ...to, quiet: null }, letter: "caseReceived", words: letter, byMemberId: c.ownerId } as const;
  const messageId = await queue(deed, c, { ...asked, author: "automatic" }, "acknowledgement");
  note(deed, c, "case acknowledged", { facts: { message_id: messageId, first_word_due_at: dueAt }, by: "machine" });
  return c;
}

async function promiseFirstWord(deed: Deed, c: Case, given: { dutyId: string; dueAt: Instant; text: string }) {
  const { tx, workspaceId, now } = deed;
  const { dutyId, dueAt, text } = given;
  const member = await findMember(tx, workspaceId, dutyId);
  const whom = { customerId: c.customerId, contactId: c.contactId, ownerId: dutyId, caseId: c.id };
  const what = { text, kind: "update", due: () => ({ dueAt, opensAt: null }), madeAt: now, madeVia: firstWordVia };
  const by = { workspaceId, memberId: dutyId, name: member?.name ?? "" };
  await makePromise(tx, by, { ...usual, ...whom, ...what }, now);
}
