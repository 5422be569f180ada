import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { conflict } from "#base/refusal.ts";
import { codeOf } from "#engine/http/door-problem.ts";

/**
 * Keeps the key of a backup in the data folder, where the house looks for it. `given` is the key from the environment,
 * which goes before. Another key is never written over, since another house may live by it: refuses `another_key`.
 */
export function keepHouseKey(dataFolder: string, secret: string, given: string | undefined): void {
  const file = join(dataFolder, "secret");
  if (given !== undefined) {
    if (given === secret) return;
    throw conflict("another_key", "TRUEPENNY_SECRET is not the key of this backup: take it away, or set that one.");
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const beside = join(dataFolder, `.secret-${process.pid}`);
  rmSync(beside, { force: true });
  const draft = openSync(beside, "wx", 0o600);
  writeSync(draft, `${secret}\n`);
  fsyncSync(draft);
  closeSync(draft);
  try {
    linkSync(beside, file);
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST") throw problem;
    if (readFileSync(file, "utf8").trim() === secret) return;
    const sentence = `${file} holds another key, by which another house may live. Move it away, or name another folder in TRUEPENNY_DATA.`;
    throw conflict("another_key", sentence);
  } finally {
    rmSync(beside, { force: true });
  }
}
