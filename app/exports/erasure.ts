/** Stands where words of a person or about one stood: there was something, and it is gone for good. */
export const erasedWord = "Erased";

/** Whose traces go: these customers as a whole, and these contacts wherever they are. */
export type Erasing = { customerIds: string[]; contactIds: string[] };

/** Free text in which anybody may be named. Where it is not theirs, only the name and the addresses go out of it. */
export const mayName = [
  { table: "drafts", columns: ["text"] },
  { table: "saved_replies", columns: ["name", "text"] },
  { table: "views", columns: ["name", "filters"] },
  { table: "messages", columns: ["subject", "body", "quoted", "problem"] },
  { table: "arrivals", columns: ["subject", "from_address"] },
  { table: "promises", columns: ["text", "rest", "more", "held_up_reason", "short_quote_reason"] },
  { table: "promise_series", columns: ["text"] },
  { table: "tellings", columns: ["note"] },
  { table: "promise_moves", columns: ["reason", "contest_words"] },
  { table: "verdicts", columns: ["words"] },
  { table: "rings", columns: ["words"] },
  { table: "cases", columns: ["subject", "words", "done_words", "waiting_reason"] },
  { table: "case_causes", columns: ["text"] },
  { table: "case_cause_words", columns: ["body"] },
  { table: "case_answers", columns: ["words"] },
  { table: "case_pulses", columns: ["words"] },
  { table: "case_rings", columns: ["words"] },
  { table: "profile_entries", columns: ["text", "what_we_heard"] },
  { table: "customers", columns: ["why_us"] },
] as const satisfies readonly { table: string; columns: readonly string[] }[];

type Reached = { channel: string; address: string };

/**
 * A regular expression of PostgreSQL for what can only mean this person: addresses (a number however it is spaced, with
 * or without its prefix) and names of two words or more. "Ana" alone could be anybody, and stays in what others wrote.
 * Null where there is nothing of that kind.
 */
export function mentionsOf(names: readonly string[], addresses: readonly Reached[]): string | null {
  const whole = names.filter((name) => name !== erasedWord && /\S\s+\S/.test(name)).map(literally);
  const reached = addresses.map(({ channel, address }) =>
    /^(?:phone|sms)$/.test(channel) ? number(address) : literally(address),
  );
  const sought = [...new Set([...whole, ...reached])];
  return sought.length > 0 ? `(?<!\\w)(?:${sought.join("|")})(?!\\w)` : null;
}

function literally(text: string): string {
  const marked = text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, (mark) => `\\${mark}`));
  return marked.join("\\s+");
}

// By so many digits from the end a number is known, whatever country or area stands before them.
const tellingDigits = 7;

function number(address: string): string {
  const between = "[\\s()/.-]*";
  const digits = address.replaceAll(/\D/g, "").slice(-tellingDigits).split("");
  return `(?:[+(\\d][+\\d\\s()/.-]*)?${digits.join(between)}`;
}
