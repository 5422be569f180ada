import { dirname } from "node:path/posix";
import { importsOf, isSource, nameOf, sightings, subjectOf, type Tree } from "./tree.ts";

const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const saysNothing =
  /(?:^|[-./])(utils?|helpers?|misc|common|lib|managers?|services?|repositor(?:y|ies)|controllers?)(?=$|[-./])/;
const typeThatSaysNothing =
  /\b(?:class|interface|type)\s+(?:I[A-Z][a-z]\w*|\w+(?:Dto|DTO|Utils?|Helper|Manager|Service|Repository|Controller))\b/g;
const subjectsThatAreNoPlural = ["journal", "record", "today"];

/** One way to write a name; only the papers at the root that everybody knows (README.md, LICENSE) are in capitals. */
export function filesAreInKebabCase(tree: Tree): string[] {
  return tree
    .filter((f) => !/^[A-Z][A-Za-z]*(?:\.md)?$/.test(f.path) && !f.path.split("/").every((step) => kebab.test(step)))
    .map((f) => `${f.path} is not in kebab-case`);
}

/** A drawer named `utils` takes anything. */
export function namesSayWhatIsInside(tree: Tree): string[] {
  const files = tree.flatMap((f) => {
    const word = saysNothing.exec(f.path)?.[1];
    return word ? [`${f.path} is named "${word}", which says nothing: name it for what it holds`] : [];
  });
  const types = tree
    .flatMap((f) => sightings(f, "code", typeThatSaysNothing))
    .map(({ at, what }) => `${at} declares "${what}": say what it is, not what layer it is`);
  return [...files, ...types];
}

/** Folders of app/ are named as the business speaks of many; a few words have no plural. */
export function subjectsArePlural(tree: Tree): string[] {
  const subjects = new Set(tree.flatMap((f) => subjectOf(f.path) ?? []));
  return [...subjects]
    .filter((name) => !name.endsWith("s") && !subjectsThatAreNoPlural.includes(name))
    .map((name) => `app/${name} is not a plural noun`);
}

/** The first thing to read in a subject is one sentence that says what it is for. */
export function nounsSayWhatTheyAreFor(tree: Tree): string[] {
  return tree
    .filter((f) => dirname(f.path) === `app/${subjectOf(f.path)}`)
    .filter((f) => nameOf(f.path) === `${singular(subjectOf(f.path) ?? "")}.ts`)
    .filter((f) => !f.text.slice(0, Math.max(0, f.code.search(/^export\b/m))).includes("/**"))
    .map((f) => `${f.path} has no sentence at its head: say in a /** … */ what the subject is for`);
}

/** A name is the same wherever it is imported. A tool's own `….config.ts` has to have a default export. */
export function exportsHaveNames(tree: Tree): string[] {
  return tree
    .filter((f) => !f.path.endsWith(".config.ts"))
    .flatMap((f) => sightings(f, "code", /\bexport\s+default\b|\bas\s+default\b/g))
    .map(({ at, what }) => `${at} has a default export (${what}): export by name`);
}

/** A barrel hides which file a thing lives in. */
export function noBarrels(tree: Tree): string[] {
  const stars = tree
    .flatMap((f) => sightings(f, "code", /\bexport\s+(?:type\s+)?\*/g))
    .map(({ at }) => `${at} exports a whole file with *: name what is handed on`);
  const barrels = tree
    .filter((f) => /\bexport\b[^;]*?[{*]/.test(f.code) && f.code.replace(importsAndReexports, "").trim() === "")
    .map((f) => `${f.path} is a barrel: it only hands on what lives elsewhere`);
  return [...stars, ...barrels];
}

const importsAndReexports =
  /\b(?:import|export)\b[\w\s{},*$]*?\bfrom\s*["'] *["']\s*;?|\bimport\s*["'] *["']\s*;?|\bexport\s*(?:type\s*)?\{[^}]*\}\s*;?/g;

/** `./` is a neighbour, `#` another folder, and a file is named with its ending, as Node wants it. */
export function importsAreWrittenOneWay(tree: Tree): string[] {
  return tree
    .filter((f) => isSource(f.path))
    .flatMap((f) =>
      importsOf(f).flatMap(({ written, path, line }) => {
        if (path === null) return [];
        const wrong = wayIsWrong(written, path, dirname(f.path));
        return wrong ? [`${f.path}:${line} imports "${written}": ${wrong}`] : [];
      }),
    );
}

function wayIsWrong(written: string, path: string, folder: string): string | null {
  const neighbour = dirname(path) === folder;
  if (!written.startsWith("#") && !neighbour) return "across folders it is #…";
  if (written.startsWith("#") && neighbour) return "within a folder it is ./…";
  if (!/\.(?:ts|tsx|cjs|mjs|js|json|css|svg)$/.test(path)) return "name the file with its ending";
  return null;
}

/** The one of which the folder holds many: `promise` of `promises`, `journal` of `journal`. */
function singular(subject: string): string {
  if (subjectsThatAreNoPlural.includes(subject)) return subject;
  return subject.replace(/ies$/, "y").replace(/s$/, "");
}
