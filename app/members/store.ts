import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Member, Role } from "./member.ts";

const columns = [
  "id",
  "name",
  "email",
  "role",
  "language",
  "time_zone",
  "calendar_id",
  "quiet_from",
  "quiet_until",
  "joined_at",
  "left_at",
  "user_id",
  "version",
] as const;

export async function insertMember(tx: Tx, workspaceId: string, member: Member): Promise<void> {
  await tx
    .insertInto("members")
    .values({ workspace_id: workspaceId, id: member.id, user_id: member.userId, ...columnsOf(member) })
    .execute();
}

export async function findMember(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Member | undefined> {
  const row = await tx
    .selectFrom("members")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && memberOf(row);
}

/** The one who works here and has this address; capitals make no difference. */
export async function findMemberByEmail(tx: Tx, workspaceId: string, email: string): Promise<Member | undefined> {
  const row = await tx
    .selectFrom("members")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where(sql<string>`lower(email)`, "=", sql<string>`lower(${email})`)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row && memberOf(row);
}

/** Saves what was found for update. */
export async function saveMember(tx: Tx, workspaceId: string, member: Member): Promise<void> {
  await tx
    .updateTable("members")
    .set(columnsOf(member))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", member.id)
    .execute();
}

/** In the order in which they joined. */
export async function listMembers(
  tx: Tx,
  workspaceId: string,
  which: { left: boolean; limit: number; after?: string | undefined },
): Promise<Member[]> {
  const rows = await tx
    .selectFrom("members")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("left_at", which.left ? "is not" : "is", null)
    .$if(which.after !== undefined, (query) => query.where("id", ">", which.after ?? ""))
    .orderBy("id")
    .limit(which.limit)
    .execute();
  return rows.map(memberOf);
}

/** One at a time changes who works here, so that no address is taken twice and not all proprietors leave at once. */
export async function lockStaff(tx: Tx, workspaceId: string): Promise<void> {
  await tx
    .selectFrom("workspaces")
    .select("workspace_id")
    .where("workspace_id", "=", workspaceId)
    .forNoKeyUpdate()
    .execute();
}

export async function countOtherProprietors(tx: Tx, workspaceId: string, memberId: string): Promise<number> {
  const { others } = await tx
    .selectFrom("members")
    .select((select) => select.fn.countAll<number>().as("others"))
    .where("workspace_id", "=", workspaceId)
    .where("id", "!=", memberId)
    .where("role", "=", "proprietor")
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  return others;
}

function columnsOf(member: Member) {
  return {
    name: member.name,
    email: member.email,
    role: member.role,
    language: member.language,
    time_zone: member.timeZone,
    calendar_id: member.calendarId,
    quiet_from: member.quietFrom,
    quiet_until: member.quietUntil,
    joined_at: member.joinedAt,
    left_at: member.leftAt,
    version: member.version,
  };
}

type Row = {
  id: string;
  name: string;
  email: string;
  role: string;
  language: string | null;
  time_zone: string | null;
  calendar_id: string | null;
  quiet_from: string | null;
  quiet_until: string | null;
  joined_at: Instant;
  left_at: Instant | null;
  user_id: string | null;
  version: number;
};

function memberOf(row: Row): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    language: row.language,
    timeZone: row.time_zone,
    calendarId: row.calendar_id,
    quietFrom: row.quiet_from?.slice(0, 5) ?? null,
    quietUntil: row.quiet_until?.slice(0, 5) ?? null,
    joinedAt: row.joined_at,
    leftAt: row.left_at,
    userId: row.user_id,
    version: row.version,
  };
}
