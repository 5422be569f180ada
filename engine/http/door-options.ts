import type { Logger } from "pino";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { Identity } from "#engine/identity/identity.ts";
import type { House, Served } from "./call.ts";
import type { Authenticate, Recognise } from "./credentials.ts";
import type { Limits } from "./limits.ts";
import type { Lobby } from "./lobby.ts";
import type { Pages } from "./pages.ts";

/** What the doors are hung with: main.ts and tests fill it in. */
export type DoorOptions = {
  db: Database;
  house: House;
  /** The endpoints of every subject. */
  served: Served;
  /** Doors for whoever has neither key nor session yet, such as an invitation's. */
  lobby?: Lobby[];
  setupCode: string | null;
  /** Whole pages, such as the customer's. */
  pages?: Pages[];
  authenticate: Authenticate;
  recognise: Recognise;
  identity: Identity;
  now: () => Instant;
  log: Logger;
  limits?: Partial<Limits>;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. */
  trustedProxies?: string[];
  metricsToken?: string | undefined;
  /** So long /readyz says no before the doors close. */
  drainSeconds?: number;
};
