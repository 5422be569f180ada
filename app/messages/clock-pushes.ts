import type { Instant } from "#base/instant.ts";
import { pushKeysOf, sendPush } from "#engine/channels/push.ts";
import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { recordPush, takePush } from "./actions-pushes.ts";

export type Pushing = { db: Database; house: House; now: () => Instant };

/** Sends what is to be pushed, as the outbox sends mail: leased, sent outside of any transaction, and written down. */
export function pushDuty({ db, house, now: clock }: Pushing): Duty<DueRow> {
  const keys = pushKeysOf(house.secret);
  return {
    name: "push",
    lanes: 8,
    ...byAlarm(db, alarms.push),
    act: async ({ workspaceId, ...due }, now) => {
      const leased = await inWorkspace(db, workspaceId, (tx) => takePush(tx, workspaceId, due, now));
      if (!leased) return;
      const { device, shown } = leased;
      const { publicUrl, privateNetworks: networks = [] } = house;
      const push = { words: JSON.stringify(shown), topic: shown.tag.replaceAll("-", "") };
      const outcome = await sendPush({ keys, publicUrl, networks }, device, push, now);
      await inWorkspace(db, workspaceId, (tx) => recordPush(tx, workspaceId, leased, outcome, clock()));
    },
  };
}
