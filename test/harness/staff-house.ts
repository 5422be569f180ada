import { sendDuty } from "#app/messages/clock.ts";
import type { Instant } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { DoorOptions } from "#engine/http/door-options.ts";
import { lobby, served } from "#served.ts";
import { freshDatabase, testSecret } from "./database.ts";
import { type Arrived, startMailServer } from "./mail-server.ts";
import { startDoors, thisInstant } from "./server.ts";

/** The staff's doors with a mail server behind them: what people of the house come in by. */
export async function openStaffHouse(options: Partial<DoorOptions> = {}) {
  const { db } = await freshDatabase();
  const mail = await startMailServer();
  const house = { publicUrl: "http://localhost:3000", secret: testSecret, smtpUrl: mail.url };
  const logged: string[] = [];
  const doors = await startDoors(db, served, { lobby, house, logged, ...options });
  const now: () => Instant = options.now ?? thisInstant;
  const duty = sendDuty({ db, house, smtpUrl: mail.url, now, log: () => undefined });

  /** The mails that have left since it was asked last. */
  const mails = async (): Promise<Arrived[]> => {
    await runDue([duty], now());
    return mail.inbox.splice(0);
  };

  /** Asks without a key, as a browser does that nobody has signed in with; answers with all that came. */
  const browser = doors.as(null);
  return { db, house, mail, mails, browser, logged, ...doors };
}

/** What stands in a mail behind the house's address, such as "/invitation/…". */
export function pathIn({ text = "" }: Arrived, beginning: string): string {
  const [found = ""] = new RegExp(`${beginning}\\S*`).exec(text) ?? [];
  return found;
}
