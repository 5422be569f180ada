import type { Instant } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";
import { type Case, isClosed, mayWork, stepped } from "./case.ts";

/** May this member say "I own it"? What has an owner passes only by their asking. */
export function mayOwn(c: Pick<Case, "state" | "ownerId" | "nextOwnerId">, memberId: string): Ruling {
  if (isClosed(c)) return mayWork(c);
  if (c.ownerId === null || c.nextOwnerId === memberId) return yes;
  if (c.ownerId === memberId) return conflict("owned_already", "You own this case already.");
  return conflict("has_an_owner", "Somebody owns this case. Ask them to pass it on to you.");
}

/** Somebody owns it from now on, and the customer gets the name. Who takes it over does it now, unless others are at it. */
export function owned(c: Case, memberId: string, at: Instant): Case {
  const handlerId = c.handlerId === null || c.handlerId === c.ownerId ? memberId : c.handlerId;
  return stepped({ ...c, ownerId: memberId, handlerId, nextOwnerId: null }, "owned", at, { memberId });
}

/** May its owner, or who leads, ask this member to own it? They own it once they accept. */
export function mayAskToOwn(c: Pick<Case, "state" | "ownerId">, memberId: string): Ruling {
  if (isClosed(c)) return mayWork(c);
  if (c.ownerId === memberId) return conflict("owned_already", "They own this case already.");
  return yes;
}

/** Other hands; the owner stays, however often. */
export function handedOn(c: Case, handlerId: string, at: Instant, byMemberId: string): Case {
  return stepped({ ...c, handlerId }, "handed_on", at, { memberId: byMemberId });
}

export function mayHandOn(c: Pick<Case, "state" | "ownerId" | "handlerId">, handlerId: string): Ruling {
  if (c.ownerId === null)
    return conflict("nobody_owns_it", "Nobody owns this case yet. Own it first, then hand it on.");
  return mayWork(c) ?? (c.handlerId === handlerId ? conflict("handles_already", "They have it in hand already.") : yes);
}
