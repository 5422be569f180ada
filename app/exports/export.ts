/** Everything a workspace holds, or a customer may see, as JSON Lines that need no Truepenny to be read. */
export type Line = { type: string } & Record<string, unknown>;

/** Takes one line of an export, without its line break; resolves once there is room for the next. */
export type Write = (line: string) => Promise<void>;

/** Raised when lines change their meaning; new types of lines and new fields do not change it. */
export const format = 1;

/**
 * The tables of an export in an order in which no row refers to a later table, each with its key within the workspace
 * and what stays behind: nothing that opens a door leaves the house.
 */
export const exported = [
  { type: "workspace", table: "workspaces", key: ["workspace_id"], without: ["mail_url_sealed"] },
  { type: "calendar", table: "calendars", key: ["id"] },
  { type: "policy", table: "policies", key: ["scope", "name"] },
  { type: "member", table: "members", key: ["id"], without: ["password_hash"] },
  { type: "absence", table: "absences", key: ["id"] },
  { type: "team", table: "teams", key: ["id"] },
  { type: "team_member", table: "team_members", key: ["team_id", "member_id"] },
  { type: "api_key", table: "api_keys", key: ["id"], without: ["secret_hash"] },
  { type: "invitation", table: "invitations", key: ["id"], without: ["secret_hash"] },
  { type: "calendar_feed", table: "calendar_feeds", key: ["id"], without: ["secret_hash"] },
  { type: "push_device", table: "push_devices", key: ["id"], without: ["endpoint", "p256dh", "auth"] },
  { type: "customer", table: "customers", key: ["id"] },
  { type: "contact", table: "contacts", key: ["id"] },
  { type: "contact_address", table: "contact_addresses", key: ["channel", "address"] },
  { type: "view", table: "views", key: ["id"] },
  { type: "contact_link", table: "contact_links", key: ["id"] },
  { type: "customer_merge", table: "customer_merges", key: ["id"] },
  { type: "contact_merge", table: "contact_merges", key: ["id"] },
  { type: "profile_entry", table: "profile_entries", key: ["id"] },
  { type: "mailbox", table: "mailboxes", key: ["id"], without: ["secret_sealed", "watch_id"] },
  { type: "number", table: "numbers", key: ["id"], without: ["token_sealed"] },
  { type: "form", table: "forms", key: ["id"] },
  { type: "draft", table: "drafts", key: ["id"] },
  { type: "saved_reply", table: "saved_replies", key: ["id"] },
  { type: "message", table: "messages", key: ["id"] },
  { type: "attachment", table: "attachments", key: ["id"] },
  { type: "attachment_part", table: "attachment_parts", key: ["attachment_id", "place"], perPage: 16 },
  { type: "arrival", table: "arrivals", key: ["id"], without: ["raw", "identity"] },
  { type: "sentence_answer", table: "sentence_answers", key: ["id"] },
  { type: "coach_count", table: "coach_counts", key: ["rule"] },
  { type: "coach_dismissal", table: "coach_dismissals", key: ["member_id", "rule"] },
  { type: "case_cause", table: "case_causes", key: ["id"] },
  { type: "case_cause_word", table: "case_cause_words", key: ["id"] },
  { type: "case", table: "cases", key: ["id"] },
  { type: "case_message", table: "case_messages", key: ["message_id"] },
  { type: "case_answer", table: "case_answers", key: ["id"] },
  { type: "case_pulse", table: "case_pulses", key: ["id"] },
  { type: "case_ring", table: "case_rings", key: ["id"] },
  { type: "promise_series", table: "promise_series", key: ["id"] },
  { type: "promise", table: "promises", key: ["id"] },
  { type: "telling", table: "tellings", key: ["id"] },
  { type: "promise_move", table: "promise_moves", key: ["id"] },
  { type: "verdict", table: "verdicts", key: ["id"] },
  { type: "ring", table: "rings", key: ["id"] },
  { type: "push", table: "pushes", key: ["id"] },
] as const satisfies readonly Exported[];

export type Exported = {
  type: string;
  table: string;
  key: readonly string[];
  without?: readonly string[];
  /** How many rows are in memory at once, where one of them is large. */
  perPage?: number;
};

/** A row as a line, its instants in ISO 8601, its bytes in base64. */
export function lineOf({ type, without = [] }: Exported, row: object): Line {
  const told = Object.entries(row).filter(([column]) => !without.includes(column));
  return { type, ...Object.fromEntries(told.map(([column, value]) => [column, written(value)])) };
}

function written(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString("base64") : value;
}
