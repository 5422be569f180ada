import { type File, importsOf, isSource, isTest, sightings, subjectOf, type Tree } from "./tree.ts";
import { roleOf } from "./visits.ts";

const clockReads =
  /\bDate\.now\b|\bnew\s+Date\b(?!\s*\()|\bnew\s+Date\s*\(\s*\)|(?<!new\s+)\bDate\s*\(|\bTemporal\.Now\b|\bperformance\.(?:now|timeOrigin)\b|\b(?:process\.)?hrtime\b|\bprocess\.uptime\b/g;
const chance =
  /\bMath\.random\b|\brandom(?:UUID|UUIDv7|Bytes|Int|FillSync|Fill)\b|\bgetRandomValues\b|\bgenerateKey(?:Pair)?(?:Sync)?\b/g;
const environment = /(?<![.\w])process\s*[.[]|\bglobalThis\b/g;
const world = /(?<![.\w])(?:fetch|setTimeout|setInterval|setImmediate)\s*\(|\bnew\s+(?:WebSocket|Worker)\b/g;
const queries =
  /\bsql\s*(?:<[^`]*?>)?\s*`|\bsql\.(?:raw|ref|table|id|lit|join|val)\s*[(<]|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(|\.query\s*(?:<[^(]*>)?\(\s*["'`]/g;
const clockOfTheDatabase =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|uuidv7)\s*\(\s*\)|\bcurrent_(?:timestamp|date|time)\b|\blocaltime(?:stamp)?\b/gi;

/** The only two places of base/ where chance comes in. */
const dice = ["base/id.ts", "base/token.ts"];

/** "24 hours later" is one line in a test, because `now` is an argument. */
export function nobodyReadsTheTime(tree: Tree): string[] {
  return tree
    .filter((f) => isBusiness(f) || isBase(f))
    .flatMap((f) => sightings(f, "code", clockReads))
    .map(({ at, what }) => `${at} reads the clock (${what}): now is an argument`);
}

/** The same deed with the same arguments is the same deed. Ids and secrets are made in base/, by name. */
export function nobodyThrowsDice(tree: Tree): string[] {
  return tree
    .filter((f) => isBusiness(f) || (isBase(f) && !dice.includes(f.path)))
    .flatMap((f) => sightings(f, "code", chance))
    .map(({ at, what }) => `${at} throws dice (${what}): only ${dice.join(" and ")} do, for ids and secrets`);
}

/** The database has a clock and dice of its own, which a test could not set. */
export function storesAskTheDatabaseForNoTime(tree: Tree): string[] {
  return tree
    .filter(isBusiness)
    .filter((f) => roleOf(f.path) === "store")
    .flatMap((f) => sightings(f, "strings", clockOfTheDatabase))
    .map(({ at, what }) => `${at} asks the database for time or chance (${what}): hand it in as an argument`);
}

/** Configuration is read once, in main.ts, and handed down as arguments. */
export function nobodyReadsTheEnvironment(tree: Tree): string[] {
  return tree
    .filter((f) => isBusiness(f) || isBase(f))
    .flatMap((f) => sightings(f, "code", environment))
    .map(({ at, what }) => `${at} reads the environment (${what}): main.ts reads it and hands it in`);
}

/** What a file may touch is told by its name: store, actions, api, portal, clock; every other is pure. */
export function pureFilesTouchNothing(tree: Tree): string[] {
  return tree
    .filter((f) => isBase(f) || (isBusiness(f) && roleOf(f.path) === "pure"))
    .flatMap((f) => sightings(f, "code", world))
    .map(({ at, what }) => `${at} touches the world (${what}): a pure file only computes`);
}

/** All SQL of a subject is in its store, so that a table's statements can be read in one place. */
export function queriesStayInStores(tree: Tree): string[] {
  const outside = tree.filter(
    (f) => isSource(f.path) && /^(?:app|portal|cli)\//.test(f.path) && !isTest(f.path) && roleOf(f.path) !== "store",
  );
  return outside.flatMap((f) => {
    const written = sightings(f, "code", queries);
    const imported = importsOf(f)
      .filter((i) => /^(?:kysely|pg)(?:\/|$)/.test(i.written))
      .map((i) => ({ at: `${f.path}:${i.line}`, what: i.written }));
    return [...imported, ...written].map(({ at, what }) => `${at} speaks SQL (${what}): only a store does`);
  });
}

function isBusiness(f: File): boolean {
  return subjectOf(f.path) !== null && isSource(f.path) && !isTest(f.path);
}

function isBase(f: File): boolean {
  return f.path.startsWith("base/") && isSource(f.path) && !isTest(f.path);
}
