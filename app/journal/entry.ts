import { createHash } from "node:crypto";
import type { Instant } from "#base/instant.ts";
import { newSalt } from "#base/token.ts";

/** The append-only record of a customer (or of the house itself): who did what when, with what was known then. */
export type Entry = {
  /** A customer's id, or the workspace's own for what concerns no single customer. */
  chainId: string;
  what: string;
  at: Instant;
  by: By;
  subjectId?: string;
  /** Ids, instants, numbers and codes. Never words of a person: those go into `words`. */
  facts?: Record<string, Fact>;
  /** Personal text, kept apart under a salted digest so that it can be erased and the chain still proves. */
  words?: Record<string, string | null | undefined>;
  /** May the customer read it? Others show in their export as a digest only. */
  forCustomer?: boolean;
};

type Fact = string | number | boolean | null | Instant | readonly string[] | undefined;

export type By = { memberId: string } | { contactId: string } | "machine";

/** The same as an entry's line says it: the id alone, whatever else is known of them here. */
export type WrittenBy = { member_id: string } | { contact_id: string } | "machine";

export type KeptText = { digest: Buffer; salt: Buffer; text: string };

/**
 * The bytes that are chained, as one line of JSON with its keys in a fixed order, and the texts they only point to.
 * A text's digest is SHA-256 of salt and text.
 */
export function writeEntry(entry: Entry): { line: string; texts: KeptText[] } {
  const texts: KeptText[] = [];
  const words: Record<string, string> = {};
  for (const [name, text] of Object.entries(entry.words ?? {})) {
    if (!text) continue;
    const salt = newSalt();
    const digest = createHash("sha256").update(salt).update(text).digest();
    texts.push({ digest, salt, text });
    words[name] = digest.toString("hex");
  }
  const line = JSON.stringify({
    what: entry.what,
    at: entry.at,
    by: writtenBy(entry.by),
    subject_id: entry.subjectId,
    for_customer: entry.forCustomer ?? false,
    facts: entry.facts ?? {},
    words,
  });
  return { line, texts };
}

/** The hash of an entry: SHA-256 of the hash before it, its number as eight bytes, and SHA-256 of its line. */
export function chainHash(before: Buffer, seq: number, line: string): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(seq));
  const content = createHash("sha256").update(line).digest();
  return createHash("sha256").update(before).update(number).update(content).digest();
}

/** Where a chain begins: SHA-256 of its own id, so that no chain can stand in for another. */
export function chainStart(chainId: string): Buffer {
  return createHash("sha256").update(chainId).digest();
}

function writtenBy(by: By): WrittenBy {
  if (by === "machine") return by;
  return "memberId" in by ? { member_id: by.memberId } : { contact_id: by.contactId };
}
