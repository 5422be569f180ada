import { openWorld } from "./open-world.ts";
import type { Measured, Row } from "./row.ts";
import { rows } from "./rows.ts";
import { writePage } from "./table.ts";
import { fetchTools } from "./tools.ts";

/**
 * `npm run bench`: every row of "Speed and size", each beside its limit, written to docs/performance.md. With names of
 * rows only those, and nothing is written. `--quick` does everything once with a handful of rows, to see that it works.
 */
const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
const names = words.filter((word) => !word.startsWith("--"));
const chosen = Object.entries(rows).filter(([name]) => names.length === 0 || names.includes(name));

const begun = performance.now();
if (!isQuick) await fetchTools();
await using world = await openWorld(isQuick);
say(`filled in ${minutes()}`);
const table: [Row, Measured][] = [];
for (const [name, row] of chosen) {
  const measured = await row.measure(world);
  table.push([row, measured]);
  say(`${name}: ${measured.figures} (${measured.verdict})`);
  for (const note of measured.notes ?? []) say(`  ${note}`);
}
if (!isQuick && names.length === 0) writePage(table, minutes());
say(`done in ${minutes()}`);

function minutes(): string {
  return `${((performance.now() - begun) / 60_000).toFixed(1)} minutes`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
