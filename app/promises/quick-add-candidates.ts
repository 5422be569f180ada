import { fold } from "#app/sentences/fold.ts";
import type { Guess } from "./quick-add-pieces.ts";

/** A customer as quick add has to know them. */
export type Known = {
  id: string;
  name: string;
  timeZone: string | null;
  contacts: readonly { id: string; name: string }[];
};

/** That the search for a guess (by its place among them) found this customer, and how like it they are. */
export type Hit = { guess: number; customerId: string; score: number };

export type Candidate = {
  customerId: string;
  name: string;
  timeZone: string | null;
  /** The contact who was named, where it was not the customer. */
  contactId: string | null;
  contactName: string | null;
  /** Nobody else fits as well. */
  isSure: boolean;
  guess: Guess;
};

const mostCandidates = 8;

/**
 * Who may be meant, best first: whose name it is, then in whose name all its words stand, then who is written much like
 * the likeliest guess (a typo). Sure is only the one who alone is called so.
 */
export function candidatesOf(guesses: readonly Guess[], hits: readonly Hit[], known: readonly Known[]): Candidate[] {
  const fits = hits.flatMap((hit) => {
    const guess = guesses[hit.guess];
    const customer = known.find(({ id }) => id === hit.customerId);
    return guess && customer ? [fitOf(guess, hit, customer)] : [];
  });
  const inOrder = fits
    .filter(({ closeness, guess, nth }) => closeness > 0 || (nth === 0 && !guess.isStandIn))
    .sort((a, b) => b.closeness - a.closeness || a.nth - b.nth || b.score - a.score);
  const [best, second] = distinct(inOrder);
  const isSure = best !== undefined && isEnough(best, guesses) && !(second && alike(best, second));
  return distinct(inOrder)
    .slice(0, mostCandidates)
    .map(({ closeness: _, nth: __, score: ___, ...one }) => ({
      ...one,
      isSure: isSure && one.customerId === best?.customerId,
    }));
}

/** Whom to write down where it is none of the candidates; null where somebody is called exactly so. */
export function newCustomerOf(guess: Guess | undefined, candidates: readonly Candidate[]) {
  if (!guess || candidates.some((one) => isSame(guess.words, one.name) || isSame(guess.words, one.contactName ?? ""))) {
    return null;
  }
  const kind: "person" | "organisation" = organisation.test(guess.words) ? "organisation" : "person";
  return { name: guess.words, kind, isStandIn: guess.isStandIn };
}

type Fit = Omit<Candidate, "isSure"> & { closeness: 0 | 1 | 2; nth: number; score: number };

function fitOf(guess: Guess, { guess: nth, score }: Hit, { id: customerId, name, timeZone, contacts }: Known): Fit {
  const own = closenessOf(guess.words, name);
  const [named] = contacts
    .map((contact) => ({ ...contact, closeness: closenessOf(guess.words, contact.name) }))
    .sort((a, b) => b.closeness - a.closeness);
  const isContact = named !== undefined && named.closeness > own;
  const closeness = isContact ? named.closeness : own;
  const contact = isContact ? { contactId: named.id, contactName: named.name } : { contactId: null, contactName: null };
  return { customerId, name, timeZone, ...contact, guess, closeness, nth, score };
}

/** 2: the very name; 1: all words stand in it; 0: only alike. */
function closenessOf(words: string, name: string): 0 | 1 | 2 {
  if (isSame(words, name)) return 2;
  const theirs = wordsOf(name);
  const wanted = wordsOf(words);
  return wanted.length > 0 && wanted.every((word) => theirs.includes(word)) ? 1 : 0;
}

/** A piece of a longer name ("Weber" of "Weber Heizung") has to be the very name. */
function isEnough({ closeness, guess }: Fit, guesses: readonly Guess[]): boolean {
  const isPiece = guesses.some((other) => other !== guess && other.from <= guess.from && other.to >= guess.to);
  return closeness > (isPiece ? 1 : 0);
}

function alike(a: Fit, b: Fit): boolean {
  return a.closeness === b.closeness && a.nth === b.nth;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  return left.length > 0 && left.join(" ") === right.join(" ");
}

/** As the search compares names: without capitals, accents and titles, and with ä, ae and a the same. */
function wordsOf(name: string): string[] {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== "" && !titles.has(word)).map((word) => word.replace(/([aou])e/g, "$1"));
}

function distinct(fits: readonly Fit[]): Fit[] {
  return fits.filter(({ customerId }, at) => fits.findIndex((other) => other.customerId === customerId) === at);
}

const titles = new Set("mr mrs ms miss dr prof herr frau familie fam firma".split(" "));
const organisation =
  /\b(?:gmbh|ag|kg|ohg|ug|e\.?k|mbh|inc|ltd|llc|plc|co|corp|bv|sa|sarl|hotel|restaurant|cafe|café|bank|school|schule|klinik|praxis|verein|firma|studio|sons|söhne|group|gruppe)\b|&/iu;
