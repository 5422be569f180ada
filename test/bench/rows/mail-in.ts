import { setTimeout as sleep } from "node:timers/promises";
import { addCases } from "#test/bench/fill-cases.ts";
import { atLeast, median, ofLimit, type Row } from "#test/bench/row.ts";
import type { Business, World } from "#test/bench/world.ts";

const mailbox = "20000000-0000-7000-8000-000000000001";
const senders = 100;

/** Mail from known customers, from where it was kept until it is a case that was acknowledged; one process. */
export const mailIn: Row = {
  what: "mail in: understood, filed, a case raised and acknowledged, at 1 k and at 1 M cases",
  must: "the same time (±20 %)",
  aim: "1/6 of the limit",
  measure: async (world) => {
    await addCases(world);
    for (const place of [world.few, world.many, world.scratch]) await addSenders(world, place);
    const statements = {
      file: "mail-in.sql",
      names: { workspace: world.scratch.workspaceId, mailbox },
      connections: 8,
    };
    const [limits, few, many]: [number[], number[], number[]] = [[], [], []];
    await watchCases(world);
    for (let round = 0; round < world.size.rounds; round++) {
      limits.push((await world.limit(statements)).perSecond);
      few.push(await filedPerSecond(world, world.few, round));
      many.push(await filedPerSecond(world, world.many, round));
    }
    await world.owner.query("drop trigger see_case on cases; drop function see_case; drop table bench_cases");
    const slower = median(many.map((rate, round) => (few[round] ?? Number.NaN) / rate)) - 1;
    const share = median(many.map((rate, round) => rate / (limits[round] ?? Number.NaN)));
    const apart = `at 1 M ${slower < 0 ? "quicker" : "slower"} by ${Math.abs(slower * 100).toFixed(0)} %`;
    const figures = `${apart}; ${median(many).toFixed(0)}/s of ${median(limits).toFixed(0)}/s: **${ofLimit(share)}**`;
    return { figures, verdict: slower > 0.2 ? "missed" : atLeast(share, 0, 1 / 6) };
  },
};

/** A hundred customers who can write, and the mailbox that they write to. */
async function addSenders({ owner }: World, { workspaceId }: Business): Promise<void> {
  const id = "('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
  await owner.query(
    `insert into contacts (workspace_id, id, customer_id, name, created_at)
     select $1, ${id}, ${id}, 'Guest ' || n, now() from generate_series(1, $2::integer) n`,
    [workspaceId, senders],
  );
  await owner.query(
    `insert into contact_addresses (workspace_id, channel, address, contact_id)
     select $1, 'email', 'guest' || n || '@example.org', ${id} from generate_series(1, $2::integer) n`,
    [workspaceId, senders],
  );
  await owner.query(
    `insert into mailboxes (workspace_id, id, kind, address, takes_plus, secret_sealed, made_at)
     values ($1, $2, 'relay', 'hello@ortiz.example', true, 'none', now())`,
    [workspaceId, mailbox],
  );
}

/** A table that sees each case when it is raised. */
async function watchCases({ owner }: World): Promise<void> {
  await owner.query(`
    create table bench_cases (workspace_id uuid, subject text, seen_at timestamptz);
    create function see_case() returns trigger language plpgsql security definer as $$
    begin
      insert into public.bench_cases values (new.workspace_id, new.subject, clock_timestamp());
      return null;
    end $$;
    create trigger see_case after insert on cases for each row execute function see_case()`);
}

/** As many as a busy minute brings, all there at once: counted from then to the last case. */
async function filedPerSecond({ owner, size }: World, { workspaceId }: Business, round: number): Promise<number> {
  const count = Math.ceil(size.due / 50);
  const begin = new Date(Date.now() + 500);
  await owner.query(
    `insert into arrivals (workspace_id, id, mailbox_id, arrived_at, recipients, bytes, raw, state, file_at, forget_at)
     select $1, gen_random_uuid(), $2, now(), '{hello@ortiz.example}', length(raw), raw, 'new', $4::timestamptz, $4::timestamptz + interval '90 days'
     from generate_series(1, $3::integer) n, lateral (select convert_to(format(
       E'From: Guest %s <guest%s@example.org>\\r\\nTo: hello@ortiz.example\\r\\nSubject: Boiler %s of %s\\r\\n'
       'Message-ID: <%s@example.org>\\r\\nDate: Mon, 23 Nov 2026 09:00:00 +0100\\r\\nMIME-Version: 1.0\\r\\n'
       'Content-Type: text/plain; charset=utf-8\\r\\n\\r\\nIt has been cold since Sunday. When can you come?\\r\\n',
       1 + n % $5, 1 + n % $5, n, $6::integer, gen_random_uuid()), 'utf8') as raw) mail`,
    [workspaceId, mailbox, count, begin.toISOString(), senders, round],
  );
  const text = `select count(*)::integer as count, extract(epoch from max(seen_at) - $2::timestamptz) as seconds
    from bench_cases where workspace_id = $1 and subject like '%of ' || $3::integer`;
  for (;;) {
    const { rows } = await owner.query<{ count: number; seconds: string }>(text, [workspaceId, begin, round]);
    const [seen] = rows;
    if (seen && seen.count >= count) return seen.count / Number(seen.seconds);
    await sleep(300);
  }
}
