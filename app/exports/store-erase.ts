import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Erasing, erasedWord, mayName } from "./erasure.ts";

/** A whole business is read for one name: that may take longer than any request. */
export async function takeYourTime(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '15min'`.execute(tx);
}

/** What is still owed to them; there has to be an end to it before they can be forgotten. */
export async function stillOwed(tx: Tx, workspaceId: string, whose: Erasing): Promise<number> {
  const { rows } = await sql<{ owed: number }>`
    select (select count(*) from promises where ${theirs(workspaceId, whose)} and state = 'open')
      + (select count(*) from cases where ${theirs(workspaceId, whose)} and state = 'open')
      + (select count(*) from promise_series where ${theirs(workspaceId, whose)} and ended_at is null) as owed`.execute(
    tx,
  );
  return rows[0]?.owed ?? 0;
}

/** The names they stand under, for finding them in what is written elsewhere. */
export async function namesOf(tx: Tx, workspaceId: string, { customerIds, contactIds }: Erasing): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from contacts where workspace_id = ${workspaceId}::uuid and id = any(${contactIds}::uuid[])
    union select name from customers
    where workspace_id = ${workspaceId}::uuid and id = any(${customerIds}::uuid[]) and kind = 'person'`.execute(tx);
  return rows.map(({ name }) => name);
}

