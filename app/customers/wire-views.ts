import * as z from "zod/mini";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, line, listOf, page } from "#base/fields.ts";
import { type View, viewed } from "./view.ts";

const said = {
  name: line(1, 200),
  filters: z
    .record(z.string().check(z.regex(/^[a-z][a-z_]{0,39}$/)), line(1, 200))
    .check(z.refine((all) => Object.keys(all).length <= 20, "must be at most 20 filters")),
  shared: z.optional(z.boolean()),
};

const viewOut = z.object({
  id,
  of: z.enum(viewed),
  name: z.string(),
  filters: z.record(z.string(), z.string()),
  shared: z.boolean(),
  member_id: id,
  version: z.int(),
});

export const viewsContract = {
  listViews: get("/views", {
    scope: "customers:read",
    summary: "Lists as you look at them often: your own views and those that are shared",
    query: z.strictObject({ ...page, after: z.optional(id), of: z.optional(z.enum(viewed)) }),
    gives: listOf(viewOut),
  }),
  addView: post("/views", {
    scope: "customers:write",
    summary: "Keeps a list under a name, with its filters as its query says them",
    body: z.strictObject({ ...said, of: z.enum(viewed) }),
    gives: viewOut,
  }),
  editView: patch("/views/:id", {
    scope: "customers:write",
    summary: "Changes what is named and leaves the rest",
    body: z.partial(z.strictObject(said)),
    gives: viewOut,
  }),
  removeView: remove("/views/:id", { scope: "customers:write", summary: "Takes a view away", gives: viewOut }),
};

export function viewForStaff({ isShared, memberId, ...view }: View): z.input<typeof viewOut> {
  return { ...view, shared: isShared, member_id: memberId };
}
