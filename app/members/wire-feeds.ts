import * as z from "zod/mini";
import { get, post, remove } from "#base/contract.ts";
import { id, instantOut, listOf } from "#base/fields.ts";
import type { Feed } from "./feed.ts";

const feedOut = z.object({ id, made_at: instantOut, read_at: z.nullable(instantOut) });

export const feedsContract = {
  listFeeds: get("/calendar_feeds", {
    summary: "Your calendar feed, if you have one, without its address; read_at says whether a phone reads it",
    scope: "promises:read",
    gives: listOf(feedOut),
  }),
  makeFeed: post("/calendar_feeds", {
    summary: "A secret address at which the calendar of your phone finds what you promised; the one before ends",
    scope: "promises:read",
    gives: z.extend(feedOut, { url: z.string() }),
    secrets: ["url"],
  }),
  revokeFeed: remove("/calendar_feeds/:id", {
    summary: "From now on the address opens nothing",
    scope: "promises:read",
    gives: feedOut,
  }),
};

export function feedForStaff({ id, madeAt, readAt }: Feed): z.input<typeof feedOut> {
  return { id, made_at: madeAt.toString(), read_at: readAt?.toString() ?? null };
}
