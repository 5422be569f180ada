import { openDatabase } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { addCustomers, addPromises, addStory, farOff, newBusiness } from "./fill.ts";
import { startBenchHouse } from "./house.ts";
import { requestsOnce, statementsOnce } from "./once.ts";
import { pgbench, wrk } from "./tools.ts";
import { fullSize, quickSize, type World } from "./world.ts";

/** A house that serves, with a business of a thousand rows and one of a million, and the load that is put on it. */
export async function openWorld(isQuick: boolean): Promise<World & AsyncDisposable> {
  const size = isQuick ? quickSize : fullSize;
  const house = await startBenchHouse();
  const db = openDatabase(house);
  const owner = new pg.Client(house.owner);
  // The last row starts the house anew, and its database with it.
  owner.on("error", () => undefined);
  await owner.connect();
  const few = await newBusiness({ db, owner }, "Few");
  const many = await newBusiness({ db, owner }, "Many");
  const scratch = await newBusiness({ db, owner }, "Scratch");
  // A million rows in a minute: what they refer to is there, and nobody minds if a power cut takes them.
  await owner.query("set synchronous_commit = off; set session_replication_role = replica");
  for (const [business, count] of [
    [few, size.few],
    [scratch, size.few],
    [many, size.many],
  ] as const) {
    await addCustomers(owner, business, count);
    await addPromises(owner, business, count, farOff);
  }
  await addStory(owner, few);
  await owner.query("vacuum analyze");
  const world: World = {
    house,
    owner,
    db,
    size,
    few,
    many,
    scratch,
    limit: (statements) => (isQuick ? statementsOnce(house, statements) : pgbench(house, statements, size.seconds)),
    deed: (requests) =>
      isQuick ? requestsOnce(world.house.url, requests) : wrk(world.house.url, requests, size.seconds),
  };
  const close = async () => {
    await Promise.allSettled([db.close(), owner.end()]);
    await world.house.stop();
  };
  return Object.assign(world, { [Symbol.asyncDispose]: close });
}
