import { findWorkspace } from "#app/workspaces/store.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { editDraft } from "./actions.ts";
import { checkDraft, type Draft, draftNames } from "./draft.ts";
import { renderMail } from "./mail.ts";
import { sampleLetter } from "./sample.ts";
import { wordsFor } from "./store.ts";
import { draftsOf } from "./store-drafts.ts";
import { draftForStaff, draftsContract } from "./wire.ts";
import { languages } from "./words.ts";

export const lettersApi = serve(draftsContract, {
  listDrafts: async ({ tx, member: { workspaceId, memberId }, query: { language } }) => {
    const words = await wordsFor(language);
    const all = await draftsOf(tx, workspaceId, { language, memberId });
    return { items: draftNames.map((name) => draftForStaff(name, words, all)), next: null, languages: [...languages] };
  },
  editDraft: (call) => edited(call, null),
  editOwnDraft: (call) => edited(call, call.member.memberId),
  previewDraft: async ({ tx, member, body: { name, language, text }, now }) => {
    const workspace = await findWorkspace(tx, member.workspaceId);
    if (!workspace) throw missing("workspace");
    if (text) demand(checkDraft(name, text));
    const words = await wordsFor(language);
    const said = text ?? (await draftAsItStands(tx, member, { name, language })).text;
    const { name: business, timeZone } = workspace;
    const reader = { name: words.sample.name, language, timeZone, businessTimeZone: timeZone, now };
    const { subject, paragraphs, acts } = sampleLetter(words, name, said, { reader, business });
    const foot = { foot: words.yourPage, page: "https://…" };
    const sheet = { language, subject, paragraphs, acts, signature: [member.name, business], ...foot };
    return { subject, ...renderMail(sheet) };
  },
});

type Change = Pick<Draft, "name"> & { language: (typeof languages)[number]; text: string | null };
type Editing = { tx: Tx; member: Actor; body: Change; version: number | null; now: Instant };

async function edited({ tx, member, body, version, now }: Editing, memberId: string | null) {
  await editDraft(tx, member.workspaceId, member.memberId, { ...body, memberId }, version, now);
  return draftAsItStands(tx, member, body);
}

async function draftAsItStands(tx: Tx, { workspaceId, memberId }: Actor, { name, language }: Omit<Change, "text">) {
  const all = await draftsOf(tx, workspaceId, { language, memberId, name });
  return draftForStaff(name, await wordsFor(language), all);
}
