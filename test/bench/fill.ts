import { createWorkspace } from "#app/workspaces/actions-create.ts";
import { alwaysOpen } from "#base/calendar.ts";
import { Instant, instant } from "#base/instant.ts";
import { readToken } from "#base/token.ts";
import type { Database } from "#engine/db/database.ts";
import type { pg } from "#engine/db/types.ts";
import type { Business } from "./world.ts";

type Doors = { db: Database; owner: pg.Client };

/** A workspace that is open day and night, so that its alarms ring whenever the bench runs. */
export async function newBusiness(
  { db, owner }: Doors,
  name: string,
  member: { name: string; email: string; password?: string } = ana,
): Promise<Business> {
  const now = new Instant(Date.now());
  const { apiKey, ...made } = await createWorkspace(
    db,
    { name, timeZone: "Europe/Berlin", language: "en", member },
    now,
  );
  const { week } = alwaysOpen("Europe/Berlin");
  await owner.query("update calendars set week = $2 where workspace_id = $1", [made.workspaceId, JSON.stringify(week)]);
  return { ...made, apiKey, keyId: readToken(apiKey)?.id ?? "" };
}

const ana = { name: "Ana Ortiz", email: "ana@ortiz.example" };

/** The id of the n-th thing that the bench made: sorted by n, as ids of ours are by their making. */
export function numbered(n: number): string {
  return `10000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** In SQL the same id of the number in column `n`. */
const numberedId = "('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

/** Three syllables by chance, which is the same each time. */
function word(from: number): string {
  return [0, 1, 2].map((place) => `syllables[1 + get_byte(chance, ${from + place}) % 53]`).join(" || ");
}

/** Customers 1 to `count`, each with its journal and a name of two words: some hundred thousand different words in all. */
export async function addCustomers(owner: pg.Client, { workspaceId }: Business, count: number): Promise<void> {
  const syllables =
    "al ba bre chi da del do eck en fa for gan go hal hei in ja jor kas ko la lin lo mar mi mor na nis ol pa pol qui ra ri ros sa sten su ta tur ul va vik wal we xa ya zim zo dorf berg mann feld";
  // An index on so many names is made at once in a third of the time.
  const isLarge = count > 10_000;
  if (isLarge) await owner.query("drop index customers_search");
  await owner.query(
    `insert into customers (workspace_id, id, kind, name, created_at)
     select $1, ${numberedId}, 'person', initcap(${word(0)} || ' ' || ${word(3)}), now()
     from generate_series(1, $2::integer) n, sha256(n::text::bytea) chance, string_to_array($3, ' ') syllables`,
    [workspaceId, count, syllables],
  );
  await owner.query(
    `insert into journal_heads (workspace_id, chain_id, seq, hash)
     select $1, id, 0, sha256(id::text::bytea) from customers where workspace_id = $1
     on conflict do nothing`,
    [workspaceId],
  );
  if (isLarge)
    await owner.query("create index customers_search on customers using gin (workspace_id, folded(name) gin_trgm_ops)");
}

/** Open promises 1 to `count` of the one member, due from `from` on, a second after each other, rung days before. */
export async function addPromises(owner: pg.Client, of: Business, count: number, from: Instant): Promise<void> {
  await owner.query(
    `insert into promises (workspace_id, id, audience, customer_id, is_visible, owner_id, handler_id, text, kind, made_at,
       made_via, recorded_at, recorded_by_id, first_due_at, due_at, span_from_at, state, next_ring_at)
     select $1, ${numberedId}, 'customer', ${numberedId.replace("(n)", "(1 + n % $5::integer)")}, true, $2, $2,
       'Call back about the boiler', 'callback', now, 'said', now, $2, due, due, now, 'open', due - interval '5 days'
     from generate_series(1, $3::integer) n,
       lateral (select now(), $4::timestamptz + n * interval '1 second' as due) times`,
    [of.workspaceId, of.memberId, count, from, mostCustomers],
  );
}

const mostCustomers = 100;

/** Promise 1 was moved twice, told by phone both times, and rung once. */
export async function addStory(owner: pg.Client, { workspaceId, memberId }: Business): Promise<void> {
  const values = [workspaceId, memberId, numbered(1)];
  await owner.query(
    `insert into tellings (workspace_id, id, promise_id, about, channel, author, by_member_id, at, logged_at)
     select $1, ${numberedId}, $3, 'move', 'phone', 'human', $2, now(), now() from generate_series(1, 2) n`,
    values,
  );
  await owner.query(
    `insert into promise_moves (workspace_id, id, promise_id, telling_id, from_due_at, to_due_at, reason, by_member_id,
       asked_at, told_at, notice)
     select $1, ${numberedId}, $3, ${numberedId}, due_at, due_at + interval '1 hour', 'The price list comes at noon.', $2,
       now(), now(), 'in_time' from generate_series(1, 2) n, promises where workspace_id = $1 and id = $3`,
    values,
  );
  await owner.query(
    `insert into rings (workspace_id, id, promise_id, member_id, stage, for_due_at, planned_at, rang_at)
     select $1, $3, $3, $2, 'first', due_at, now(), now() from promises where workspace_id = $1 and id = $3`,
    values,
  );
}

/** When the first of the many is due: far enough off that nothing rings by itself while the bench runs. */
export const farOff = instant("2099-01-05T09:00:00Z");
