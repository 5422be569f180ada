import { importsOf, isSource, isTest, sightings, type Tree } from "./tree.ts";

/** A skipped test is a promise nobody keeps. */
export function noTestIsSkipped(tree: Tree): string[] {
  const marks = /\.(?:skip|only|todo)\s*\(|[{,]\s*(?:skip|only|todo)\s*:/g;
  return tree
    .filter((f) => isTest(f.path))
    .flatMap((f) => sightings(f, "code", marks))
    .map(({ at, what }) => `${at} skips a test (${what}): run it or delete it`);
}

/** We test what runs: time is passed in, the mail server and the database are real ones. */
export function ourOwnCodeIsNeverMocked(tree: Tree): string[] {
  return tree
    .filter((f) => isTest(f.path))
    .flatMap((f) => sightings(f, "code", /\bmock\.(?:fn|method|module|getter|setter|property|timers)\b/g))
    .map(({ at, what }) => `${at} mocks (${what}): use the real thing and pass the time in`);
}

/** Where the checker is told to look away, nothing is checked. */
export function typesAreNotTalkedAway(tree: Tree): string[] {
  const anything = tree.flatMap((f) =>
    sightings(f, "code", /\bas\s+any\b|[:<,|&]\s*any\b(?=\s*(?:[;,)>=|&[\]{}]|$))/gm),
  );
  const silenced = tree.flatMap((f) => sightings(f, "comments", /@ts-(?:ignore|expect-error|nocheck)\b/g));
  return [...anything, ...silenced].map(({ at, what }) => `${at} talks the types away (${what}): write the type`);
}

/** A lint rule may be wrong here; then the line says why. */
export function silencedLintsSayWhy(tree: Tree): string[] {
  const unexplained =
    /\bbiome-ignore(?:-\w+)?\b(?![^\n:]*:[ \t]*(?!<)\w)[^\n]*|\b(?:oxlint|eslint)-disable(?:-[\w-]+)?\b(?![^\n]*--[ \t]*\w)[^\n]*/g;
  return tree
    .flatMap((f) => sightings(f, "comments", unexplained))
    .map(({ at, what }) => `${at} silences a lint without a reason (${what}): say why after the colon`);
}

/** Node runs `.ts` as it is, and never `.tsx`. */
export function markupStaysInTheStaffHouse(tree: Tree): string[] {
  return tree
    .filter((f) => /\.[jt]sx$/.test(f.path) && !f.path.startsWith("web/"))
    .map((f) => `${f.path} is a .tsx outside web/: Node does not run it`);
}

/** A contract checks what comes in at the server; in the browser its types are enough, and its schemas would weigh. */
export function contractsAreTypesInTheBrowser(tree: Tree): string[] {
  return tree
    .filter((f) => f.path.startsWith("web/") && isSource(f.path) && !isTest(f.path))
    .flatMap((f) => {
      const lines = f.text.split("\n");
      return importsOf(f)
        .filter(
          ({ path, line }) => /\/wire[^/]*\.ts$/.test(path ?? "") && !/^import type\b/.test(lines[line - 1] ?? ""),
        )
        .map(({ path, line }) => `${f.path}:${line} runs ${path}: import its types only`);
    });
}

/** What the house has to say goes to its log; only a command, a script for the reader and a test speak on the console. */
export function onlyCommandsSpeakOnTheConsole(tree: Tree): string[] {
  return tree
    .filter((f) => isSource(f.path) && f.path !== "boot.cjs" && !/^(?:cli|docs|test)\//.test(f.path))
    .flatMap((f) => sightings(f, "code", /\bconsole\s*\.\s*\w+/g))
    .map(({ at, what }) => `${at} speaks on the console (${what}): write to the log`);
}

/** The boot script runs on a bare machine, before anything is installed and under an old Node. */
export function theBootScriptNeedsNothing(tree: Tree): string[] {
  return tree
    .filter((f) => f.path === "boot.cjs")
    .flatMap((f) => importsOf(f).map((i) => ({ ...i, at: `${f.path}:${i.line}` })))
    .filter(({ written }) => !written.startsWith("node:"))
    .map(({ at, written }) => `${at} requires ${written}: nothing is installed yet, use node: built-ins only`);
}

/** A clone works on any machine and installs from whatever registry npm is set to. */
export function nothingKnowsTheMachine(tree: Tree): string[] {
  const places = /(?<![\w.-])\/(?:work|root|(?:home|Users)\/[\w.-]+)\/|\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b/g;
  const registries = /\bhttps?:\/\/[^/\s"']*(?:registry|npmjs)[^\s"']*|"resolved":\s"http[^"]*/g;
  return tree
    .flatMap((f) => [...sightings(f, "text", places), ...sightings(f, "text", registries)])
    .map(({ at, what }) => `${at} knows one machine (${what}): a clone must work anywhere`);
}
