import { noteWritten } from "#app/forms/store.ts";
import { fieldsOf } from "#app/promises/page-fields.ts";
import type { Html } from "#base/html.ts";
import { counter, householdOf } from "#engine/http/limits.ts";
import type { Pages } from "#engine/http/pages.ts";
import { keepTold } from "./actions-keep.ts";
import { paceOf, readStamp } from "./form-stamp.ts";
import { formPage, nothingTyped, type Shown, sentPage } from "./page-form.ts";
import { answerInWords, type Guest, visit } from "./portal-form-visit.ts";
import { sidOf, troublesIn, type Written } from "./written.ts";

const largestForm = 32 * 1024;
// A household sends a few; what comes in hundreds from one place is no customer.
const mostSent = { most: 5, perSeconds: 600 };

/** Where anybody can write to a business: `/form/<workspace>/<form>`, alone or within a page of a site that it names. */
export const formDoor: Pages = (app, context) => {
  const sent = counter(mostSent);

  app.register(
    async (house) => {
      answerInWords(house, context);

      house.get("/:workspaceId/:formId", (request, reply) =>
        visit(context, request, reply, async (guest) => {
          if (fieldsOf(request.query)("sent")) return { page: sentPage(guest.words.form, guest.action) };
          return { page: shown(guest, {}) };
        }),
      );

      house.post("/:workspaceId/:formId", { bodyLimit: largestForm }, (request, reply) =>
        visit(context, request, reply, async (guest) => {
          const { formId, now } = guest;
          const field = fieldsOf(request.body);
          const typed = typedIn(field);
          const stamp = readStamp(field("stamp"), context.house.secret, formId);
          const again = (how: Partial<Shown>, status = 422) => ({
            page: shown(guest, { typed, ...(stamp && { stamp: field("stamp") }), ...how }),
            status,
          });
          const troubles = troublesIn(typed);
          if (troubles) return again({ troubles });
          const pace = paceOf(stamp, now);
          if (pace === "quick") return again({ again: pace });
          if (pace === "old" || !stamp) return again({ again: "old", stamp: guest.stamp });
          const household = `${formId} ${householdOf(request.ip)}`;
          const wait = Math.ceil(sent.secondsOver(household, now));
          if (wait > 0) {
            reply.header("retry-after", String(wait));
            return again({ again: "tooMany" }, 429);
          }
          await keep(guest, { typed, trap: field("website"), key: stamp.key });
          sent.add(household, now);
          return { to: `${guest.action}&sent=1` };
        }),
      );
    },
    { prefix: "/form" },
  );
};

function shown({ words, house, action, stamp }: Guest, how: Partial<Shown>): Html {
  return formPage({ words: words.form, house, action, stamp, typed: nothingTyped, troubles: {}, again: null, ...how });
}

function typedIn(field: (name: string) => string): Written {
  const { name, email, phone, about } = nothingTyped;
  const line = (of: string) => field(of).replaceAll(/\s+/g, " ");
  const lines = Object.fromEntries(Object.keys({ name, email, phone, about }).map((of) => [of, line(of)]));
  return { ...nothingTyped, ...lines, words: field("words") };
}

/** Kept before anybody reads it, once for these words in this showing of the form. */
async function keep(
  { tx, workspaceId, formId, words, now }: Guest,
  { typed, trap, key }: { typed: Written; trap: string; key: string },
): Promise<void> {
  const raw = Buffer.from(JSON.stringify({ ...typed, trap: trap.slice(0, 200), language: words.tag }, null, 2));
  await keepTold(tx, workspaceId, { formId, via: "form", sid: sidOf(key, typed), raw }, now);
  await noteWritten(tx, workspaceId, formId, now);
}
