import * as z from "zod/mini";
import { get, post, remove } from "#base/contract.ts";
import { id, instantOut } from "#base/fields.ts";
import type { Instant } from "#base/instant.ts";
import { type Link, linkState } from "./link.ts";

const linkOut = z.object({
  id,
  made_at: instantOut,
  expires_at: instantOut,
  revoked_at: z.nullable(instantOut),
  state: z.enum(["open", "expired", "revoked"]),
});

export const linksContract = {
  makeLink: post("/contacts/:id/links", {
    scope: "customers:write",
    summary: "A contact's own way in, shown once; `days` it opens, else as the policies say",
    body: z.strictObject({ days: z.optional(z.int().check(z.minimum(1), z.maximum(3650))) }),
    gives: z.object({ id, url: z.string(), expires_at: instantOut }),
    secrets: ["url"],
  }),
  listLinks: get("/contacts/:id/links", {
    scope: "customers:read",
    summary: "The links of a contact, without what opens them; the 200 that open longest",
    gives: z.object({ items: z.array(linkOut) }),
  }),
  revokeLinks: remove("/contacts/:id/links", {
    scope: "customers:write",
    summary: "Closes every link of a contact at once",
    gives: z.object({ revoked: z.int() }),
  }),
};

export function linkForStaff(link: Link, now: Instant): z.input<typeof linkOut> {
  return {
    id: link.id,
    made_at: link.madeAt.toString(),
    expires_at: link.expiresAt.toString(),
    revoked_at: link.revokedAt?.toString() ?? null,
    state: linkState(link, now),
  };
}
