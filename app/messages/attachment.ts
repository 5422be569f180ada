import { conflict, invalid, Refusal, type Ruling, yes } from "#base/refusal.ts";

/** A file that came with a message or leaves with one; kept beside it, in parts. */
export type Attachment = { id: string; name: string; type: string; bytes: number };

/** With what became of it: come whole, bound to a message, added by a member. */
export type Kept = Attachment & { isWhole: boolean; messageId: string | null; madeById: string | null };

/** All that leaves with one message, together: most mail servers take that, and few take more. */
export const mostBytesOfAMessage = 20_000_000;
export const mostFilesOfAMessage = 20;

/** Each part but the last is this long. */
export const partBytes = 256 * 1024;

/** So long a file is kept that was added to a message and never sent. */
export const unsentSeconds = 7 * 86_400;

const mostUnsentBytes = 100_000_000;
const mostUnsentFiles = 100;

export function partsOf(bytes: number): number {
  return Math.ceil(bytes / partBytes);
}

/** May this member begin another file beside what they have added and not sent? */
export function mayAdd(bytes: number, unsent: { files: number; bytes: number }): Ruling {
  if (bytes > mostBytesOfAMessage) return tooLarge();
  if (unsent.files < mostUnsentFiles && unsent.bytes + bytes <= mostUnsentBytes) return yes;
  const sentence = "Too many files wait to be sent. Send or remove some of them first.";
  return new Refusal("too_many", "too_many_unsent_files", sentence, { data: { retry_after_seconds: 60 } });
}

/** Is this the part that belongs in this place? */
export function checkPart(bytes: number, place: number, length: number): Ruling {
  const expected = Math.min(partBytes, bytes - place * partBytes);
  if (expected > 0 && length === expected) return yes;
  return invalid("part_length", `This part must have ${Math.max(0, expected)} bytes.`, "base64", { expected });
}

/** May these leave with one message? */
export function maySend(asked: readonly string[], found: readonly (Attachment & { isWhole: boolean })[]): Ruling {
  if (new Set(asked).size < asked.length) return invalid("attached_twice", "Each file goes once.", "attachment_ids");
  if (found.length < asked.length) {
    const sentence = "A file is no longer there: it waited too long, or it was sent already. Add it again.";
    return conflict("attachment_gone", sentence);
  }
  if (found.some(({ isWhole }) => !isWhole)) return conflict("attachment_partial", "A file has not come whole yet.");
  return found.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytesOfAMessage ? tooLarge() : yes;
}

function tooLarge(): Refusal {
  const sentence = `All files of a message together may have ${mostBytesOfAMessage / 1e6} MB, since few mail servers take more.`;
  return invalid("attachments_too_large", sentence, "attachment_ids", { most_bytes: mostBytesOfAMessage });
}

const unknown = "application/octet-stream";

/** By what their first bytes are known, as hexadecimal digits; of these kinds only what begins so is one. */
const signs: [type: string, sign: RegExp][] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^474946383[79]61/],
  ["image/webp", /^52494646.{8}57454250/],
  ["application/pdf", /^255044462d/],
];

/** What a file is: what its first bytes say, else what it was called, where that is no name of another that we know. */
export function typeOf(called: string, head: Uint8Array): string {
  const beginning = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const known = signs.find(([, sign]) => sign.test(beginning));
  if (known) return known[0];
  const [name = ""] = called.toLowerCase().split(";");
  const isName = /^[a-z0-9][a-z0-9.+-]{0,40}\/[a-z0-9][a-z0-9.+-]{0,50}$/.test(name.trim());
  return isName && !signs.some(([type]) => type === name.trim()) ? name.trim() : unknown;
}

/** As what a browser is given it: never as something that it would run, or show as a page of ours. */
export function servedAs(type: string): string {
  return signs.some(([known]) => known === type) ? type : unknown;
}
