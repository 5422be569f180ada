import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verifyWorkspace } from "#app/journal/actions.ts";
import { type Connection, inWorkspace, openDatabase } from "#engine/db/database.ts";
import { migrate } from "#engine/db/migrate.ts";
import { rolePassword } from "#engine/db/roles.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { testSecret } from "#test/harness/database.ts";
import { describedBy, writtenDown } from "#test/harness/schema.ts";
import { columnsOf, fillFrom, heldIn } from "./rows.ts";
import { allMigrations, emptyBeside, folderWith, released, textOf } from "./versions.ts";

const house = await openContractHouse();
const { workspaceId } = await house.furnish("Kestrel");

test("a released migration is as it was released", () => {
  assert.deepEqual(
    released.map(([name]) => [name, textOf(name).sha256]),
    released.map(([...known]) => known),
  );
});

describe("a house in use comes to this version with every row it had, from the version that ended with", () => {
  for (const [at, [last]] of released.entries()) {
    test(last, async () => {
      const older = await emptyBeside(house.owner);
      const names = released.slice(0, at + 1).map(([name]) => name);
      assert.deepEqual(await migrate(older, testSecret, folderWith(names)), names);
      await fillFrom(house.owner, older);
      const columns = await columnsOf(older);
      const before = await heldIn(older, columns);
      const rows = Object.values(before).reduce((sum, held) => sum + Number.parseInt(held, 10), 0);
      assert.ok(rows > at * 5, `${rows} rows are too few to prove anything`);

      const later = allMigrations().filter((name) => !names.includes(name));
      assert.deepEqual(await migrate(older, testSecret), later.toSorted());
      assert.deepEqual(await heldIn(older, columns), before);
      assert.equal((await describedBy(older)).schema, (await writtenDown()).schema);
      if (before["public.journal"]) assert.deepEqual(await faultsIn(older), []);
    });
  }
});

async function faultsIn(owner: Connection) {
  const as = (user: string) => ({ ...owner, user, password: rolePassword(testSecret, user) });
  const db = openDatabase({ app: as("truepenny_app"), clock: as("truepenny_clock"), connections: 1 });
  try {
    const proof = await inWorkspace(db, workspaceId, (tx) => verifyWorkspace(tx, workspaceId));
    assert.ok(proof.entries > 5);
    return proof.faults;
  } finally {
    await db.close();
  }
}
