/** Whatever carries its alarm: the column that holds it, indexed by (that column, workspace_id, id). */
export const alarms = {
  ring: { table: "promises", column: "next_ring_at" },
  series: { table: "promise_series", column: "next_ring_at" },
  ring_mail: { table: "rings", column: "mail_at" },
  case_ring: { table: "cases", column: "next_ring_at" },
  case_ring_mail: { table: "case_rings", column: "mail_at" },
  message: { table: "messages", column: "next_attempt_at" },
  told: { table: "messages", column: "heed_at" },
  push: { table: "pushes", column: "next_push_at" },
  mailbox: { table: "mailboxes", column: "next_look_at" },
  arrival: { table: "arrivals", column: "file_at" },
  old_mail: { table: "arrivals", column: "forget_at" },
  unsent_file: { table: "attachments", column: "forget_at" },
  holidays: { table: "calendars", column: "holidays_at" },
} as const;

export type Alarm = (typeof alarms)[keyof typeof alarms];
