import { cell } from "#web/ui/cell.ts";
import { asked, readAnew } from "./asking.ts";
import { api } from "./call.ts";
import { begin, session } from "./session.ts";
import { hearWriting } from "./writers.ts";

/** Does the house speak to us? Null before the first word. */
export const isLive = cell<boolean | null>(null);

// What one act changes arrives as several hints.
const gatherMs = 120;

// The screen itself comes first. The house tells newcomers the last ten seconds again, so nothing is missed meanwhile.
const patienceMs = 1500;
const againMs = 5000;

/** Hears what changes and reads anew what is in sight, and comes back by itself whatever ended the stream. */
export function listenToHouse(): () => void {
  let close = () => {};
  let timer: ReturnType<typeof setTimeout>;
  let isOver = false;
  const listen = () => {
    if (!isOver) close = open(() => void comeBack());
  };
  // The browser gives up where the house answers with a no: whoever is signed out is asked to sign in, by this question.
  const comeBack = async () => {
    close();
    await api.get("/me").then(
      (me) => {
        begin(me);
        listen();
      },
      () => {
        isLive.set(false);
        timer = setTimeout(() => void comeBack(), againMs);
      },
    );
  };
  timer = setTimeout(listen, patienceMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
    close();
  };
}

function open(onGivenUp: () => void): () => void {
  const source = new EventSource("/api/v1/events");
  const heard = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.onmessage = ({ data }) => {
    heard.add(String((JSON.parse(data) as { subject: string }).subject));
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const subject of heard) readAnew(subject);
      heard.clear();
    }, gatherMs);
  };
  source.addEventListener("writing", ({ data }) => hearWriting(JSON.parse(String(data))));
  source.addEventListener("reset", () => void asked.invalidateQueries());
  source.onopen = () => {
    if (isLive.get() === false) void asked.invalidateQueries();
    // Opened without a connection, the desk knows who is here and not yet what proves it.
    if (!session.get()?.csrf_token) void api.get("/me").then(begin, () => undefined);
    isLive.set(true);
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) onGivenUp();
    else isLive.set(false);
  };
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
