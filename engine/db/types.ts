import pg from "pg";
import { Temporal } from "temporal-polyfill";

// A JavaScript Date would cut PostgreSQL's instants and shift its dates; money and counts must not become strings.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(isoOf(text)));
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

// The hook by which pg writes a value that it does not know.
Object.defineProperty(Temporal.Instant.prototype, "toPostgres", {
  value(this: Temporal.Instant) {
    return this.toString({ smallestUnit: "millisecond" });
  },
  configurable: true,
});

/** PostgreSQL writes "2026-11-24 15:00:00.25+00"; Temporal reads it once the blank is a T and the offset whole. */
function isoOf(text: string): string {
  return `${text.replace(" ", "T")}${/[+-]\d\d$/.test(text) ? ":00" : ""}`;
}

export { pg };
