import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { type AlsoHears, hearOf } from "./actions-heed.ts";
import { ringPromise } from "./actions-ring.ts";
import { mailRings } from "./actions-ring-mail.ts";
import { continueSeries } from "./actions-series.ts";
import { ringMailsDue } from "./store-rings.ts";

/**
 * What falls due with promises: a customer's server has answered, a ring, its mail, the next of a series. A message is heard
 * once, so whoever stands above and hears of it too is handed in.
 */
export function promiseDuties(db: Database, alsoHears?: AlsoHears): Duty[] {
  const hear: Duty<DueRow> = {
    name: "hear",
    ...byAlarm(db, alarms.told),
    act: ({ workspaceId, ...due }, now) =>
      inWorkspace(db, workspaceId, (tx) => hearOf(tx, workspaceId, due, now, alsoHears)),
  };
  const ring: Duty<DueRow> = {
    name: "ring",
    ...byAlarm(db, alarms.ring),
    act: ({ workspaceId, ...due }, now) => inWorkspace(db, workspaceId, (tx) => ringPromise(tx, workspaceId, due, now)),
    // Most of a ring's time is waiting for the disk, which writes down several at once.
    lanes: 8,
  };
  const mail: Duty = {
    name: "mail rings",
    alarm: alarms.ring_mail,
    due: (now, leftOut) => ringMailsDue(db, now, leftOut),
    act: ({ workspaceId, id }, now) => inWorkspace(db, workspaceId, (tx) => mailRings(tx, workspaceId, id, now)),
  };
  const goOn: Duty<DueRow> = {
    name: "continue series",
    ...byAlarm(db, alarms.series),
    act: ({ workspaceId, id }, now) => inWorkspace(db, workspaceId, (tx) => continueSeries(tx, workspaceId, id, now)),
  };
  return [hear, ring, mail, goOn] as Duty[];
}
