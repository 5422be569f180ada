import { pg } from "#engine/db/types.ts";

/** A statement with what was asked for when it was last sent. */
export type Statement = { role: string; text: string; values: readonly unknown[] };

/**
 * Every statement that leaves this process from now on as one of the house's roles: `all` has each once, `sent` each time
 * in order. Every connection asks through the driver's own `query`, so it is listened to there; a connection that was open
 * before is not heard.
 */
export function listenToStatements(): { all: () => Statement[]; sent: Statement[] } {
  const heard = new Map<string, Statement>();
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as Asking;
  const { query } = prototype;
  prototype.query = function listening(this: Asking, ...asked: unknown[]) {
    const text = textOf(asked[0])?.replaceAll(/\s+/g, " ").trim();
    const role = /^truepenny_(app|clock)$/.exec(this.user ?? "")?.[1];
    if (text && role) {
      const statement = { role, text, values: valuesOf(asked) };
      heard.set(`${role} ${text}`, statement);
      sent.push(statement);
    }
    return query.apply(this, asked);
  };
  return { all: () => [...heard.values()], sent };
}

type Asking = { user?: string; query: (...asked: unknown[]) => unknown };

function textOf(asked: unknown): string | null {
  if (typeof asked === "string") return asked;
  const text = typeof asked === "object" && asked !== null && "text" in asked ? asked.text : null;
  return typeof text === "string" ? text : null;
}

function valuesOf([query, values]: unknown[]): readonly unknown[] {
  const own = typeof query === "object" && query !== null && "values" in query ? query.values : values;
  return Array.isArray(own) ? own : [];
}
