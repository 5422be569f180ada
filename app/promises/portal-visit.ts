import { linkState, readLinkToken } from "#app/customers/link.ts";
import type { StreamedFile } from "#base/contract.ts";
import type { Html } from "#base/html.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { newSecret } from "#base/token.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { sendFile } from "#engine/http/file.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import { frame } from "#portal/frame.ts";
import { acceptedLanguages, localeFor, wordsIn } from "#portal/languages.ts";
import type { Words } from "#portal/words.ts";
import type { Look } from "./page-look.ts";
import { languagesOf, type Visit, zoneOf } from "./page-visit.ts";
import { visitBy } from "./store-visit.ts";

/** What hangs the pages in is the engine's choice: a door knows it only by what the engine hands over. */
export type PageApp = Parameters<Pages>[0];
type OnTrouble = Parameters<Parameters<PageApp["setErrorHandler"]>[0]>;
export type PageRequest = OnTrouble[1];
export type PageReply = OnTrouble[2];

/** Somebody who came in by a link: one transaction, who they are, and how their pages are shown. */
export type Guest = {
  tx: Tx;
  visit: Visit;
  link: "open" | "expired" | "revoked";
  words: Words;
  look: Look;
  now: Instant;
};

/** What a door answers: a page, the way back to one, a file to keep, or one that came with a message. */
export type Answer =
  | { page: Html; status?: number }
  | { to: string }
  | { file: string; media: string; name: string }
  | { attachment: StreamedFile };

/** Lets in whoever holds a link of this house, open or not. No such link is no such page. */
export async function welcome(
  { db, house, now, turnstile }: PageContext,
  request: PageRequest,
  reply: PageReply,
  work: (guest: Guest) => Promise<Answer>,
): Promise<PageReply> {
  const { token } = request.params as { token: string };
  const read = readLinkToken(token, house.secret);
  const at = now();
  turnstile.pass(request.ip, read?.linkId ?? null, at);
  if (!read) throw missing("page");
  const { guest, answer } = await inWorkspace(db, read.workspaceId, async (tx) => {
    const visit = await visitBy(tx, read.workspaceId, read.linkId);
    if (!visit) throw missing("page");
    const accepted = acceptedLanguages(request.headers["accept-language"]);
    const guest = guestOf(tx, visit, { accepted, home: `/c/${token}`, now: at });
    return { guest, answer: await work(guest) };
  });
  if ("to" in answer) return reply.redirect(answer.to, 303);
  if ("attachment" in answer) return sendFile(reply, answer.attachment);
  if ("file" in answer) {
    reply.header("content-disposition", `attachment; filename="${answer.name}"`);
    return reply.type(`${answer.media}; charset=utf-8`).send(answer.file);
  }
  return reply.code(answer.status ?? 200).send(framed(guest, answer.page));
}

/** How a page is shown to whoever visits, with its links below `home`. */
export function guestOf(
  tx: Tx,
  visit: Visit,
  { accepted, home, now }: { accepted: readonly string[]; home: string; now: Instant },
): Guest {
  const words = wordsIn(languagesOf(visit, accepted));
  return { tx, visit, link: linkState(visit.link, now), words, look: lookFor(visit, words, home, now), now };
}

export function framed({ visit, link, words, look }: Guest, page: Html): string {
  const letterhead = { house: visit.house.name, contact: link === "open" ? visit.contact.name : null };
  return frame(words, letterhead, page, `${look.home}/`);
}

function lookFor(visit: Visit, words: Words, home: string, now: Instant): Look {
  const locale = localeFor(words, visit.contact.language ?? visit.customer.language);
  const times = { locale, timeZone: zoneOf(visit), houseZone: visit.house.timeZone, now };
  return { words: words.promises, times, home, key: newSecret().slice(0, 16) };
}
