import { type Argon2Parameters, argon2, timingSafeEqual } from "node:crypto";
import { invalid, type Ruling, yes } from "#base/refusal.ts";
import { newSalt } from "#base/token.ts";

// What OWASP advises for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Length is what makes a password strong; the upper bound only keeps the hashing cheap. */
export function mayBePassword(password: string): Ruling {
  if (password.length < 10)
    return invalid("password_too_short", "Choose a password of 10 characters or more.", "password");
  if (password.length > 200) return invalid("password_too_long", "A password has 200 characters at most.", "password");
  return yes;
}

/** The password under argon2id, in the PHC string form that names its own costs, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = newSalt();
  const tag = await derive(password, { ...cost, nonce });
  const costs = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${costs}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Is it the password of this hash? Costs are read from the hash; what is no hash is nobody's. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, known] = form.exec(kept) ?? [];
  if (!salt || !known) return false;
  const tag = Buffer.from(known, "base64");
  const costs = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const nonce = Buffer.from(salt, "base64");
  return timingSafeEqual(await derive(password, { ...costs, nonce, tagLength: tag.length }), tag);
}

/** The same letters typed on different machines give the same bytes only in one normal form. */
function derive(password: string, parameters: Omit<Argon2Parameters, "message">): Promise<Buffer> {
  const message = Buffer.from(password.normalize("NFKC"));
  return new Promise((resolve, reject) => {
    argon2("argon2id", { message, ...parameters }, (problem, tag) => (problem ? reject(problem) : resolve(tag)));
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
