import { cursorOf } from "#base/cursor.ts";
import { type Html, nothing } from "#base/html.ts";
import { isId } from "#base/id.ts";
import { missing, Refusal } from "#base/refusal.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import { type Act, isAct } from "./page-acts.ts";
import { type Asking, promisePage } from "./page-ask.ts";
import { fieldsOf } from "./page-fields.ts";
import { homePage } from "./page-home.ts";
import { answerOnce, askingOf, refusedOf } from "./portal-answers.ts";
import { demandOpen, mountOwnWishes } from "./portal-own.ts";
import { promiseOf, promisesOf } from "./portal-showing.ts";
import { mountShowings } from "./portal-staff.ts";
import { mountTakeHome, type TakeHome } from "./portal-take-home.ts";
import { answerInPages } from "./portal-trouble.ts";
import { type Answer, type Guest, type PageApp, type PageReply, type PageRequest, welcome } from "./portal-visit.ts";

/** What others hang beside the promises on a customer's page: a part of its home, and pages of their own behind its door. */
type Annex = {
  onHome: (guest: Guest) => Promise<Html>;
  mount: (house: PageApp, context: PageContext, enter: Enter) => void;
};
type Enter = (request: PageRequest, reply: PageReply, work: (guest: Guest) => Promise<Answer>) => Promise<PageReply>;

const noAnnex: Annex = { onHome: async () => nothing, mount: () => undefined };

/** The customer's page, `/c/<token>`: what was promised, what changed, and their answers. Works without JavaScript. */
export function customerPages(takeHome: TakeHome, annex: Annex = noAnnex): Pages {
  return (app, context) => {
    app.register(
      async (house) => {
        answerInPages(house, context);
        mountHome(house, context, annex);
        mountPromise(house, context);
        mountAnswers(house, context);
        mountOwnWishes(house, context);
        mountTakeHome(house, context, takeHome);
        annex.mount(house, context, (request, reply, work) =>
          welcome(context, request, reply, (guest) => demandOpen(guest, () => work(guest))),
        );
      },
      { prefix: "/c" },
    );
    app.register(
      async (house) => {
        answerInPages(house, context);
        mountShowings(house, context, annex);
      },
      { prefix: "/showings" },
    );
  };
}

function mountHome(house: PageApp, context: PageContext, annex: Annex): void {
  house.get("/:token", (request, reply) =>
    welcome(context, request, reply, (guest) =>
      demandOpen(guest, async () => {
        const query = fieldsOf(request.query);
        // Asked together: they leave in one write.
        const [{ open, settled, hasMore }, beside] = await Promise.all([
          promisesOf(guest, query("after") || undefined, isReading(request)),
          annex.onHome(guest),
        ]);
        const act = doneIn(query("done"));
        const about = [...open, ...settled].find(({ id }) => id === query("promise"));
        const notice = act && { act, owner: about?.owner ?? guest.visit.house.name };
        const cursorAfter = (p: { dueAt: Guest["now"]; id: string }) => cursorOf(p.dueAt, p.id);
        return { page: homePage(guest.visit, { open, settled, hasMore, cursorAfter, notice, beside }, guest.look) };
      }),
    ),
  );
}

/** What was just done: a code, so that nobody can put words of their own on our page. */
function doneIn(done: string): Act | "channel" | null {
  if (isAct(done)) return done;
  return done === "channel" ? done : null;
}

/** A promise alone; `?answer=` puts the question once more and never acts, because mail scanners open links. */
function mountPromise(house: PageApp, context: PageContext): void {
  house.get("/:token/promises/:id", (request, reply) =>
    welcome(context, request, reply, (guest) =>
      demandOpen(guest, async () => {
        const seen = await promiseOf(guest, idIn(request), isReading(request));
        const query = fieldsOf(request.query);
        const act = query("answer");
        return { page: promisePage(seen, guest.look, isAct(act) ? askingOf(act, query) : null) };
      }),
    ),
  );
}

function mountAnswers(house: PageApp, context: PageContext): void {
  house.post("/:token/promises/:id/:act", async (request, reply) => {
    const [id, act] = [idIn(request), actIn(request)];
    const field = fieldsOf(request.body);
    const asking = askingOf(act, field);
    try {
      return await welcome(context, request, reply, (guest) =>
        demandOpen(guest, async () => {
          await answerOnce(guest, id, asking, field("key"));
          return { to: `${guest.look.home}?done=${act}&promise=${id}` };
        }),
      );
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.kind === "missing") throw problem;
      const refused = { ...asking, refused: refusedOf(problem.code) };
      const status = problem.kind === "invalid" ? 422 : 409;
      return welcome(context, request, reply, (guest) => demandOpen(guest, () => askAgain(guest, id, refused, status)));
    }
  });

  // Whoever reloads a form that was sent comes here: they are asked once more.
  house.get("/:token/promises/:id/:act", (request, reply) =>
    welcome(context, request, reply, async ({ look }) => ({
      to: `${look.home}/promises/${idIn(request)}?answer=${actIn(request)}`,
    })),
  );
}

/** The same form with the sentence beside the field, and what was typed still in it. */
async function askAgain(guest: Guest, id: string, refused: Asking, status: number): Promise<Answer> {
  return { page: promisePage(await promiseOf(guest, id, false), guest.look, refused), status };
}

/**
 * Does somebody read this? A browser that loads ahead says so, and HEAD shows nothing. A scanner that pretends to be a
 * browser counts as reading, which only makes it harder for us to undo something silently.
 */
function isReading({ method, headers }: PageRequest): boolean {
  const purpose = `${headers["sec-purpose"]} ${headers.purpose} ${headers["x-moz"]}`;
  return method === "GET" && !/prefetch|prerender|preview/i.test(purpose);
}

function idIn(request: PageRequest): string {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw missing("promise");
  return id;
}

function actIn(request: PageRequest): Act {
  const { act } = request.params as { act: string };
  if (!isAct(act)) throw missing("answer");
  return act;
}
