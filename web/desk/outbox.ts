import { cell } from "#web/ui/cell.ts";
import { readAnew } from "./asking.ts";
import { call } from "./call.ts";
import type { Method } from "./contracts.ts";
import { Problem } from "./problem.ts";
import { session } from "./session.ts";
import { subjectOf } from "./touched.ts";

/** A deed that waits for a connection, with the key under which it is sent, however often, and done once. */
export type Waiting = {
  key: string;
  method: Method;
  path: string;
  sent: object;
  /** How its member knows it again. */
  said: string;
  at: number;
  /** Not sent before this moment, so that it can be taken back; it does not wait for a connection. */
  from?: number;
  /** Why the house refused it when it was sent. It stays until its member has seen it. */
  refused?: { code: string; message: string };
};

/** What waits, oldest first; of the member who is signed in, since nobody may send another's words. */
export const waiting = cell<readonly Waiting[]>([]);

/** What waited for a connection and has just been sent. */
export const sentLater = cell<Waiting | null>(null);

const retryEveryMs = 20_000;

/** Reads what an earlier visit left here, and sends it as soon as the house answers; until the page goes. */
export function openOutbox(): () => void {
  waiting.set(read());
  const send = () => void sendAll();
  const other = ({ key }: StorageEvent) => key === place() && waiting.set(read());
  addEventListener("online", send);
  addEventListener("storage", other);
  document.addEventListener("visibilitychange", hurry);
  const timer = setInterval(send, retryEveryMs);
  const unlisten = session.listen(send);
  send();
  return () => {
    removeEventListener("online", send);
    removeEventListener("storage", other);
    document.removeEventListener("visibilitychange", hurry);
    clearInterval(timer);
    unlisten();
  };
}

/** Keeps a deed on this device. Gives the problem to throw: it was not done yet, and it is not lost. */
export function keepForLater(deed: Omit<Waiting, "at" | "refused">): Problem {
  write([...read(), { ...deed, at: Date.now() }]);
  return new Problem(0, { code: "kept_for_later", detail: "It is kept on this device and sent with the connection." });
}

/**
 * Does it in a moment, unless it is taken back: gives how, which says whether it could still be. Whoever turns away from
 * the page no longer wants to.
 */
export function doSoon(deed: Omit<Waiting, "at" | "from" | "refused">, graceMs: number): () => boolean {
  const at = Date.now();
  write([...read(), { ...deed, at, from: at + graceMs }]);
  setTimeout(() => void sendAll(), graceMs + 50);
  return () => {
    const waits = read().some(({ key }) => key === deed.key);
    dropWaiting(deed.key);
    return waits;
  };
}

function hurry(): void {
  if (document.visibilityState === "visible") return;
  write(read().map(({ from: _, ...deed }) => deed));
  void sendAll();
}

/** Takes it out of the box, unsent. */
export function dropWaiting(key: string): void {
  write(read().filter((each) => each.key !== key));
}

/** Sends what waits, in its order, in one window at a time. What is refused stays with its reason. */
export async function sendAll(): Promise<void> {
  if (!session.get()?.csrf_token || !read().some(mayGo)) return;
  await alone(async () => {
    for (const deed of read().filter(mayGo)) {
      try {
        await call(deed.method, deed.path, deed.sent, { key: deed.key });
        dropWaiting(deed.key);
        readAnew(subjectOf(deed.path));
        if (deed.from === undefined) sentLater.set(deed);
      } catch (problem) {
        if (!isNo(problem)) return;
        const { code, message } = problem;
        write(read().map((each) => (each.key === deed.key ? { ...each, refused: { code, message } } : each)));
      }
    }
  });
}

/** A no that stays one; who asks too often, or an unwell house, is asked again later. */
function isNo(problem: unknown): problem is Problem {
  return problem instanceof Problem && problem.status >= 400 && problem.status < 500 && problem.status !== 429;
}

function mayGo({ refused, from = 0 }: Waiting): boolean {
  return refused === undefined && from <= Date.now();
}

async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request("truepenny outbox", { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

function place(): string {
  return `truepenny.outbox.${session.get()?.member.id ?? ""}`;
}

function read(): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(place()) ?? "[]");
  } catch {
    return [];
  }
}

function write(next: Waiting[]): void {
  localStorage.setItem(place(), JSON.stringify(next));
  waiting.set(next);
}
