import { linkFor } from "#app/customers/actions-links.ts";
import { findContacts } from "#app/customers/store-contacts.ts";
import { paragraphsOf } from "#app/letters/letter.ts";
import { renderMail } from "#app/letters/mail.ts";
import { wordsFor } from "#app/letters/store.ts";
import { mailboxForAnswers } from "#app/mailboxes/mailbox.ts";
import { plusAddress } from "#app/mailboxes/plus-address.ts";
import { listMailboxes } from "#app/mailboxes/store.ts";
import type { Member } from "#app/members/member.ts";
import { findMember } from "#app/members/store.ts";
import { openPath } from "#app/workspaces/sealed.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import type { Workspace } from "#app/workspaces/workspace.ts";
import type { Instant } from "#base/instant.ts";
import type { Mail, MailAddress } from "#engine/channels/smtp.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { Message } from "./message.ts";

/**
 * The mail that a message becomes as it leaves. Only now is the address of the reader's page made, so that no way in is
 * kept in the outbox. The same row always has the same Message-ID and date: a repeat is known by them.
 */
export async function mailOf(
  tx: Tx,
  workspace: Workspace,
  message: Message,
  house: House,
  now: Instant,
): Promise<Mail> {
  const by = message.byMemberId ? await findMember(tx, workspace.id, message.byMemberId) : undefined;
  const words = await wordsFor(message.language);
  const host = hostOf(house);
  const rendered = renderMail({
    language: message.language,
    subject: message.subject,
    paragraphs: paragraphsOf(message.body),
    acts: message.acts.map((act) => ({ ...act, path: openPath(act.path, house.secret, workspace.id) })),
    signature: message.author === "human" && by ? [by.name, workspace.name] : [workspace.name],
    foot: message.contactId ? words.yourPage : message.memberId ? words.theHouse : workspace.name,
    page: message.contactId ? await pageOf(tx, workspace.id, message.contactId, house, now) : house.publicUrl,
  });
  return {
    ...rendered,
    from: sender(workspace, message, by, host),
    to: { name: await readerOf(tx, workspace.id, message), address: message.toAddress ?? "" },
    replyTo: await answersGo(tx, workspace, message, by, house),
    subject: message.subject,
    messageId: `<${message.id}@${host}>`,
    date: message.queuedAt,
    isAutomatic: message.author === "automatic",
  };
}

/** From the business's address, in the name of the member who speaks. */
function sender(workspace: Workspace, message: Message, by: Member | undefined, host: string): MailAddress {
  const isFromPerson = by !== undefined && message.contactId !== null && message.author === "human";
  return {
    name: isFromPerson ? `${by.name}, ${workspace.name}` : workspace.name,
    address: workspace.mailFrom ?? `truepenny@${host}`,
  };
}

/** To a mailbox that we read, with a token that says which mail is answered; else to the member who wrote. */
async function answersGo(
  tx: Tx,
  workspace: Workspace,
  message: Message,
  by: Member | undefined,
  house: House,
): Promise<MailAddress | null> {
  if (!message.contactId) return null;
  const mailbox = mailboxForAnswers(await listMailboxes(tx, workspace.id));
  if (!mailbox) return by ? { name: by.name, address: by.email } : null;
  const token = { is: "reply", id: message.id } as const;
  const plus = mailbox.takesPlus ? plusAddress(mailbox.address, token, house.secret, workspace.id) : null;
  return { name: by ? `${by.name}, ${workspace.name}` : workspace.name, address: plus ?? mailbox.address };
}

async function readerOf(tx: Tx, workspaceId: string, message: Message): Promise<string> {
  if (message.memberId) return (await findMember(tx, workspaceId, message.memberId))?.name ?? "";
  const [contact] = message.contactId ? await findContacts(tx, workspaceId, [message.contactId]) : [];
  return contact?.name ?? "";
}

/** The reader's own page, by an address that is good for as long as the policy says. */
export async function pageOf(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  house: House,
  now: Instant,
): Promise<string> {
  const { linkDays } = await policyFor(tx, workspaceId);
  return (await linkFor(tx, workspaceId, contactId, now, linkDays, house)).url;
}

function hostOf({ publicUrl }: House): string {
  return new URL(publicUrl).hostname;
}
