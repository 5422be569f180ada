import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { contactAddressed } from "#app/messages/actions.ts";
import type { Deed } from "./actions-deed.ts";
import type { Case } from "./case.ts";
import { withStatusFrom } from "./status.ts";
import { plansOf } from "./store-plans.ts";

export type Draft = { subject: string; body: string; language: string };

/** The next word from the facts: what happened since the last, who has it, what comes next and by when. */
export async function draftOf(deed: Deed, c: Case): Promise<Draft> {
  const { tx, workspaceId, now, around } = deed;
  const language = around.houseLanguage;
  const nobody = { name: "", language, timeZone: around.hours.timeZone, businessTimeZone: around.hours.timeZone, now };
  const reader = c.contactId ? (await contactAddressed(tx, workspaceId, c.contactId, now)).reader : nobody;
  const words = await wordsFor(reader.language);
  const since = c.lastWordAt ?? c.raisedAt;
  const plans = await plansOf(tx, workspaceId, c.id, since);
  const handler = c.handlerId ? await findMember(tx, workspaceId, c.handlerId) : undefined;
  const letter = words.caseDraft(
    {
      subject: c.subject,
      since,
      done: plans.filter(({ state }) => state !== "open").map(({ text }) => text),
      next: plans.filter(({ state }) => state === "open").map(({ text, dueAt }) => ({ text, dueAt })),
      owner: around.ownerName,
      handler: handler?.name ?? null,
      waitingFor: c.waitingReason,
      nextWordAt: withStatusFrom(c, now, around).statusDueAt,
    },
    reader,
  );
  return { subject: letter.subject, body: letter.paragraphs.join("\n\n"), language: reader.language };
}
