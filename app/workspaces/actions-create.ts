import { insertCalendar } from "#app/calendars/store.ts";
import { append, openChain } from "#app/journal/store.ts";
import { addMember } from "#app/members/actions.ts";
import { createApiKey } from "#app/members/actions-keys.ts";
import { mayBePassword } from "#app/members/password.ts";
import { businessHours, checkCalendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";
import { insertWorkspace } from "./store.ts";
import { saveOverride } from "./store-policies.ts";
import { type Trade, tradeNamed } from "./trades.ts";
import type { Workspace } from "./workspace.ts";

export type NewWorkspace = {
  name: string;
  timeZone: string;
  language: string;
  currency?: string | undefined;
  trade?: string | undefined;
  isDemo?: boolean;
  member: { name: string; email: string; password?: string | undefined };
};

export type MadeWorkspace = { workspaceId: string; memberId: string; apiKey: string };

/** A new business with its first member, its hours, and the key by which that member's programs act. */
export async function createWorkspace(db: Database, wanted: NewWorkspace, now: Instant): Promise<MadeWorkspace> {
  const trade = wanted.trade === undefined ? null : tradeNamed(wanted.trade);
  if (wanted.member.password !== undefined) demand(mayBePassword(wanted.member.password));
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
  return inWorkspace(db, workspace.id, async (tx) => {
    await insertWorkspace(tx, workspace);
    const kept = { id: workspace.calendarId, name: wanted.name, calendar, holidayRegion: null, emergencyRoute: null };
    await insertCalendar(tx, workspace.id, { ...kept, version: 1 });
    await begin(tx, workspace, trade, now);
    const member = await addMember(tx, workspace.id, "machine", { ...wanted.member, role: "proprietor" }, now);
    const forMember = { memberId: member.id, name: "first key" };
    const { secret } = await createApiKey(tx, workspace.id, "machine", forMember, now);
    return { workspaceId: workspace.id, memberId: member.id, apiKey: secret };
  });
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
