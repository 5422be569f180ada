/** A piece of a line: from one letter to before another. */
export type Piece = { from: number; to: number };

/** Words that may name a customer: as they stand in the line, or a stand-in where nobody has a name ("table 7"). */
export type Guess = Piece & { words: string; isStandIn: boolean };

/** What is missing in a line or could not be read. */
export type Note = {
  code: string;
  field: "due_words" | "customer_id" | "text" | "kind" | "owner_id";
  sentence: string;
};

/** The line without these pieces, closed up to a text that reads well. No word but theirs is lost. */
export function without(line: string, pieces: readonly Piece[]): string {
  return closedUp(blanked(line, pieces, " "));
}

/** The line with these pieces struck out: every other word keeps its place, and nothing reaches across a gap. */
export function struckOut(line: string, pieces: readonly Piece[]): string {
  return blanked(line, pieces, "!");
}

/** Is any letter of one in the other? */
export function overlap(a: Piece, b: Piece): boolean {
  return a.from < b.to && b.from < a.to;
}

function blanked(line: string, pieces: readonly Piece[], blank: string): string {
  return pieces.reduce((left, { from, to }) => left.slice(0, from) + blank.repeat(to - from) + left.slice(to), line);
}

function closedUp(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/ (?=[,.;:!?)])/g, "")
    .replace(/([,;:])(?: ?[,;:])+/g, "$1")
    .replace(/^[\s,.;:!?–-]+|[\s,;:–-]+$/gu, "");
}
