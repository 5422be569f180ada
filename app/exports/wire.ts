import * as z from "zod/mini";
import { get } from "#base/contract.ts";

export const exportsContract = {
  exportCustomer: get("/customers/:id/export", {
    summary: "What a customer may have of all that is kept about them: JSON Lines, one thing a line (docs/export.md)",
    scope: "customers:read",
    gives: z.string(),
    media: "application/jsonl",
  }),
};
