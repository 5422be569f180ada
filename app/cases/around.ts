import type { QuietHours } from "#app/messages/quiet.ts";
import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";

/** What stands around a case: the house, whose hours count, how its contact can be reached, and what is planned. */
export type Around = {
  houseName: string;
  houseLanguage: string;
  policy: Policy;
  /** Of its owner, else of its team, else of the house; and of its team, else of the house. */
  hours: Calendar;
  teamHours: Calendar;
  customer: { id: string; name: string };
  contact: {
    name: string;
    hasAddress: boolean;
    /** The channel by which a message of ours would go; null where there is none. */
    writtenBy: "email" | "sms" | null;
    preferredChannel: string | null;
    quiet: QuietHours;
  } | null;
  ownerName: string | null;
  /** The earliest due of what was promised in it and is not settled. */
  planDueAt: Instant | null;
};
