import { randomUUIDv7 } from "node:crypto";

let lastMillisecond = "";
let madeInIt = 0;

/**
 * A new id (UUIDv7), made by us and sorted by its making, so that an index grows at its end and what was made together
 * is listed in the order it was given in. Within one millisecond the 12 bits after the version count up (RFC 9562,
 * section 6.2, method 1); 62 random bits remain.
 */
export function newId(): string {
  const fresh = randomUUIDv7();
  const millisecond = fresh.slice(0, 13);
  madeInIt = millisecond === lastMillisecond ? Math.min(madeInIt + 1, 0xfff) : 0;
  lastMillisecond = millisecond;
  return `${millisecond}-7${madeInIt.toString(16).padStart(3, "0")}${fresh.slice(18)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return uuid.test(text);
}
