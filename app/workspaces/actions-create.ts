import { editCalendar } from "#app/calendars/actions.ts";
import { insertCalendar } from "#app/calendars/store.ts";
import { append, openChain } from "#app/journal/store.ts";
import { addMember } from "#app/members/actions.ts";
import { createApiKey } from "#app/members/actions-keys.ts";
import { userFor } from "#app/members/actions-users.ts";
import { businessHours, type Calendar, checkCalendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { conflict } from "#base/refusal.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";
import { hasWorkspaces, insertWorkspace, lockFirstRun } from "./store.ts";
import { saveOverride } from "./store-policies.ts";
import { type Trade, tradeNamed } from "./trades.ts";
import type { Workspace } from "./workspace.ts";

export type NewWorkspace = {
  name: string;
  timeZone: string;
  language: string;
  currency?: string | undefined;
  trade?: string | undefined;
  /** Whose public holidays its calendar has. */
  country?: string | undefined;
  isDemo?: boolean;
  member: { name: string; email: string; password?: string | undefined };
};

export type MadeWorkspace = { workspaceId: string; memberId: string; apiKey: string };

/** A new business with its first member, its hours, and the key by which that member's programs act. */
export async function createWorkspace(db: Database, wanted: NewWorkspace, now: Instant): Promise<MadeWorkspace> {
  const plan = planOf(wanted, now);
  const workspaceId = plan.workspace.id;
  return inWorkspace(db, workspaceId, async (tx) => {
    const memberId = await moveIn(tx, db.auth, plan, wanted.member, now);
    const { secret } = await createApiKey(tx, workspaceId, "machine", { memberId, name: "first key" }, now);
    return { workspaceId, memberId, apiKey: secret };
  });
}

/** The first business of a house in which nobody lives yet. Of two that come at once one moves in: `first_run_over`. */
export async function createFirstWorkspace(
  db: Database,
  wanted: NewWorkspace,
  now: Instant,
): Promise<Omit<MadeWorkspace, "apiKey">> {
  const plan = planOf(wanted, now);
  const workspaceId = plan.workspace.id;
  return inWorkspace(db, workspaceId, async (tx) => {
    await lockFirstRun(tx);
    if (await hasWorkspaces(db)) {
      throw conflict("first_run_over", "This house is set up already. Sign in, or ask for an invitation.");
    }
    const memberId = await moveIn(tx, db.auth, plan, wanted.member, now);
    const { country: holidayRegion } = wanted;
    const { calendarId } = plan.workspace;
    if (holidayRegion) await editCalendar(tx, workspaceId, memberId, calendarId, { holidayRegion }, null, now);
    return { workspaceId, memberId };
  });
}

type Plan = { workspace: Workspace; calendar: Calendar; trade: Trade | null };

function planOf(wanted: NewWorkspace, now: Instant): Plan {
  const trade = wanted.trade === undefined ? null : tradeNamed(wanted.trade);
  const week = trade?.week ?? businessHours(wanted.timeZone).week;
  const calendar = checkCalendar({ timeZone: wanted.timeZone, week, days: [] });
  const workspace: Workspace = {
    id: newId(),
    name: wanted.name,
    timeZone: calendar.timeZone,
    language: wanted.language,
    currency: wanted.currency ?? "EUR",
    trade: trade?.name ?? null,
    calendarId: newId(),
    mailFrom: null,
    mailUrlSealed: null,
    isDemo: wanted.isDemo ?? false,
    createdAt: now,
    version: 1,
  };
  return { workspace, calendar, trade };
}

/** The business with its hours, and its first member, its proprietor. Gives the member's id. */
async function moveIn(
  tx: Tx,
  auth: Database["auth"],
  { workspace, calendar, trade }: Plan,
  { name, email, password }: NewWorkspace["member"],
  now: Instant,
): Promise<string> {
  const userId = await userFor(auth, { name, email, password }, "machine", now);
  await insertWorkspace(tx, workspace);
  const kept = { id: workspace.calendarId, name: workspace.name, calendar, holidayRegion: null, emergencyRoute: null };
  await insertCalendar(tx, workspace.id, { ...kept, holidaysAt: null, isOwn: false, version: 1 });
  await begin(tx, workspace, trade, now);
  const { id } = await addMember(tx, workspace.id, "machine", { name, email, role: "proprietor", userId }, now);
  return id;
}

/** The house's own chain begins with its workspace, and what its trade brings along. */
async function begin(tx: Tx, workspace: Workspace, trade: Trade | null, now: Instant): Promise<void> {
  if (trade) {
    await saveOverride(tx, workspace.id, { scope: "workspace", name: "", settings: trade.policy, version: 1 });
  }
  await openChain(tx, workspace.id, workspace.id);
  await append(tx, workspace.id, {
    chainId: workspace.id,
    what: "workspace created",
    at: now,
    by: "machine",
    subjectId: workspace.id,
    facts: { time_zone: workspace.timeZone, language: workspace.language, trade: workspace.trade },
    words: { name: workspace.name },
  });
}
