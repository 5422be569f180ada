import { type KeptEntry, readLine } from "#app/journal/proof.ts";
import { invalid } from "#base/refusal.ts";

/** Everything that passed between us and a customer, newest first: their journal and that of all who were merged into them. */
export type Timeline = { entries: KeptEntry[]; next: string | null };

/** How far each chain was read: below which number it goes on, zero when nothing of it is left. */
export type Places = ReadonlyMap<string, number>;

/**
 * The latest of several chains, and where each goes on. Each is given newest first, by one more than the limit; it keeps
 * its own order whatever its times say.
 */
export function latestOf(chains: ReadonlyMap<string, readonly KeptEntry[]>, limit: number): Timeline {
  const at = new Map([...chains.keys()].map((id) => [id, 0]));
  const entries: KeptEntry[] = [];
  while (entries.length < limit) {
    const heads = [...chains].flatMap(([id, chain]) => chain[at.get(id) ?? 0] ?? []);
    const [latest] = heads.toSorted(latestFirst);
    if (!latest) break;
    entries.push(latest);
    at.set(latest.chainId, (at.get(latest.chainId) ?? 0) + 1);
  }
  const places = [...chains].map(([id, chain]) => [id, chain[at.get(id) ?? 0]?.seq ?? 0] as const);
  const isMore = places.some(([, seq]) => seq > 0);
  return {
    entries,
    next: isMore ? writePlaces(new Map(places.map(([id, seq]) => [id, seq > 0 ? seq + 1 : 1]))) : null,
  };
}

/** Where each of these chains goes on; from its head without a cursor. Refuses one of another list (`bad_cursor`). */
export function readPlaces(cursor: string | undefined, chainIds: readonly string[]): Places | null {
  if (cursor === undefined) return null;
  const parts = Buffer.from(cursor, "base64url").toString().split(".");
  const ids = chainIds.toSorted();
  if (parts.length !== ids.length || !parts.every((part) => /^[1-9]\d{0,14}$/.test(part))) {
    throw invalid("bad_cursor", "This is not where a page ended. Begin again without after.", "after");
  }
  return new Map(ids.map((id, place) => [id, Number(parts[place])]));
}

function writePlaces(places: Places): string {
  const inOrder = [...places].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(inOrder.map(([, seq]) => seq).join(".")).toString("base64url");
}

/** The message that an entry is about, where it is about one. */
export function messageIn({ entry }: KeptEntry): string | null {
  const { message_id } = readLine(entry).facts;
  return typeof message_id === "string" ? message_id : null;
}

/** Who wrote it, by their id; null for the machine. */
export function writerOf({ entry }: KeptEntry): string | null {
  const { by } = readLine(entry);
  return typeof by === "string" ? null : "member_id" in by ? by.member_id : by.contact_id;
}

function latestFirst(a: KeptEntry, b: KeptEntry): number {
  return b.at.epochMilliseconds - a.at.epochMilliseconds || b.seq - a.seq || (a.chainId < b.chainId ? 1 : -1);
}
