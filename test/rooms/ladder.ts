import { importsOf, isTest, subjectOf, type Tree } from "./tree.ts";

/** The one written order of the subjects, lowest first: a subject looks at itself and down, never up. */
const ladder = [
  "journal",
  "calendars",
  "members",
  "workspaces",
  "customers",
  "mailboxes",
  "numbers",
  "forms",
  "letters",
  "messages",
  "users",
  "invitations",
  "quotes",
  "sentences",
  "promises",
  "arrivals",
  "cases",
  "record",
  "today",
  "exports",
];

/**
 * The order of the screens, lowest first. It is another one: a customer's page shows their promises with all that can be
 * done to them, Today and the customer's page both hold the line in which one is written down, and whoever writes down a
 * call is offered what was promised in it.
 */
const screenLadder = [
  "journal",
  "calendars",
  "users",
  "invitations",
  "members",
  "workspaces",
  "letters",
  "quotes",
  "sentences",
  "promises",
  "messages",
  "quick-add",
  "cases",
  "customers",
  "record",
  "today",
  "exports",
  "settings",
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

/** A screen is made of what stands below it; what it leads to is a link. The kit, the desk and the frame are no subjects. */
export function screensLookOnlyDown(tree: Tree): string[] {
  return tree
    .filter((f) => screensOf(f.path) && !isTest(f.path))
    .flatMap((f) => {
      const own = screensOf(f.path) ?? "";
      if (!screenLadder.includes(own)) return [`${f.path} stands on no step: write its folder in test/rooms/ladder.ts`];
      return importsOf(f).flatMap(({ path, line }) => {
        const other = screensOf(path ?? "");
        if (!path || !other || screenLadder.indexOf(other) <= screenLadder.indexOf(own)) return [];
        return [`${f.path}:${line} may not import ${path}: the screens of ${other} stand above those of ${own}`];
      });
    });
}

function screensOf(path: string): string | null {
  const folder = /^web\/([^/]+)\//.exec(path)?.[1] ?? null;
  return folder && !["ui", "desk", "frame", "public"].includes(folder) ? folder : null;
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
