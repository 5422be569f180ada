import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on } from "#test/harness/house.ts";
import type { openWorkingDay } from "#test/harness/working-day.ts";

type Day = Pick<Awaited<ReturnType<typeof openWorkingDay>>, "house" | "staff" | "memberId">;

/** The customer's side of a case, by whichever way they wrote. */
export type TheirSide = {
  id: string;
  /** The newest thing that reached them and says this. */
  heard: (about: RegExp) => Promise<string>;
  /** The case on their page, opened from what reached them. */
  page: () => Promise<Page>;
  /** Something they do between two words of ours. */
  between?: (day: string) => Promise<void>;
};

/** A case that somebody owns is planned and handed on twice, and its owner stays; they see it on their page. */
export async function planAndHandOn({ staff, memberId }: Day, { id, page }: TheirSide): Promise<void> {
  const names = ["Ben Okoye", "Gina Holt"];
  const handlers = [];
  for (const name of names) {
    const email = `${name.split(" ")[0]}@business.example`.toLowerCase();
    handlers.push(await staff.ask(membersContract.addMember, { body: { name, email, role: "member" } }));
  }
  const due_at = on("Thu 12:00").toString();
  await staff.ask(casesContract.planStep, { id, body: { text: "A new pump", kind: "fix", due_at } });
  for (const handler of handlers) {
    await staff.ask(casesContract.handOnCase, { id, body: { handler_id: handler.id } });
  }
  const { owner_id, handler_id } = await staff.ask(casesContract.getCase, { id });
  assert.deepEqual([owner_id, handler_id], [memberId, handlers.at(-1)?.id]);
  const theirs = await page();
  await theirs.getByText("Ana Ortiz has it.").waitFor();
  const planned = theirs.getByRole("listitem").filter({ hasText: "There is a plan with dates" });
  await planned
    .getByText("Monday", { exact: false })
    .or(planned.getByText("today", { exact: false }))
    .first()
    .waitFor();
  await theirs.goto(theirs.url().replace(/(\/c\/[\w-]+).*/, "$1"));
  await theirs.getByText("A new pump").first().waitFor();
}

/** On three days they hear how it stands and when they hear next, and no day passes without. */
export async function threeDays({ house, staff }: Day, { id, heard, between }: TheirSide): Promise<void> {
  for (const day of ["Mon", "Tue", "Wed"]) {
    await house.advanceTo(on(`${day} 15:00`));
    const draft = await staff.ask(casesContract.draftStatus, { id });
    await staff.ask(casesContract.tellStatus, { id, body: { message: { body: `${day}: ${draft.body}` } } });
    await house.settle();
    assert.match(await heard(new RegExp(`${day}: `)), /A new pump[\s\S]*You hear from us again by/);
    await between?.(day);
  }
  const { status_count, status_missed_count } = await staff.ask(casesContract.getCase, { id });
  assert.deepEqual([status_count >= 3, status_missed_count], [true, 0]);
}

/** What was planned is kept, so that it can be done. */
export async function keepThePlan({ house, staff }: Day, caseId: string): Promise<void> {
  await house.advanceTo(on("Thu 10:00"));
  const { items } = await staff.ask(promisesContract.listPromises, { query: { case_id: caseId, state: "open" } });
  for (const { id } of items) await staff.ask(promisesContract.keepPromise, { id, body: {} });
}
