import pg from "pg";
import { Instant, iso } from "#base/instant.ts";

// A JavaScript Date would cut PostgreSQL's instants and shift its dates; money and counts must not become strings.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

// The hook by which pg writes a value that it does not know. Beyond the year 9999 ISO 8601 has a sign that PostgreSQL takes
// for a zone.
Object.defineProperty(Instant.prototype, "toPostgres", {
  value(this: Instant) {
    return iso(this).replace(/^\+0/, "");
  },
  configurable: true,
});

/** An instant as PostgreSQL writes it, in a row or in JSON. Date reads it many times quicker than Temporal would. */
export function readInstant(text: string): Instant {
  return new Instant(Date.parse(isoOf(text)));
}

/** A row says "2026-11-24 15:00:00.25+00": in ISO 8601 the blank is a T and the offset whole. */
function isoOf(text: string): string {
  return `${text.replace(" ", "T")}${/[+-]\d\d$/.test(text) ? ":00" : ""}`;
}

export { pg };
