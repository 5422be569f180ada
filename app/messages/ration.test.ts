import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, plusSeconds } from "#base/instant.ts";
import { type Asked, mayAsk } from "./ration.ts";

const now = instant("2026-11-23T09:00:00Z");
const ration = { questionsPerDay: 1, questionsPerMonth: 3, questionSilences: 2, questionSilenceDays: 90 };

function asked(daysAgo: number, isAnswered = true): Asked {
  const at = plusSeconds(now, -daysAgo * 86_400);
  return { at, answeredAt: isAnswered ? plusSeconds(at, 60) : null };
}

const silent = false;
const cases: [sentence: string, may: boolean, ...asked: Asked[]][] = [
  ["who was never asked may be asked", true],
  ["one question a day is enough", false, asked(0.5)],
  ["the next day there may be another", true, asked(1)],
  ["three in a month are enough", false, asked(2), asked(10), asked(29)],
  ["a month later there may be another", true, asked(2), asked(10), asked(30)],
  ["one silence is not yet an answer", true, asked(5, silent)],
  ["two silences are: no more questions", false, asked(5, silent), asked(20, silent)],
  ["for ninety days", false, asked(89, silent), asked(120, silent)],
  ["then one more is tried", true, asked(90, silent), asked(120, silent)],
  ["an answer between two silences breaks them", true, asked(5, silent), asked(20), asked(40, silent)],
  ["an old answer does not", false, asked(5, silent), asked(20, silent), asked(40)],
];

for (const [sentence, may, ...history] of cases) {
  test(sentence, () => {
    const ruling = mayAsk(history, ration, now);
    assert.equal(ruling === null, may);
    assert.equal(ruling?.code, may ? undefined : "question_rationed");
  });
}

test("the figures are the policy's", () => {
  const generous = { questionsPerDay: 2, questionsPerMonth: 10, questionSilences: 5, questionSilenceDays: 10 };
  assert.equal(mayAsk([asked(0.5), asked(5, silent), asked(6, silent)], generous, now), null);
});
