import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import { unseal } from "#app/workspaces/sealed.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Workspace } from "#app/workspaces/workspace.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { nowhere, sendNowhere } from "#engine/channels/nowhere.ts";
import type { Mail, Outcome } from "#engine/channels/smtp.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { contactAddressed, memberAddressed, queueMessage } from "./actions.ts";
import { mailOf } from "./actions-mail.ts";
import { delayAfter, leaseSeconds, type Message } from "./message.ts";
import { claimMessage, findMessage, saveProgress } from "./store.ts";

/** Where mail is handed over: the workspace's own server, else the house's; with neither there is a reason to wait. */
type MailServer = { url: string } | { problem: string };

/** What a sender has in hand: nobody else takes it before the lease ends. */
export type Leased = { message: Message; mail: Mail; url: string };

const noMailServer = "no mail server yet";
const noMailServerSeconds = 60;

export function mailServerOf(workspace: Workspace, house: House, smtpUrl: string | null): MailServer {
  if (workspace.isDemo) return { url: nowhere };
  if (!workspace.mailUrlSealed) return smtpUrl ? { url: smtpUrl } : { problem: noMailServer };
  try {
    return { url: unseal(workspace.mailUrlSealed, house.secret, workspace.id) };
  } catch (problem) {
    if (problem instanceof Refusal) return { problem: problem.message };
    throw problem;
  }
}

/**
 * Takes a due message in hand, in a transaction of its own before anything is sent: a sender that dies leaves it due again
 * when the lease ends. `mayCall` says whether that server can take another call just now; else the message waits a
 * moment. Gives null where another process has it or it has to wait, in words on the row, and where nothing is to be sent:
 * what goes nowhere is there at once.
 */
export async function leaseMessage(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  { house, smtpUrl, mayCall }: { house: House; smtpUrl: string | null; mayCall: (url: string) => boolean },
  now: Instant,
): Promise<Leased | { waits: string } | null> {
  const claimed = await claimMessage(tx, workspaceId, due);
  const workspace = claimed && (await findWorkspace(tx, workspaceId));
  if (!workspace) return null;
  const server = mailServerOf(workspace, house, smtpUrl);
  if ("problem" in server) {
    const nextAttemptAt = plusSeconds(now, noMailServerSeconds);
    await saveProgress(tx, workspaceId, { ...claimed, nextAttemptAt, problem: server.problem });
    return { waits: server.problem };
  }
  if (server.url === nowhere) {
    const tried = { ...claimed, attempts: claimed.attempts + 1 };
    await settle(tx, workspaceId, tried, sendNowhere(await mailOf(tx, workspace, tried, house, now)), now);
    return null;
  }
  if (!mayCall(server.url)) {
    await saveProgress(tx, workspaceId, { ...claimed, nextAttemptAt: plusSeconds(now, 2) });
    return null;
  }
  const leasedUntil = plusSeconds(now, leaseSeconds);
  const progress = { leasedUntil, nextAttemptAt: leasedUntil, attempts: claimed.attempts + 1 };
  const message = await saveProgress(tx, workspaceId, { ...claimed, ...progress });
  return { message, mail: await mailOf(tx, workspace, message, house, now), url: server.url };
}

/**
 * Writes down what came of it, at the instant the server answered. That it was accepted is true whatever happened to the
 * row meanwhile; that it was not counts only while the lease is ours.
 */
export async function recordOutcome(
  tx: Tx,
  workspaceId: string,
  leased: Message,
  outcome: Outcome,
  at: Instant,
): Promise<void> {
  const message = await findMessage(tx, workspaceId, leased.id, "for update");
  if (!message || message.acceptedAt) return;
  if (outcome.is !== "accepted" && message.version !== leased.version) return;
  await settle(tx, workspaceId, message, outcome, at);
}

async function settle(tx: Tx, workspaceId: string, message: Message, outcome: Outcome, at: Instant): Promise<void> {
  // Only what went to a customer can be a telling; nobody waits to hear of a member's mail.
  const done = { nextAttemptAt: null, leasedUntil: null, heedAt: message.contactId ? at : null };
  if (outcome.is === "accepted") {
    await saveProgress(tx, workspaceId, { ...message, ...done, state: "accepted", acceptedAt: at, problem: null });
    await journal(tx, workspaceId, message, "message sent", at);
    return;
  }
  const delay = outcome.is === "later" ? delayAfter(message.attempts) : null;
  const { problem } = outcome;
  if (delay !== null) {
    const nextAttemptAt = plusSeconds(at, delay);
    await saveProgress(tx, workspaceId, { ...message, leasedUntil: null, nextAttemptAt, problem });
    return;
  }
  await saveProgress(tx, workspaceId, { ...message, ...done, state: "failed", problem });
  await tellAuthor(tx, workspaceId, message, problem, at);
  await journal(tx, workspaceId, message, "message failed", at);
}

/** What failed is somebody's to-do; a mail says so as well, once, unless it was itself a mail to a member. */
async function tellAuthor(tx: Tx, workspaceId: string, message: Message, problem: string, at: Instant): Promise<void> {
  if (!message.byMemberId || !message.contactId) return;
  const to = await memberAddressed(tx, workspaceId, message.byMemberId, at);
  const { reader } = await contactAddressed(tx, workspaceId, message.contactId, at);
  const words = await wordsFor(to.reader.language);
  const facts = { to: reader.name, subject: message.subject, problem, path: `/customers/${message.customerId}` };
  const letter = words.messageFailed(facts, to.reader);
  const asked = { to, letter: "messageFailed", words: letter, author: "automatic", byMemberId: null } as const;
  await queueMessage(tx, workspaceId, asked, at);
}

async function journal(tx: Tx, workspaceId: string, message: Message, what: string, at: Instant): Promise<void> {
  if (!message.customerId) return;
  await append(tx, workspaceId, {
    chainId: message.customerId,
    what,
    at,
    by: message.author === "human" && message.byMemberId ? { memberId: message.byMemberId } : "machine",
    subjectId: message.id,
    facts: { message_id: message.id, channel: message.channel, letter: message.letter, contact_id: message.contactId },
    words: { subject: message.subject },
    forCustomer: what === "message sent",
  });
}
