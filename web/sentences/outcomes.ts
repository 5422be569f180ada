import type { HintRule } from "#app/sentences/hint.ts";
import { api } from "#web/desk/call.ts";

type Pointed = { rule: HintRule; words: string };
type Seen = { shown: Map<string, HintRule>; now: Set<string> };

const seen = new Map<string, Seen>();

/** What the coach points at in a text just now. */
export function pointedAt(about: string, points: readonly Pointed[]): void {
  const { shown } = seen.get(about) ?? { shown: new Map<string, HintRule>() };
  for (const { rule, words } of points) shown.set(`${rule} ${words}`, rule);
  seen.set(about, { shown, now: new Set(points.map(({ rule, words }) => `${rule} ${words}`)) });
}

/** The text was sent: which rules were shown in it, and which of them were heeded. Counted, never with its words. */
export function tellOutcomes(about: string): void {
  const of = seen.get(about);
  seen.delete(about);
  if (!of || of.shown.size === 0) return;
  const heeded = [...of.shown].flatMap(([words, rule]) => (of.now.has(words) ? [] : [rule]));
  // A count that is lost with the connection is no loss.
  api.post("/sentences/advice_outcomes", { body: { shown: [...of.shown.values()], heeded } }).catch(() => undefined);
}
