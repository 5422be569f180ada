import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { codeOf } from "#engine/http/door-problem.ts";

const chunk = Buffer.alloc(64 * 1024);

/** May this process mount a disk? Root mostly may, and whoever is root of a namespace of their own. */
export function mayMount(): boolean {
  const folder = newFolder();
  try {
    return mount(folder, 1);
  } finally {
    removeDisk(folder);
  }
}

/** A disk of so many MiB of its own, which somebody else can fill up and clear again. */
export function openSmallDisk(mebibytes: number) {
  const folder = newFolder();
  after(() => removeDisk(folder));
  if (!mount(folder, mebibytes)) throw new Error("This needs a disk of its own: run it as root.");
  const ballast = join(folder, "ballast");
  return { folder, fill: () => fill(ballast), clear: () => rmSync(ballast) };
}

function mount(folder: string, mebibytes: number): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m,mode=755`, "tmpfs", folder]).status === 0;
}

/** Whoever still has it open keeps it until they end. */
function removeDisk(folder: string): void {
  spawnSync("umount", ["--lazy", folder]);
  rmdirSync(folder);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "truepenny-disk-"));
}

/** To the last byte. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, chunk);
  } catch (problem) {
    if (codeOf(problem) !== "ENOSPC") throw problem;
  } finally {
    closeSync(file);
  }
}
