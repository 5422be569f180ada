import * as z from "zod/mini";
import { post, remove } from "#base/contract.ts";
import { id, instantOut } from "#base/fields.ts";
import type { Merge } from "./merge.ts";

export const mergeOut = z.object({ id, alias_id: id, into_id: id, merged_at: instantOut, merged_by_id: id });

const body = z.strictObject({ alias_id: id });
const scope = "customers:write" as const;

export const mergesContract = {
  mergeCustomers: post("/customers/:id/merges", {
    scope,
    summary: "From now on the alias is read as this customer; nothing is rewritten",
    body,
    gives: mergeOut,
  }),
  unmergeCustomers: remove("/customers/:id/merges/:merge_id", {
    scope,
    summary: "Takes the merge back: both are again what they were",
    gives: mergeOut,
  }),
  mergeContacts: post("/contacts/:id/merges", {
    scope,
    summary: "From now on the alias, a contact of the same customer, is read as this one",
    body,
    gives: mergeOut,
  }),
  unmergeContacts: remove("/contacts/:id/merges/:merge_id", {
    scope,
    summary: "Takes the merge back: both are again what they were",
    gives: mergeOut,
  }),
};

export function mergeForStaff(merge: Merge): z.input<typeof mergeOut> {
  return {
    id: merge.id,
    alias_id: merge.aliasId,
    into_id: merge.intoId,
    merged_at: merge.mergedAt.toString(),
    merged_by_id: merge.mergedById,
  };
}
