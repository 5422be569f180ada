import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { Instant } from "#base/instant.ts";
import { automaticOf } from "./automatic.ts";
import { bounceOf } from "./bounce.ts";
import { isTooDeep, readable } from "./bounds.ts";
import { wordsOfHtml } from "./html-words.ts";
import { plain, plainLine } from "./plain.ts";
import { foldQuoted } from "./quoted.ts";
import type { AttachmentLine, Person, ReadMail, Trouble } from "./read.ts";

const mostWords = 200_000;
const mostRecipients = 200;
const mostAttachments = 100;
const mostAnswers = 50;

/** Reads a mail in this thread, as far as it can be read; never throws. */
export async function parsed(raw: Uint8Array): Promise<ReadMail> {
  const { bytes, trouble } = readable(raw);
  try {
    const parsed = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxRfc822NestingDepth: 2 });
    return understood(parsed, trouble ? [trouble] : []);
  } catch (problem) {
    // A mail deeper than any person nests one, or with headers without an end.
    if (isTooDeep(problem)) return headOnly(bytes);
    return { ...nothing, troubles: ["unreadable"] };
  }
}

const nothing: ReadMail = {
  messageId: null,
  answers: [],
  from: null,
  replyTo: null,
  recipients: [],
  subject: "",
  saidAt: null,
  words: "",
  quoted: "",
  attachments: [],
  automatic: null,
  bounce: null,
  troubles: [],
};

/** Who it is from and what about, where the rest is beyond reading. */
async function headOnly(bytes: Uint8Array): Promise<ReadMail> {
  const head = Buffer.from(bytes.subarray(0, 64 * 1024)).toString("latin1");
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).replace(/^content-type:/gim, "x-content-type:");
  const parsed = await PostalMime.parse(Buffer.from(lines, "latin1")).catch(() => null);
  return parsed ? understood(parsed, ["unreadable"]) : { ...nothing, troubles: ["unreadable"] };
}

function understood(mail: Email, found: Trouble[]): ReadMail {
  const headers = mail.headers.map(({ key, value }) => ({ key, value }));
  const written = mail.text?.slice(0, 4 * mostWords) ?? wordsOfHtml((mail.html ?? "").slice(0, 10 * mostWords));
  const all = plain(written);
  const { words, quoted } = foldQuoted(all.slice(0, mostWords));
  const from = people(mail.from ? [mail.from] : [])[0] ?? null;
  const bounce = bounceOf(mail.attachments);
  const troubles: Trouble[] = [
    ...found,
    ...(all.length > mostWords ? ["too_long" as const] : []),
    ...(from === null ? ["no_sender" as const] : []),
    ...(all === "" && !bounce && !found.includes("unreadable") ? ["no_words" as const] : []),
  ];
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    answers: answersOf(mail),
    from,
    replyTo: people(mail.replyTo ?? [])[0] ?? null,
    recipients: recipientsOf(mail),
    subject: plainLine(mail.subject ?? "").slice(0, 500),
    saidAt: instantOf(mail.date),
    words,
    quoted,
    attachments: attachmentsOf(mail.attachments),
    automatic: automaticOf(headers, from?.address ?? null, bounce !== null),
    bounce,
    troubles,
  };
}

function answersOf({ inReplyTo, references }: Email): string[] {
  return [...new Set([...idsIn(inReplyTo), ...idsIn(references).reverse()])].slice(0, mostAnswers);
}

/** The message ids in a header: `<left@right>` without the brackets. */
function idsIn(text: string | undefined): string[] {
  const found = (text ?? "").slice(0, 20_000).match(/<[^<>\s]{1,250}>/g) ?? [];
  return found.map((id) => id.slice(1, -1));
}

/** Names and addresses, groups opened; what is no address is left out. */
function people(addresses: readonly Address[]): Person[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ name, address }) => {
      const clean = plainLine(address).trim().toLowerCase();
      if (!/^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(clean)) return [];
      return [{ name: plainLine(name).trim().slice(0, 200), address: clean }];
    });
}

const writtenByServers = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"];

function recipientsOf(mail: Email): string[] {
  const named = people([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])]).map(({ address }) => address);
  const delivered = mail.headers
    .filter(({ key }) => writtenByServers.includes(key))
    .flatMap(({ value }) => value.slice(0, 2000).match(/[^\s<>,;"]{1,64}@[^\s<>,;"]{1,190}/g) ?? [])
    .map((address) => address.toLowerCase());
  // What the server wrote down comes first: a blind copy stands nowhere else.
  return [...new Set([...delivered, ...named])].slice(0, mostRecipients);
}

function attachmentsOf(attachments: readonly Attachment[]): AttachmentLine[] {
  return attachments.slice(0, mostAttachments).map(({ filename, mimeType, content }) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
    const said = { name: plainLine(filename ?? "").slice(0, 200), type: plainLine(mimeType).slice(0, 100) };
    return { ...said, bytes: bytes.length, content: bytes };
  });
}

function instantOf(date: string | undefined): Instant | null {
  try {
    return date ? new Instant(new Date(date).getTime()) : null;
  } catch {
    return null;
  }
}
