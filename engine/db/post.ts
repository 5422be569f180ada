import type { Duplex } from "node:stream";

/**
 * What is asked in one turn leaves in one write: to wake the server costs more than most of what it is asked. What nobody
 * waits for may stay until something else is asked, and no longer than a moment.
 */
export type Post = { soon(): void; later(): void };

const momentMs = 2;

export function postOf(stream: Duplex): Post {
  let waiting: NodeJS.Timeout | null = null;
  let isSoon = false;
  const leave = () => {
    if (waiting) clearTimeout(waiting);
    waiting = null;
    isSoon = false;
    stream.uncork();
  };
  const cork = () => {
    if (!isSoon && !waiting) stream.cork();
  };
  return {
    soon: () => {
      if (isSoon) return;
      cork();
      isSoon = true;
      process.nextTick(leave);
    },
    later: () => {
      cork();
      waiting ??= setTimeout(leave, momentMs);
    },
  };
}
