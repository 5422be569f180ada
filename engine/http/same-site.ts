import type { FastifyRequest } from "fastify";
import { forbidden } from "#base/refusal.ts";
import type { House } from "./call.ts";

/**
 * Refuses what a page of another site sends with our cookies, `cross_site`. Browsers say where a request comes from; a
 * program that says nothing of it has no cookies that were not given to it.
 */
export function refuseOtherSites(request: Pick<FastifyRequest, "headers" | "host">, { publicUrl }: House): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const isOurs = origin === undefined || [request.host, new URL(publicUrl).host].includes(hostOf(origin));
  if (isOurs && (site === undefined || site === "same-origin" || site === "none")) return;
  throw forbidden(
    "cross_site",
    "This request came from a page of another site. Open the house itself, and do it there.",
  );
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? "";
}
