import { digestsIn, type Head, type KeptEntry, type Texts } from "#app/journal/proof.ts";
import { type SharedEntry, shareHead } from "#app/journal/shared.ts";
import { textsOf } from "#app/journal/store.ts";
import { entriesAfter, headsAfter } from "#app/journal/store-proof.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Write } from "./export.ts";

type Share = (kept: KeptEntry, texts: Texts) => SharedEntry;

/** Every chain of the workspace: its entries in order, each proved by the one before, and where they end. */
export async function writeJournal(tx: Tx, workspaceId: string, share: Share, write: Write): Promise<void> {
  for (let last: string | null = null; ; ) {
    const heads: Head[] = await headsAfter(tx, workspaceId, last, 500);
    if (heads.length === 0) return;
    await writeChains(tx, workspaceId, heads, share, write);
    last = heads.at(-1)?.chainId ?? null;
  }
}

/** These chains, whole. An end comes after all its entries. */
export async function writeChains(
  tx: Tx,
  workspaceId: string,
  heads: Head[],
  share: Share,
  write: Write,
): Promise<void> {
  const chainIds = heads.map(({ chainId }) => chainId);
  for (let last: KeptEntry | null = null; ; ) {
    const entries: KeptEntry[] = await entriesAfter(tx, workspaceId, chainIds, last, 500);
    if (entries.length === 0) break;
    const texts = await textsOf(
      tx,
      workspaceId,
      entries.flatMap(({ entry }) => digestsIn(entry)),
    );
    for (const entry of entries) await write(JSON.stringify(share(entry, texts)));
    last = entries.at(-1) ?? null;
  }
  for (const head of heads) await write(JSON.stringify(shareHead(head)));
}
