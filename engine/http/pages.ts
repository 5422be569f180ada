import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { House } from "./call.ts";
import type { Limit } from "./limits.ts";
import { type Turnstile, turnstile } from "./turnstile.ts";

/** What a page is given beside the request: it opens its own transactions and answers in HTML. */
export type PageContext = { db: Database; house: House; now: () => Instant; log: Logger; turnstile: Turnstile };

/** Hangs its routes into the app. A form arrives as `request.body`: a record of its fields, the last of a name wins. */
export type Pages = (app: FastifyInstance, context: PageContext) => void;

type Hung = Omit<PageContext, "turnstile"> & { pages?: Pages[] };

// A person's words, even many of them, fit well into this.
const largestForm = 64 * 1024;

/** Each room of pages hangs in a scope of its own, so that its error page and hooks are only its own. */
export function mountPages(app: FastifyInstance, options: Hung, guesses: Limit): void {
  const { db, house, now, log, pages = [] } = options;
  const context = { db, house, now, log, turnstile: turnstile(guesses) };
  for (const hang of pages) {
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        "application/x-www-form-urlencoded",
        { parseAs: "string", bodyLimit: largestForm },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
      hang(scope, context);
    });
  }
}
