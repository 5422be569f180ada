import { cell } from "#web/ui/cell.ts";
import { asked, readAnew } from "./asking.ts";

/** Does the house speak to us? Null before the first word. */
export const isLive = cell<boolean | null>(null);

// What one act changes arrives as several hints.
const gatherMs = 120;

// The screen itself comes first. The house tells newcomers the last ten seconds again, so nothing is missed meanwhile.
const patienceMs = 1500;

/** Hears what changes and reads anew what is in sight; the browser comes back by itself and says where it was. */
export function listenToHouse(): () => void {
  let close = () => {};
  const timer = setTimeout(() => {
    close = open();
  }, patienceMs);
  return () => {
    clearTimeout(timer);
    close();
  };
}

function open(): () => void {
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
  source.addEventListener("reset", () => void asked.invalidateQueries());
  source.onopen = () => {
    if (isLive.get() === false) void asked.invalidateQueries();
    isLive.set(true);
  };
  source.onerror = () => isLive.set(false);
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
