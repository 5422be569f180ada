import * as z from "zod/mini";
import { type Head, type KeptEntry, readLine, type Texts } from "#app/journal/proof.ts";
import { get } from "#base/contract.ts";
import { id, instantOut, listOf, page } from "#base/fields.ts";

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const entryOut = z.object({
  seq: z.int(),
  at: instantOut,
  what: z.string(),
  by: z.union([z.object({ member_id: id }), z.object({ contact_id: id }), z.literal("machine")]),
  subject_id: z.nullable(id),
  for_customer: z.boolean(),
  facts: z.record(z.string(), fact),
  words: z.record(z.string(), z.nullable(z.string())).check(z.describe("null where a text was erased")),
  hash: z.string(),
});

export const journalContract = {
  readJournal: get("/customers/:id/journal", {
    scope: "customers:read",
    summary: "The journal of exactly this customer, newest first, and the head of its chain",
    query: z.strictObject({ ...page, after: z.optional(z.coerce.number().check(z.int(), z.minimum(1))) }),
    gives: z.extend(listOf(entryOut), { head: z.object({ seq: z.int(), hash: z.string() }) }),
  }),
};

export function entryForStaff(kept: KeptEntry, texts: Texts): z.input<typeof entryOut> {
  const { by, facts, words, for_customer } = readLine(kept.entry);
  const given = Object.entries(words).map(([name, digest]) => [name, texts.get(digest)?.text ?? null] as const);
  return {
    seq: kept.seq,
    at: kept.at.toString(),
    what: kept.what,
    by,
    subject_id: kept.subjectId,
    for_customer,
    facts,
    words: Object.fromEntries(given),
    hash: kept.hash.toString("hex"),
  };
}

export function headForStaff({ seq, hash }: Head): { seq: number; hash: string } {
  return { seq, hash: hash.toString("hex") };
}
