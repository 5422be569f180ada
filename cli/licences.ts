import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "./command.ts";

/** A package that is installed here: `serves` when the running house uses it, else it only builds or checks it. */
export type Installed = { name: string; version: string; licence: string; serves: boolean };

type Locked = { dev?: boolean };

const house = join(import.meta.dirname, "..");

export const licencesCommand = command(
  { name: "licences", summary: "Lists every package that the house is made of, with its licence", options: {} },
  async () => {
    const packages = installedPackages();
    const byLicence = Map.groupBy(packages, ({ licence }) => licence);
    const parts = [...byLicence]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([licence, all]) => partOf(licence, all));
    const words = `${parts.join("\n\n")}\n\n${packages.length} packages. Those in brackets only build or check the house.`;
    return { json: { packages }, words };
  },
);

/** What the lock file names and this machine has, each with the licence that it says of itself; "" where it says none. */
export function installedPackages(): Installed[] {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read("package-lock.json"));
  const all = Object.entries(packages).flatMap(([path, { dev = false }]) => {
    if (path === "" || !existsSync(join(house, path, "package.json"))) return [];
    const { name, version, license = "" } = JSON.parse(read(join(path, "package.json")));
    return [{ name, version, licence: String(license), serves: !dev }];
  });
  return all.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

function partOf(licence: string, packages: readonly Installed[]): string {
  const names = packages.map(({ name, version, serves }) => (serves ? `${name} ${version}` : `(${name} ${version})`));
  return `${licence || "none said"} (${packages.length})\n  ${names.join("\n  ")}`;
}

function read(path: string): string {
  return readFileSync(join(house, path), "utf8");
}
