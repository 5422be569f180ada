import { join } from "node:path";
import { arrivalsApi } from "#app/arrivals/api.ts";
import { relayDoor } from "#app/arrivals/api-relay.ts";
import { textsDoor } from "#app/arrivals/api-texts.ts";
import { formDoor } from "#app/arrivals/portal-form.ts";
import { calendarsApi } from "#app/calendars/api.ts";
import { casesApi } from "#app/cases/api.ts";
import { byHandApi } from "#app/cases/api-by-hand.ts";
import { causesApi } from "#app/cases/api-causes.ts";
import { casesAnnex } from "#app/cases/portal.ts";
import { customersApi } from "#app/customers/api.ts";
import { exportForReader } from "#app/exports/actions-customer.ts";
import { exportsApi } from "#app/exports/api.ts";
import { formsApi } from "#app/forms/api.ts";
import { invitationsApi } from "#app/invitations/api.ts";
import { invitationDoors } from "#app/invitations/api-lobby.ts";
import { lettersApi } from "#app/letters/api.ts";
import { repliesApi } from "#app/letters/api-replies.ts";
import { mailboxesApi } from "#app/mailboxes/api.ts";
import { membersApi } from "#app/members/api.ts";
import { messagesApi } from "#app/messages/api.ts";
import { attachmentsApi } from "#app/messages/api-attachments.ts";
import { numbersApi } from "#app/numbers/api.ts";
import { promisesApi } from "#app/promises/api.ts";
import { tellingApi } from "#app/promises/api-delays.ts";
import { policyPreviewApi } from "#app/promises/api-policy-preview.ts";
import { timelineApi } from "#app/promises/api-timeline.ts";
import { customerPages } from "#app/promises/portal.ts";
import { agendaPages } from "#app/promises/portal-agenda.ts";
import { quotesApi } from "#app/quotes/api.ts";
import { recordApi } from "#app/record/api.ts";
import { sentencesApi } from "#app/sentences/api.ts";
import { todayApi } from "#app/today/api.ts";
import { usersApi } from "#app/users/api.ts";
import { firstRunDoors } from "#app/users/api-first-run.ts";
import { workspacesApi } from "#app/workspaces/api.ts";
import type { Served } from "#engine/http/call.ts";
import type { Lobby } from "#engine/http/lobby.ts";
import type { Pages } from "#engine/http/pages.ts";
import { staffApp } from "#engine/http/staff-app.ts";
import { screens } from "#web/screens.ts";

/** The staff's doors of every subject, in the order of the ladder; the API's page lists them in it. */
export const served: Served = [
  ...calendarsApi,
  ...membersApi,
  ...workspacesApi,
  ...customersApi,
  ...mailboxesApi,
  ...numbersApi,
  ...formsApi,
  ...lettersApi,
  ...repliesApi,
  ...messagesApi,
  ...attachmentsApi,
  ...usersApi,
  ...invitationsApi,
  ...quotesApi,
  ...sentencesApi,
  ...promisesApi,
  ...tellingApi,
  ...timelineApi,
  ...policyPreviewApi,
  ...arrivalsApi,
  ...casesApi,
  ...byHandApi,
  ...causesApi,
  ...recordApi,
  ...todayApi,
  ...exportsApi,
];

/** The doors of whoever is not in yet. */
export const lobby: Lobby[] = [firstRunDoors, invitationDoors];

/** The staff's app as it was built, and the customer's doors. */
export const pages: Pages[] = [
  staffApp(join(import.meta.dirname, ".runtime/web"), screens),
  customerPages(exportForReader, casesAnnex),
  agendaPages,
  relayDoor,
  textsDoor,
  formDoor,
];
