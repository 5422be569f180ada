import type { FastifyInstance } from "fastify";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { Identity } from "#engine/identity/identity.ts";
import type { House } from "./call.ts";
import { readJson } from "./json.ts";
import { refuseOtherSites } from "./same-site.ts";

/** What a door outside of any workspace is given: it opens its own transactions and answers in JSON. */
export type LobbyContext = {
  db: Database;
  house: House;
  identity: Identity;
  now: () => Instant;
  /** The code that opens the first run of a house that strangers can reach; null where only this machine can. */
  setupCode: string | null;
};

/** Doors for whoever has no key and no session yet. Each asks by itself who may do what, and counts tries. */
export type Lobby = (app: FastifyInstance, context: LobbyContext) => void;

// A name, an address, a password.
const largestBody = 16 * 1024;

export function mountLobby(app: FastifyInstance, options: LobbyContext & { lobby?: Lobby[] }): void {
  const { db, house, identity, now, setupCode, lobby = [] } = options;
  for (const hang of lobby) {
    app.register(async (scope) => {
      readJson(scope, largestBody);
      scope.addHook("onRequest", async (request) => refuseOtherSites(request, house));
      hang(scope, { db, house, identity, now, setupCode });
    });
  }
}
