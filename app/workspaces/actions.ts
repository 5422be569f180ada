import { findCalendar, saveCalendar } from "#app/calendars/store.ts";
import { append } from "#app/journal/store.ts";
import type { Given } from "#base/given.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import { zone } from "#base/zone.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkSmtpUrl } from "./mail-server.ts";
import { seal } from "./sealed.ts";
import { findWorkspace, saveWorkspace } from "./store.ts";
import type { Workspace } from "./workspace.ts";

type Editable = Pick<Workspace, "name" | "timeZone" | "language" | "currency" | "calendarId" | "mailFrom">;
export type WorkspaceChange = Given<Editable & { smtpUrl: string | null }>;

/** `secret` is the house's; the URL of a mail server holds a password and is kept sealed. */
export async function editWorkspace(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  change: WorkspaceChange,
  version: number | null,
  secret: string,
  now: Instant,
): Promise<Workspace> {
  const before = await findWorkspace(tx, workspaceId, "for update");
  if (!before) throw missing("workspace");
  demandVersion(version, before.version);
  const { smtpUrl, ...plain } = change;
  const next: Workspace = { ...before, ...plain, version: before.version + 1 };
  next.timeZone = zone(next.timeZone);
  if (smtpUrl !== undefined)
    next.mailUrlSealed = smtpUrl === null ? null : seal(checkSmtpUrl(smtpUrl), secret, workspaceId);
  await moveHours(tx, before, next);
  await saveWorkspace(tx, next);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "workspace changed",
    at: now,
    by: { memberId },
    subjectId: workspaceId,
    facts: { changed: Object.keys(change), time_zone: plain.timeZone, language: plain.language },
    words: { name: plain.name, mail_from: plain.mailFrom },
  });
  return next;
}

/** A business that moves to another zone opens at nine there, too, unless its calendar had a zone of its own. */
async function moveHours(tx: Tx, before: Workspace, next: Workspace): Promise<void> {
  const kept = await findCalendar(tx, next.id, next.calendarId, "for update");
  if (!kept || kept.isOwn) throw missing("calendar");
  const { calendar } = kept;
  if (before.timeZone === next.timeZone || calendar.timeZone !== before.timeZone) return;
  await saveCalendar(tx, next.id, {
    ...kept,
    calendar: { ...calendar, timeZone: next.timeZone },
    version: kept.version + 1,
  });
}
