import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { duration, id, instantOut, line } from "#base/fields.ts";
import { promiseForStaff } from "./answers.ts";
import type { Hit } from "./ready-letter.ts";
import { telling } from "./wire.ts";
import { problemForStaff, problemOut, readyForStaff, readyOut } from "./wire-drafts.ts";

const hit = z.object({
  promise_id: id,
  version: z.int(),
  text: z.string(),
  customer_id: z.nullable(id),
  opens_at: z.nullable(instantOut),
  due_at: instantOut,
  new_opens_at: z.nullable(instantOut),
  new_due_at: instantOut,
  ...readyOut.shape,
});

export const delaysContract = {
  previewDelay: post("/delays/previews", {
    summary: "Whom it hits that a member runs late: their visits of today, the new times, and what each would be told",
    scope: "promises:read",
    status: 200,
    body: z.strictObject({ by: duration, reason: line(1, 500), member_id: z.optional(id) }),
    gives: z.object({ items: z.array(hit) }),
  }),
  runLate: post("/delays", {
    summary: "Moves these together by one delay and tells each; without a message in the words that stand ready",
    scope: "promises:write",
    body: z.strictObject({
      by: duration,
      reason: line(1, 500),
      items: z.array(z.strictObject({ promise_id: id, ...telling })).check(z.minLength(1), z.maxLength(50)),
    }),
    gives: z.object({
      moved: z.array(promiseForStaff),
      not_moved: z.array(z.object({ promise_id: id, ...problemOut.shape })),
    }),
  }),
};

export function hitForStaff({ promise: p, dueAt, opensAt, ready, problem }: Hit): z.input<typeof hit> {
  return {
    promise_id: p.id,
    version: p.version,
    text: p.text,
    customer_id: p.customerId,
    opens_at: p.opensAt?.toString() ?? null,
    due_at: p.dueAt.toString(),
    new_opens_at: opensAt?.toString() ?? null,
    new_due_at: dueAt.toString(),
    ...readyForStaff(ready),
    problem: problem && problemForStaff(problem),
  };
}
