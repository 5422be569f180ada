import type { Rules } from "#app/sentences/rule.ts";
import { acts } from "./acts.ts";
import { conditions } from "./conditions.ts";
import { openings } from "./openings.ts";
import { signs } from "./signs.ts";
import { times } from "./times.ts";

/** French: accents are not read ("verifierai"), as folded words have none. */
export const french: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)|,? \b(?:mais|cependant|parce que|car|bien que|puisque)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
