import { type Scope, scopes } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { isAfter } from "#base/instant.ts";
import { forbidden, invalid, type Ruling, yes } from "#base/refusal.ts";
import { type Acting, isAdmin, type Role } from "./member.ts";

/** A key by which a program acts as a member. Its secret is shown once and kept only as a hash. */
export type ApiKey = {
  id: string;
  memberId: string;
  name: string;
  scopes: readonly Scope[];
  createdAt: Instant;
  expiresAt: Instant | null;
  revokedAt: Instant | null;
};

const looking: Scope[] = ["promises:read", "customers:read", "record:read", "settings:read"];
const working: Scope[] = [...looking, "promises:write", "customers:write"];

/** The most that a member of this role may do, by whatever key or session. */
export function scopesOf(role: Role): readonly Scope[] {
  if (isAdmin(role)) return scopes;
  return role === "viewer" ? looking : working;
}

/** A key can do no more than the member it acts as, nor than the one who makes it. */
export function mayGive(by: Acting, wanted: readonly Scope[], role: Role): Ruling {
  const beyondRole = wanted.find((scope) => !scopesOf(role).includes(scope));
  if (beyondRole) {
    return invalid("beyond_role", `The role ${role} does not reach to ${beyondRole}: leave it out.`, "scopes");
  }
  const beyondOwn = by !== "machine" && wanted.find((scope) => !by.scopes.includes(scope));
  if (beyondOwn) return forbidden("beyond_own_scopes", `Your own key does not reach to ${beyondOwn}: leave it out.`);
  return yes;
}

export function mayExpireAt(expiresAt: Instant | null, now: Instant): Ruling {
  if (!expiresAt || isAfter(expiresAt, now)) return yes;
  return invalid("expired_already", "This time has passed: name one to come, or leave it out.", "expires_at");
}
