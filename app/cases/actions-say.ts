import { resolvedContact } from "#app/customers/store-whole.ts";
import type { Letter } from "#app/letters/letter.ts";
import { wordsFor } from "#app/letters/store.ts";
import { type Addressee, blank, contactAddressed, queueMessage } from "#app/messages/actions.ts";
import type { Message } from "#app/messages/message.ts";
import { routeTo } from "#app/messages/route.ts";
import { insertMessage } from "#app/messages/store.ts";
import { sayFirstWord } from "#app/promises/actions-first-word.ts";
import type { Telling } from "#app/promises/telling.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter, isBefore } from "#base/instant.ts";
import { demand, invalid, type Ruling, yes } from "#base/refusal.ts";
import { type Deed, hear, note } from "./actions-deed.ts";
import type { Case } from "./case.ts";
import type { CaseMessage } from "./said.ts";
import type { About } from "./saying.ts";
import { withStatusFrom } from "./status.ts";
import { insertCaseMessage } from "./store-messages.ts";

/**
 * A member's word to the customer: written here, or said and logged. A message counts when the customer's server accepts
 * it; until then the case stands as it did.
 */
export async function say(
  deed: Deed,
  c: Case,
  telling: Telling,
  about: About,
  memberId: string,
  attachmentIds: readonly string[] = [],
): Promise<Case> {
  demand(mayAttach(telling, attachmentIds));
  const at = "told" in telling ? telling.told.at : null;
  const { messageId, channel } =
    "told" in telling
      ? { messageId: await logged(deed, c, telling.told, about, memberId), channel: telling.told.channel }
      : await written(deed, c, { ...telling.message, attachmentIds }, about, memberId);
  await sayFirstWord(deed.tx, { workspaceId: deed.workspaceId, memberId }, c.id, { messageId, channel, at }, deed.now);
  if (at === null) {
    note(deed, c, "customer written to", { facts: { message_id: messageId, about } });
    return c;
  }
  return hear(deed, c, { messageId, about, author: "human", byMemberId: memberId, toldAt: at }, at);
}

/** What was said on the phone had no files with it. */
function mayAttach(telling: Telling, attachmentIds: readonly string[]): Ruling {
  if ("message" in telling || attachmentIds.length === 0) return yes;
  return invalid("nothing_to_attach_to", "Files go only with what is written.", "attachment_ids");
}

/** Nobody is told by silence. */
export function mustSay(telling: Telling | null): Telling {
  if (telling) return telling;
  throw invalid("customer_not_told", "Say how the customer was told: write to them here, or log the call.", "message");
}

async function written(
  deed: Deed,
  c: Case,
  message: { body: string; subject?: string; attachmentIds: readonly string[] },
  about: About,
  byMemberId: string,
): Promise<{ messageId: string; channel: string }> {
  const to = await addressee(deed, c);
  const letter = await letterFor(deed, c, to, message.body, about);
  const words = message.subject ? { ...letter, subject: message.subject } : letter;
  const { attachmentIds } = message;
  const asked = { to, letter: letterName(about), words, author: "human", byMemberId, attachmentIds } as const;
  const messageId = await queue(deed, c, asked, about);
  return { messageId, channel: routeTo(to, c.channel)?.channel ?? "email" };
}

/** A letter in a case, into the outbox by the way they spoke to us, and into what was said in it. */
export async function queue(
  deed: Deed,
  c: Case,
  asked: Parameters<typeof queueMessage>[2],
  about: About,
): Promise<string> {
  const messageId = await queueMessage(deed.tx, deed.workspaceId, { ...asked, usedLast: c.channel }, deed.now);
  await insertCaseMessage(deed.tx, deed.workspaceId, { caseId: c.id, messageId, about, toldAt: null });
  return messageId;
}

/** Whom this case is with; refuses (`no_contact`) where nobody is named. */
export async function addressee(deed: Deed, c: Case): Promise<Addressee> {
  if (c.contactId) return contactAddressed(deed.tx, deed.workspaceId, c.contactId, deed.now);
  throw invalid(
    "no_contact",
    "No contact is named in this case, so nobody can be written to. Log the call.",
    "message",
  );
}

async function letterFor(deed: Deed, c: Case, to: Addressee, body: string, about: About): Promise<Letter> {
  const words = await wordsFor(to.reader.language);
  const said = { subject: c.subject, words: body };
  if (about === "told") {
    return words.caseDone({ ...said, asked: c.words, did: c.doneWords ?? "", ...answerPaths(c) }, to.reader);
  }
  if (about === "question") return words.caseAsk({ ...said, did: c.doneWords ?? "", ...answerPaths(c) }, to.reader);
  const nextWordAt = about === "waiting" ? null : withStatusFrom(c, deed.now, deed.around).statusDueAt;
  return words.caseWord({ ...said, nextWordAt }, to.reader);
}

export function answerPaths({ id }: Case) {
  return { yesPath: `/cases/${id}?answer=satisfied`, notYetPath: `/cases/${id}?answer=not_satisfied` };
}

function letterName(about: About): string {
  return about === "told" ? "caseDone" : about === "question" ? "caseAsk" : "caseWord";
}

async function logged(
  deed: Deed,
  c: Case,
  told: Extract<Telling, { told: unknown }>["told"],
  about: About,
  byMemberId: string,
): Promise<string> {
  demand(checkHeld(c, told.at, deed.now));
  const said = { direction: "out", channel: told.channel, body: told.note ?? "", at: told.at } as const;
  return logIn(deed, c, { ...said, author: "human", byMemberId }, { about, toldAt: told.at });
}

function checkHeld(c: Case, at: Instant, now: Instant): Ruling {
  if (isBefore(at, c.raisedAt)) return invalid("told_before_raised", "That was before the case was raised.", "told.at");
  return isAfter(at, now) ? invalid("told_in_future", "That has not happened yet.", "told.at") : yes;
}

type Words = Pick<Message, "direction" | "channel" | "body" | "author" | "byMemberId"> & { at: Instant };

/** Words of a case that no mail server carries: said on the phone, written on a page, or noted for ourselves. */
export async function logIn(
  { tx, workspaceId, around }: Deed,
  c: Case,
  { at, ...words }: Words,
  how: Pick<CaseMessage, "about" | "toldAt">,
): Promise<string> {
  const contact = c.contactId ? await resolvedContact(tx, workspaceId, c.contactId) : undefined;
  const message: Message = {
    ...blank,
    ...words,
    id: newId(),
    letter: "own",
    state: "logged",
    customerId: c.customerId,
    contactId: contact?.id ?? null,
    language: contact?.language ?? around.houseLanguage,
    subject: c.subject,
    queuedAt: at,
  };
  await insertMessage(tx, workspaceId, message);
  await insertCaseMessage(tx, workspaceId, { caseId: c.id, messageId: message.id, ...how });
  return message.id;
}
