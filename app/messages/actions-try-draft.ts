import { checkDraft, type DraftName, wordsOfDraft } from "#app/letters/draft.ts";
import type { Letter } from "#app/letters/letter.ts";
import { sampleLetter } from "#app/letters/sample.ts";
import { wordsFor } from "#app/letters/store.ts";
import { draftsOf } from "#app/letters/store-drafts.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Addressee, memberAddressed, queueMessage } from "./actions.ts";

type Tried = { name: DraftName; language: string; text?: string | undefined };

/** Sends a member the letter that a draft becomes, in the language of its readers, with a customer and times made up. */
export async function mailDraft(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { name, language, text }: Tried,
  now: Instant,
): Promise<{ to: Addressee; letter: Letter }> {
  const words = await wordsFor(language);
  if (text) demand(checkDraft(name, text));
  const said = text ?? wordsOfDraft(await draftsOf(tx, workspaceId, { language, memberId, name }), words.drafts[name]);
  const to = await memberAddressed(tx, workspaceId, memberId, now);
  const reader = { ...to.reader, name: words.sample.name, language };
  const letter = sampleLetter(words, name, said, { reader, business: to.business });
  const mail = { to: { ...to, reader }, letter: "try", words: letter, author: "automatic", byMemberId: null } as const;
  await queueMessage(tx, workspaceId, mail, now);
  return { to, letter };
}
