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
  /** Made up by the command `demo`: no business of anybody's, and its mail goes nowhere. */
  isDemo: boolean;
  createdAt: Instant;
  version: number;
};
