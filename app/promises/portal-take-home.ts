import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { PageContext } from "#engine/http/pages.ts";
import type { Reader } from "./page.ts";
import { demandOpen } from "./portal-own.ts";
import { type PageApp, welcome } from "./portal-visit.ts";

/** Writes all that a reader may have of what we hold about them, line by line. */
export type TakeHome = (
  tx: Tx,
  workspaceId: string,
  reader: Reader,
  write: (line: string) => Promise<void>,
  now: Instant,
) => Promise<void>;

/** "Everything we hold about you", as a file. What is in it is known higher up the ladder, so it is handed in. */
export function mountTakeHome(house: PageApp, context: PageContext, takeHome: TakeHome): void {
  house.get("/:token/export", (request, reply) =>
    welcome(context, request, reply, (guest) =>
      demandOpen(guest, async () => {
        const lines: string[] = [];
        const write = async (line: string) => void lines.push(`${line}\n`);
        await takeHome(guest.tx, guest.visit.workspaceId, guest.visit, write, guest.now);
        return { file: lines.join(""), media: "application/jsonl", name: "promises.jsonl" };
      }),
    ),
  );
}
