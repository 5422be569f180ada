import { draftFor } from "#app/letters/actions.ts";
import type { Reader } from "#app/letters/letter.ts";
import { wordsFor } from "#app/letters/store.ts";
import { contactAddressed } from "#app/messages/actions.ts";
import { routeTo } from "#app/messages/route.ts";
import type { Instant } from "#base/instant.ts";
import { yes } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Doer } from "./actions-deed.ts";
import { letterOf } from "./actions-letter.ts";
import type { Promise_ } from "./promise.ts";
import { cannotWrite, type Ready, type Wish } from "./ready-letter.ts";
import type { Setting } from "./setting.ts";
import { settingOf } from "./store-setting.ts";

type Wanted = Wish & { words?: { body: string; subject?: string } | undefined };

/**
 * Writes a letter that is not sent: in the reader's language, with the words that this member has for it, or with `words`
 * that were changed already.
 */
export async function readyLetter(tx: Tx, by: Doer, p: Promise_, wish: Wanted, now: Instant): Promise<Ready> {
  const { workspaceId } = by;
  const setting = await settingOf(tx, workspaceId, { ...p, speakerId: by.memberId });
  const to = p.contactId ? await contactAddressed(tx, workspaceId, p.contactId, now) : null;
  const reader = to?.reader ?? readerWithoutName(setting, now);
  const { time } = await wordsFor(reader.language);
  const facts = {
    ...{ name: reader.name, promise: p.text, member: by.name, business: setting.houseName },
    ...{ owner: setting.owner?.name ?? "", due: time("dueAt" in wish.saying ? wish.saying.dueAt : p.dueAt, reader) },
    ...wish.facts,
  };
  const which = { name: wish.draft, language: reader.language, memberId: by.memberId };
  const body = wish.words?.body ?? (await draftFor(tx, workspaceId, which, facts));
  const letter = await letterOf({ tx, workspaceId }, p, { reader }, body, wish.saying);
  const subject = wish.words?.subject ?? letter.subject;
  return {
    to: to?.contactId ? { contactId: to.contactId, name: reader.name, email: to.email } : null,
    language: reader.language,
    message: { subject, body },
    letter: { ...letter, subject },
    unwritable: to && routeTo(to) ? yes : cannotWrite(reader.name),
  };
}

/** Where nobody is named, the customer as a whole is greeted, in the language of the house. */
function readerWithoutName({ customer, houseLanguage, houseHours }: Setting, now: Instant): Reader {
  const businessTimeZone = houseHours.timeZone;
  const timeZone = customer?.timeZone ?? businessTimeZone;
  return { name: customer?.name ?? "", language: houseLanguage, timeZone, businessTimeZone, now };
}
