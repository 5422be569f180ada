import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { deleteView, findView, saveView } from "./store-views.ts";
import { mayChangeView, type View } from "./view.ts";

type By = { workspaceId: string; memberId: string; role: string };
type Said = Pick<View, "name" | "filters" | "isShared">;

export async function addView(tx: Tx, by: By, said: Said & Pick<View, "of">, now: Instant): Promise<View> {
  const view = { ...said, id: newId(), memberId: by.memberId, version: 1 };
  await saveView(tx, by.workspaceId, view);
  await note(tx, by, view, "view added", now);
  return view;
}

export async function editView(
  tx: Tx,
  by: By,
  id: string,
  said: Partial<Said>,
  version: number | null,
  now: Instant,
): Promise<View> {
  const view = await viewToChange(tx, by, id);
  demandVersion(version, view.version);
  const next = { ...view, ...said, version: view.version + 1 };
  await saveView(tx, by.workspaceId, next);
  await note(tx, by, next, "view changed", now);
  return next;
}

export async function removeView(tx: Tx, by: By, id: string, now: Instant): Promise<View> {
  const view = await viewToChange(tx, by, id);
  await deleteView(tx, by.workspaceId, id);
  await note(tx, by, view, "view removed", now);
  return view;
}

async function viewToChange(tx: Tx, by: By, id: string): Promise<View> {
  const view = await findView(tx, by.workspaceId, by.memberId, id);
  if (!view) throw missing("view");
  demand(mayChangeView(by, view));
  return view;
}

function note(tx: Tx, { workspaceId, memberId }: By, view: View, what: string, now: Instant): Promise<void> {
  return append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: { memberId },
    subjectId: view.id,
    facts: { of: view.of, shared: view.isShared },
    words: { name: view.name },
  });
}
