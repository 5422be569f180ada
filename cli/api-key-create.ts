import { createApiKey } from "#app/members/actions-keys.ts";
import { newKey } from "#app/members/wire-keys.ts";
import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { inNamedWorkspace, readInput, thisInstant } from "./read-input.ts";

const options = {
  workspace: { value: "id", says: "which workspace", must: true },
  member: { value: "id", says: "as whom its holder acts", must: true },
  name: { value: "text", says: "what it is for", must: true },
  scopes: { value: "list", says: "what it may do, such as promises:read,promises:write; all of the member's role" },
  "expires-at": { value: "time", says: "until when, such as 2027-01-01T00:00:00Z" },
} as const;

export const apiKeyCreateCommand = command(
  { name: "api-key create", summary: "Makes an API key of a member and shows it this once", options },
  async (given) => {
    const { name, member_id, scopes, expires_at } = readInput(newKey, {
      name: given.name,
      member_id: given.member,
      scopes: given.scopes?.split(",").map((scope) => scope.trim()),
      expires_at: given["expires-at"],
    });
    const wanted = { memberId: member_id ?? given.member, name, scopes, expiresAt: expires_at };
    const { key, secret } = await withDatabase(({ db }) =>
      inNamedWorkspace(db, given.workspace, (tx) =>
        createApiKey(tx, given.workspace, "machine", wanted, thisInstant()),
      ),
    );
    const words = `API key  ${secret}\nIt may: ${key.scopes.join(", ")}.\nIt is shown only this once: keep it where you keep passwords.`;
    return { json: { id: key.id, member_id: key.memberId, api_key: secret }, words };
  },
);
