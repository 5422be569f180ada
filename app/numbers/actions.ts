import { append } from "#app/journal/store.ts";
import { seal } from "#app/workspaces/sealed.ts";
import type { Given } from "#base/given.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { checkAccountSid, checkNumber, checkServerUrl, type OurNumber } from "./number.ts";
import { findNumber, insertNumber, ourNumber, saveNumber } from "./store.ts";

type Acting = { workspaceId: string; memberId: string; secret: string; now: Instant };
type Said = Pick<OurNumber, "number" | "accountSid" | "serverUrl"> & { authToken: string };

/** From now on what is texted to it comes in, and texts go out from it. Refuses `number_there`. */
export async function addNumber(tx: Tx, acting: Acting, said: Said): Promise<OurNumber> {
  if (await ourNumber(tx, acting.workspaceId)) {
    throw conflict("number_there", "There is a number already: change that one, or remove it first.");
  }
  const { authToken, ...plain } = said;
  const unlived = { heardAt: null, madeAt: acting.now, removedAt: null, version: 1 };
  const made = { ...unlived, ...checked(plain), id: newId(), tokenSealed: sealed(acting, authToken) };
  await insertNumber(tx, acting.workspaceId, made);
  await note(tx, acting, made, "number added");
  return made;
}

/** A token that is left out stays as it is. */
export async function editNumber(
  tx: Tx,
  acting: Acting,
  id: string,
  { authToken, ...plain }: Given<Said>,
  version: number | null,
): Promise<OurNumber> {
  const before = await found(tx, acting, id);
  demandVersion(version, before.version);
  const next = { ...before, ...checked({ ...before, ...plain }), version: before.version + 1 };
  if (authToken !== undefined) next.tokenSealed = sealed(acting, authToken);
  await saveNumber(tx, acting.workspaceId, next);
  await note(tx, acting, next, "number changed", [...Object.keys(plain), ...(authToken ? ["authToken"] : [])]);
  return next;
}

/** Nothing comes in or goes out by it any more; what came stays. */
export async function removeNumber(tx: Tx, acting: Acting, id: string): Promise<OurNumber> {
  const before = await found(tx, acting, id);
  const gone = { removedAt: acting.now, tokenSealed: Buffer.alloc(0), version: before.version + 1 };
  const next = { ...before, ...gone };
  await saveNumber(tx, acting.workspaceId, next);
  await note(tx, acting, next, "number removed");
  return next;
}

function checked({ number, accountSid, serverUrl }: Omit<Said, "authToken">) {
  return {
    number: checkNumber(number),
    accountSid: checkAccountSid(accountSid),
    serverUrl: serverUrl === null ? null : checkServerUrl(serverUrl),
  };
}

function sealed({ secret, workspaceId }: Acting, token: string): Buffer {
  return seal(token.trim(), secret, workspaceId);
}

async function found(tx: Tx, { workspaceId }: Acting, id: string): Promise<OurNumber> {
  const number = await findNumber(tx, workspaceId, id, "for update");
  if (!number || number.removedAt) throw missing("number");
  return number;
}

async function note(tx: Tx, acting: Acting, number: OurNumber, what: string, changed?: string[]): Promise<void> {
  await append(tx, acting.workspaceId, {
    chainId: acting.workspaceId,
    what,
    at: acting.now,
    by: { memberId: acting.memberId },
    subjectId: number.id,
    facts: { changed },
    words: { number: number.number, account_sid: number.accountSid, server_url: number.serverUrl },
  });
}
