import type { CasePageWords } from "#app/cases/page-words.ts";

export const pulse: CasePageWords["pulse"] = {
  ask: "How was it, beside what you expected?",
  feeling: "How do you feel about it? (if you like)",
  feelings: ["very bad", "bad", "so-so", "good", "very good"],
  expected: { worse: "Worse than I expected", as: "As I expected", better: "Better than I expected" },
  thanks: "Thank you. Whoever looked after it reads this.",
};
