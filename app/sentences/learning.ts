/** What a member said of a sentence: only the names of the rules it set off, their points, and the answer. */
export type Answer = { rules: readonly string[]; points: number; isPromise: boolean };

/** By how many points the answers of a workspace have moved it, over all and per rule. */
export type Learned = { overall: number; rules: ReadonlyMap<string, number> };

export const nothingLearned: Learned = { overall: 0, rules: new Map() };

/** As far as answers can move one sentence: what is firmer than 82 % stays shown whatever is answered. */
export const mostShift = 1.5;
const mostOverall = 0.5;
const mostPerRule = 1;
/** So many answers in favour of the rules as they are stand behind each rule: a single one moves little. */
const patience = 8;

/**
 * What the answers teach: a rule that was surer than the answers gave it reason to be loses points, one that was too
 * careful gains some. The step is the mean surprise (answer minus the likelihood foretold), slowed by `patience`.
 */
export function learn(answers: readonly Answer[]): Learned {
  const surprises = answers.map(({ points, isPromise }) => (isPromise ? 1 : 0) - 1 / (1 + Math.exp(-points)));
  const perRule = new Map<string, { sum: number; count: number }>();
  answers.forEach(({ rules }, index) => {
    for (const name of new Set(rules)) {
      const soFar = perRule.get(name) ?? { sum: 0, count: 0 };
      perRule.set(name, { sum: soFar.sum + (surprises[index] ?? 0), count: soFar.count + 1 });
    }
  });
  const total = surprises.reduce((sum, surprise) => sum + surprise, 0);
  return {
    overall: within(mostOverall, (2 * total) / (answers.length + 4 * patience)),
    rules: new Map(
      [...perRule].map(([name, { sum, count }]) => [name, within(mostPerRule, (4 * sum) / (count + patience))]),
    ),
  };
}

/** How far a sentence that sets off these rules is moved, never more than `mostShift` either way. */
export function shiftOf(rules: readonly string[], learned: Learned): number {
  const moved = [...new Set(rules)].reduce((sum, name) => sum + (learned.rules.get(name) ?? 0), learned.overall);
  return within(mostShift, moved);
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
}
