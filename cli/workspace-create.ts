import { createWorkspace } from "#app/workspaces/actions-create.ts";
import { newWorkspace } from "#app/workspaces/wire.ts";
import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { readInput, thisInstant } from "./read-input.ts";
import { readSecret } from "./secret-input.ts";

const options = {
  name: { value: "text", says: "what the business is called", must: true },
  "member-name": { value: "text", says: "who you are: the first member, its proprietor", must: true },
  "member-email": { value: "address", says: "your mail address", must: true },
  "member-password": { value: "text", says: "or TRUEPENNY_MEMBER_PASSWORD, or asked for" },
  "member-password-stdin": { says: "read the password from standard input" },
  "time-zone": { value: "zone", says: "where it is, such as Europe/Berlin", must: true },
  language: { value: "code", says: "en (if not said otherwise) or de" },
  currency: { value: "code", says: "EUR if not said otherwise" },
  trade: { value: "name", says: "begin as a restaurant, contractor, body-shop, agency, software-vendor, online-shop" },
} as const;

export const workspaceCreateCommand = command(
  { name: "workspace create", summary: "Makes a workspace, its first member and their API key", options },
  async (given) => {
    const password = await readSecret({
      flag: given["member-password"],
      isOnStdin: given["member-password-stdin"],
      environment: "TRUEPENNY_MEMBER_PASSWORD",
      question: "Your password (10 characters or more, unseen): ",
    });
    const wanted = readInput(newWorkspace, {
      name: given.name,
      time_zone: given["time-zone"],
      language: given.language,
      currency: given.currency,
      trade: given.trade,
      member_name: given["member-name"],
      member_email: given["member-email"],
      member_password: password,
    });
    const { name, time_zone: timeZone, language, currency, trade } = wanted;
    const member = { name: wanted.member_name, email: wanted.member_email, password: wanted.member_password };
    const made = await withDatabase(({ db }) =>
      createWorkspace(db, { name, timeZone, language, currency, trade, member }, thisInstant()),
    );
    const words = `${name} is there, and ${member.name} is its proprietor.
Workspace  ${made.workspaceId}
Member     ${made.memberId}
API key    ${made.apiKey}
The key is shown only this once: keep it where you keep passwords.`;
    return { json: { workspace_id: made.workspaceId, member_id: made.memberId, api_key: made.apiKey }, words };
  },
);
