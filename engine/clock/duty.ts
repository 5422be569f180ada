import type { Instant } from "#base/instant.ts";
import type { Alarm } from "./alarms.ts";

/** One thing that is due: its key, and for a thing that carries its own alarm the version by which it is claimed. */
export type DueItem = { workspaceId: string; id: string; version?: number };

/** What a search leaves out: workspaces that are being served already, and items that failed and are resting. */
export type LeftOut = { workspaceIds: readonly string[]; ids: readonly string[] };

export const nothing: LeftOut = { workspaceIds: [], ids: [] };

/**
 * A subject's part in the clock. `due` searches all workspaces and locks nothing (see `byAlarm`). `act` claims one item,
 * does what is due and sets its next alarm, in a transaction of its own in that workspace; losing the claim to another
 * process is normal and no error. A refusal settles the item within `act`; what it throws is a bug, tried again later.
 */
export type Duty<Item extends DueItem = DueItem> = {
  name: string;
  /** What a glance tells whether a search can find anything; without it every look is a search. */
  alarm?: Alarm;
  due(now: Instant, leftOut: LeftOut): Promise<Item[]>;
  act(item: Item, now: Instant): Promise<void>;
  /** How many workspaces are served at once; within one, things happen one after the other. */
  lanes?: number;
};
