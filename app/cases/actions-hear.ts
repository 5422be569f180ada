import { customerIdsOf, resolve } from "#app/customers/store-merges.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { findMember } from "#app/members/store.ts";
import type { Message } from "#app/messages/message.ts";
import { findMessage } from "#app/messages/store.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { raiseCase } from "./actions.ts";
import { openAgain } from "./actions-closing.ts";
import { type Deed, finish, note, takeUp } from "./actions-deed.ts";
import { ringFor } from "./actions-ring-members.ts";
import { type Case, isClosed } from "./case.ts";
import { untold } from "./closing.ts";
import type { CaseMessage } from "./said.ts";
import { asks, withTheirWord } from "./saying.ts";
import { withStatusFrom } from "./status.ts";
import { caseOfMessage, closedSince, insertCaseMessage, markUndone, type Open, openCasesOf } from "./store-messages.ts";
import { isThanks } from "./thanks.ts";
import { talkOf, thanksSeconds, threadOf } from "./thread.ts";

/** Something came of a message, or one came in. Pulled from below, so that mail knows nothing of cases. */
export async function hearInCases(tx: Tx, workspaceId: string, message: Message, now: Instant): Promise<void> {
  if (message.direction === "in") await hearIncoming(tx, workspaceId, message, now);
  else await hearOutcome(tx, workspaceId, message, now);
}

/** Its acceptance is heard by taking the case up; its failure means that nobody was told. */
async function hearOutcome(tx: Tx, workspaceId: string, message: Message, now: Instant): Promise<void> {
  const sent = await caseOfMessage(tx, workspaceId, message.id);
  if (!sent || sent.undoneAt) return;
  const { deed, c } = await takeUp(tx, { workspaceId, by: "machine" }, sent.caseId, now);
  await finish(deed, message.state === "accepted" ? c : await undo(deed, c, sent, message));
}

async function undo(deed: Deed, c: Case, sent: CaseMessage, message: Message): Promise<Case> {
  const last = await markUndone(deed.tx, deed.workspaceId, sent, deed.now);
  const facts = { message_id: message.id, about: sent.about, state: message.state };
  note(deed, c, "customer not told", { facts, words: { problem: message.problem } });
  if (message.state !== "withdrawn") await ringFor(deed, c, "bounced", { words: message.problem });
  if (message.author === "automatic") return c;
  const spoken = { ...c, lastWordAt: last, firstWordAt: last ? c.firstWordAt : null };
  const open = sent.about === "told" ? untold(spoken, deed.now, deed.around) : spoken;
  // The day's word did not reach them: the next is due as if it had not been sent.
  return sent.toldAt && open.state === "open" ? withStatusFrom(open, last ?? open.raisedAt, deed.around) : open;
}

/**
 * A customer's mail, text or missed call joins the case that it answers, or begins one. An answer of a machine begins none and gets none; it
 * is kept where it belongs.
 */
async function hearIncoming(tx: Tx, workspaceId: string, message: Message, now: Instant): Promise<void> {
  const { customerId, contactId, isAutoReply } = message;
  if (!customerId || !contactId || (await caseOfMessage(tx, workspaceId, message.id))) return;
  const own = await customerIdsOf(tx, workspaceId, await resolve(tx, workspaceId, "customer", customerId));
  const open = await openCasesOf(tx, workspaceId, own);
  const caseId = await caseFor();
  if (caseId) await joinCase(tx, workspaceId, caseId, message, now);
  else if (!isAutoReply && !(await isOnlyThanks(tx, workspaceId, message)))
    await raiseFrom(tx, workspaceId, message, now);

  async function caseFor(): Promise<string | null> {
    // Anybody may have typed that address into a form, so it adds to nothing that is under way.
    if (message.channel === "form") return null;
    if (message.channel !== "sms" && message.channel !== "phone") {
      return answeredCase(tx, workspaceId, message, open, own);
    }
    const closed = isThanks(message.body) ? plusSeconds(now, -thanksSeconds) : null;
    return talkOf(contactId ?? "", open) ?? (closed && (await closedSince(tx, workspaceId, contactId ?? "", closed)));
  }
}

async function answeredCase(
  tx: Tx,
  workspaceId: string,
  { customerId, contactId, answersMessageId, subject }: Message,
  open: readonly Open[],
  own: readonly string[],
): Promise<string | null> {
  const answered = answersMessageId ? await caseOfMessage(tx, workspaceId, answersMessageId) : undefined;
  const answers = answered ? { id: answered.caseId, customerId: answered.customerId } : null;
  return threadOf({ customerId: customerId ?? "", contactId: contactId ?? "", subject, answers }, open, own);
}

/** Thanks for a word of ours is no new matter: it stands with the customer, beside what it answers. */
async function isOnlyThanks(tx: Tx, workspaceId: string, message: Message): Promise<boolean> {
  const { answersMessageId, contactId, body, attachments } = message;
  if (!answersMessageId || !contactId || attachments.length > 0) return false;
  const contact = await resolvedContact(tx, workspaceId, contactId);
  const answered = await findMessage(tx, workspaceId, answersMessageId);
  const by = answered?.byMemberId ? await findMember(tx, workspaceId, answered.byMemberId) : undefined;
  return isThanks(body, [contact?.name ?? "", by?.name ?? ""]);
}

/** What a customer wrote stands in the case, and whoever works on it hears of it. */
export async function joinCase(
  tx: Tx,
  workspaceId: string,
  caseId: string,
  message: Message,
  now: Instant,
): Promise<void> {
  const { isAutoReply } = message;
  const by = { contactId: message.contactId ?? "" };
  const { deed, c } = await takeUp(tx, { workspaceId, by }, caseId, now);
  await insertCaseMessage(tx, workspaceId, { caseId, messageId: message.id, about: "reply", toldAt: null });
  note(deed, c, "customer wrote", { facts: { message_id: message.id, auto_reply: isAutoReply } });
  if (isAutoReply || c.state === "void") {
    await finish(deed, c);
    return;
  }
  if (isClosed(c) && asks(message.body)) {
    await openAgain(deed, c, message.body.slice(0, 2000));
    return;
  }
  const next = withTheirWord(c, message.body, message.queuedAt, deed.around);
  const isChase = next.chaseCount > c.chaseCount;
  if (isChase) note(deed, next, "customer asked", { facts: { message_id: message.id } });
  await ringFor(deed, next, isChase ? "chased" : "replied", { words: message.body.slice(0, 2000) });
  await finish(deed, next);
}

/** A case of its own. Where a machine wrote it, none of ours answers (RFC 3834, section 2). */
export async function raiseFrom(tx: Tx, workspaceId: string, message: Message, now: Instant): Promise<Case> {
  const said = {
    kind: "request",
    subject: message.subject.trim().slice(0, 200) || null,
    words: message.body.slice(0, 20_000).trim() || message.subject || "…",
    customerId: message.customerId ?? "",
    contactId: message.contactId,
    channel: channelOf(message.channel),
    teamId: null,
    raisedAt: message.queuedAt,
  } as const;
  const how = {
    own: false,
    isByItself: true,
    isByMachine: message.isAutoReply,
    messageId: message.id,
    onTheSpot: null,
  };
  return raiseCase(tx, { workspaceId, by: { contactId: message.contactId ?? "" } }, { ...said, ...how }, now);
}

function channelOf(channel: string): "email" | "sms" | "phone" | "form" {
  return channel === "sms" || channel === "phone" || channel === "form" ? channel : "email";
}
