import { fold, plain } from "./fold.ts";
import type { Opening, Rules } from "./rule.ts";
import type { Who } from "./sentence.ts";

/** What one opening of a sentence makes of it. Places count from the sentence's beginning. */
export type Weighed = {
  who: Who;
  name: Span | null;
  act: Span;
  due: Span | null;
  conditional: boolean;
  points: number;
  rules: string[];
};
export type Span = { from: number; to: number };

/** Nobody promises more often in one sentence; a wall of the same word must not hold up the house. */
const mostOpenings = 5;
const timeIsSaid = { name: "a time is said", points: 0.8 };

/** The likeliest promise of a sentence, whatever its points; null where nothing in it could open one. */
export function weigh(sentence: string, before: string, rules: Rules): Weighed | null {
  const folded = fold(sentence);
  const written = plain(sentence);
  let best: Weighed | null = null;
  for (const opening of rules.openings) {
    for (const found of (opening.cased ? written : folded).matchAll(opening.words).take(mostOpenings)) {
      const weighed = weighOne(opening, found, { folded, before: fold(before) }, rules);
      if (weighed && (!best || standing(weighed) > standing(best))) best = weighed;
    }
  }
  return best;
}

/** The points that rules of these names add up to; a name that is no more counts for nothing. */
export function pointsOf({ openings, acts, signs }: Rules): (names: readonly string[]) => number {
  const points = new Map([...openings, ...acts, ...signs, timeIsSaid].map((rule) => [rule.name, rule.points]));
  return (names) => names.reduce((sum, name) => sum + (points.get(name) ?? 0), 0);
}

/** A firm promise is shown before an offer that stands beside it. */
function standing({ points, conditional }: Weighed): number {
  return points > 0 && !conditional ? points + 100 : points;
}

function weighOne(opening: Opening, found: RegExpMatchArray, text: { folded: string; before: string }, rules: Rules) {
  const from = (found.index ?? 0) + found[0].length;
  const lead = text.folded.slice(0, found.index);
  const rest = text.folded.slice(from);
  const end = rules.clauseEnd.exec(rest)?.index ?? rest.length;
  const act = rest.slice(0, end);
  const seen = { before: lead, act, sentence: text.folded };

  const condition = rules.conditions.find(({ sees, words }) =>
    words.test({ before: lead, after: rest, "sentence before": `${text.before}\n${found[0]}${act}` }[sees]),
  );
  if (opening.offer && !condition) return null;
  const due = dueIn(act, from, rules) ?? dueIn(lastClause(lead), lead.length - lastClause(lead).length, rules);
  const sort = rules.acts.find(({ words }) => words.test(act));
  const signs = rules.signs.filter(({ sees, words }) => words.test(seen[sees]));
  const asked = [opening, ...(sort ? [sort] : []), ...signs, ...(due ? [timeIsSaid] : [])];
  return {
    who: opening.who,
    name: named(found),
    act: { from, to: from + end },
    due,
    conditional: condition !== undefined,
    points: asked.reduce((sum, { points }) => sum + points, 0),
    rules: [...asked.map(({ name }) => name), ...(condition ? [condition.name] : [])],
  };
}

/** The words that name who has to do it; patterns with a name capture it first, and it stands at their beginning. */
function named({ 0: whole, 1: name, index = 0 }: RegExpMatchArray): Span | null {
  const from = index + (name ? whole.indexOf(name) : 0);
  return name ? { from, to: from + name.length } : null;
}

function dueIn(clause: string, at: number, { times }: Rules): Span | null {
  const found = clause.matchAll(times).next().value;
  return found ? { from: at + found.index, to: at + found.index + found[0].trimEnd().length } : null;
}

function lastClause(lead: string): string {
  return lead.slice(Math.max(0, ...[...lead.matchAll(/[.;:!?]\s|\bbut\b/g)].map(({ index }) => index + 1)));
}
