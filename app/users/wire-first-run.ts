import * as z from "zod/mini";
import { newWorkspace } from "#app/workspaces/wire.ts";
import { line } from "#base/fields.ts";

const { time_zone, language, currency, trade, member_name, member_email } = newWorkspace.shape;
const country = z.string().check(z.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "must be the code of a country, such as DE"));

/** What the first page asks of whoever sets the house up. */
export const firstRun = z.strictObject({
  business_name: line(1, 200),
  member_name,
  member_email,
  password: z.string().check(z.maxLength(200)),
  time_zone,
  language,
  currency,
  country: z.optional(country),
  trade,
  setup_code: z.optional(z.string().check(z.maxLength(40))),
});
