import { createHmac, timingSafeEqual } from "node:crypto";

/** What stands behind the plus: a mail of ours that is answered (`r`), or a member who copies us in (`p`). */
export type PlusToken = { is: "reply" | "member"; id: string };

const letters = "abcdefghijklmnopqrstuvwxyz234567";
const marks = { reply: "r", member: "p" } as const;
// RFC 5321, section 4.5.3.1.1.
const longestLocal = 64;
const idLetters = 26;
const proofLetters = 16;

/**
 * `help@ortiz.example` with a token behind a plus. The token names an id of this workspace and proves by the house's key
 * that we made it: small letters and digits alone, since mail programs change the rest. Null where the mailbox has a name so
 * long that there is no room for it.
 */
export function plusAddress(address: string, token: PlusToken, secret: string, workspaceId: string): string | null {
  const [local = "", domain = ""] = address.split("@");
  const id = base32(Buffer.from(token.id.replaceAll("-", ""), "hex"));
  if (local.length > longestLocal - 2 - idLetters - proofLetters) return null;
  return `${local}+${marks[token.is]}${id}${proofOf(token, secret, workspaceId)}@${domain}`;
}

/** The first token of ours among these addresses; null where none is, or somebody made one up. */
export function tokenAmong(recipients: readonly string[], secret: string, workspaceId: string): PlusToken | null {
  for (const recipient of recipients) {
    const [, mark, id, proof] = form.exec(recipient.toLowerCase()) ?? [];
    if (!mark || !id || !proof) continue;
    const token: PlusToken = { is: mark === "r" ? "reply" : "member", id: uuidOf(id) };
    const expected = Buffer.from(proofOf(token, secret, workspaceId));
    if (timingSafeEqual(expected, Buffer.from(proof))) return token;
  }
  return null;
}

const form = new RegExp(`\\+([rp])([a-z2-7]{${idLetters}})([a-z2-7]{${proofLetters}})@`);

function proofOf({ is, id }: PlusToken, secret: string, workspaceId: string): string {
  const proof = createHmac("sha256", secret).update(`plus address ${workspaceId} ${is} ${id}`).digest();
  return base32(proof).slice(0, proofLetters);
}

function base32(bytes: Buffer): string {
  let bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join("");
}

function uuidOf(text: string): string {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
