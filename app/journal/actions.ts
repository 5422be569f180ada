import type { Tx } from "#engine/db/database.ts";
import {
  digestsIn,
  type Fault,
  faultsOf,
  type Head,
  headFaults,
  type KeptEntry,
  startOf,
  type Texts,
} from "./proof.ts";
import type { SharedHead } from "./shared.ts";
import { headOf, textsOf } from "./store.ts";
import { chainsWithoutHead, countTexts, entriesAfter, hashAt, headsAfter, readOneMoment } from "./store-proof.ts";

export type Proof = { chains: number; entries: number; texts: number; faults: Fault[] };

/**
 * Proves every chain of a workspace, as it stands at one moment, in memory that does not grow with it. The transaction
 * must be new: nothing may have been read in it. `onProgress` hears the number of entries proved so far.
 */
export async function verifyWorkspace(
  tx: Tx,
  workspaceId: string,
  onProgress: (entries: number) => void = () => undefined,
): Promise<Proof> {
  await readOneMoment(tx);
  const proof: Proof = { chains: 0, entries: 0, texts: 0, faults: [] };
  for await (const heads of headBatches(tx, workspaceId)) {
    const ends = new Map(heads.map(({ chainId }) => [chainId, startOf(chainId)]));
    for await (const { entries, texts } of entryBatches(tx, workspaceId, [...ends.keys()])) {
      for (const entry of entries) {
        proof.faults.push(...faultsOf(ends.get(entry.chainId) ?? startOf(entry.chainId), entry, texts));
        ends.set(entry.chainId, entry);
      }
      proof.entries += entries.length;
      proof.texts += texts.size;
      onProgress(proof.entries);
    }
    for (const head of heads) proof.faults.push(...headFaults(ends.get(head.chainId) ?? startOf(head.chainId), head));
    proof.chains += heads.length;
  }
  proof.faults.push(...(await faultsOfLeftovers(tx, workspaceId, proof.texts)));
  return proof;
}

/**
 * Compares the journal with a head that somebody wrote down earlier: even a chain that was rewritten whole, hashes and
 * all, does not give that hash again. Undefined when this workspace has no such chain.
 */
export async function compareWithHead(
  tx: Tx,
  workspaceId: string,
  kept: SharedHead,
): Promise<Fault | null | undefined> {
  if (!(await headOf(tx, workspaceId, kept.chain_id))) return undefined;
  const hash = kept.seq === 0 ? startOf(kept.chain_id).hash : await hashAt(tx, workspaceId, kept.chain_id, kept.seq);
  if (hash?.toString("hex") === kept.hash) return null;
  const sentence = hash
    ? `The history up to entry ${kept.seq} is not the one that was exported.`
    : `The export ends at entry ${kept.seq}, which is gone.`;
  return { chain_id: kept.chain_id, seq: kept.seq, code: "rewritten", sentence };
}

/** What belongs to no chain that has a head: entries without one, and texts that no proved entry names. */
async function faultsOfLeftovers(tx: Tx, workspaceId: string, provedTexts: number): Promise<Fault[]> {
  const headless = (await chainsWithoutHead(tx, workspaceId)).map(
    (chain_id): Fault => ({ chain_id, seq: null, code: "no_head", sentence: "The chain has entries but no head." }),
  );
  const stray = headless.length === 0 ? (await countTexts(tx, workspaceId)) - provedTexts : 0;
  if (stray <= 0) return headless;
  const sentence = `Texts kept under a digest that no entry names: ${stray}.`;
  return [{ chain_id: workspaceId, seq: null, code: "stray_text", sentence }];
}

async function* headBatches(tx: Tx, workspaceId: string): AsyncGenerator<Head[]> {
  for (let after: string | null = null; ; ) {
    const heads: Head[] = await headsAfter(tx, workspaceId, after, 500);
    if (heads.length === 0) return;
    yield heads;
    after = heads.at(-1)?.chainId ?? null;
  }
}

type EntryBatch = { entries: KeptEntry[]; texts: Texts };

async function* entryBatches(tx: Tx, workspaceId: string, chainIds: string[]): AsyncGenerator<EntryBatch> {
  for (let last: KeptEntry | null = null; ; ) {
    const entries: KeptEntry[] = await entriesAfter(tx, workspaceId, chainIds, last, 1_000);
    if (entries.length === 0) return;
    const digests = entries.flatMap(({ entry }) => digestsIn(entry));
    yield { entries, texts: await textsOf(tx, workspaceId, digests) };
    last = entries.at(-1) ?? null;
  }
}
