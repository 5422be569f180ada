import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figures } from "./audit.ts";

/**
 * `npm run chaos -- [--kills 100] [--seed 1] [kills failover …]`: the tests of this folder one after the other, at full
 * length, with other choices each time. A failure names its seed, by which the same choices are made again.
 */
const { values, positionals } = parseArgs({
  options: { kills: { type: "string", default: "100" }, seed: { type: "string", default: String(Date.now() % 1e9) } },
  allowPositionals: true,
});
const all = globSync("*.test.ts", { cwd: import.meta.dirname }).sort();
const files = all.filter((file) => positionals.length === 0 || positionals.includes(file.replace(".test.ts", "")));
const folder = mkdtempSync(join(tmpdir(), "truepenny-chaos-"));
const CHAOS_REPORT = join(folder, "figures");
writeFileSync(CHAOS_REPORT, "");
const { DATABASE_URL, SMTP_URL, PUBLIC_URL, PORT, TRUEPENNY_DATA, ...rest } = process.env;
const env = { ...rest, CHAOS_REPORT, CHAOS_KILLS: values.kills, CHAOS_SEED: values.seed };

const from = performance.now();
const broken: string[] = [];
for (const file of files) {
  process.stdout.write(`\n── ${file.replace(".test.ts", "")} (seed ${values.seed}) ──\n`);
  const args = ["--test-reporter=spec", join(import.meta.dirname, file)];
  const [code] = await once(spawn(process.execPath, args, { env, stdio: "inherit" }), "exit");
  if (code !== 0) broken.push(file);
}
process.stdout.write(`\n${readFileSync(CHAOS_REPORT, "utf8").split("\n").filter(Boolean).map(tableOf).join("\n")}`);
rmSync(folder, { recursive: true });

const minutes = ((performance.now() - from) / 60_000).toFixed(1);
const verdict = broken.length > 0 ? `Broken: ${broken.join(", ")}` : "Nothing was lost, and nothing was done twice";
process.stdout.write(`\n${verdict}. Seed ${values.seed}, ${minutes} minutes.\n`);
process.exitCode = broken.length > 0 || files.length === 0 ? 1 : 0;

function tableOf(line: string): string {
  const { trouble, figures }: { trouble: string; figures: Figures } = JSON.parse(line);
  const rows = Object.entries(figures).map(([what, figure]) => `  ${what.padEnd(44)}${String(figure).padStart(8)}\n`);
  return `${trouble}\n${rows.join("")}`;
}
