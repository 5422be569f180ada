import type { Instant } from "#base/instant.ts";

/** The words sent to people. A letter says what happens next and by when; greeting and signature frame it when it leaves. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  acts: Act[];
  /** All of it in a line or two, for a text; the paragraphs where it has none. */
  short?: string;
};

/** What the reader can do with one tap. `path` is below their own page, whose address is made only when the mail leaves. */
export type Act = { label: string; path: string };

/** Who reads it: times are told in their zone, named where it differs from the business's. */
export type Reader = { name: string; language: string; timeZone: string; businessTimeZone: string; now: Instant };

/** A letter's body as the row keeps it: paragraphs with an empty line between. */
export function bodyOf({ paragraphs }: Letter): string {
  return paragraphs.join("\n\n");
}

export function paragraphsOf(body: string): string[] {
  return body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
}
