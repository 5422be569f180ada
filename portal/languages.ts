import { readdir } from "node:fs/promises";
import type { Words } from "./words.ts";

/** Every language that has a file in `languages/`, by its tag; looked for once, when the house starts. */
export const languages: ReadonlyMap<string, Words> = new Map(await readAll());

/** The words in the first of these languages ("de-AT") that we have, English where there is none. */
export function wordsIn(wanted: readonly string[]): Words {
  for (const tag of wanted) {
    const words = languages.get(baseOf(tag));
    if (words) return words;
  }
  return english();
}

/** How times and numbers are spelled: as the wanted tag says ("en-US") where it is of the language that is spoken. */
export function localeFor(words: Words, wanted: string | null): string {
  if (!wanted?.includes("-") || baseOf(wanted) !== words.tag) return words.locale;
  return Intl.DateTimeFormat.supportedLocalesOf([wanted]).length > 0 ? wanted : words.locale;
}

/** The languages that a browser says it reads, the best first. */
export function acceptedLanguages(header: string | undefined): string[] {
  const given = (header ?? "").slice(0, 500).split(",").slice(0, 10);
  const weighed = given.map((part) => {
    const [tag = "", ...rest] = part.trim().split(";");
    const quality = rest.map((piece) => /^\s*q=([\d.]+)\s*$/.exec(piece)?.[1]).find((q) => q !== undefined);
    return { tag: tag.trim().toLowerCase(), quality: Number(quality ?? 1) };
  });
  return weighed
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(tag) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function english(): Words {
  const words = languages.get("en");
  if (!words) throw new Error("portal/languages/en.ts is missing");
  return words;
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}

async function readAll(): Promise<[string, Words][]> {
  const folder = new URL("./languages/", import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts"));
  return Promise.all(
    files.map(async (file) => {
      const { words } = (await import(new URL(file, folder).href)) as { words: Words };
      return [file.slice(0, -".ts".length), words] as [string, Words];
    }),
  );
}
