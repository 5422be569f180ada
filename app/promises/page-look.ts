import { html } from "hono/html";
import type { Html } from "#base/html.ts";
import type { Times } from "./page-times.ts";
import type { PageWords } from "./page-words.ts";

/** How a page is shown to one reader: in which words and times, with links below which address. */
export type Look = {
  words: PageWords;
  times: Times;
  /** The address of their own page; every other link is below it. */
  home: string;
  /** Names one showing of the page: a form that is sent twice acts once. */
  key: string;
};

/** Text of a person's, cut where a page of many must stay small. */
export function clipped(text: string, most: number): string {
  // A cut must not leave half of a character behind.
  return text.length > most
    ? `${text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`
    : text;
}

/** Our own words inside a sentence of ours need no setting apart. */
export function ours(words: string): Html {
  return html`${words}`;
}

/** The name by which a letter would greet: the first, unless what comes first is a title. */
export function greetingName(name: string): string {
  const [first = "", ...others] = name.trim().split(/\s+/);
  const isTitle = /[.,]$/.test(first) || /^(mr|mrs|ms|miss|mx|sir|dr|prof|herr|frau|familie|family|team)$/i.test(first);
  return others.length === 0 || isTitle ? name.trim() : first;
}
