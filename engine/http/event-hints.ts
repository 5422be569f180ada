import { sql } from "kysely";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { type Database, inWorkspace, type Tx } from "#engine/db/database.ts";

/** What the journal says has changed. A hint: who wants to know more asks for the thing itself. */
export type Hint = { id: string; at: Instant; text: string };

type Say = (text: string) => void;
type Room = { listeners: Set<Say>; newcomers: Set<Say>; said: Map<string, Instant>; timer: NodeJS.Timeout };

/** So long after its `at` an entry may still be committed: what is younger is read again at every look. */
export const rereadSeconds = 10;
const lookEveryMs = 1000;
// More than this at once is an import or a demo: reading everything anew is cheaper than so many hints.
const mostAtOnce = 500;

/**
 * Looks into the journal once a second per workspace that somebody listens to, however many listen. A newcomer hears
 * the last ten seconds again, since a hint heard twice does no harm and one never heard does.
 */
export function watchtower(db: Database, now: () => Instant) {
  const rooms = new Map<string, Room>();

  const look = async (workspaceId: string, room: Room) => {
    const from = plusSeconds(now(), -rereadSeconds);
    const hints = await readHints(db, workspaceId, from).catch(() => null);
    if (hints) tell(room, hints, from);
    if (room.listeners.size > 0) room.timer = setTimeout(() => void look(workspaceId, room), lookEveryMs).unref();
    else if (rooms.get(workspaceId) === room) rooms.delete(workspaceId);
  };

  const open = (workspaceId: string): Room => {
    const room: Room = { listeners: new Set(), newcomers: new Set(), said: new Map(), timer: setTimeout(() => {}, 0) };
    room.timer = setTimeout(() => void look(workspaceId, room), 0).unref();
    rooms.set(workspaceId, room);
    return room;
  };

  return {
    /** Tells what changes in a workspace until the returned function is called. */
    listen(workspaceId: string, say: Say): () => void {
      const room = rooms.get(workspaceId) ?? open(workspaceId);
      room.listeners.add(say);
      room.newcomers.add(say);
      return () => {
        room.listeners.delete(say);
        room.newcomers.delete(say);
      };
    },
  };
}

function tell(room: Room, hints: Hint[], from: Instant): void {
  const fresh = hints.filter((hint) => !room.said.has(hint.id));
  for (const say of room.listeners) {
    const news = room.newcomers.has(say) ? hints : fresh;
    if (news.length > mostAtOnce) say(resetEvent);
    else if (news.length > 0) say(news.map((hint) => hint.text).join(""));
  }
  room.newcomers.clear();
  for (const { id, at } of fresh) room.said.set(id, at);
  for (const [id, at] of room.said) {
    if (at.epochMilliseconds < from.epochMilliseconds) room.said.delete(id);
  }
}

/** Tells a listener that hints were missed: what it shows must be read anew. */
export const resetEvent = "event: reset\ndata: {}\n\n";

async function readHints(db: Database, workspaceId: string, from: Instant): Promise<Hint[]> {
  return inWorkspace(db, workspaceId, async (tx) => [
    ...(await readChanges(tx, workspaceId, from)),
    ...(await readPresences(tx, workspaceId, from)),
  ]);
}

async function readChanges(tx: Tx, workspaceId: string, from: Instant): Promise<Hint[]> {
  const { rows } = await sql<{ chain_id: string; seq: number; at: Instant; what: string; subject_id: string | null }>`
    select chain_id, seq, at, what, subject_id from journal
    where workspace_id = ${workspaceId} and at >= ${from}
    order by at desc limit ${mostAtOnce + 1}`.execute(tx);
  return rows.toReversed().map(({ chain_id, seq, at, what, subject_id }) => {
    const data = { subject: what.split(" ")[0], id: subject_id, what, at };
    return { id: `${chain_id} ${seq}`, at, text: `id: ${at}\ndata: ${JSON.stringify(data)}\n\n` };
  });
}

/** Who is writing at what. It has no id: whoever resumes was not waiting for it. */
async function readPresences(tx: Tx, workspaceId: string, from: Instant): Promise<Hint[]> {
  const { rows } = await sql<{ member_id: string; subject: string; subject_id: string; at: Instant }>`
    select member_id, subject, subject_id, at from presences
    where workspace_id = ${workspaceId} and at >= ${from} limit ${mostAtOnce}`.execute(tx);
  return rows.map(({ member_id, subject, subject_id, at }) => {
    const data = { subject, id: subject_id, member_id, at };
    return { id: `${member_id} ${subject_id} ${at}`, at, text: `event: writing\ndata: ${JSON.stringify(data)}\n\n` };
  });
}
