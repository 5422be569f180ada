import type { WholeContact } from "#app/customers/contact.ts";
import { findCustomers } from "#app/customers/store.ts";
import { contactIdsOf } from "#app/customers/store-merges.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { bodyOf, type Letter, type Reader } from "#app/letters/letter.ts";
import { findMember } from "#app/members/store.ts";
import { ourNumber } from "#app/numbers/store.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import { newId } from "#base/id.ts";
import { type Instant, latest, plusSeconds } from "#base/instant.ts";
import { invalid, missing, type Ruling } from "#base/refusal.ts";
import { leavesDue, type Tx } from "#engine/db/database.ts";
import { toSend } from "./actions-attachments.ts";
import type { Message } from "./message.ts";
import { leavesAt, type QuietHours } from "./quiet.ts";
import { mayAsk } from "./ration.ts";
import { routeTo, textable } from "./route.ts";
import { insertMessage } from "./store.ts";
import { bindTo } from "./store-attachments.ts";
import { numbersAt } from "./store-numbers.ts";
import { markAnswered, questionsTo } from "./store-questions.ts";

/** Whom a message is for: how they read, where it goes, and when their phone should not ring. */
export type Addressee = {
  reader: Reader;
  business: string;
  email: string | null;
  /** The number that they are texted at, where we have one to text from and they have not said STOP. */
  text: string | null;
  hasStopped: boolean;
  prefers: string | null;
  contactId: string | null;
  customerId: string | null;
  memberId: string | null;
  /** A member's reminders come in their own time already; the rule of rings sees to it. */
  quiet: QuietHours | null;
};

export async function contactAddressed(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  now: Instant,
): Promise<Addressee> {
  const contact = await resolvedContact(tx, workspaceId, contactId);
  const workspace = await findWorkspace(tx, workspaceId);
  if (!contact || !workspace) throw missing("contact");
  const [customer] = await findCustomers(tx, workspaceId, [contact.customerId]);
  const policy = await policyFor(tx, workspaceId);
  const timeZone = contact.timeZone ?? customer?.timeZone ?? workspace.timeZone;
  const language = contact.language ?? customer?.language ?? workspace.language;
  return {
    reader: { name: contact.name, language, timeZone, businessTimeZone: workspace.timeZone, now },
    business: workspace.name,
    email: contact.addresses.find(({ channel }) => channel === "email")?.address ?? null,
    ...(await textedAt(tx, workspaceId, contact)),
    prefers: contact.preferredChannel,
    contactId: contact.id,
    customerId: contact.customerId,
    memberId: null,
    quiet: { from: contact.quietFrom ?? policy.quietFrom, until: contact.quietUntil ?? policy.quietUntil, timeZone },
  };
}

/** Members and whoever is asked to become one are written to by mail. */
export const neverTexted = { text: null, hasStopped: false, prefers: null };

async function textedAt(tx: Tx, workspaceId: string, { id, addresses }: WholeContact) {
  const isCalled = addresses.some(({ channel }) => channel === "sms" || channel === "phone");
  const ours = isCalled ? await ourNumber(tx, workspaceId) : undefined;
  if (!ours) return { text: null, hasStopped: false };
  const all = await numbersAt(tx, workspaceId, await contactIdsOf(tx, workspaceId, id));
  const open = all.filter(({ stoppedAt }) => stoppedAt === null).map(({ address }) => address);
  return { text: textable(open, ours.number), hasStopped: open.length < all.length };
}

export async function memberAddressed(tx: Tx, workspaceId: string, memberId: string, now: Instant): Promise<Addressee> {
  const member = await findMember(tx, workspaceId, memberId);
  const workspace = await findWorkspace(tx, workspaceId);
  if (!member || !workspace) throw missing("member");
  const timeZone = member.timeZone ?? workspace.timeZone;
  const language = member.language ?? workspace.language;
  return {
    reader: { name: member.name, language, timeZone, businessTimeZone: workspace.timeZone, now },
    business: workspace.name,
    email: member.email,
    ...neverTexted,
    contactId: null,
    customerId: null,
    memberId: member.id,
    quiet: null,
  };
}

