import type { Instant } from "#base/instant.ts";
import { invalid, type Ruling, yes } from "#base/refusal.ts";

/** A member who is named in a note of a case, and has not looked at the case since: who wrote it stands in the words. */
export type Named = {
  id: string;
  caseId: string;
  subject: string;
  customerId: string;
  customerName: string;
  words: string | null;
  rangAt: Instant;
};

export const mostNamed = 20;

/** Whom a note names: each "@" with the whole name of somebody behind it, the longer name first. */
export function namedIn<M extends { id: string; name: string }>(text: string, members: readonly M[]): M[] {
  const longestFirst = members.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  let left = text;
  for (const { id, name } of longestFirst) {
    const named = `@${name}`;
    if (name === "" || !left.includes(named)) continue;
    found.add(id);
    left = left.replaceAll(named, "");
  }
  return members.filter(({ id }) => found.has(id));
}

/** What is being typed behind an "@" where the cursor stands: from where, and how far it is; null where nothing is. */
export function namingAt(text: string, cursor: number): { from: number; typed: string } | null {
  const [, before = "", typed] = /^([\s\S]*(?:^|\s))@([\p{L}\p{N}.'’ -]{0,40})$/u.exec(text.slice(0, cursor)) ?? [];
  return typed === undefined ? null : { from: before.length, typed };
}

/** Those whose name, or a word of it, begins so. */
export function named<M extends { name: string }>(typed: string, members: readonly M[]): M[] {
  const sought = typed.toLowerCase();
  return members.filter(({ name }) => {
    const whole = name.toLowerCase();
    return whole.startsWith(sought) || whole.split(/\s+/).some((word) => word.startsWith(sought));
  });
}

export function mayName(strangers: readonly string[]): Ruling {
  if (strangers.length === 0) return yes;
  return invalid("no_such_member", "There is no such member who could be named.", "mention_ids");
}
