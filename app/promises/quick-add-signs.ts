import { fold } from "#app/sentences/fold.ts";
import { isKindWord } from "./quick-add-kinds.ts";
import type { Guess, Note, Piece } from "./quick-add-pieces.ts";

/** Somebody who works here. */
export type Someone = { id: string; name: string };

export type OwnerSaid = { member: Someone | null; piece: Piece | null; note: Note | null };

/** The member named with "@", by any of their names or its beginning. An address ("ana@…") names nobody. */
export function ownerSaid(line: string, members: readonly Someone[]): OwnerSaid {
  const sign = /(?<=^|\s)@([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*)/u.exec(line);
  if (!sign?.[1]) return { member: null, piece: null, note: null };
  const wanted = fold(sign[1]).replace(/[._-]+$/, "");
  const meant = membersNamed(wanted, members);
  const [member = null] = meant;
  if (member && meant.length === 1) {
    return { member, piece: { from: sign.index, to: sign.index + sign[0].replace(/[._-]+$/, "").length }, note: null };
  }
  const names = meant.slice(0, 5).map(({ name }) => name);
  const sentence = member
    ? `"@${wanted}" may be ${names.join(" or ")}: write more of the name.`
    : `Nobody here is called "${wanted}".`;
  const code = member ? "several_members" : "no_such_member";
  return { member: null, piece: null, note: { code, field: "owner_id", sentence } };
}

/** Whom a line is for by its form alone, and what of it says only that. */
export type Whom = { guess: Guess; taken: Piece };

/** "for Müller: …", "Ana: …": the name in front of a colon, unless it is a time or says what is done. */
export function whomBeforeColon(line: string, isTime: (words: string) => boolean): Whom | null {
  const lead = /^[\s!]*(?:(?:for|to|für|an)\s+)?([\p{L}\p{N}][^:,;!?]{0,80}):(?=\s)/iu.exec(line);
  const name = lead?.[1]?.trim();
  if (!lead || !name || !/\p{L}/u.test(name)) return null;
  const words = name.split(/\s+/u);
  if (words.length > 6 || words.some(isKindWord) || /^(?:re|aw|fwd?|wg|todo|to do|note|notiz)$/i.test(name))
    return null;
  if (isTime(name)) return null;
  const from = line.indexOf(name);
  const guess = { words: name, from, to: from + name.length, isStandIn: standIn.exec(name)?.[0] === name };
  return { guess, taken: { from: lead[0].search(/[^\s!]/), to: lead[0].length } };
}

/** Where somebody is, in place of who they are. */
export const standIn =
  /(?<![\p{L}\p{N}])(?:table|room|seat|booth|bay|cabin|suite|tisch|zimmer|platz|kabine|box) (?:no\.? ?|nr\.? ?)?\d{1,4}[a-z]?(?![\p{L}\p{N}])/iu;

/** "table 7 more bread": whoever sits there, where nobody has a name. */
export function standInSaid(line: string): Whom | null {
  const found = standIn.exec(line);
  if (!found || line.slice(0, found.index).trim() !== "") return null;
  const piece = { from: found.index, to: found.index + found[0].length };
  return { guess: { words: found[0], ...piece, isStandIn: true }, taken: piece };
}

function membersNamed(wanted: string, members: readonly Someone[]): Someone[] {
  const named = members.map((member) => ({ member, names: namesOf(member.name) }));
  const exactly = named.filter(({ names }) => names.includes(wanted));
  const found =
    exactly.length > 0 ? exactly : named.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  return found.map(({ member }) => member);
}

/** "Karim El Amrani" is "karim", "el", "amrani", and all of it as one: "karimelamrani", "karim.el.amrani". */
function namesOf(name: string): string[] {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return [...words, words.join(""), words.join("."), words.join("-"), words.join("_")];
}
