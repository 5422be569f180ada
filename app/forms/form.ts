import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";

/** A form in which anybody can write to us, by its address or on a page of the business's own. */
export type Form = {
  id: string;
  name: string;
  /** The sites that may show it within a page of theirs; `*` is every site, and without any it stands alone. */
  sites: string[];
  /** When somebody wrote in it last. */
  heardAt: Instant | null;
  madeAt: Instant;
  removedAt: Instant | null;
  version: number;
};

export const mostSites = 20;

/** Each as a browser names it: "www.example.com/contact" is https://www.example.com. Refuses `bad_site`. */
export function checkSites(sites: readonly string[]): string[] {
  return [...new Set(sites.map((site) => siteOf(site.trim())))];
}

function siteOf(site: string): string {
  if (site === "*") return site;
  const url = URL.parse(/^https?:\/\//i.test(site) ? site : `https://${site}`);
  // What ends up in a header is a scheme, a name and a port, and nothing else.
  if (url && /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d+)?$/.test(url.origin)) return url.origin;
  throw invalid("bad_site", "Write each site as its address begins, like https://www.example.com.", "sites");
}

/** Who may show it in a frame, as the policy of a page says it (frame-ancestors). */
export function framedBy({ sites }: Pick<Form, "sites">): string {
  return sites.length > 0 ? sites.join(" ") : "'none'";
}
