import { fold } from "#app/sentences/fold.ts";
import { builtInKinds } from "#app/workspaces/policy.ts";
import type { Note, Piece } from "./quick-add-pieces.ts";

export type KindSaid = { named: { name: string; isGuessed: boolean }; piece: Piece | null; note: Note | null };

/** The words by which a kind is told, in English and German, as `fold` writes them. What is said first counts. */
const words: Record<Exclude<(typeof builtInKinds)[number], "other">, string> = {
  callback: "call(?:s|ing|back)?|ring|phone|anruf\\w*|angerufen|zuruckruf\\w*|ruckruf\\w*|ruf|rufe|telefon\\w*",
  email: "e-?mail\\w*|mail|mails|mailen|write|schreib\\w*",
  update: "update|status|inform\\w*|tell|let [^,.;]{1,40} know|bescheid|zwischenstand|melde|melden",
  visit: "visit\\w*|come|drop (?:by|in)|appointment|on site|besuch\\w*|vorbeikomm\\w*|vorbeischau\\w*|termin|vor ort",
  delivery: "deliver\\w*|bring|ship|parcel|liefer\\w*|auslief\\w*|zustell\\w*|bringe|bringen|paket\\w*|vorbeibring\\w*",
  fix: "fix\\w*|repair\\w*|mend|replac\\w*|repar\\w*|beheb\\w*|(?:aus)?tausch\\w*|instand\\w*",
  feature: "feature\\w*|implement\\w*|funktion\\w*",
  price_quote: "quot(?:e|es|ation)|offer|estimate|price|angebot\\w*|offert\\w*|kostenvoranschlag\\w*|preis\\w*",
  payment: "pay|pays|payment|refund\\w*|reimburs\\w*|(?:be)?zahl\\w*|uberweis\\w*|(?:ruck)?erstatt\\w*",
};
const patterns = Object.entries(words).map(([name, alternatives]) => ({
  name,
  words: new RegExp(`\\b(?:${alternatives})\\b`),
}));

/** The kind that is named with "#", by its beginning too ("#call"); else the one that the words speak of. */
export function kindSaid(line: string, own: readonly string[]): KindSaid {
  const sign = /(?<=^|\s)#([\p{L}][\p{L}\p{N}_-]*)/u.exec(line);
  const guessed = { name: kindOf(line, own), isGuessed: true };
  if (!sign?.[1]) return { named: guessed, piece: null, note: null };
  const known = [...builtInKinds, ...own];
  const wanted = fold(sign[1]).replaceAll("-", "_");
  const fitting = known.filter((kind) => kind.startsWith(wanted));
  const name = known.find((kind) => kind === wanted) ?? (fitting.length === 1 ? fitting[0] : kindNamed(wanted));
  if (name)
    return {
      named: { name, isGuessed: false },
      piece: { from: sign.index, to: sign.index + sign[0].length },
      note: null,
    };
  const sentence = `There is no kind "${sign[1]}". Use one of: ${known.join(", ")}.`;
  return { named: guessed, piece: null, note: { code: "unknown_kind", field: "kind", sentence } };
}

/** Does this word say what is done, so that it is nobody's name? */
export function isKindWord(word: string): boolean {
  return kindNamed(fold(word)) !== undefined;
}

function kindNamed(word: string): string | undefined {
  return patterns.find(({ words }) => words.exec(word)?.[0] === word)?.name;
}

/** An own kind whose words all stand in the line, else the built-in one that is spoken of first. */
function kindOf(line: string, own: readonly string[]): string {
  const folded = fold(line);
  const ours = own.find((kind) => kind.split("_").every((word) => new RegExp(`\\b${word}`).test(folded)));
  if (ours) return ours;
  const found = patterns.flatMap(({ name, words }) => {
    const at = words.exec(folded)?.index;
    return at === undefined ? [] : [{ name, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.name ?? "other";
}
