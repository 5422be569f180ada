import { givenOut, type ReadLater } from "#app/messages/actions-attachments.ts";
import type { Attachment } from "#app/messages/attachment.ts";
import { findMessage } from "#app/messages/store.ts";
import { findAttachment } from "#app/messages/store-attachments.ts";
import { formOnce } from "#app/promises/actions-form-once.ts";
import { fieldsOf } from "#app/promises/page-fields.ts";
import type { Look } from "#app/promises/page-look.ts";
import { policyOfKind, type Visit } from "#app/promises/page-visit.ts";
import { namesOf } from "#app/promises/store-visit.ts";
import type { StreamedFile } from "#base/contract.ts";
import type { Html } from "#base/html.ts";
import { isId } from "#base/id.ts";
import { type Instant, instant } from "#base/instant.ts";
import { missing, Refusal } from "#base/refusal.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import type { Words } from "#portal/words.ts";
import { raiseCase } from "./actions.ts";
import { escalateCase, recordAsking } from "./actions-acts.ts";
import { answerCase } from "./actions-closing.ts";
import { takeUp } from "./actions-deed.ts";
import { takePulse } from "./actions-pulse.ts";
import type { Case } from "./case.ts";
import { forCustomer, type SeenCase } from "./page.ts";
import { casePage, type Saying } from "./page-case.ts";
import { casesOnHome, casesPage, tellUsPage } from "./page-list.ts";
import type { Typed } from "./page-pulse.ts";
import { type CaseAct, type CaseLook, isCaseAct } from "./page-words.ts";
import { expectations, feelings } from "./pulse.ts";
import { findCase } from "./store.ts";
import { listCases } from "./store-list.ts";
import { caseOfMessage, messagesIn } from "./store-messages.ts";

type PageApp = Parameters<Pages>[0];
type OnTrouble = Parameters<Parameters<PageApp["setErrorHandler"]>[0]>;
type Request = OnTrouble[1];
type Reply = OnTrouble[2];

/** Whoever came in by an open link, as the promises' door lets them in. */
type Guest = { tx: Tx; visit: Visit; words: Words; look: Look; now: Instant };
type Answer = { page: Html; status?: number } | { to: string } | { attachment: StreamedFile };
type Enter = (request: Request, reply: Reply, work: (guest: Guest) => Promise<Answer>) => Promise<Reply>;

const longestWords = 4000;
const mostShown = 20;

/** What a customer raised: on their page beside what we promised, and with pages of its own. Works without JavaScript. */
export const casesAnnex = {
  onHome: async (guest: Guest) => {
    const open = (await seenOf(guest)).filter(({ state }) => state === "open" || state === "told");
    return casesOnHome(open, lookOf(guest));
  },

  mount: (house: PageApp, { db }: PageContext, enter: Enter) => {
    house.get("/:token/cases", (request, reply) =>
      enter(request, reply, async (guest) => {
        const done = fieldsOf(request.query)("done");
        const isDone = isCaseAct(done) || done === "told" || done === "pulse";
        return { page: casesPage(await seenOf(guest), lookOf(guest), isDone ? done : null) };
      }),
    );
    house.get("/:token/cases/:id", (request, reply) =>
      enter(request, reply, async (guest) => {
        const act = fieldsOf(request.query)("answer");
        const saying = isCaseAct(act) ? { act, words: "", refused: null } : null;
        return { page: await pageOf(guest, idIn(request), saying) };
      }),
    );
    house.post("/:token/cases/:id/answers", (request, reply) => {
      const field = fieldsOf(request.body);
      const [act, words] = [field("answer"), field("words")];
      if (!isCaseAct(act)) throw missing("answer");
      const again = (refused: NonNullable<Saying["refused"]>, status: number) =>
        enter(request, reply, async (guest) => ({
          page: await pageOf(guest, idIn(request), { act, words, refused }),
          status,
        }));
      if (words.length > longestWords) return again("tooLong", 422);
      return enter(request, reply, async (guest) => {
        const id = idIn(request);
        await seenCase(guest, id);
        await sentOnce(guest, field("key"), [id, act, words], () => answer(guest, id, act, words || null));
        return { to: `${guest.look.home}/cases?done=${act}` };
      }).catch((problem: unknown) => {
        if (!(problem instanceof Refusal) || problem.kind === "missing") throw problem;
        return again("tooLate", 409);
      });
    });
    house.post("/:token/cases/:id/pulses", (request, reply) => {
      const field = fieldsOf(request.body);
      return enter(request, reply, (guest) => pulse(guest, idIn(request), field));
    });
    house.get("/:token/attachments/:id", (request, reply) =>
      enter(request, reply, async (guest) => {
        const { workspaceId } = guest.visit;
        const read: ReadLater = (work) => inWorkspace(db, workspaceId, work);
        return { attachment: givenOut(read, workspaceId, await seenAttachment(guest, idIn(request))) };
      }),
    );
    house.get("/:token/tell-us", (request, reply) =>
      enter(request, reply, async (guest) => ({ page: tellUsPage(lookOf(guest), "", null) })),
    );
    house.post("/:token/tell-us", (request, reply) =>
      enter(request, reply, async (guest) => {
        const field = fieldsOf(request.body);
        const words = field("words");
        const refused = words === "" ? "missing" : words.length > longestWords ? "tooLong" : null;
        if (refused) return { page: tellUsPage(lookOf(guest), words, refused), status: 422 };
        await sentOnce(guest, field("key"), ["tell-us", words], () => tellUs(guest, words));
        return { to: `${guest.look.home}/cases?done=told` };
      }),
    );
  },
};

