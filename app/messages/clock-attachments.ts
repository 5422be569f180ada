import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { deleteUnsent } from "./store-attachments.ts";

/** Files that were added to a message and never sent. */
export function forgetAttachmentsDuty(db: Database): Duty<DueRow> {
  return {
    name: "forget attachments",
    ...byAlarm(db, alarms.unsent_file),
    act: async ({ workspaceId, id }) => {
      await inWorkspace(db, workspaceId, (tx) => deleteUnsent(tx, workspaceId, id));
    },
  };
}
