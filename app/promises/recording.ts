import type { Instant } from "#base/instant.ts";
import type { Given } from "./making.ts";
import type { Setting } from "./setting.ts";

/** What is said when a promise is recorded; who does it may be left to what is usual. */
export type Recording = Omit<Given, "ownerId" | "handlerId" | "dueAt" | "opensAt" | "estimate" | "quote"> & {
  ownerId: string | null;
  handlerId: string | null;
  /** The exact due, or how to read it once the speaker's zone and calendar are known. */
  due: (setting: Setting) => { dueAt: Instant; opensAt: Instant | null };
  estimate: { seconds: number; in?: "working" | "clock" | undefined } | null;
  seriesId?: string;
  groupId?: string;
  caseId?: string;
};

/** What a recording says of itself where nobody says more. */
export const usual = {
  contactId: null,
  toMemberId: null,
  ownerId: null,
  handlerId: null,
  coverId: null,
  estimate: null,
  wantedByAt: null,
  isVisible: true,
  isShared: false,
  waitsForId: null,
  isQuoted: false,
  shortQuoteReason: null,
} as const;
