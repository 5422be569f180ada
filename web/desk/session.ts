import { type Cell, cell } from "#web/ui/cell.ts";
import type { AnswerAt } from "./contracts.ts";

/** Who is signed in, where, and what their screen needs to know before anything else. */
export type Me = AnswerAt<"GET", "/me">;

/** Null until we know, and for somebody who is not signed in. */
export const session: Cell<Me | null> = cell<Me | null>(null);

/** The session ended while somebody worked: a dialog asks them to sign in again, and what they did waits. */
export const hasEnded = cell(false);

const keptAt = "truepenny.me";
/** What a line is read with while the house is away. */
export const aidsAt = "truepenny.reading-aids";
let back = Promise.withResolvers<void>();

/** Resolves once they are signed in again. */
export function signedInAgain(): Promise<void> {
  hasEnded.set(true);
  return back.promise;
}

/** Somebody is signed in. Another person than before begins with a fresh page: nothing of the other's may stand on it. */
export function begin(me: Me): void {
  const before = session.get();
  localStorage.setItem(keptAt, JSON.stringify({ ...me, csrf_token: null }));
  const isAnother = before && (before.member.id !== me.member.id || before.workspace.id !== me.workspace.id);
  if (isAnother) {
    location.reload();
    return;
  }
  session.set(me);
  hasEnded.set(false);
  back.resolve();
  back = Promise.withResolvers();
}

/** Who was here last, to open the desk without a connection. */
export function lastHere(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(keptAt) ?? "null");
  } catch {
    return null;
  }
}

export function leave(): void {
  for (const place of [keptAt, aidsAt]) localStorage.removeItem(place);
  location.assign("/sign-in");
}
