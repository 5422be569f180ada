import { session } from "#web/desk/session.ts";

// More than a member answers in a year of letters; the oldest make room.
const mostKept = 500;

/**
 * Sentences that this member has answered here, so that nobody asks twice: a "no" counts in every text, a "yes" in the
 * one in which it was written down. Kept are digests on this device, never the words.
 */
export function wasAnswered(about: string, sentence: string): boolean {
  const all = read();
  return all.includes(digest(sentence)) || all.includes(digest(`${about} ${sentence}`));
}

export function rememberAnswer(about: string, sentence: string, isPromise: boolean): void {
  const one = digest(isPromise ? `${about} ${sentence}` : sentence);
  localStorage.setItem(place(), JSON.stringify([...read().filter((each) => each !== one), one].slice(-mostKept)));
}

/** FNV-1a of the words as they are heard: spaces and capitals make no other sentence. */
export function digest(words: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(words.toLocaleLowerCase().replace(/\s+/g, " ").trim())) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}

function read(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place()) ?? "[]");
  } catch {
    return [];
  }
}

function place(): string {
  return `truepenny.answered.${session.get()?.member.id ?? ""}`;
}
