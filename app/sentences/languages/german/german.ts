import type { Rules } from "#app/sentences/rule.ts";
import { acts } from "./acts.ts";
import { conditions } from "./conditions.ts";
import { openings } from "./openings.ts";
import { signs } from "./signs.ts";
import { times } from "./times.ts";

/** German: umlauts are read without their dots ("fur", "prufen"), as folded words have none. */
export const german: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)(?<!\b\d{1,2}\.\s?)|,? \b(?:aber|jedoch|obwohl|weil|denn|sondern)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
