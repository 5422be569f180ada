import { importsOf, isSource, isTest, subjectOf, type Tree } from "./tree.ts";

/** The packages that touch nothing of the world (of node:crypto the hashing; chance is caught by its own rule). */
const purePackages = [
  ...[
    "temporal-polyfill",
    "chrono-node/de",
    "chrono-node/en",
    "date-holidays",
    "ical-generator",
    "hono/html",
    "zod/mini",
  ],
  "node:crypto",
];
/** What a subject uses directly; calendars and holidays it reaches through base, the world through engine. */
const subjectPackages = ["zod/mini", "hono/html", "node:crypto"];

type Kind =
  | ("main" | "test" | "base" | "engine" | "engine/db" | "db" | "portal" | "cli" | "docs")
  | ("web" | "web/ui" | "web/desk" | "web subject")
  | ("pure" | "store" | "actions" | "api door" | "portal door" | "clock door");

type Manners = { uses: Kind[] | "anything"; packages: (name: string) => boolean; because: string };

const anyPackage = () => true;
const only = (packages: string[]) => (name: string) => packages.includes(name);
const builtIns = (name: string) => name.startsWith("node:");

const doorUses: Kind[] = ["base", "pure", "engine", "engine/db", "store", "actions"];
const door: Manners = {
  uses: doorUses,
  packages: only(subjectPackages),
  because: "a door uses actions and stores, never another door",
};

/** Who may import whom. A file may always import its own kind in its own folder, so that a big one can be split. */
const manners: Record<Kind, Manners> = {
  main: { uses: "anything", packages: anyPackage, because: "" },
  test: { uses: "anything", packages: anyPackage, because: "" },
  base: { uses: ["base"], packages: only(purePackages), because: "base is pure and knows only itself" },
  engine: { uses: ["base", "engine", "engine/db"], packages: anyPackage, because: "the engine knows no subject" },
  "engine/db": {
    uses: ["base", "engine", "engine/db", "db"],
    packages: anyPackage,
    because: "the engine knows no subject",
  },
  db: { uses: ["base", "db"], packages: anyPackage, because: "the row types know only what a row holds" },
  pure: { uses: ["base", "pure"], packages: only(subjectPackages), because: "a pure file never touches the world" },
  store: {
    uses: ["base", "pure", "engine/db", "db"],
    packages: only([...subjectPackages, "kysely"]),
    because: "a store holds the SQL of its subject and nothing else",
  },
  actions: {
    uses: ["base", "pure", "engine", "engine/db", "store", "actions"],
    packages: only(subjectPackages),
    because: "an action uses rules, stores and other actions, never a door",
  },
  "api door": door,
  "portal door": { ...door, uses: [...doorUses, "portal"] },
  "clock door": door,
  portal: {
    uses: ["base", "pure", "engine", "engine/db", "portal"],
    packages: (name) => builtIns(name) || subjectPackages.includes(name),
    because: "the customer's house frames what main.ts hangs in it",
  },
  cli: { uses: [...doorUses, "clock door", "cli", "main"], packages: anyPackage, because: "a command is a door" },
  docs: { uses: [], packages: builtIns, because: "a script in docs/ runs without Truepenny" },
  web: {
    uses: ["base", "pure", "web", "web/ui", "web/desk", "web subject"],
    packages: (name) => !builtIns(name),
    because: "a screen runs in a browser and knows only what is pure",
  },
  "web/ui": {
    uses: ["base", "web/ui"],
    packages: (name) => !builtIns(name),
    because: "a component of web/ui knows no subject",
  },
  "web/desk": {
    uses: ["base", "pure", "web/ui", "web/desk"],
    packages: (name) => !builtIns(name),
    because: "what every screen stands on knows no screen",
  },
  "web subject": {
    uses: ["base", "pure", "web/ui", "web/desk", "web subject"],
    packages: (name) => !builtIns(name),
    because: "a subject's screens know what is pure and the screens below them, never the frame around them",
  },
};

/** The rooms of the house: who may visit whom. */
export function visitsAreMannered(tree: Tree): string[] {
  return tree
    .filter((f) => isSource(f.path))
    .flatMap((f) => {
      const kind = kindOf(f.path);
      if (!kind) return [];
      const { uses, packages, because } = manners[kind];
      const welcome = (path: string) => {
        const other = kindOf(path);
        if (uses === "anything" || (other === kind && homeOf(path) === homeOf(f.path))) return true;
        return other !== null && uses.includes(other);
      };
      return importsOf(f)
        .filter(({ path, written }) => !(path === null ? packages(written) : welcome(path)))
        .map(({ path, written, line }) => `${f.path}:${line} may not import ${path ?? written}: ${because}`);
    });
}

/** A file that stands in no room would follow no rule. */
export function everyFileHasARoom(tree: Tree): string[] {
  return tree
    .filter((f) => isSource(f.path) && kindOf(f.path) === null)
    .map((f) => `${f.path} stands in no room: the rooms are written in docs/architecture.md`);
}

/** Five names may touch the world; `store-rings.ts` and the like count as `store.ts`. */
export function roleOf(path: string): "pure" | "store" | "actions" | "api" | "portal" | "clock" | null {
  if (!subjectOf(path) || isTest(path)) return null;
  const role = /\/(store|actions|api|portal|clock)(?:-[a-z0-9-]+)?\.ts$/.exec(path)?.[1];
  return (role ?? "pure") as ReturnType<typeof roleOf>;
}

function kindOf(path: string): Kind | null {
  if (isTest(path)) return "test";
  if (!path.includes("/")) return "main";
  const role = roleOf(path);
  if (role) return role === "api" || role === "portal" || role === "clock" ? `${role} door` : role;
  if (path.startsWith("engine/db/")) return "engine/db";
  if (path.startsWith("web/ui/")) return "web/ui";
  if (path.startsWith("web/desk/")) return "web/desk";
  if (path.startsWith("web/frame/")) return "web";
  if (/^web\/[^/]+\//.test(path)) return "web subject";
  const room = path.slice(0, path.indexOf("/"));
  return rooms.find((name) => name === room) ?? null;
}

const rooms: Kind[] = ["base", "engine", "db", "portal", "web", "cli", "docs"];

/** Where a file's own kind lives: its room, or its subject's folder. */
function homeOf(path: string): string {
  return path
    .split("/")
    .slice(0, /^(?:app|web)\//.test(path) ? 2 : 1)
    .join("/");
}
