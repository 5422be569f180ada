import type { Instant } from "#base/instant.ts";

/** One business: the tenant, to which everything else belongs. */
export type Workspace = {
  id: string;
  name: string;
  timeZone: string;
  /** In which letters are written to customers of whom we know no language. */
  language: string;
  currency: string;
  /** The trade template it began with. */
  trade: string | null;
  calendarId: string;
  /** From which address its mail comes. */
  mailFrom: string | null;
  /** The URL of its own mail server, sealed with the house's key. */
  mailUrlSealed: Buffer | null;
  createdAt: Instant;
  version: number;
};
