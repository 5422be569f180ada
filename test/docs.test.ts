/** What the documents say of the tree is true: links lead somewhere, files that are named are there, no setting is forgotten. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");
const papers = ["README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md", { cwd: root }).sort()];
const read = (path: string) => readFileSync(join(root, path), "utf8");

const link = /\[[^\]]*\]\((?!https?:)([^)\s#]*)(?:#([^)\s]*))?\)/g;
const fileNamed = /(?<![\w./<-])(?:\.ci|app|base|cli|db|docs|engine|portal|test)\/[\w.*/-]*\w/g;

test("every link in a document leads to a file that is there, and to a heading in it", () => {
  const found = papers.flatMap((path) => linksOf(path));
  const broken = found.filter(({ to, heading }) => {
    return !existsSync(join(root, to)) || (heading && !headingsOf(to).includes(heading));
  });
  assert.ok(found.length > 20);
  assert.deepEqual(broken, []);
});

test("every file that a document names is there", () => {
  const named = papers.flatMap((path) => codeOf(read(path)).map((what) => ({ path, what })));
  const absent = named.filter(({ what }) => globSync(what, { cwd: root }).length === 0);
  assert.ok(named.length > 100);
  assert.deepEqual(absent, []);
});

test("the README tells of every setting that the house reads from its environment, and of no other", () => {
  const table = [...read("README.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
  assert.ok(table.length > 5);
  assert.deepEqual(table.toSorted(), settings());
});

test("the README tells of every command, and of no other", () => {
  const table = [...read("README.md").matchAll(/^\| `([a-z][a-z -]+)` \|/gm)].map(([, name]) => name);
  const known = [...read("cli/truepenny.ts").matchAll(/^ {2}"?([a-z][a-z -]*?)"?: async \(\) =>/gm)].map(
    ([, name]) => name,
  );
  assert.ok(known.length > 5);
  assert.deepEqual(table.toSorted(), known.toSorted());
});

test("the ladder of subjects stands in the tour of the house as the house rules have it", () => {
  const [, steps = ""] = /ladder = \[([^\]]*)\]/.exec(read("test/rooms/ladder.ts")) ?? [];
  const ladder = [...steps.matchAll(/"(.+?)"/g)].map(([, subject]) => subject);
  assert.ok(ladder.length > 5);
  assert.ok(read("docs/architecture.md").includes(ladder.join(" < ")));
});

function linksOf(path: string): { path: string; to: string; heading: string | undefined }[] {
  const found = [...read(path).matchAll(link)];
  return found.map(([, to, heading]) => ({ path, to: to ? join(dirname(path), to) : path, heading }));
}

/** The headings of a document as a link names them. */
function headingsOf(path: string): string[] {
  const headings = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) => words);
  return headings.map((words) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\d _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Files named in code: between backticks, or in a block of it. A trailing line number or a folder's slash counts not. */
function codeOf(text: string): string[] {
  const code = text.matchAll(/^```\w*\n([\s\S]*?)^```|`([^`\n]+)`/gm);
  return [...code].flatMap(([, block = "", span = ""]) => (block || span).match(fileNamed) ?? []);
}

/** What the program reads from its environment by name. PATH and what npm sets are the machine's own. */
function settings(): string[] {
  const sources = [
    "boot.cjs",
    ...globSync("{cli,engine}/**/*.ts", { cwd: root }).filter((path) => !/\.test\.ts$/.test(path)),
  ];
  const reads = /\bread\("([A-Z_]+)"\)|\bprocess\.env\.([A-Z_]+)|\benvironment: "([A-Z_]+)"/g;
  const names = sources.flatMap((path) => [...read(path).matchAll(reads)].map(([, a, b, c]) => a ?? b ?? c ?? ""));
  return [...new Set(names)].filter((name) => name !== "PATH").sort();
}
