import type { Rules } from "#app/sentences/rule.ts";
import { acts } from "./acts.ts";
import { conditions } from "./conditions.ts";
import { openings } from "./openings.ts";
import { signs } from "./signs.ts";
import { times } from "./times.ts";

export const english: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd:
    /[.;:!?](?:\s|$)|\.\.\.|(?:,? )\b(?:but|although|though|because|since|whereas|even though)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
