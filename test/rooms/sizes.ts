import { type File, isTest, linesOf, type Tree } from "./tree.ts";

const measured = /\.(?:ts|tsx|js|cjs|mjs|css)$/;
const writtenByAProgram = /^db\//; // `npm run schema` writes the row types from the migrated database
const mostLines = 300;
const mostLinesOfATest = 500;
const highestMedian = 100;

/** What does not fit in a head is two things. */
export function filesFitInAHead(tree: Tree): string[] {
  return tree
    .filter((f) => isMeasured(f) && linesOf(f.text) > mostOf(f))
    .map((f) => `${f.path} has ${linesOf(f.text)} lines, ${mostOf(f)} is the most: find the second thing in it`);
}

/** The house is made of small files: the aim is a median under 80 lines, and at 100 something has gone wrong. */
export function mostFilesAreSmall(tree: Tree): string[] {
  const median = medianLines(tree);
  return median > highestMedian ? [`the median file has ${median} lines, ${highestMedian} is the most`] : [];
}

/** For the reader of the test's output: nothing here fails, but each line asks for a second look. */
export function worthALook(tree: Tree): string[] {
  const long = tree.filter((f) => isMeasured(f) && !isTest(f.path) && linesOf(f.text) > 150);
  return [
    `the median file of app/, base/ and engine/ has ${medianLines(tree)} lines`,
    ...long.map((f) => `${f.path} has ${linesOf(f.text)} lines`),
  ];
}

function medianLines(tree: Tree): number {
  const sizes = tree
    .filter((f) => /^(?:app|base|engine)\//.test(f.path) && isMeasured(f) && !isTest(f.path))
    .map((f) => linesOf(f.text))
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function isMeasured(f: File): boolean {
  return measured.test(f.path) && !writtenByAProgram.test(f.path);
}

function mostOf(f: File): number {
  return isTest(f.path) ? mostLinesOfATest : mostLines;
}
