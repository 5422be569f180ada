import { addCustomers, newBusiness } from "./fill.ts";
import type { Business, World } from "./world.ts";

/** Workspaces in which something will ring, and a table that sees each ring when it is written down. */
export async function ringingPlaces(world: World, count: number): Promise<Business[]> {
  await world.owner.query(`
    create table if not exists bench_rings (workspace_id uuid, promise_id uuid, planned_at timestamptz, seen_at timestamptz);
    create or replace function see_ring() returns trigger language plpgsql security definer as $$
    begin
      insert into public.bench_rings values (new.workspace_id, new.promise_id, new.planned_at, clock_timestamp());
      return null;
    end $$;
    create or replace trigger see_ring after insert on rings for each row execute function see_ring()`);
  const places: Business[] = [];
  for (let n = 0; n < count; n++) {
    const place = await newBusiness(world, `Place ${n}`);
    await addCustomers(world.owner, place, 100);
    places.push(place);
  }
  return places;
}

export async function forgetRinging({ owner }: World): Promise<void> {
  await owner.query("drop trigger see_ring on rings; drop function see_ring; drop table bench_rings");
}

/**
 * Promises whose first ring is at `begin` or up to so many seconds after it: made three hours before, due an hour after,
 * so that a quarter of their span is left.
 */
export async function addRinging(
  { owner }: World,
  { workspaceId, memberId }: Business,
  { count, begin, overSeconds }: { count: number; begin: Date; overSeconds: number },
): Promise<void> {
  await owner.query(
    `insert into promises (workspace_id, id, audience, customer_id, is_visible, owner_id, handler_id, text, kind, made_at,
       made_via, recorded_at, recorded_by_id, first_due_at, due_at, span_from_at, state, next_ring_at)
     select $1, gen_random_uuid(), 'customer', ('10000000-0000-7000-8000-' || lpad(to_hex(1 + n % 100), 12, '0'))::uuid,
       true, $2, $2, 'Call back', 'callback', at - interval '3 hours', 'said', at - interval '3 hours', $2,
       at + interval '1 hour', at + interval '1 hour', at - interval '3 hours', 'open', at
     from generate_series(1, $3::integer) n,
       lateral (select date_trunc('milliseconds', $4::timestamptz + n * $5::float8 / $3 * interval '1 second') as at) times`,
    [workspaceId, memberId, count, begin.toISOString(), overSeconds],
  );
}
