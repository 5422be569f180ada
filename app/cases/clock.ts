import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { ringCase } from "./actions-ring.ts";
import { mailCaseRings } from "./actions-ring-mail.ts";
import { caseRingMailsDue } from "./store-rings.ts";

/** What falls due with cases: whom one rings next, and the mail of what rang. What came of a message is heard with the promises'. */
export function caseDuties(db: Database): Duty[] {
  const ring: Duty<DueRow> = {
    name: "ring cases",
    ...byAlarm(db, alarms.case_ring),
    act: ({ workspaceId, ...due }, now) => inWorkspace(db, workspaceId, (tx) => ringCase(tx, workspaceId, due, now)),
  };
  const mail: Duty = {
    name: "mail rings of cases",
    alarm: alarms.case_ring_mail,
    due: (now, leftOut) => caseRingMailsDue(db, now, leftOut),
    act: ({ workspaceId, id }, now) => inWorkspace(db, workspaceId, (tx) => mailCaseRings(tx, workspaceId, id, now)),
  };
  return [ring, mail] as Duty[];
}
