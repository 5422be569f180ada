import type { Message } from "./message.ts";

/** A push rings a member's device about a mail of theirs; it waits in the outbox until it is sent or given up. */
export type Waiting = { id: string; version: number; attempts: number; deviceId: string; messageId: string };

/** What a browser shows; web/worker.ts reads it. The same `tag` again takes the place of what is shown. */
export type Shown = { title: string; body: string; tag: string };

/** Outlives the sender's patience, so that no second process sends what the first still has in hand. */
export const pushLeaseSeconds = 60;

const delaysSeconds = [15, 60, 300, 900];

/** How long to wait after so many attempts (from 1); null when it is given up, for the mail has long said it. */
export function pushDelayAfter(attempts: number): number | null {
  return delaysSeconds[attempts - 1] ?? null;
}

const mostTitle = 150;
const mostBody = 400;

/** How many things ring is the mail's subject; the most urgent stands first in it. Short, or no push service takes it. */
export function shownOf({ id, subject, body }: Pick<Message, "id" | "subject" | "body">): Shown {
  const [first = ""] = body.split("\n\n");
  return { title: shortened(subject, mostTitle), body: shortened(first, mostBody), tag: id };
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
