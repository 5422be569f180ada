/** A sentence and where it begins in its text. */
export type Placed = { sentence: string; at: number };

// Longer ones are no sentences but tables, links or a wall of words; nobody promises in their second half.
const longest = 600;

/**
 * The sentences of a message in their order, without what others wrote in it: lines quoted with ">" and everything
 * below "On … wrote:" or "-----Original Message-----". An abbreviation ("e.g.", "a.m.", "z. B.") ends no sentence.
 */
export function sentencesOf(text: string): Placed[] {
  const found: Placed[] = [];
  let from = 0;
  for (const line of ownLines(text)) {
    from = line.at;
    for (const end of endsIn(line.sentence)) {
      add(found, text.slice(from, line.at + end), from);
      from = line.at + end;
    }
  }
  return found;
}

const othersBelow =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|mensaje original|message d'origine)\b.*|(?:on|am|el|le) .{5,200} (?:wrote|schrieb|escribió|a écrit)\b.{0,80}:)\s*$/i;

function* ownLines(text: string): Generator<Placed> {
  let at = 0;
  let paragraph: Placed | null = null;
  for (const line of text.split("\n")) {
    const isOthers = /^\s*>/.test(line);
    const ends = isOthers || /^\s*(?:[-*•]\s|\d+[.)]\s)|^\s*$/.test(line);
    if (line.length < 300 && othersBelow.test(line)) break;
    if (ends && paragraph) {
      yield paragraph;
      paragraph = null;
    }
    if (!isOthers) {
      if (paragraph) paragraph.sentence = text.slice(paragraph.at, at + line.length);
      else paragraph = { sentence: line, at };
    }
    at += line.length + 1;
  }
  if (paragraph) yield paragraph;
}

const abbreviations =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|a\.m|p\.m|a\.\s?m|p\.\s?m|approx|inc|ltd|co|dept|ext|tel|bzw|ca|z\.\s?b|d\.\s?h|u\.\s?a|evtl|ggf|inkl|hr|fr|sr|sra|srta|ud|uds|aprox|mme|mlle|env|[a-z])|\b\d{1,2})\.$/i;

/** Where sentences end in a paragraph, the last at its very end. */
function* endsIn(paragraph: string): Generator<number> {
  for (const { 0: sign, index } of paragraph.matchAll(/(?<![.!?…])[.!?…]+["'”»)\]]*\s+|\n(?=\s*[A-ZÀ-Þ¿¡])/gu)) {
    const end = index + sign.length;
    const next = paragraph.charAt(end);
    if (/^[.…]+\s/.test(sign)) {
      const soFar = paragraph.slice(Math.max(0, index - 20), index + 1);
      // "1. Dezember" and "at 9:00 a.m tomorrow": what goes on small is one sentence.
      if (abbreviations.test(soFar) || /\p{Ll}/u.test(next)) continue;
    }
    // A greeting's line break is none; a letter's lines are often broken at 70 letters.
    if (sign.startsWith("\n") && index - paragraph.lastIndexOf("\n", index - 1) > 60) continue;
    yield end;
  }
  yield paragraph.length;
}

function add(found: Placed[], piece: string, at: number): void {
  const sentence = piece.trim().slice(0, longest);
  if (sentence) found.push({ sentence, at: at + piece.length - piece.trimStart().length });
}
