import type { Letter } from "#app/letters/letter.ts";
import { wordsFor } from "#app/letters/store.ts";
import { type Told, toldLetter } from "#app/letters/told-letter.ts";
import { findMember } from "#app/members/store.ts";
import { type Addressee, contactAddressed } from "#app/messages/actions.ts";
import { invalid } from "#base/refusal.ts";
import type { Deed } from "./actions-deed.ts";
import type { Promise_ } from "./promise.ts";
import type { Saying } from "./ready-letter.ts";

/** The contact this promise was given to; refuses (`no_contact`) where none is named. */
export async function addressee(deed: Deed, p: Promise_): Promise<Addressee> {
  if (p.contactId) return contactAddressed(deed.tx, deed.workspaceId, p.contactId, deed.now);
  throw invalid(
    "no_contact",
    "No contact is named on this promise, so nobody can be written to. Log the call.",
    "message",
  );
}

/** The letter in which the customer reads a member's words, with the facts beside them. */
export async function letterOf(
  deed: LetterDeed,
  p: Promise_,
  to: Pick<Addressee, "reader">,
  body: string,
  saying: Saying,
): Promise<Letter> {
  const words = await wordsFor(to.reader.language);
  const path = (answer: string) => `/promises/${p.id}?answer=${answer}`;
  return toldLetter(words, await toldOf(deed, p, saying), { promise: p.text, words: body }, path, to.reader);
}

type LetterDeed = Pick<Deed, "tx" | "workspaceId">;

async function toldOf({ tx, workspaceId }: LetterDeed, p: Promise_, saying: Saying): Promise<Told> {
  switch (saying.about) {
    case "move":
      return { ...saying, oldDueAt: p.dueAt, newDueAt: saying.dueAt };
    case "update":
      return { ...saying, dueAt: p.dueAt, nextWordAt: saying.nextWordAt ?? null };
    case "hand_on": {
      const nameOf = async (id: string) => (await findMember(tx, workspaceId, id))?.name ?? "";
      const to = await nameOf(p.nextOwnerId ?? p.ownerId);
      return { ...saying, dueAt: p.dueAt, from: await nameOf(p.ownerId), to };
    }
    default:
      return saying;
  }
}
