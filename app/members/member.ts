import type { Scope } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, forbidden, type Ruling, yes } from "#base/refusal.ts";

/** Who works here, and what each may do. A member who left stays on record: what they promised has their name. */
export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: string | null;
  timeZone: string | null;
  calendarId: string | null;
  /** Own quiet hours on the wall of their zone, "21:00": what rings them waits for their end. Null: there are none. */
  quietFrom: string | null;
  quietUntil: string | null;
  joinedAt: Instant;
  leftAt: Instant | null;
  /** Whom they sign in as; null until they have a way in. */
  userId: string | null;
  version: number;
};

/** From the one who may do most to the one who may only look. */
export const roles = ["proprietor", "admin", "manager", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Who acts: a member through a key or session, or whoever holds the machine itself and types at its command line. */
export type Acting = { memberId: string; role: Role; scopes: readonly Scope[] } | "machine";

/** How the journal names who acts. */
export function byOf(by: Acting): { memberId: string } | "machine" {
  return by === "machine" ? by : { memberId: by.memberId };
}

/** Members, keys and settings are for proprietors and admins, through a key that was given that scope. */
export function mayManageMembers(by: Acting): Ruling {
  if (by === "machine" || (isAdmin(by.role) && by.scopes.includes("settings:write"))) return yes;
  return forbidden("admins_only", "Only a proprietor or an admin may do this: ask one of them.");
}

/** A proprietor is made, changed and let go by proprietors only; else an admin could make themselves one. */
export function mayManage(by: Acting, role: Role): Ruling {
  const ruling = mayManageMembers(by);
  if (ruling || by === "machine" || role !== "proprietor" || by.role === "proprietor") return ruling;
  return forbidden("proprietors_only", "Only a proprietor may do this to a proprietor, or make one.");
}

/** What concerns only a member themself, such as their quiet hours and absences, they also do themselves. */
export function mayArrange(by: Acting, member: Pick<Member, "id" | "role">): Ruling {
  const isOwn = by !== "machine" && by.memberId === member.id;
  return isOwn ? yes : mayManage(by, member.role);
}

/** Somebody must stay who may do everything. */
export function mayStepDown(member: Pick<Member, "role" | "leftAt">, otherProprietors: number): Ruling {
  if (member.role !== "proprietor" || otherProprietors > 0) return yes;
  return conflict("last_proprietor", "This is the last proprietor: make somebody else a proprietor first.");
}

export function mayAct(member: Pick<Member, "leftAt">): Ruling {
  if (!member.leftAt) return yes;
  return conflict("member_left", "This member has left: name somebody who works here.");
}

export function isAdmin(role: Role): boolean {
  return role === "proprietor" || role === "admin";
}
