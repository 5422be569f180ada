import { isUtf8 } from "node:buffer";

const kibibyte = 1024;
// Each part costs some kilobytes however small it is, and a mail that a person wrote has a dozen.
const mostParts = 2_000;
const largestHead = 256 * kibibyte;
// Ten thousand recipients, of which a few are enough.
const largestField = 16 * kibibyte;
const mostBytesHere = 512 * kibibyte;
const mostLinesHere = 8_000;

/** Would reading it hold up whatever else this thread has to do? The parser's time grows with lines more than with bytes. */
export function isHeavy(raw: Uint8Array): boolean {
  if (raw.length > mostBytesHere) return true;
  let at = -1;
  for (let lines = 0; lines <= mostLinesHere; lines++) {
    at = raw.indexOf(10, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/**
 * The bytes of a mail that can be read in bounded time and memory: without what its header fields say too much, and
 * before the parts become too many. Bytes above 127 in a mail that names no charset are taken as the Windows one, as old
 * mail programs meant them.
 */
export function readable(raw: Uint8Array): { bytes: Uint8Array; trouble: "too_many_parts" | null } {
  const whole = shortHead(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const end = endOfParts(whole);
  const bytes = namedOrUtf8(whole.subarray(0, end));
  return { bytes, trouble: end < whole.length ? "too_many_parts" : null };
}

/** What the parser says where parts or headers have no end. */
export function isTooDeep(problem: unknown): boolean {
  return problem instanceof Error && /nesting|header/i.test(problem.message);
}

function shortHead(raw: Buffer): Buffer {
  const body = endOfHead(raw);
  if (body <= largestField) return raw;
  const kept: Buffer[] = [];
  let [field, all] = [0, 0];
  for (let at = 0; at < body && all < largestHead; ) {
    const next = raw.indexOf(10, at) + 1 || body;
    const line = raw.subarray(at, Math.min(next, body));
    field = line[0] === 32 || line[0] === 9 ? field + line.length : line.length;
    if (field <= largestField) {
      kept.push(line);
      all += line.length;
    }
    at = next;
  }
  return Buffer.concat([...kept, Buffer.from("\r\n"), raw.subarray(body)]);
}

/** Where the first empty line ends; the length where there is none. */
function endOfHead(raw: Buffer): number {
  const ends = [raw.indexOf("\n\n"), raw.indexOf("\n\r\n")].filter((at) => at >= 0);
  const first = Math.min(...ends);
  if (!Number.isFinite(first)) return raw.length;
  return first + (raw[first + 1] === 10 ? 2 : 3);
}

function endOfParts(raw: Buffer): number {
  let at = 0;
  for (let parts = 0; parts < mostParts; parts++) {
    at = raw.indexOf("\n--", at + 1);
    if (at < 0) return raw.length;
  }
  return at;
}

function namedOrUtf8(raw: Buffer): Buffer {
  if (
    isUtf8(raw) ||
    raw
      .subarray(0, 256 * kibibyte)
      .toString("latin1")
      .toLowerCase()
      .includes("charset")
  )
    return raw;
  return Buffer.from(new TextDecoder("windows-1252").decode(raw), "utf8");
}
