import type { Database } from "#engine/db/database.ts";
import type { pg } from "#engine/db/types.ts";
import type { BenchHouse } from "./house.ts";
import type { Load, Requests, Statements } from "./tools.ts";

/** What a row is measured in: a house that serves, filled, and the two tools that put load on it or on its database. */
export type World = {
  house: BenchHouse;
  /** Enters the database as its owner, to fill it and to look. */
  owner: pg.Client;
  db: Database;
  size: Size;
  /** Rows that stand there from the beginning. */
  few: Business;
  many: Business;
  /** As `few`, where the limits write: what they put into the journal is none. */
  scratch: Business;
  /** pgbench: the least SQL that a deed needs, as the role that serves requests. */
  limit: (statements: Statements) => Promise<Load>;
  /** wrk: the deed itself over HTTP. */
  deed: (requests: Requests) => Promise<Load>;
};

/** A workspace with one member, her key, and customers numbered from 1. */
export type Business = { workspaceId: string; memberId: string; apiKey: string; keyId: string };

/** How much there is and how long it is asked for. */
export type Size = typeof fullSize;

export const fullSize = { many: 1_000_000, few: 1_000, due: 10_000, minuteSeconds: 60, rounds: 3, seconds: 5 };
export const quickSize: Size = { many: 400, few: 100, due: 40, minuteSeconds: 1, rounds: 1, seconds: 1 };

export type Pair = { limit: Load; deed: Load };

/**
 * Limit and deed in turns, since a machine is not as fast in one minute as in the next. The deed once before, unmeasured: in
 * its first seconds V8 compiles what it runs often, which pgbench has had from the start.
 */
export async function interleaved(
  { size, limit, deed }: World,
  statements: Statements,
  requests: Requests,
): Promise<Pair[]> {
  await deed(requests);
  const pairs: Pair[] = [];
  for (let round = 0; round < size.rounds; round++) {
    pairs.push({ limit: await limit(statements), deed: await deed(requests) });
  }
  return pairs;
}
