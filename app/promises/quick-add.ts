import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { invalid, Refusal } from "#base/refusal.ts";
import { readSaid, type Said } from "#base/said/said.ts";
import { kindSaid } from "./quick-add-kinds.ts";
import { guessesIn } from "./quick-add-names.ts";
import { type Guess, type Note, type Piece, struckOut, without } from "./quick-add-pieces.ts";
import { ownerSaid, type Someone, standInSaid, whomBeforeColon } from "./quick-add-signs.ts";

/** What one line of words says of a promise. Places are in the line as it is normalised (NFC). */
export type QuickAdd = {
  /** What is promised: all words that were not read as something else, in their order. */
  text: string;
  kind: { name: string; isGuessed: boolean };
  /** Named with "@"; null is whoever writes. */
  owner: Someone | null;
  /** Who may be meant, likeliest first; none where nobody was named. */
  customers: Guess[];
  due: Pick<Said, "opensAt" | "dueAt" | "read"> | null;
  /** What was read as what, in order and apart, for whoever shows it. */
  parts: Part[];
  /** What is missing or could not be read; nothing typed is lost by it. */
  notes: Note[];
};

export type Part = Piece & { is: "customer" | "owner" | "kind" | "due" };

export type Reader = {
  now: Instant;
  /** The zone in which the times are meant. */
  timeZone: string;
  /** "en", "de-AT" …: which language's words come first where two could be meant. */
  language: string;
  /** The house's: says when business ends. */
  calendar: Calendar;
  /** The workspace's own kinds. */
  kinds: readonly string[];
  /** Who works here. */
  members: readonly Someone[];
};

const longestLine = 500;

/** Is this one line that somebody typed? A table or a page that was pasted is none. */
export function checkLine(line: string): Refusal | null {
  const lines = line.split(/[\n\r\u2028\u2029]/).filter((each) => each.trim() !== "").length;
  if (lines > 1) {
    const sentence = `These are ${lines} lines: add one promise for each line.`;
    return invalid("several_lines", sentence, "line", { lines });
  }
  if (line.length <= longestLine) return null;
  const sentence = `That is longer than ${longestLine} letters: say in one line what is promised, to whom and by when.`;
  return invalid("line_too_long", sentence, "line");
}

/**
 * Reads a line like "call Ana back tomorrow 3pm about the leak" or "Angebot an Hotel Post bis Freitag 15 Uhr @karim".
 * Only what is surely a sign (a time, "@", "#", "Ana:", "table 7" in front) leaves the text; a customer who is named in
 * the sentence stays in it. Refuses (field line) `several_lines` and `line_too_long`.
 */
export function readQuickAdd(words: string, reader: Reader): QuickAdd {
  const refusal = checkLine(words);
  if (refusal) throw refusal;
  const line = words.normalize("NFC").replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  const owner = ownerSaid(line, reader.members);
  const kind = kindSaid(line, reader.kinds);
  const marks = [...pieces("owner", owner.piece), ...pieces("kind", kind.piece)];
  const whom =
    whomBeforeColon(struckOut(line, marks), (lead) => readDue(lead, reader).due !== null) ?? standInSaid(line);
  const signs = [...marks, ...pieces("customer", whom?.taken ?? null)];
  const due = readDue(struckOut(line, signs), reader);
  const taken: Part[] = [...signs, ...due.places.map((place) => ({ is: "due" as const, ...place }))];
  const customers = whom ? [whom.guess] : guessesIn(line, taken, reader.language);
  const text = without(line, taken);
  const parts = whom ? taken : [...taken, ...pieces("customer", customers[0] ?? null)];
  return {
    text,
    kind: kind.named,
    owner: owner.member,
    customers,
    due: due.due,
    parts: parts.sort((a, b) => a.from - b.from),
    notes: [...missingOf(text, customers), ...[due.note, owner.note, kind.note].filter((note) => note !== null)],
  };
}

type Due = { due: QuickAdd["due"]; places: Piece[]; note: Note | null };

function readDue(line: string, { now, timeZone, language, calendar }: Reader): Due {
  try {
    const { places, ...due } = readSaid(line, { now, timeZone, language, calendar });
    return { due, places: places.map((place) => withSmallWords(line, place)), note: null };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const note: Note = { code: refusal.code, field: "due_words", sentence: refusal.message };
    return { due: null, places: [], note };
  }
}

/** "on Friday", "am Freitag": the small words in front belong to the time and would hang in the air without it. */
function withSmallWords(line: string, { from, to }: Piece): Piece {
  const small = /(?:(?<![\p{L}\p{N}])(?:at|on|for|around|the|this|due|am|um|gegen|ca\.?|zum|im) +){1,2}$/iu;
  const [said = ""] = small.exec(line.slice(0, from)) ?? [];
  return { from: from - said.length, to };
}

function pieces<T extends Part["is"]>(is: T, piece: Piece | null): Part[] {
  return piece ? [{ is, from: piece.from, to: piece.to }] : [];
}

function missingOf(text: string, customers: readonly Guess[]): Note[] {
  const nobody: Note = { code: "to_whom", field: "customer_id", sentence: "Say to whom: name the customer." };
  const nothing: Note = { code: "text_missing", field: "text", sentence: "Say what is promised." };
  return [...(customers.length === 0 ? [nobody] : []), ...(text === "" ? [nothing] : [])];
}
