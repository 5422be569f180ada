import type { Rules } from "#app/sentences/rule.ts";
import { acts } from "./acts.ts";
import { conditions } from "./conditions.ts";
import { openings } from "./openings.ts";
import { signs } from "./signs.ts";
import { times } from "./times.ts";

/** Spanish: accents are not read ("enviare"), as folded words have none. */
export const spanish: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)|,? \b(?:pero|aunque|porque|ya que|sino)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
