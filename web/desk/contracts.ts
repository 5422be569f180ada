import type * as z from "zod/mini";
import type { arrivalsContract } from "#app/arrivals/wire.ts";
import type { calendarsContract } from "#app/calendars/wire.ts";
import type { casesContract } from "#app/cases/wire.ts";
import type { byHandContract } from "#app/cases/wire-by-hand.ts";
import type { causesContract } from "#app/cases/wire-causes.ts";
import type { customersContract } from "#app/customers/wire.ts";
import type { contactsContract } from "#app/customers/wire-contacts.ts";
import type { journalContract } from "#app/customers/wire-journal.ts";
import type { linksContract } from "#app/customers/wire-links.ts";
import type { mergesContract } from "#app/customers/wire-merges.ts";
import type { profileContract } from "#app/customers/wire-profile.ts";
import type { viewsContract } from "#app/customers/wire-views.ts";
import type { exportsContract } from "#app/exports/wire.ts";
import type { formsContract } from "#app/forms/wire.ts";
import type { invitationsContract } from "#app/invitations/wire.ts";
import type { draftsContract } from "#app/letters/wire.ts";
import type { repliesContract } from "#app/letters/wire-replies.ts";
import type { mailboxesContract } from "#app/mailboxes/wire.ts";
import type { membersContract } from "#app/members/wire.ts";
import type { devicesContract } from "#app/members/wire-devices.ts";
import type { feedsContract } from "#app/members/wire-feeds.ts";
import type { hoursContract } from "#app/members/wire-hours.ts";
import type { keysContract } from "#app/members/wire-keys.ts";
import type { teamsContract } from "#app/members/wire-teams.ts";
import type { messagesContract } from "#app/messages/wire.ts";
import type { attachmentsContract } from "#app/messages/wire-attachments.ts";
import type { mailTestsContract } from "#app/messages/wire-mail-tests.ts";
import type { numbersContract } from "#app/numbers/wire.ts";
import type { promisesContract } from "#app/promises/wire.ts";
import type { adviceContract } from "#app/promises/wire-advice.ts";
import type { delaysContract } from "#app/promises/wire-delays.ts";
import type { draftsOfPromiseContract } from "#app/promises/wire-drafts.ts";
import type { policyPreviewContract } from "#app/promises/wire-policy-preview.ts";
import type { readingAidsContract } from "#app/promises/wire-reading-aids.ts";
import type { timelineContract } from "#app/promises/wire-timeline.ts";
import type { quotesContract } from "#app/quotes/wire.ts";
import type { recordContract } from "#app/record/wire.ts";
import type { sentencesContract } from "#app/sentences/wire.ts";
import type { coachContract } from "#app/sentences/wire-coach.ts";
import type { todayContract } from "#app/today/wire.ts";
import type { usersContract } from "#app/users/wire.ts";
import type { workspacesContract } from "#app/workspaces/wire.ts";
import type { policiesContract } from "#app/workspaces/wire-policies.ts";
import type { AnswerOf, Endpoint, ParamsOf } from "#base/contract.ts";

/** Every contract that the server serves: only their types come into the browser, nothing of them is run there. */
type Contracts =
  | typeof adviceContract
  | typeof arrivalsContract
  | typeof attachmentsContract
  | typeof byHandContract
  | typeof calendarsContract
  | typeof casesContract
  | typeof causesContract
  | typeof contactsContract
  | typeof customersContract
  | typeof delaysContract
  | typeof draftsContract
  | typeof draftsOfPromiseContract
  | typeof exportsContract
  | typeof formsContract
  | typeof invitationsContract
  | typeof devicesContract
  | typeof feedsContract
  | typeof hoursContract
  | typeof journalContract
  | typeof keysContract
  | typeof linksContract
  | typeof mailboxesContract
  | typeof mailTestsContract
  | typeof membersContract
  | typeof mergesContract
  | typeof messagesContract
  | typeof numbersContract
  | typeof policiesContract
  | typeof policyPreviewContract
  | typeof profileContract
  | typeof promisesContract
  | typeof quotesContract
  | typeof readingAidsContract
  | typeof recordContract
  | typeof repliesContract
  | typeof sentencesContract
  | typeof teamsContract
  | typeof todayContract
  | typeof usersContract
  | typeof coachContract
  | typeof timelineContract
  | typeof viewsContract
  | typeof workspacesContract;

type EndpointsOf<C> = C extends unknown ? C[keyof C] : never;
type Served = EndpointsOf<Contracts>;

export type Method = "GET" | "POST" | "PATCH" | "DELETE";
export type PathOf<M extends Method> = Extract<Served, { method: M }>["path"];
type EndpointAt<M extends Method, P extends string> = Extract<Served, { method: M; path: P }>;

/** What an endpoint answers, as JSON: `AnswerAt<"GET", "/today">`. */
export type AnswerAt<M extends Method, P extends string> = AnswerOf<EndpointAt<M, P> & Endpoint>;

/** What goes along: ids of the path, body and query as the contract reads them, and the version that one edits. */
export type SentAt<M extends Method, P extends string> = Params<EndpointAt<M, P>> &
  Part<EndpointAt<M, P>, "body"> &
  Part<EndpointAt<M, P>, "query"> & { version?: number };

/** The argument itself, which may be left out where nothing must be sent. */
export type Args<M extends Method, P extends string> =
  Record<never, never> extends SentAt<M, P> ? [sent?: SentAt<M, P>] : [sent: SentAt<M, P>];

type Params<E extends Endpoint> = [keyof ParamsOf<E>] extends [never] ? unknown : { params: ParamsOf<E> };

type Part<E, Name extends "body" | "query"> =
  E extends Record<Name, infer S extends z.core.$ZodType> ? Given<Name, z.input<S>> : unknown;

type Given<Name extends string, Input> = undefined extends Input
  ? { [_ in Name]?: Input }
  : Record<never, never> extends Input
    ? { [_ in Name]?: Input }
    : { [_ in Name]: Input };
