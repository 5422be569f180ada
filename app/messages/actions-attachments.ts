import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { conflict, demand, invalid, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import {
  type Attachment,
  checkPart,
  type Kept,
  mayAdd,
  maySend,
  partBytes,
  partsOf,
  servedAs,
  typeOf,
  unsentSeconds,
} from "./attachment.ts";
import type { Message, MessageAttachment } from "./message.ts";
import {
  attachmentsAmong,
  deleteUnsent,
  findAttachment,
  insertAttachment,
  insertPart,
  markWhole,
  partAt,
  unsentOf,
} from "./store-attachments.ts";

type Who = { workspaceId: string; memberId: string };

/** Begins a file that is to leave with a message; its parts follow. An empty one is whole at once. */
export async function addAttachment(
  tx: Tx,
  { workspaceId, memberId }: Who,
  said: { name: string; type: string; bytes: number },
  now: Instant,
): Promise<Kept> {
  demand(mayAdd(said.bytes, await unsentOf(tx, workspaceId, memberId)));
  const file = { id: newId(), name: said.name, type: typeOf(said.type, new Uint8Array()), bytes: said.bytes };
  const wholeAt = said.bytes === 0 ? now : null;
  const when = { madeAt: now, madeById: memberId, wholeAt, forgetAt: plusSeconds(now, unsentSeconds) };
  await insertAttachment(tx, workspaceId, { ...file, ...when, messageId: null });
  return { ...file, messageId: null, madeById: memberId, isWhole: wholeAt !== null };
}

/** One part in its place. With the last one its beginning says what the file is. */
export async function addPart(
  tx: Tx,
  who: Who,
  id: string,
  { place, base64 }: { place: number; base64: string },
  now: Instant,
): Promise<Kept> {
  const file = await ownUnsent(tx, who, id);
  if (file.isWhole) return file;
  const content = Buffer.from(base64, "base64");
  if (content.toString("base64") !== base64) throw invalid("not_base64", "This is no base64.", "base64");
  demand(checkPart(file.bytes, place, content.length));
  const many = await insertPart(tx, who.workspaceId, { id, place, content });
  if (many < partsOf(file.bytes)) return file;
  const type = typeOf(file.type, (await partAt(tx, who.workspaceId, id, 0)) ?? new Uint8Array());
  await markWhole(tx, who.workspaceId, id, type, now);
  return { ...file, type, isWhole: true };
}

export async function removeAttachment(tx: Tx, who: Who, id: string): Promise<void> {
  await ownUnsent(tx, who, id);
  await deleteUnsent(tx, who.workspaceId, id);
}

/** What nobody else has seen: another's is not there, and what was sent stays. */
async function ownUnsent(tx: Tx, { workspaceId, memberId }: Who, id: string): Promise<Kept> {
  const file = await findAttachment(tx, workspaceId, id, "for update");
  if (!file || file.madeById !== memberId) throw missing("attachment");
  if (file.messageId) throw conflict("attachment_sent", "This file was sent already.");
  return file;
}

/** The files that a member sends with a message, locked; refused where one is another's, gone, partial or too much. */
export async function toSend(tx: Tx, who: Who, ids: readonly string[]): Promise<Attachment[]> {
  const found = await attachmentsAmong(tx, who.workspaceId, ids, "for update");
  const own = found.filter(({ madeById, messageId }) => madeById === who.memberId && messageId === null);
  demand(maySend(ids, own));
  return own.map(({ id, name, type, bytes }) => ({ id, name, type, bytes }));
}

/** Keeps what came with a message: its lines are the message's, in the same order. */
export async function keepAttachments(
  tx: Tx,
  workspaceId: string,
  { id: messageId, attachments }: Pick<Message, "id" | "attachments">,
  contents: readonly Uint8Array[],
  now: Instant,
): Promise<void> {
  for (const [at, { id, ...file }] of attachments.entries()) {
    const content = contents[at];
    if (!id || !content) continue;
    const kept = { ...file, id, messageId, madeAt: now, madeById: null, wholeAt: now, forgetAt: null };
    await insertAttachment(tx, workspaceId, kept);
    for (let place = 0; place < partsOf(content.length); place++) {
      const part = content.subarray(place * partBytes, (place + 1) * partBytes);
      await insertPart(tx, workspaceId, { id, place, content: Buffer.from(part) });
    }
  }
}

/** The line under which what came is kept, with what its bytes say that it is. */
export function lineOf(came: { name: string; type: string; content: Uint8Array }): MessageAttachment {
  return { id: newId(), name: came.name, type: typeOf(came.type, came.content), bytes: came.content.length };
}

/** Each read in a transaction of its own, so that whoever takes a file slowly holds nothing. */
export type ReadLater = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export async function* contentOf(
  read: ReadLater,
  workspaceId: string,
  { id, bytes }: Pick<Attachment, "id" | "bytes">,
) {
  for (let place = 0; place < partsOf(bytes); place++) {
    const part = await read((tx) => partAt(tx, workspaceId, id, place));
    if (!part) throw new Error(`the attachment ${id} has lost its part ${place}`);
    yield part;
  }
}

/** A file as a door gives it out: to be kept, never to be shown as a page. */
export function givenOut(read: ReadLater, workspaceId: string, file: Attachment) {
  return { name: file.name, type: servedAs(file.type), bytes: file.bytes, content: contentOf(read, workspaceId, file) };
}
