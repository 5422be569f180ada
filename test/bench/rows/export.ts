import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { memoryOf } from "#test/bench/process.ts";
import { atMost, type Row } from "#test/bench/row.ts";
import type { Business, World } from "#test/bench/world.ts";

/** Everything a workspace holds, written to a file while the house goes on. */
export const fullExport: Row = {
  what: "memory (PSS) of a full export of 1 M promises",
  must: "≤ 160 MiB, and not more than for 1 k by a third",
  aim: "≤ 110 MiB",
  measure: async (world) => {
    const few = await exported(world, world.few);
    const many = await exported(world, world.many);
    const figures = `**${many.mebibytes.toFixed(0)} MiB** (${few.mebibytes.toFixed(0)} MiB for 1 k), ${(many.bytes / 1e6).toFixed(0)} MB in ${many.seconds.toFixed(0)} s`;
    const isBounded = many.mebibytes < few.mebibytes * (4 / 3);
    return { figures, verdict: isBounded ? atMost(many.mebibytes, 160, 110) : "missed" };
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
  let mebibytes = 0;
  const look = setInterval(() => {
    if (child.pid && child.exitCode === null) mebibytes = Math.max(mebibytes, memoryOf(child.pid) ?? 0);
  }, 100);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`the export ended with ${code}`);
  const { size: bytes } = statSync(out);
  rmSync(folder, { recursive: true });
  return { mebibytes, bytes, seconds: (performance.now() - begun) / 1000 };
}
