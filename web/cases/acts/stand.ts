import type { WholeCase } from "#web/cases/pages.ts";

type Standing = Pick<
  WholeCase,
  | ("state" | "kind" | "subject" | "contact_id" | "team_id" | "owner_id" | "handler_id" | "next_owner_id")
  | ("done_at" | "did" | "waiting_reason" | "snoozed_until" | "reopened_count" | "escalated_at")
>;

/** What a person would call a change of it: not that it rang, or that a word arrived. */
export function standOf(c: Standing): string {
  return JSON.stringify([
    ...[c.state, c.kind, c.subject, c.contact_id, c.team_id, c.owner_id, c.handler_id, c.next_owner_id],
    ...[c.done_at, c.did, c.waiting_reason, c.snoozed_until, c.reopened_count, c.escalated_at],
  ]);
}
