import * as z from "zod/mini";
import { get, post, remove, scopes } from "#base/contract.ts";
import { id, instant, instantOut, line, listOf, page } from "#base/fields.ts";
import type { ApiKey } from "./key.ts";

export const newKey = z.strictObject({
  name: line(1, 200),
  member_id: z.optional(id),
  scopes: z.optional(z.array(z.enum(scopes)).check(z.minLength(1), z.maxLength(scopes.length))),
  expires_at: z.optional(instant),
});

const key = z.object({
  id,
  member_id: id,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  created_at: instantOut,
  expires_at: z.nullable(instantOut),
  revoked_at: z.nullable(instantOut),
});

export const keysContract = {
  createApiKey: post("/api_keys", {
    summary: "Create an API key for yourself or a member; it is shown in this answer and never again",
    scope: "settings:write",
    body: newKey,
    gives: z.extend(key, { api_key: z.string() }),
    secrets: ["api_key"],
  }),
  listApiKeys: get("/api_keys", {
    summary: "API keys in the order of their making, without what they open with",
    scope: "settings:read",
    query: z.strictObject({ ...page, after: z.optional(id), member_id: z.optional(id) }),
    gives: listOf(key),
  }),
  revokeApiKey: remove("/api_keys/:id", {
    summary: "Revoke an API key: from now on it opens nothing",
    scope: "settings:write",
    gives: key,
  }),
};

export function keyForStaff(key: ApiKey) {
  return {
    id: key.id,
    member_id: key.memberId,
    name: key.name,
    scopes: [...key.scopes],
    created_at: key.createdAt.toString(),
    expires_at: key.expiresAt?.toString() ?? null,
    revoked_at: key.revokedAt?.toString() ?? null,
  };
}
