import type { Business } from "./business.ts";

/** The address of somebody who works there, under a domain that nobody can ever register. */
export function addressOf({ domain }: Pick<Business, "domain">, name: string): string {
  return `${slugOf(name.split(" ")[0] ?? name)}@${domain}`;
}

/** A name as it may stand in an address: "Núria Soler" as nuria.soler. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ".").replace(/^\.|\.$/g, "");
}