/** Takes the words out of what their journals say about them; the digests stay, and the chain proves. Before the rows. */
export async function eraseJournalTexts(tx: Tx, workspaceId: string, whose: Erasing): Promise<number> {
  const { customerIds, contactIds } = whose;
  const { numAffectedRows } = await sql`
    delete from journal_texts t where t.workspace_id = ${workspaceId}::uuid and (
      t.chain_id = any(${customerIds}::uuid[]) or t.digest in (
        select decode(w.digest, 'hex') from journal j cross join jsonb_each_text(j.entry::jsonb->'words') as w (name, digest)
        where j.workspace_id = ${workspaceId}::uuid and (
          (j.entry::jsonb->'by'->>'contact_id')::uuid = any(${contactIds}::uuid[]) or j.subject_id = any(${contactIds}::uuid[])
          or j.subject_id in (select id from promises where ${theirs(workspaceId, whose)})
          or j.subject_id in (select id from promise_series where ${theirs(workspaceId, whose)})
          or j.subject_id in (select id from cases where ${theirs(workspaceId, whose)})
          or j.subject_id in (select id from messages where ${theirs(workspaceId, whose)}))))`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Who they were and how they were reached. */
export async function erasePeople(tx: Tx, workspaceId: string, { customerIds, contactIds }: Erasing): Promise<void> {
  await sql`
    update customers set name = ${erasedWord}, why_us = null, tags = '{}', tier = null, version = version + 1
    where workspace_id = ${workspaceId}::uuid and id = any(${customerIds}::uuid[])`.execute(tx);
  await sql`
    update contacts set name = ${erasedWord}, preferred_channel = null, language = null, time_zone = null,
      quiet_from = null, quiet_until = null, version = version + 1
    where workspace_id = ${workspaceId}::uuid and id = any(${contactIds}::uuid[])`.execute(tx);
  await sql`
    delete from contact_addresses
    where workspace_id = ${workspaceId}::uuid and contact_id = any(${contactIds}::uuid[])`.execute(tx);
}

/** What we promised them and what was said about it. When and whether it was kept stays: that is our own record. */
export async function erasePromises(tx: Tx, workspaceId: string, whose: Erasing): Promise<number> {
  const word = (column: string) =>
    sql`${sql.ref(column)} = case when ${sql.ref(column)} is not null then ${erasedWord} end`;
  const { numAffectedRows } = await sql`
    update promises set text = ${erasedWord}, ${word("rest")}, ${word("more")}, ${word("held_up_reason")},
      ${word("short_quote_reason")}, next_ring_at = null, version = version + 1
    where ${theirs(workspaceId, whose)}`.execute(tx);
  await sql`
    update promise_series set text = ${erasedWord}, version = version + 1 where ${theirs(workspaceId, whose)}`.execute(
    tx,
  );
  const ofTheirs = sql`workspace_id = ${workspaceId}::uuid
    and promise_id in (select id from promises where ${theirs(workspaceId, whose)})`;
  await sql`update tellings set ${word("note")} where ${ofTheirs}`.execute(tx);
  await sql`update promise_moves set reason = ${erasedWord}, ${word("contest_words")} where ${ofTheirs}`.execute(tx);
  await sql`update verdicts set ${word("words")} where ${ofTheirs}`.execute(tx);
  await sql`update rings set ${word("words")} where ${ofTheirs}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What they raised and what they said of it. What was done about it, and when, stays: that is our own record. */
export async function eraseCases(tx: Tx, workspaceId: string, whose: Erasing): Promise<void> {
  const word = (column: string) =>
    sql`${sql.ref(column)} = case when ${sql.ref(column)} is not null then ${erasedWord} end`;
  await sql`
    update cases set subject = ${erasedWord}, words = ${erasedWord}, ${word("done_words")}, ${word("waiting_reason")},
      next_ring_at = null, version = version + 1
    where ${theirs(workspaceId, whose)}`.execute(tx);
  const ofTheirs = sql`workspace_id = ${workspaceId}::uuid
    and case_id in (select id from cases where ${theirs(workspaceId, whose)})`;
  await sql`update case_answers set ${word("words")} where ${ofTheirs}`.execute(tx);
  await sql`update case_pulses set ${word("words")} where ${ofTheirs}`.execute(tx);
  await sql`update case_rings set ${word("words")}, mail_at = null where ${ofTheirs}`.execute(tx);
}

export async function eraseProfile(tx: Tx, workspaceId: string, { customerIds }: Erasing, now: Instant): Promise<void> {
  await sql`
    update profile_entries set text = ${erasedWord}, what_we_heard = null,
      withdrawn_at = coalesce(withdrawn_at, ${now}::timestamptz), version = version + 1
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${customerIds}::uuid[])`.execute(tx);
}

/** What was written to them and by them; what still waits is never sent. */
export async function eraseMessages(tx: Tx, workspaceId: string, whose: Erasing, now: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update messages set ${nothingSaid}, to_address = null, next_attempt_at = null, leased_until = null,
      state = case when state = 'queued' then 'withdrawn' else state end,
      problem_settled_at = case when problem is null then problem_settled_at else coalesce(problem_settled_at, ${now}::timestamptz) end
    where ${theirs(workspaceId, whose)}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** The files that came with what they wrote, and left with what was written to them. */
export async function eraseAttachments(tx: Tx, workspaceId: string, whose: Erasing): Promise<void> {
  await sql`
    delete from attachments where workspace_id = ${workspaceId}::uuid
      and message_id in (select id from messages where ${theirs(workspaceId, whose)})`.execute(tx);
}

/** Their mails as they came; of one that was set aside its sender tells whose it is. */
export async function eraseArrivals(
  tx: Tx,
  workspaceId: string,
  whose: Erasing,
  mentions: string | null,
): Promise<void> {
  await sql`
    update arrivals set raw = null, recipients = '{}', subject = null, from_address = null, version = version + 1
    where workspace_id = ${workspaceId}::uuid and (from_address ~* ${mentions}::text
      or message_id in (select id from messages where ${theirs(workspaceId, whose)}))`.execute(tx);
}

/** Our own mail about them to members. One that still waits is written anew, for whatever else it rang for. */
export async function eraseMailToMembers(tx: Tx, workspaceId: string, whose: Erasing, now: Instant): Promise<void> {
  const { rows } = await sql<{ id: string; state: string }>`
    select m.id, m.state from messages m where m.workspace_id = ${workspaceId}::uuid and m.member_id is not null and (
      m.id in (select r.message_id from rings r where r.workspace_id = ${workspaceId}::uuid
        and r.promise_id in (select id from promises where ${theirs(workspaceId, whose)}))
      or m.id in (select r.message_id from case_rings r where r.workspace_id = ${workspaceId}::uuid
        and r.case_id in (select id from cases where ${theirs(workspaceId, whose)}))
      or exists (select from regexp_matches(m.acts::text || m.body, '/(?:promises|messages)/([0-9a-f-]{36})', 'g') as path
        where path[1]::uuid in (select id from promises where ${theirs(workspaceId, whose)}
          union all select id from messages where ${theirs(workspaceId, whose)})))
    for no key update`.execute(tx);
  const all = rows.map(({ id }) => id);
  const waiting = rows.filter(({ state }) => state === "queued").map(({ id }) => id);
  await sql`delete from pushes where workspace_id = ${workspaceId}::uuid and message_id = any(${all}::uuid[])`.execute(
    tx,
  );
  await sql`
    update messages set ${nothingSaid}, next_attempt_at = null, leased_until = null,
      state = case when state = 'queued' then 'withdrawn' else state end
    where workspace_id = ${workspaceId}::uuid and id = any(${all}::uuid[])`.execute(tx);
  await sql`
    update rings set message_id = null, mail_at = case when answered_at is null then ${now}::timestamptz end
    where workspace_id = ${workspaceId}::uuid and message_id = any(${waiting}::uuid[])`.execute(tx);
  await sql`
    update case_rings set message_id = null, mail_at = case when answered_at is null then ${now}::timestamptz end
    where workspace_id = ${workspaceId}::uuid and message_id = any(${waiting}::uuid[])`.execute(tx);
}

/** Takes what names them out of the words of others, and out of the answers that are kept for a day. */
export async function eraseMentions(tx: Tx, workspaceId: string, mentions: string): Promise<number> {
  for (const { table, columns } of mayName) {
    for (const column of columns) {
      await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${mentions}, ${erasedWord}, 'gi')
        where workspace_id = ${workspaceId}::uuid and ${sql.ref(column)} ~* ${mentions}`.execute(tx);
    }
  }
  await sql`
    update messages set acts = '[]' where workspace_id = ${workspaceId}::uuid and acts::text ~* ${mentions}`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`
    delete from journal_texts where workspace_id = ${workspaceId}::uuid and text ~* ${mentions}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** A repeat of a request about them is still known as a repeat; what it was answered is gone. */
export async function eraseAnswers(
  tx: Tx,
  workspaceId: string,
  whose: Erasing,
  mentions: string | null,
): Promise<void> {
  const { customerIds, contactIds } = whose;
  await sql`
    update idempotency_keys k set answer = null where k.workspace_id = ${workspaceId}::uuid and k.answer is not null and (
      k.actor_id = any(${contactIds}::uuid[]) or k.answer::text ~* ${mentions}::text
      or exists (select from regexp_matches(k.answer::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') as found
        where found[1]::uuid = any(${[...customerIds, ...contactIds]}::uuid[])
          or found[1]::uuid in (select id from promises where ${theirs(workspaceId, whose)})
          or found[1]::uuid in (select id from cases where ${theirs(workspaceId, whose)})
          or found[1]::uuid in (select id from messages where ${theirs(workspaceId, whose)})))`.execute(tx);
}

const nothingSaid = sql`subject = '', body = ${erasedWord}, acts = '[]', quoted = null, attachments = '[]',
  message_id_header = null, from_address = null,
  problem = case when problem is not null then ${erasedWord} end, version = version + 1`;

function theirs(workspaceId: string, { customerIds, contactIds }: Erasing) {
  return sql`(workspace_id = ${workspaceId}::uuid
    and (customer_id = any(${customerIds}::uuid[]) or contact_id = any(${contactIds}::uuid[])))`;
}
