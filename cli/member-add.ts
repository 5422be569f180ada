import { addMember } from "#app/members/actions.ts";
import { userFor } from "#app/members/actions-users.ts";
import { newMember } from "#app/members/wire.ts";
import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { inNamedWorkspace, readInput, thisInstant } from "./read-input.ts";
import { readSecret } from "./secret-input.ts";

const options = {
  workspace: { value: "id", says: "which workspace", must: true },
  name: { value: "text", says: "who they are", must: true },
  email: { value: "address", says: "their mail address", must: true },
  role: { value: "role", says: "proprietor, admin, manager, member or viewer", must: true },
  language: { value: "code", says: "in which they are written to; the workspace's if not said otherwise" },
  "time-zone": { value: "zone", says: "where they are; the workspace's if not said otherwise" },
  password: { value: "text", says: "or TRUEPENNY_MEMBER_PASSWORD, or asked for; empty for none" },
  "password-stdin": { says: "read the password from standard input" },
} as const;

export const memberAddCommand = command(
  { name: "member add", summary: "Adds a member to a workspace", options },
  async (given) => {
    const password = await readSecret({
      flag: given.password,
      isOnStdin: given["password-stdin"],
      environment: "TRUEPENNY_MEMBER_PASSWORD",
      question: "Their password (10 characters or more, unseen; empty for none yet): ",
    });
    const { name, email, role, language, time_zone } = readInput(newMember, {
      name: given.name,
      email: given.email,
      role: given.role,
      language: given.language,
      time_zone: given["time-zone"],
    });
    const now = thisInstant();
    const member = await withDatabase(({ db }) =>
      inNamedWorkspace(db, given.workspace, async (tx) => {
        const userId = await userFor(db.auth, { name, email, password }, "machine", now);
        const wanted = { name, email, role, userId, language: language ?? null, timeZone: time_zone ?? null };
        return addMember(tx, given.workspace, "machine", wanted, now);
      }),
    );
    return {
      json: { workspace_id: given.workspace, member_id: member.id },
      words: `${member.name} is a ${member.role} now.\nMember  ${member.id}`,
    };
  },
);
