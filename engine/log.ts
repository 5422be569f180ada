import { type DestinationStream, destination, type Logger, pino } from "pino";

/** The house's log: one JSON line per event on standard error, never a body, never a secret. */
export function openLog(level = "info", to: DestinationStream = destination({ dest: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: writeError },
      redact: [
        "authorization",
        "cookie",
        "password",
        "secret",
        "*.authorization",
        "*.cookie",
        "*.password",
        "*.secret",
      ],
      hooks: { streamWrite: withoutTokens },
    },
    to,
  );
}

/** Wherever they slipped in (a path, a message, a stack): API keys and the links of contacts open doors. */
function withoutTokens(line: string): string {
  return line.replaceAll(/tp_[0-9a-f]{32}_[0-9a-f]{32}_[\w-]+/g, "tp_…").replaceAll(/(\/c\/)[\w.~-]+/g, "$1…");
}

/** Not the whole error: PostgreSQL's `detail` quotes the values of a row, and those are people's. */
function writeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: writeError(error.cause) };
  const message = quotesValues(error) ? error.message.replaceAll(/"[^"]*"|'[^']*'/g, '"…"') : error.message;
  const stack = error.stack?.replace(error.message, () => message);
  return { type: error.name, message, stack, ...code, ...cause };
}

/** JSON's reader quotes what it read, and PostgreSQL values, but of classes 23 and 42: there it quotes names of ours. */
function quotesValues(error: Error): boolean {
  if (error instanceof SyntaxError) return true;
  return "severity" in error && "code" in error && !/^(?:23|42)/.test(String(error.code));
}
