import { migrate } from "#engine/db/migrate.ts";
import { startCluster } from "#test/harness/cluster.ts";
import { describedBy, writeDown } from "#test/harness/schema.ts";

/** `npm run schema`: writes down the schema and the row types as the migrations make them on a database of their own. */
const cluster = await startCluster();
try {
  await migrate(cluster.connection, "a secret for this once");
  await writeDown(await describedBy(cluster.connection));
} finally {
  await cluster.stop();
}
