import { html, raw } from "hono/html";

/** A piece of a page in which everything that came from outside is escaped already. */
export type Html = ReturnType<typeof html>;

export const nothing: Html = raw("");

/**
 * A sentence of ours with what is said in it: `{owner}` becomes the value of that name. A string may be in any script, so
 * it is set apart by `<bdi>`, and escaped; a piece of a page goes in as it is. What has no value is left out.
 */
export function say(sentence: string, values: Record<string, string | Html | null> = {}): Html {
  const parts = sentence.split(/\{(\w+)\}/);
  return html`${parts.map((part, place) => (place % 2 === 0 ? part : set(values[part] ?? "")))}`;
}

/** The same as plain text, for a title. */
export function sayPlain(sentence: string, values: Record<string, string | null>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

function set(value: string | Html): string | Html {
  return typeof value === "string" && value !== "" ? html`<bdi>${value}</bdi>` : value;
}
