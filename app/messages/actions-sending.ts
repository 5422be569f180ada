import { unseal } from "#app/workspaces/sealed.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Workspace } from "#app/workspaces/workspace.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { nowhere, sendNowhere } from "#engine/channels/nowhere.ts";
import type { Mail } from "#engine/channels/smtp.ts";
import type { Text, TextServer } from "#engine/channels/texts.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { mailOf } from "./actions-mail.ts";
import { settle } from "./actions-outcome.ts";
import { textOf, textServerOf } from "./actions-text.ts";
import { leaseSeconds, type Message } from "./message.ts";
import { claimMessage, saveProgress } from "./store.ts";

/** Where mail is handed over: the workspace's own server, else the house's; with neither there is a reason to wait. */
type MailServer = { url: string } | { problem: string };

/** What a sender has in hand: nobody else takes it before the lease ends. `url` is whom it calls for it. */
export type Leased = { message: Message; url: string } & ({ mail: Mail } | { text: Text; server: TextServer });

type Sender = { house: House; smtpUrl: string | null; mayCall: (url: string) => boolean };

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
  sender: Sender,
  now: Instant,
): Promise<Leased | { waits: string } | null> {
  const claimed = await claimMessage(tx, workspaceId, due);
  const workspace = claimed && (await findWorkspace(tx, workspaceId));
  if (!workspace) return null;
  if (claimed.channel === "sms") return leaseText(tx, workspace, claimed, sender, now);
  const { house, smtpUrl, mayCall } = sender;
  const server = mailServerOf(workspace, house, smtpUrl);
  if ("problem" in server) return waitFor(tx, workspaceId, claimed, server.problem, now);
  if (server.url === nowhere) {
    const tried = { ...claimed, attempts: claimed.attempts + 1 };
    await settle(tx, workspaceId, tried, sendNowhere(await mailOf(tx, workspace, tried, house, now)), now);
    return null;
  }
  if (!mayCall(server.url)) return comeAgain(tx, workspaceId, claimed, now);
  const message = await inHand(tx, workspaceId, claimed, now);
  return { message, mail: await mailOf(tx, workspace, message, house, now), url: server.url };
}

async function leaseText(
  tx: Tx,
  workspace: Workspace,
  claimed: Message,
  { house, mayCall }: Sender,
  now: Instant,
): Promise<Leased | { waits: string } | null> {
  const found = await textServerOf(tx, workspace.id, claimed, house, now);
  if ("waits" in found) return waitFor(tx, workspace.id, claimed, found.waits, now);
  if ("never" in found) {
    await settle(tx, workspace.id, claimed, { is: "never", problem: found.never }, now);
    return null;
  }
  const { server, number } = found;
  const url = `${server.url ?? ""}/${server.accountSid}`;
  if (!mayCall(url)) return comeAgain(tx, workspace.id, claimed, now);
  const message = await inHand(tx, workspace.id, claimed, now);
  return { message, text: await textOf(tx, workspace, message, { house, number }, now), server, url };
}

async function waitFor(tx: Tx, workspaceId: string, claimed: Message, problem: string, now: Instant) {
  const nextAttemptAt = plusSeconds(now, noMailServerSeconds);
  await saveProgress(tx, workspaceId, { ...claimed, nextAttemptAt, problem });
  return { waits: problem };
}

/** That server has as many calls of ours as it takes at once. */
async function comeAgain(tx: Tx, workspaceId: string, claimed: Message, now: Instant): Promise<null> {
  await saveProgress(tx, workspaceId, { ...claimed, nextAttemptAt: plusSeconds(now, 2) });
  return null;
}

function inHand(tx: Tx, workspaceId: string, claimed: Message, now: Instant): Promise<Message> {
  const leasedUntil = plusSeconds(now, leaseSeconds);
  const progress = { leasedUntil, nextAttemptAt: leasedUntil, attempts: claimed.attempts + 1 };
  return saveProgress(tx, workspaceId, { ...claimed, ...progress });
}
