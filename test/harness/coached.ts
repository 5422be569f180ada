import assert from "node:assert/strict";
import { pointsIn } from "#app/sentences/coach.ts";
import { facts, type HintRule } from "#app/sentences/hint.ts";
import type { Language } from "#app/sentences/languages.ts";

/** A rule with sentences in which it points at these words, and others in which it points at nothing. */
export type Coached = [rule: HintRule, points: [sentence: string, at: string][], leaves: string[]];

/** Every sentence is pointed at where it should be, and nowhere else by that rule. */
export function areCoached(language: Language, table: Coached[]): void {
  const composed = { language, promises: [], recorded: [], advisedDueAt: null, knows: facts, signer: null };
  const pointedAt = (rule: HintRule, sentence: string) =>
    pointsIn(sentence, composed)
      .filter((point) => point.rule === rule)
      .map(({ from, to }) => sentence.slice(from, to))
      .join(" | ");
  for (const [rule, points, leaves] of table) {
    const said = points.map(([sentence]) => [sentence, pointedAt(rule, sentence)]);
    assert.deepEqual(said, points, `${language} ${rule}`);
    assert.deepEqual(
      leaves.map((sentence) => [sentence, pointedAt(rule, sentence)]),
      leaves.map((sentence) => [sentence, ""]),
      `${language} ${rule} leaves alone`,
    );
  }
}
