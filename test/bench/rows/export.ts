import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { memoryOf } from "#test/bench/process.ts";
import { atMost, type Row } from "#test/bench/row.ts";
import type { Business, World } from "#test/bench/world.ts";

/** Everything a workspace holds, written to a file while the house goes on. What grew with it would grow to its end. */
export const fullExport: Row = {
  what: "memory (PSS) of a full export of 1 M promises",
  must: "≤ 160 MiB, and in its second half not more than in its first by a tenth",
  aim: "≤ 110 MiB",
  measure: async (world) => {
    const few = await exported(world, world.few);
    const many = await exported(world, world.many);
    const half = Math.ceil(many.mebibytes.length / 2);
    const [first, second] = [Math.max(...many.mebibytes.slice(0, half)), Math.max(...many.mebibytes.slice(half))];
    const most = Math.max(first, second);
    const small = `${Math.max(...few.mebibytes).toFixed(0)} MiB for 1 k`;
    const figures = `**${most.toFixed(0)} MiB** (${first.toFixed(0)} in its first half, ${small}), ${(many.bytes / 1e6).toFixed(0)} MB in ${many.seconds.toFixed(0)} s`;
    return { figures, verdict: second < first * 1.1 ? atMost(most, 160, 110) : "missed" };
  },
};

async function exported({ house }: World, { workspaceId }: Business) {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-export-"));
  const out = join(folder, "export.jsonl");
  const begun = performance.now();
  const command = join(import.meta.dirname, "../../../truepenny");
  // The Node that we run on, or the one found first would only hand over to it.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, TRUEPENNY_DATA: house.dataFolder };
  const words = ["export", "--workspace", workspaceId, "--out", out];
  const child = spawn(command, words, { env, stdio: ["ignore", "ignore", "inherit"] });
  const mebibytes = [0];
  const look = setInterval(() => {
    if (child.pid && child.exitCode === null) mebibytes.push(memoryOf(child.pid) ?? 0);
  }, 100);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`the export ended with ${code}`);
  const { size: bytes } = statSync(out);
  rmSync(folder, { recursive: true });
  return { mebibytes, bytes, seconds: (performance.now() - begun) / 1000 };
}
