import { importsOf, isTest, subjectOf, type Tree } from "./tree.ts";

/** The one written order of the subjects, lowest first: a subject looks at itself and down, never up. */
const ladder = [
  "journal",
  "calendars",
  "members",
  "workspaces",
  "customers",
  "letters",
  "messages",
  "quotes",
  "sentences",
  "promises",
  "record",
  "today",
  "exports",
];

/** A subject that is not on the ladder could look anywhere. */
export function everySubjectStandsOnTheLadder(tree: Tree): string[] {
  return tree
    .filter((f) => f.path.startsWith("app/") && !ladder.includes(subjectOf(f.path) ?? ""))
    .map((f) => `${f.path} stands in no subject of the ladder: write its folder at its step in test/rooms/ladder.ts`);
}

/** An effect upward is pulled by the higher subject's clock, or the verb lives in the highest subject that it touches. */
export function subjectsLookOnlyDown(tree: Tree): string[] {
  return tree
    .filter((f) => subjectOf(f.path) && !isTest(f.path))
    .flatMap((f) => {
      const own = subjectOf(f.path) ?? "";
      return importsOf(f).flatMap(({ path, line }) => {
        const other = subjectOf(path ?? "");
        if (!path || !other || ladder.indexOf(other) <= ladder.indexOf(own)) return [];
        return [`${f.path}:${line} may not import ${path}: ${other} stands above ${own} on the ladder`];
      });
    });
}

/** Two files that need each other are one file, or three. */
export function noCircles(tree: Tree): string[] {
  const next = new Map(tree.map((f) => [f.path, importsOf(f).flatMap(({ path }) => path ?? [])]));
  const settled = new Set<string>();
  const follow = (path: string, way: string[]): string[] => {
    if (way.includes(path)) return [`${[...way.slice(way.indexOf(path)), path].join(" → ")} is a circle of imports`];
    if (settled.has(path)) return [];
    const found = (next.get(path) ?? []).flatMap((to) => follow(to, [...way, path]));
    settled.add(path);
    return found;
  };
  return tree.flatMap((f) => follow(f.path, []));
}
