import { createHash } from "node:crypto";
import type { Instant } from "#base/instant.ts";
import { chainHash, chainStart, type WrittenBy } from "./entry.ts";

/** An entry as the database keeps it: the line that is chained, and the copies beside it to search by. */
export type KeptEntry = {
  chainId: string;
  seq: number;
  at: Instant;
  what: string;
  subjectId: string | null;
  byMemberId: string | null;
  entry: string;
  hash: Buffer;
};

/** How far a chain goes, and the hash that stands for all of it. */
export type Head = { chainId: string; seq: number; hash: Buffer };

/** The salted texts that the entries of a chain point to, by their digest in hex; what was erased is not there. */
export type Texts = ReadonlyMap<string, { chainId: string; salt: Buffer; text: string }>;

/** Something in a journal that is not as it was written. `seq` is the entry, null when it concerns the whole chain. */
export type Fault = { chain_id: string; seq: number | null; code: FaultCode; sentence: string };
type FaultCode =
  | ("gap" | "hash_differs" | "copy_differs" | "text_differs" | "stray_text")
  | ("head_differs" | "no_head" | "rewritten");

/**
 * Proves a chain from its start: numbers without a gap, every hash, the columns that copy the line, the texts that are
 * still there, and the head. An erased text proves; a changed one, a missing entry and a cut tail are faults.
 */
export function verifyChain(head: Head, entries: readonly KeptEntry[], texts: Texts): Fault[] {
  let link = startOf(head.chainId);
  const faults: Fault[] = [];
  for (const entry of entries) {
    faults.push(...faultsOf(link, entry, texts));
    link = entry;
  }
  return [...faults, ...headFaults(link, head)];
}

export function startOf(chainId: string): Head {
  return { chainId, seq: 0, hash: chainStart(chainId) };
}

/** What is wrong with one entry after the one before it. The next is held to this one as it stands, so one fault is one. */
export function faultsOf(before: Head, kept: KeptEntry, texts: Texts): Fault[] {
  const fault = (code: FaultCode, sentence: string): Fault => ({
    chain_id: kept.chainId,
    seq: kept.seq,
    code,
    sentence,
  });
  if (kept.seq !== before.seq + 1) {
    const [from, to] = [before.seq + 1, kept.seq - 1];
    return [fault("gap", from === to ? `Entry ${from} is gone.` : `Entries ${from} to ${to} are gone.`)];
  }
  if (!chainHash(before.hash, kept.seq, kept.entry).equals(kept.hash)) {
    return [fault("hash_differs", `Entry ${kept.seq} or its hash was changed.`)];
  }
  const line = readable(kept.entry);
  if (!line) return [fault("hash_differs", `Entry ${kept.seq} is no longer an entry.`)];
  const copies = wrongCopies(kept, line).map((name) =>
    fault("copy_differs", `The column ${name} of entry ${kept.seq} differs from the entry itself.`),
  );
  const changed = Object.entries(line.words).filter(([, digest]) => isChanged(texts, digest, kept.chainId));
  return [
    ...copies,
    ...changed.map(([name]) => fault("text_differs", `The text "${name}" of entry ${kept.seq} was changed.`)),
  ];
}

/** Does the head stand where the entries end? */
export function headFaults(last: Head, head: Head): Fault[] {
  const fault = (code: FaultCode, sentence: string): Fault[] => [{ chain_id: last.chainId, seq: null, code, sentence }];
  if (head.seq > last.seq)
    return fault("gap", `The tail is cut: the head counts ${head.seq} entries, the last is ${last.seq}.`);
  if (head.seq < last.seq || !head.hash.equals(last.hash))
    return fault("head_differs", "The head does not stand on the last entry.");
  return [];
}

/** The line of an entry, read. */
export type Line = {
  what: string;
  at: string;
  by: WrittenBy;
  subject_id?: string;
  for_customer: boolean;
  facts: Record<string, string | number | boolean | null | string[]>;
  words: Record<string, string>;
};

export function readLine(entry: string): Line {
  return JSON.parse(entry);
}

/** The digests that an entry names; none when it cannot be read. */
export function digestsIn(entry: string): string[] {
  return Object.values(readable(entry)?.words ?? {});
}

/** The digest under which a text is kept: SHA-256 of its salt and itself. */
function digestOf(salt: Buffer, text: string): string {
  return createHash("sha256").update(salt).update(text).digest("hex");
}

function readable(entry: string): Line | null {
  try {
    const line = readLine(entry);
    return line && typeof line.words === "object" ? line : null;
  } catch {
    return null;
  }
}

function wrongCopies(kept: KeptEntry, line: Line): string[] {
  const by = typeof line.by === "object" && "member_id" in line.by ? line.by.member_id : null;
  const same = {
    at: kept.at.toString() === line.at,
    what: kept.what === line.what,
    subject_id: kept.subjectId === (line.subject_id ?? null),
    by_member_id: kept.byMemberId === by,
  };
  return Object.entries(same).flatMap(([name, is]) => (is ? [] : [name]));
}

function isChanged(texts: Texts, digest: string, chainId: string): boolean {
  const kept = texts.get(digest);
  return kept !== undefined && (kept.chainId !== chainId || digestOf(kept.salt, kept.text) !== digest);
}