export type ToQueue = {
  to: Addressee;
  /** Which letter it is: "moved", "rings". */
  letter: string;
  words: Letter;
  author: "human" | "automatic";
  /** In whose name it goes, and whose to-do it is if it fails. */
  byMemberId: string | null;
  isQuestion?: boolean;
  /** Files of that member that leave with it. */
  attachmentIds?: readonly string[];
  /** The channel on which they spoke last of what it is about. */
  usedLast?: string | null;
  /** The due it speaks of: an automatic message does not wait beyond it. */
  dueAt?: Instant | null;
};

/**
 * Puts a mail or a text into the outbox, in the transaction of the deed that causes it. Refuses `no_address`,
 * `texts_stopped`. Gives its id.
 */
export async function queueMessage(tx: Tx, workspaceId: string, asked: ToQueue, now: Instant): Promise<string> {
  const { to, words, author } = asked;
  const route = routeTo(to, asked.usedLast);
  if (!route) throw noWay(to);
  const isHeld = author === "automatic" && to.quiet !== null;
  const { byMemberId, attachmentIds = [] } = asked;
  const attachments = byMemberId ? await toSend(tx, { workspaceId, memberId: byMemberId }, attachmentIds) : [];
  const message: Message = {
    ...blank,
    id: newId(),
    author,
    channel: route.channel,
    letter: asked.letter,
    customerId: to.customerId,
    contactId: to.contactId,
    memberId: to.memberId,
    byMemberId,
    language: to.reader.language,
    toAddress: route.address,
    subject: words.subject,
    body: route.channel === "sms" ? (words.short ?? bodyOf(words)) : bodyOf(words),
    acts: words.acts,
    attachments,
    isQuestion: asked.isQuestion ?? false,
    queuedAt: now,
    nextAttemptAt: isHeld && to.quiet ? latest(now, leavesAt(now, to.quiet, asked.dueAt ?? null)) : now,
  };
  await insertMessage(tx, workspaceId, message);
  if (attachments.length > 0) await bindTo(tx, workspaceId, message.id, attachmentIds);
  leavesDue(tx);
  return message.id;
}

function noWay({ reader: { name }, hasStopped }: Addressee) {
  if (hasStopped) {
    const sentence = `${name} asked for no more texts and has no e-mail address. Call, and log the call.`;
    return invalid("texts_stopped", sentence, "contact_id");
  }
  return invalid("no_address", `${name} has no e-mail address. Add one, or log the call.`, "contact_id");
}

/** May this contact be asked something now, by the figures of this workspace's policy? */
export async function mayAskContact(tx: Tx, workspaceId: string, contactId: string, now: Instant): Promise<Ruling> {
  const policy = await policyFor(tx, workspaceId);
  const since = plusSeconds(now, -86_400 * Math.max(30, policy.questionSilenceDays));
  const asked = await questionsTo(tx, workspaceId, await contactIdsOf(tx, workspaceId, contactId), since);
  return mayAsk(asked, policy, now);
}

/** A contact has answered, by whatever way: their silences are over. */
export async function noteAnswer(tx: Tx, workspaceId: string, contactId: string, now: Instant): Promise<void> {
  await markAnswered(tx, workspaceId, await contactIdsOf(tx, workspaceId, contactId), now);
}

export const blank = {
  version: 1,
  direction: "out",
  state: "queued",
  subject: "",
  acts: [],
  isQuestion: false,
  memberId: null,
  toAddress: null,
  nextAttemptAt: null,
  leasedUntil: null,
  attempts: 0,
  acceptedAt: null,
  heedAt: null,
  answeredAt: null,
  problem: null,
  problemSettledAt: null,
  messageIdHeader: null,
  answersMessageId: null,
  isAutoReply: false,
  fromAddress: null,
  quoted: null,
  attachments: [],
} satisfies Partial<Message>;
