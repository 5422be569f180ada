import type { KeptCalendar } from "#app/calendars/calendar.ts";

/**
 * The hours that a member keeps to: nobody else's, or a calendar that was chosen for them, else that of their team, else
 * the workspace's.
 */
export type Hours = { whose: "own" | "member" | "team" | "workspace"; kept: KeptCalendar };
