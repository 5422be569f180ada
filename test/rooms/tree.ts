import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { type Anatomy, anatomy } from "./anatomy.ts";

/** A file of the house: its path from the root, its whole text, and the same split into code, strings and comments. */
export type File = Anatomy & { path: string; text: string };
export type Tree = File[];

/** A rule of the house reads the whole tree and says one sentence for each place that breaks it. */
export type Rule = (tree: Tree) => string[];

/** What one file imports: a file of the house (`path`) or a package, as it was written and on which line. */
export type Import = { written: string; path: string | null; line: number };

export type Sighting = { at: string; what: string };

const leftOut = /^(?:\.(?!ci$).*|node_modules|dist)$/; // of the dot folders only .ci is ours to keep tidy
const leftOutAtRoot = /^(?:data|node_modules)$/;
const readAsText = /^[^.]+$|\.(?:ts|tsx|js|cjs|mjs|json|jsonc|md|sql|css|html|svg|sh|ya?ml|toml|txt)$/;
const split = /\.(?:ts|tsx|js|cjs|mjs)$/;

/** A file as the rules see it; also how a test plants one that was never on disk. */
export function file(path: string, text: string): File {
  const parts = split.test(path) ? anatomy(text) : { code: "", strings: "", comments: "" };
  return { path, text, ...parts };
}

/** Every text file below the root, in order of path. */
export function readTree(root: string, folder = ""): Tree {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !leftOut.test(entry.name) && !(folder === "" && leftOutAtRoot.test(entry.name)))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readTree(root, path);
      return entry.isFile() && readAsText.test(entry.name) ? [file(path, readFileSync(join(root, path), "utf8"))] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const imports = /\b(?:(?:import|export)\b(?:[\w\s{},*$]*?\bfrom)?\s*|(?:import|require)\s*\(\s*)(["'`])( *)\1/dg;

/** The static and dynamic imports and the re-exports of a file. A computed specifier cannot be known and is left out. */
export function importsOf(from: File): Import[] {
  return [...from.code.matchAll(imports)].map((found) => {
    const written = from.text.slice(...(found.indices?.[2] ?? [0, 0]));
    return { written, path: pathOf(from, written), line: lineAt(from.text, found.index) };
  });
}

function pathOf(from: File, written: string): string | null {
  if (written.startsWith("#")) return written.slice(1);
  return /^\.\.?\//.test(written) ? join(dirname(from.path), written) : null;
}

/** Every place where the pattern stands in that part of the file, with its line. The pattern must be global. */
export function sightings(seen: File, part: "code" | "strings" | "comments" | "text", pattern: RegExp): Sighting[] {
  return [...seen[part].matchAll(pattern)].map((found) => ({
    at: `${seen.path}:${lineAt(seen.text, found.index)}`,
    what: found[0].trim(),
  }));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of the subject, `promises` of `app/promises/store.ts`; null outside app/ and for a file loose in it. */
export function subjectOf(path: string): string | null {
  return /^app\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** A test may import anything and plant anything; it lives in test/ or beside the code. */
export function isTest(path: string): boolean {
  return path.startsWith("test/") || /\.test\.tsx?$/.test(path);
}

/** A file of code that the house runs. */
export function isSource(path: string): boolean {
  return split.test(path);
}

export function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