async function tellUs({ tx, visit, now }: Guest, words: string): Promise<void> {
  const { workspaceId, contact, customer } = visit;
  const what = { kind: "request", subject: null, words, channel: "portal", teamId: null, raisedAt: now } as const;
  const how = { own: false, isByItself: true, messageId: null, onTheSpot: null };
  const whom = { customerId: customer.id, contactId: contact.id };
  await raiseCase(tx, { workspaceId, by: { contactId: contact.id } }, { ...what, ...whom, ...how }, now);
}

async function answer({ tx, visit, now }: Guest, id: string, act: CaseAct, words: string | null): Promise<Case> {
  const who = { workspaceId: visit.workspaceId, by: { contactId: visit.contact.id } };
  const { deed, c } = await takeUp(tx, who, id, now);
  switch (act) {
    case "satisfied":
    case "not_satisfied":
      return answerCase(deed, c, act, words);
    case "asking":
      return recordAsking(deed, c, words);
    case "manager":
      return escalateCase(deed, c, { by: "customer", reason: words });
  }
}

/** How it was; what cannot be said any more leads to how it stands. */
async function pulse(guest: Guest, id: string, field: (name: string) => string): Promise<Answer> {
  const { tx, visit, now } = guest;
  const expected = expectations.find((each) => each === field("expected"));
  const feeling = feelings.find((each) => String(each) === field("feeling")) ?? null;
  const words = field("words");
  const { mayPulse } = await seenCase(guest, id);
  if (!expected || !mayPulse) return { to: `${guest.look.home}/cases/${id}` };
  if (words.length > longestWords) return { page: await pageOf(guest, id, null, { feeling, words }), status: 422 };
  await sentOnce(guest, field("key"), [id, expected, String(feeling), words], async () => {
    const who = { workspaceId: visit.workspaceId, by: { contactId: visit.contact.id } };
    const { deed, c } = await takeUp(tx, who, id, now);
    await takePulse(deed, c, visit.contact.id, { expected, feeling, words: words || null });
  });
  return { to: `${guest.look.home}/cases?done=pulse` };
}

async function pageOf(guest: Guest, id: string, saying: Saying | null, tooLong: Typed | null = null): Promise<Html> {
  const seen = await seenCase(guest, id);
  const asked = { limit: 5, withNotes: false };
  const said = await messagesIn(guest.tx, guest.visit.workspaceId, id, asked);
  return casePage(seen, said, lookOf(guest), saying, tooLong);
}

/** One of theirs; one that is not theirs is not there. */
async function seenCase(guest: Guest, id: string): Promise<SeenCase> {
  const [seen] = await shown(guest, [await findCase(guest.tx, guest.visit.workspaceId, id)]);
  if (!seen) throw missing("case");
  return seen;
}

/** A file with what was said in a case of theirs; what is only ours is not there. */
async function seenAttachment(guest: Guest, id: string): Promise<Attachment> {
  const { workspaceId } = guest.visit;
  const file = await findAttachment(guest.tx, workspaceId, id);
  const message = file?.messageId ? await findMessage(guest.tx, workspaceId, file.messageId) : undefined;
  const sent = message && (await caseOfMessage(guest.tx, workspaceId, message.id));
  const isOurs = message?.direction === "note" || message?.state === "withdrawn";
  if (!file || !sent || isOurs) throw missing("attachment");
  await seenCase(guest, sent.caseId);
  return file;
}

async function seenOf(guest: Guest): Promise<SeenCase[]> {
  const { customerIds } = guest.visit;
  return shown(guest, await listCases(guest.tx, guest.visit.workspaceId, { customerIds, limit: mostShown }));
}

async function shown({ tx, visit, now }: Guest, found: readonly Case[]): Promise<SeenCase[]> {
  const ids = found.flatMap((c) => [c.ownerId, ...Object.values(c.steps).map((step) => step?.by)]);
  const people = [...new Set(ids)].filter((id): id is string => typeof id === "string" && isId(id));
  const names = await namesOf(tx, visit.workspaceId, people);
  const around = { names, policy: policyOfKind(visit, "other"), now, readInstant: instant };
  return found.flatMap((c) => forCustomer(c, visit, around) ?? []);
}

function lookOf({ look, words }: Guest): CaseLook {
  return { ...look, cases: words.cases };
}

function sentOnce({ tx, visit, now }: Guest, formKey: string, said: readonly string[], work: () => Promise<unknown>) {
  const form = { key: formKey, path: said[0] ?? "", said };
  return formOnce(tx, { workspaceId: visit.workspaceId, contactId: visit.contact.id }, form, now, work);
}

function idIn(request: Request): string {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw missing("case");
  return id;
}
