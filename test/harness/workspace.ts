import { actorOfKey } from "#app/members/store-keys.ts";
import { createWorkspace, type MadeWorkspace } from "#app/workspaces/actions-create.ts";
import { type Instant, instant } from "#base/instant.ts";
import { readToken } from "#base/token.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { Actor } from "#engine/http/call.ts";

type Wanted = { name?: string; timeZone?: string; language?: string; trade?: string; now?: Instant };

/** A workspace of its own for a test, with Ana as its only member; `member` is Ana as a door would know her. */
export async function newWorkspace(db: Database, wanted: Wanted = {}): Promise<MadeWorkspace & { member: Actor }> {
  // A Monday: Berlin is at work until five.
  const { now = instant("2026-11-23T09:00:00Z"), name = "Ana's Plumbing", ...rest } = wanted;
  const ana = { name: "Ana Lima", email: "ana@plumbing.example" };
  const given = { timeZone: "Europe/Berlin", language: "en", ...rest, name, member: ana };
  const made = await createWorkspace(db, given, now);
  return { ...made, member: await actorOf(db, made.apiKey, now) };
}

/** Who acts by an API key. */
export async function actorOf(db: Database, apiKey: string, now: Instant): Promise<Actor> {
  const token = readToken(apiKey);
  const actor = token && (await inWorkspace(db, token.workspaceId, (tx) => actorOfKey(tx, token, now)));
  if (!actor) throw new Error("this key opens nothing");
  return actor;
}
