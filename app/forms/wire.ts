import * as z from "zod/mini";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instantOut, line, listOf } from "#base/fields.ts";
import { type Form, mostSites } from "./form.ts";

const sites = z
  .array(line(1, 300))
  .check(z.maxLength(mostSites))
  .check(z.describe("who may show it within a page of theirs, like https://www.example.com; * is every site"));

const formOut = z.object({
  id,
  name: z.string(),
  sites: z.array(z.string()),
  url: z.string(),
  heard_at: z.nullable(instantOut),
  made_at: instantOut,
  version: z.number(),
});

export const formsContract = {
  listForms: get("/forms", {
    summary: "Forms in which anybody can write to us, each with its address",
    scope: "settings:read",
    gives: listOf(formOut),
  }),
  addForm: post("/forms", {
    summary: "A form in which anybody can write to us, by its address or within a page of one of these sites",
    scope: "settings:write",
    body: z.strictObject({ name: line(1, 100), sites: z._default(sites, []) }),
    gives: formOut,
  }),
  editForm: patch("/forms/:id", {
    summary: "Name it anew, or say which sites may show it",
    scope: "settings:write",
    body: z.partial(z.strictObject({ name: line(1, 100), sites })),
    gives: formOut,
  }),
  removeForm: remove("/forms/:id", {
    summary: "Revoke it: its address leads nowhere any more; what was written in it stays",
    scope: "settings:write",
    gives: formOut,
  }),
};

export function forStaff(form: Form, workspaceId: string, publicUrl: string): z.input<typeof formOut> {
  return {
    id: form.id,
    name: form.name,
    sites: form.sites,
    url: `${publicUrl}/form/${workspaceId}/${form.id}`,
    heard_at: form.heardAt?.toString() ?? null,
    made_at: form.madeAt.toString(),
    version: form.version,
  };
}
