import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Measured, Row } from "./row.ts";

const page = join(import.meta.dirname, "../../docs/performance.md");
const heading = "## Measured\n";

/** Writes what was measured under its heading in docs/performance.md, in the place of what stood there. */
export function writePage(table: [Row, Measured][], took: string): void {
  const [words] = readFileSync(page, "utf8").split(heading);
  const how = `By \`npm run bench\` in ${took}, on ${machine()}.`;
  writeFileSync(page, [words, heading, "\n", how, "\n\n", written(table), "\n"].join(""));
}

function written(table: [Row, Measured][]): string {
  const lines = table.map(
    ([{ what, must, aim }, { figures, verdict }]) => `| ${what} | ${must} | ${aim} | ${figures} | ${said[verdict]} |`,
  );
  const notes = table.flatMap(([, measured]) => measured.notes ?? []).map((note) => `\n${note}`);
  return ["| what | must | aim | measured | |", "|---|---|---|---|---|", ...lines, ...notes].join("\n");
}

const said = { aim: "**aim**", must: "must", missed: "**missed**" };

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Node ${process.versions.node}`;
}
