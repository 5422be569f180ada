import { createHash } from "node:crypto";
import type { Head, KeptEntry, Texts } from "./proof.ts";
import { readLine } from "./proof.ts";

/**
 * The journal as lines of an export, which whoever holds it can prove without us (`docs/check-journal.mjs`). `entry` is
 * the chained line to the byte; `words` the texts it points to, where they have not been erased.
 */
export type SharedEntry = { type: "journal"; chain_id: string; seq: number; hash: string } & (
  | { entry: string; words: Record<string, { salt: string; text: string }> }
  | { content_sha256: string }
);

/** Where a chain ends; kept by a customer, it shows later whether the history before it was rewritten. */
export type SharedHead = { type: "journal_head"; chain_id: string; seq: number; hash: string };

/** An entry for whoever may read all of it. */
export function shareEntry({ chainId, seq, entry, hash }: KeptEntry, texts: Texts): SharedEntry {
  const words = Object.values(readLine(entry).words).flatMap((digest) => {
    const kept = texts.get(digest);
    return kept ? [[digest, { salt: kept.salt.toString("hex"), text: kept.text }] as const] : [];
  });
  return {
    type: "journal",
    chain_id: chainId,
    seq,
    entry,
    words: Object.fromEntries(words),
    hash: hash.toString("hex"),
  };
}

/** An entry for the customer: what is not for them shows as the digest of its line, so that the chain still proves. */
export function shareWithCustomer(kept: KeptEntry, texts: Texts): SharedEntry {
  if (readLine(kept.entry).for_customer) return shareEntry(kept, texts);
  const content = createHash("sha256").update(kept.entry).digest("hex");
  return {
    type: "journal",
    chain_id: kept.chainId,
    seq: kept.seq,
    content_sha256: content,
    hash: kept.hash.toString("hex"),
  };
}

export function shareHead({ chainId, seq, hash }: Head): SharedHead {
  return { type: "journal_head", chain_id: chainId, seq, hash: hash.toString("hex") };
}
