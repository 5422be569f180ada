import { tokenAmong } from "#app/mailboxes/plus-address.ts";
import { listMailboxes } from "#app/mailboxes/store.ts";
import { findMemberByEmail } from "#app/members/store.ts";
import { bounceMessage } from "#app/messages/actions-incoming.ts";
import { countFrom } from "#app/messages/store-incoming.ts";
import type { Instant } from "#base/instant.ts";
import { plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { ReadMail } from "#engine/mail/read.ts";
import { fileCopy } from "./actions-copy.ts";
import { fileFromCustomer } from "./actions-customer.ts";
import type { Filed, Filing } from "./actions-filing.ts";
import { type Arrival, identityOf, mostOfAnAddressADay, ownIdOf, withoutPlus } from "./arrival.ts";
import { filedAs, findNew, type Outcome, saveOutcome } from "./store.ts";

/** Files what was read of a mail: once, whatever else happens at the same moment. */
export async function fileArrival(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  mail: ReadMail,
  house: House,
  now: Instant,
): Promise<void> {
  const arrival = await findNew(tx, workspaceId, due, "for update");
  if (!arrival) return;
  const about = {
    fromAddress: mail.from?.address ?? null,
    subject: mail.subject || null,
    troubles: troublesOf(arrival, mail),
  };
  const identity = identityOf(mail);
  const before = identity && (await filedAs(tx, workspaceId, identity));
  const outcome: Outcome = before
    ? { state: "repeated", messageId: before.messageId }
    : {
        identity,
        ...(await outcomeOf(tx, {
          workspaceId,
          arrival,
          mail,
          house,
          now,
          ...(await around(tx, workspaceId, arrival, mail)),
        })),
      };
  await saveOutcome(tx, workspaceId, arrival, { ...about, ...outcome });
}

async function around(tx: Tx, workspaceId: string, arrival: Arrival, mail: ReadMail) {
  const own = (await listMailboxes(tx, workspaceId)).map(({ address }) => address);
  const recipients = [...new Set([...arrival.recipients, ...mail.recipients])];
  return { own, recipients, from: mail.from?.address ?? null };
}

async function outcomeOf(tx: Tx, filing: Filing): Promise<Outcome> {
  if (filing.mail.bounce) return reportOutcome(tx, filing);
  const filed = await file(tx, filing);
  return "why" in filed ? { state: "set_aside", ...filed } : { state: "filed", ...filed };
}

async function file(tx: Tx, filing: Filing): Promise<Filed> {
  const { workspaceId, mail, from, recipients, own, house, now } = filing;
  if (from === null) return { why: mail.troubles.includes("unreadable") ? "unreadable" : "no_sender" };
  if (own.includes(withoutPlus(from)) || isOurs(mail, house)) return { why: "own_mail" };
  const token = tokenAmong(recipients, house.secret, workspaceId);
  if (token?.is === "member") return fileCopy(tx, filing, token.id);
  if (await findMemberByEmail(tx, workspaceId, from)) return { why: "from_member" };
  const since = plusSeconds(now, -86_400);
  const many = await countFrom(tx, workspaceId, from, since, mostOfAnAddressADay);
  if (many >= mostOfAnAddressADay) return { why: "too_many" };
  return fileFromCustomer(tx, filing, from, token?.id ?? null);
}

/** A mail of ours that came back to us by some way: answering it would be talking to ourselves. */
function isOurs({ messageId }: ReadMail, house: House): boolean {
  return (
    messageId !== null && ownIdOf(messageId) !== null && messageId.endsWith(`@${new URL(house.publicUrl).hostname}`)
  );
}

/** What a server reports: final is a bounce, a delay changes nothing. */
async function reportOutcome(tx: Tx, { workspaceId, mail, now }: Filing): Promise<Outcome> {
  const { bounce } = mail;
  const id = bounce?.messageId ? ownIdOf(bounce.messageId) : null;
  if (!bounce || !id) return { state: "set_aside", why: "unknown_report" };
  if (bounce.is !== "failed") return { state: "filed" };
  const says = `Their mail server sent it back${bounce.says ? `: ${bounce.says}` : "."}`;
  const known = await bounceMessage(tx, workspaceId, id, { recipient: bounce.recipient, says }, now);
  return known ? { state: "filed", messageId: id } : { state: "set_aside", why: "unknown_report" };
}

function troublesOf({ bytes }: Arrival, mail: ReadMail): string[] {
  return bytes > mostBytes ? [...mail.troubles, "too_large"] : mail.troubles;
}

/** Beyond this only the beginning of a mail was taken: the rest lies in its mailbox. */
const mostBytes = 25 * 1024 * 1024;
