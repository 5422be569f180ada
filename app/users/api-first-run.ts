import { createFirstWorkspace } from "#app/workspaces/actions-create.ts";
import { hasWorkspaces } from "#app/workspaces/store.ts";
import { tradesForStaff } from "#app/workspaces/wire.ts";
import { forbidden, invalid, Refusal } from "#base/refusal.ts";
import { hashSecret, isSecret } from "#base/token.ts";
import { readBody } from "#engine/http/input.ts";
import type { Lobby } from "#engine/http/lobby.ts";
import { signIn } from "#engine/identity/doors.ts";
import { demandTry } from "#engine/identity/tries.ts";
import { firstRun } from "./wire-first-run.ts";

const limit = { most: 10, perSeconds: 600 };

/** A house in which nobody lives yet asks for its first business, and lets in whoever sets it up. */
export const firstRunDoors: Lobby = (app, { db, house, identity, now, setupCode }) => {
  app.get("/api/first-run", async () => {
    const needed = !(await hasWorkspaces(db));
    const ways = { password: true, passkey: true, oidc: identity.hasOidc };
    return { needed, needs_code: needed && setupCode !== null, trades: tradesForStaff().items, ways };
  });

  app.post("/api/first-run", async (request, reply) => {
    await demandTry(identity.auth, `first run ${request.ip}`, limit, now());
    const { password, member_email: email, setup_code, ...given } = readBody(firstRun, request.body);
    demandCode(setupCode, setup_code);
    const { business_name: name, time_zone: timeZone, member_name, ...rest } = given;
    const wanted = { ...rest, name, timeZone, member: { name: member_name, email, password } };
    const { workspaceId, memberId } = await createFirstWorkspace(db, wanted, now()).catch(inOurWords);
    const { cookies } = await signIn({ identity, house }, request, { email, password });
    for (const cookie of cookies) reply.header("set-cookie", cookie);
    return reply.code(201).send({ workspace_id: workspaceId, member_id: memberId });
  });
};

/** Whoever stands at the door was asked for a country. */
function inOurWords(problem: unknown): never {
  if (!(problem instanceof Refusal) || problem.field !== "holiday_region") throw problem;
  throw invalid(problem.code, problem.message, "country");
}

function demandCode(code: string | null, given = ""): void {
  const plain = (text: string) => text.replace(/[^a-z0-9]/gi, "").toLowerCase();
  if (code === null || isSecret(plain(given), hashSecret(plain(code)))) return;
  const sentence =
    "This code is not the one that the house wrote to its log when it started. Look there, then try again.";
  throw forbidden("setup_code_wrong", sentence);
}
