import type { CasePageWords } from "#app/cases/page-words.ts";

export const pulse: CasePageWords["pulse"] = {
  ask: "Wie war es, verglichen mit dem, was Sie erwartet haben?",
  feeling: "Wie geht es Ihnen damit? (wenn Sie möchten)",
  feelings: ["sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"],
  expected: { worse: "Schlechter als erwartet", as: "Wie erwartet", better: "Besser als erwartet" },
  thanks: "Danke. Wer sich gekümmert hat, liest es.",
};
