import { createHash } from "node:crypto";
import { isWorthNoting, readFeedToken } from "#app/members/feed.ts";
import { feedOf, noteRead } from "#app/members/store-feeds.ts";
import { type PolicyOverride, policyOf } from "#app/workspaces/policy.ts";
import { listOverrides } from "#app/workspaces/store-policies.ts";
import { writeCalendar } from "#base/ics.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { DoorProblem } from "#engine/http/door-problem.ts";
import { counter, householdOf } from "#engine/http/limits.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import { eventOf, type ToKeep } from "./agenda.ts";
import { answerInPages } from "./portal-trouble.ts";
import type { PageReply, PageRequest } from "./portal-visit.ts";
import { type ToKeepRow, toKeepOf } from "./store-agenda.ts";
import { settingOf } from "./store-setting.ts";

const mostEvents = 200;
// A phone asks every quarter of an hour; a household may have many, and a guesser gets nowhere.
const readings = { most: 60, perSeconds: 60 };

/** The calendar of a member's phone, `/calendar/<token>.ics`: what they promised, ringing when they would be rung. */
export const agendaPages: Pages = (app, context) => {
  const read = counter(readings);
  app.register(
    async (house) => {
      answerInPages(house, context);
      house.get("/:feed", (request, reply) => {
        const from = householdOf(request.ip);
        const now = context.now();
        const secondsOver = read.secondsOver(from, now);
        if (secondsOver > 0) throw tooOften(secondsOver);
        read.add(from, now);
        return answer(context, request, reply, now);
      });
    },
    { prefix: "/calendar" },
  );
};

async function answer({ db, house }: PageContext, request: PageRequest, reply: PageReply, now: Instant) {
  const { feed: asked } = request.params as { feed: string };
  const token = asked.endsWith(".ics") ? readFeedToken(asked.slice(0, -4)) : null;
  if (!token) throw missing("page");
  const text = await inWorkspace(db, token.workspaceId, async (tx) => {
    const feed = await feedOf(tx, token);
    if (!feed) throw missing("page");
    if (isWorthNoting(feed, now)) await noteRead(tx, token.workspaceId, feed.id, now);
    const all = await agendaOf(tx, token.workspaceId, feed.memberId);
    return writeCalendar(
      `Truepenny · ${feed.member}`,
      all.map((one) => eventOf(one, house.publicUrl)),
    );
  });
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  // Whoever has it asks each time whether it still stands, and keeps what does.
  reply.header("cache-control", "private, no-cache").header("etag", etag);
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send();
  return reply.header("content-type", "text/calendar; charset=utf-8").send(text);
}

/** Each with its policy and its owner's hours: the overrides are read once, the hours once for each owner. */
async function agendaOf(tx: Tx, workspaceId: string, memberId: string): Promise<ToKeep[]> {
  const rows = await toKeepOf(tx, workspaceId, memberId, mostEvents);
  const overrides = await listOverrides(tx, workspaceId);
  const hoursOf = new Map<string, ToKeep["hours"]>();
  for (const { ownerId, kind } of rows) {
    if (hoursOf.has(ownerId)) continue;
    const nobody = { customerId: null, contactId: null, ownerId, kind };
    hoursOf.set(ownerId, (await settingOf(tx, workspaceId, nobody)).hours);
  }
  return rows.flatMap((row) => {
    const hours = hoursOf.get(row.ownerId);
    return hours
      ? [{ promise: row, customer: row.theCustomer, policy: policyOf(overridesOf(row, overrides)), hours }]
      : [];
  });
}

function overridesOf({ kind, customerId, theTier }: ToKeepRow, all: readonly PolicyOverride[]): PolicyOverride[] {
  const names = { workspace: "", kind, tier: theTier, customer: customerId };
  return all.filter(({ scope, name }) => names[scope] === name);
}

function tooOften(seconds: number): DoorProblem {
  return new DoorProblem(429, "too_many_calls", "That was too often. Ask again later.", {
    "retry-after": String(Math.ceil(seconds)),
  });
}
