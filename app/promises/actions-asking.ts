import { draftFor } from "#app/letters/actions.ts";
import { wordsFor } from "#app/letters/store.ts";
import { contactAddressed, mayAskContact, queueMessage } from "#app/messages/actions.ts";
import { routeTo } from "#app/messages/route.ts";
import { plusSeconds } from "#base/instant.ts";
import { type Deed, note, writeJournal } from "./actions-deed.ts";
import { mayAnswer, type Promise_ } from "./promise.ts";
import { savePromise } from "./store.ts";

const oneDay = 86_400;

/**
 * Asks the customer whether it was kept, as sparingly as the policy says: when their ration is used up it tries again
 * the next day, until an answer could no longer be given. Whoever cannot be written to is not asked.
 */
export async function askForVerdict(deed: Deed, p: Promise_): Promise<void> {
  await savePromise(deed.tx, await asked(deed, p));
  await writeJournal(deed);
}

async function asked(deed: Deed, p: Promise_): Promise<Promise_> {
  const { tx, workspaceId, now, setting } = deed;
  const never: Promise_ = { ...p, ringStage: "ask", nextRingAt: null };
  if (!p.contactId || mayAnswer(p, setting.policy, now)) return never;
  const to = await contactAddressed(tx, workspaceId, p.contactId, now);
  if (!routeTo(to)) return never;
  if (await mayAskContact(tx, workspaceId, p.contactId, now)) return { ...p, nextRingAt: plusSeconds(now, oneDay) };
  const words = await wordsFor(to.reader.language);
  const path = (answer: string) => `/promises/${p.id}?answer=${answer}`;
  const places = { name: to.reader.name, promise: p.text, member: setting.owner?.name ?? "", business: to.business };
  // It is the house that asks, so its words and not one member's.
  const which = { name: "ask", language: to.reader.language, memberId: null } as const;
  const said = await draftFor(tx, workspaceId, which, places);
  const facts = { promise: p.text, words: said, more: p.more, yesPath: path("yes"), notYetPath: path("not_yet") };
  const letter = words.kept(facts, to.reader);
  const question = {
    to,
    letter: "kept",
    words: letter,
    author: "automatic",
    byMemberId: p.ownerId,
    isQuestion: true,
  } as const;
  const messageId = await queueMessage(tx, workspaceId, question, now);
  note(deed, p, "customer asked whether kept", { facts: { message_id: messageId } });
  return { ...never, askedAt: now };
}
