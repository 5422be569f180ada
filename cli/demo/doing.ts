import type { Doer } from "#app/promises/actions-deed.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Says } from "./business.ts";
import type { Chance } from "./chance.ts";
import type { Founded, Served } from "./founding.ts";
import type { Plan } from "./plan.ts";

/** One deed about one promise: who does it, to whom, what they say, and when. */
export type Doing = {
  tx: Tx;
  founded: Founded;
  plan: Plan;
  /** What was made of each plan so far. */
  made: ReadonlyMap<number, string>;
  /** The promise, once it was made. */
  id: string;
  by: Doer;
  to: Served;
  says: Says;
  chance: Chance;
  now: Instant;
};
