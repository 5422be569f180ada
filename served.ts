import { calendarsApi } from "#app/calendars/api.ts";
import { customersApi } from "#app/customers/api.ts";
import { exportForReader } from "#app/exports/actions-customer.ts";
import { exportsApi } from "#app/exports/api.ts";
import { lettersApi } from "#app/letters/api.ts";
import { membersApi } from "#app/members/api.ts";
import { messagesApi } from "#app/messages/api.ts";
import { promisesApi } from "#app/promises/api.ts";
import { tellingApi } from "#app/promises/api-delays.ts";
import { customerPages } from "#app/promises/portal.ts";
import { recordApi } from "#app/record/api.ts";
import { sentencesApi } from "#app/sentences/api.ts";
import { todayApi } from "#app/today/api.ts";
import { workspacesApi } from "#app/workspaces/api.ts";
import type { Served } from "#engine/http/call.ts";
import type { Pages } from "#engine/http/pages.ts";
import { homePage } from "#portal/home.ts";

/** The staff's doors of every subject, in the order of the ladder; the API's page lists them in it. */
export const served: Served = [
  ...calendarsApi,
  ...membersApi,
  ...workspacesApi,
  ...customersApi,
  ...lettersApi,
  ...messagesApi,
  ...sentencesApi,
  ...promisesApi,
  ...tellingApi,
  ...recordApi,
  ...todayApi,
  ...exportsApi,
];

/** The customer's doors. */
export const pages: Pages[] = [homePage, customerPages(exportForReader)];
