import type { Instant } from "#base/instant.ts";
import { sendMail, type Transport } from "#engine/channels/smtp.ts";
import { sendText } from "#engine/channels/texts.ts";
import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { contentOf, type ReadLater } from "./actions-attachments.ts";
import { recordOutcome } from "./actions-outcome.ts";
import { type Leased, leaseMessage } from "./actions-sending.ts";

export type Sending = {
  db: Database;
  house: House;
  /** The house's own mail server, for workspaces that have none. */
  smtpUrl: string | null;
  /** Read when the server has answered: an acceptance is a telling, and its instant counts. */
  now: () => Instant;
  log: (sentence: string) => void;
  timeouts?: Transport["timeouts"];
};

// A lane waits for a server most of its time and costs little; many of them keep hung servers from holding up the rest.
const lanes = 32;
const mostCallsAtOnce = 8;

/**
 * Sends what waits in the outbox: leased in one transaction, sent outside of any, recorded in another. Whoever dies in
 * between leaves it leased, and it is sent again with the same Message-ID when the lease ends.
 */
export function sendDuty(sending: Sending): Duty<DueRow> {
  const calls = new Map<string, number>();
  const said = new Set<string>();
  const mayCall = (url: string) => (calls.get(url) ?? 0) < mostCallsAtOnce;
  const count = (url: string, change: 1 | -1) => calls.set(url, (calls.get(url) ?? 0) + change);

  async function send({ workspaceId, ...due }: DueRow, now: Instant): Promise<void> {
    const { db } = sending;
    const leased = await inWorkspace(db, workspaceId, (tx) =>
      leaseMessage(tx, workspaceId, due, { ...sending, mayCall }, now),
    );
    if (leased === null) return;
    if ("waits" in leased) return sayOnce(leased.waits);
    const { message, url } = leased;
    count(url, 1);
    const outcome = await handOver(workspaceId, leased).finally(() => count(url, -1));
    await inWorkspace(db, workspaceId, (tx) => recordOutcome(tx, workspaceId, message, outcome, sending.now()));
  }

  function handOver(workspaceId: string, leased: Leased) {
    // Files of a text stand on the reader's page.
    if ("text" in leased) return sendText(leased.server, leased.text);
    const { db, house, smtpUrl, timeouts } = sending;
    const { message, mail, url } = leased;
    const reach = url === smtpUrl ? "anywhere" : (house.privateNetworks ?? []);
    const read: ReadLater = (work) => inWorkspace(db, workspaceId, work);
    const files = message.attachments.flatMap(({ id, ...file }) =>
      id ? [{ ...file, content: contentOf(read, workspaceId, { ...file, id }) }] : [],
    );
    return sendMail({ url, reach, ...(timeouts && { timeouts }) }, { ...mail, files });
  }

  function sayOnce(problem: string): void {
    if (said.has(problem)) return;
    said.add(problem);
    sending.log(`Messages wait to be sent: ${problem.replace(/\.$/, "")}. Set SMTP_URL, or smtp_url of the workspace.`);
  }

  return {
    name: "send",
    lanes,
    ...byAlarm(sending.db, alarms.message),
    act: send,
  };
}
