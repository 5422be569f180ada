import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkDraft, type Draft, type DraftName, filled, wordsOfDraft } from "./draft.ts";
import { wordsFor } from "./store.ts";
import { draftsOf, findDraft, removeDraft, saveDraft } from "./store-drafts.ts";

type Change = Pick<Draft, "name" | "language" | "memberId"> & { text: string | null };

/** Writes a draft anew, for the house or for one member; null takes it back to what stood there before. */
export async function editDraft(
  tx: Tx,
  workspaceId: string,
  byId: string,
  change: Change,
  version: number | null,
  now: Instant,
): Promise<void> {
  const { text, ...which } = change;
  if (text !== null) demand(checkDraft(which.name, text));
  const before = await findDraft(tx, workspaceId, which);
  demandVersion(version, before?.version ?? 0);
  if (text === null && !before) return;
  if (text === null && before) await removeDraft(tx, workspaceId, before.id);
  const fresh = before ?? { ...which, id: newId(), version: 0 };
  if (text !== null) await saveDraft(tx, workspaceId, { ...fresh, text, version: fresh.version + 1 });
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "draft changed",
    at: now,
    by: { memberId: byId },
    subjectId: fresh.id,
    facts: { draft: which.name, language: which.language, member_id: which.memberId },
    words: { text },
  });
}

/** The words that stand ready for this writer, in a language of the letters, with their places filled. */
export async function draftFor(
  tx: Tx,
  workspaceId: string,
  { name, language, memberId }: { name: DraftName; language: string; memberId: string | null },
  facts: Readonly<Record<string, string>>,
): Promise<string> {
  const { tag, drafts } = await wordsFor(language);
  const own = await draftsOf(tx, workspaceId, { language: tag, memberId, name });
  return filled(wordsOfDraft(own, drafts[name]), facts);
}
