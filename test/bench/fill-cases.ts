import type { pg } from "#engine/db/types.ts";
import { farOff } from "./fill.ts";
import type { Business, World } from "./world.ts";

const filled = new WeakSet<World>();

/** Open cases of the one member in both businesses, as many as there are promises, with a daily word due long after; once. */
export async function addCases(world: World): Promise<void> {
  if (filled.has(world)) return;
  filled.add(world);
  const { owner, few, many, size } = world;
  // Indexes on so many words are made at once in a third of the time.
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where indexname in ('cases_search', 'cases_words')`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await insertCases(owner, few, size.few);
  await insertCases(owner, many, size.many);
  for (const { made } of rows) await owner.query(made);
  await owner.query("vacuum analyze cases");
}

async function insertCases(owner: pg.Client, { workspaceId, memberId }: Business, count: number): Promise<void> {
  await owner.query(
    `insert into cases (workspace_id, id, kind, subject, words, customer_id, channel, raised_at, recorded_at,
       recorded_by_id, owner_id, handler_id, state, steps, status_due_at)
     select $1, ('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'request', 'The boiler, ' || n,
       'It is cold since Sunday, and it drips.',
       ('10000000-0000-7000-8000-' || lpad(to_hex(1 + n % 100), 12, '0'))::uuid, 'phone', at, at, $2, $2, $2, 'open',
       '{}', $4::timestamptz + n * interval '1 second'
     from generate_series(1, $3::integer) n,
       lateral (select date_trunc('milliseconds', now() - n * interval '1 second') as at) times`,
    [workspaceId, memberId, count, farOff],
  );
}
