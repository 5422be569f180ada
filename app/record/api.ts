import { customerIdsOf } from "#app/customers/store-merges.ts";
import { forStaff } from "#app/promises/for-staff.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import { cursorOf, readCursor } from "#base/cursor.ts";
import { given } from "#base/given.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { demand, type Ruling } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { csvOf } from "./csv.ts";
import { mayShow, type PeopleAsked, peopleBehind, periodOf } from "./figures.ts";
import { periodsOf } from "./periods.ts";
import { circlesOf, countAll, countGroups, type Group, listBehind } from "./store.ts";
import type { Which } from "./store-counted.ts";
import { countPeriods, namesIn, weighEvidence } from "./store-over-time.ts";
import { groupForStaff, mostRows, periodForStaff, recordContract, tallyForStaff } from "./wire.ts";
import { columnsInCsv, figureForStaff, rowInCsv } from "./wire-figure.ts";

export const recordApi = serve(recordContract, {
  getRecord: async ({ tx, member, query, now }) => {
    const by = query.by === "none" ? undefined : query.by;
    const which = await whichOf(tx, member, query, now);
    const may = await showing(tx, member);
    demand(may({ ...which, by }));
    const all = await countAll(tx, member.workspaceId, which, now);
    const answer = { from: which.from.toString(), until: which.until.toString(), ...tallyForStaff(all) };
    if (!by) return answer;
    const { limit, after } = query;
    const found = await countGroups(tx, member.workspaceId, { which, by, limit: limit + 1, after }, now);
    const page = found.slice(0, limit);
    const next = found.length > limit ? (page.at(-1)?.key ?? "") : null;
    const isShown = ({ key }: Group) => by !== "team" || may({ teamId: key ?? "" }) === null;
    const withheld = page.filter((group) => !isShown(group)).map(({ key, name }) => ({ key, name }));
    return { ...answer, groups: page.filter(isShown).map(groupForStaff), withheld, next };
  },
  listBehind: async ({ tx, member, query, now }) => {
    const which = await whichOf(tx, member, query, now);
    const may = await showing(tx, member);
    demand(may(which));
    const { part, flag, limit } = query;
    const asked = given({ part, flag, after: readCursor(query.after) });
    const found = await listBehind(tx, member.workspaceId, { which, ...asked, limit: limit + 1 }, now);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((promise) => ({ ...forStaff(promise), part: promise.part })),
      next: last ? cursorOf(last.firstDueAt, last.id) : null,
    };
  },
  listAsCsv: async ({ tx, member, query, now }) => {
    const which = await whichOf(tx, member, query, now);
    demand((await showing(tx, member))(which));
    const asked = given({ part: query.part, flag: query.flag });
    const rows = await listBehind(tx, member.workspaceId, { which, ...asked, limit: mostRows }, now);
    const ids = rows.flatMap(({ customerId, ownerId }) => [customerId ?? ownerId, ownerId]);
    const names = await namesIn(tx, member.workspaceId, [...new Set(ids)]);
    return csvOf(
      columnsInCsv,
      rows.map((row) => rowInCsv(row, names)),
    );
  },
  getRecordOverTime: async ({ tx, member, query, now }) => {
    const timeZone = (await findWorkspace(tx, member.workspaceId))?.timeZone ?? "UTC";
    const periods = periodsOf(query.by, query, timeZone, now);
    const [from, until] = [periods[0].from, periods.at(-1)?.until];
    const which = { ...(await whichOf(tx, member, { ...query, from, until }, now)) };
    demand((await showing(tx, member))(which));
    const tallies = await countPeriods(tx, member.workspaceId, { which, by: query.by, periods, timeZone }, now);
    const items = periods.map((period) => periodForStaff(period, tallies.get(period.key)));
    return { by: query.by, time_zone: timeZone, items };
  },
  getFigure: async ({ tx, member, query, now }) => {
    const { evidenceHalfLifeDays: halfLifeDays } = await policyFor(tx, member.workspaceId);
    const from = plusSeconds(now, -86_400 * halfLifeDays * forgottenAfterHalfLives);
    const which = await whichOf(tx, member, { ...query, from }, now);
    demand((await showing(tx, member))(which));
    const evidence = await weighEvidence(tx, member.workspaceId, { which, halfLifeDays }, now);
    return figureForStaff(evidence, halfLifeDays);
  },
});

/** What is older weighs less than a thousandth. */
const forgottenAfterHalfLives = 10;

type Asked = {
  from?: Instant | undefined;
  until?: Instant | undefined;
  owner_id?: string | undefined;
  team_id?: string | undefined;
  customer_id?: string | undefined;
  kind?: string | undefined;
};

async function whichOf(tx: Tx, { workspaceId }: Actor, asked: Asked, now: Instant): Promise<Which> {
  const { owner_id: ownerId, team_id: teamId, customer_id, kind } = asked;
  const customerIds = customer_id ? await customerIdsOf(tx, workspaceId, customer_id) : undefined;
  return { ...periodOf(asked, now), ...given({ ownerId, teamId, customerIds, kind }) };
}

/** What this member may be shown, asked of any people. */
async function showing(tx: Tx, { workspaceId, memberId }: Actor): Promise<(asked: PeopleAsked) => Ruling> {
  const policy = await policyFor(tx, workspaceId);
  const circles = await circlesOf(tx, workspaceId, memberId);
  return (asked) => mayShow(peopleBehind(asked, memberId, circles), policy);
}
