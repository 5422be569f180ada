import type { KyselyPlugin } from "kysely";
import { Instant } from "#base/instant.ts";

/** The house reads instants, better-auth dates: its queries run through this, on the same connections. */
export const datesForBetterAuth: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, dateOf(value)])),
    ),
  }),
};

function dateOf(value: unknown): unknown {
  return value instanceof Instant ? new Date(value.epochMilliseconds) : value;
}
