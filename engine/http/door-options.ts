import type { Logger } from "pino";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { House, Served } from "./call.ts";
import type { Authenticate } from "./credentials.ts";
import type { Limits } from "./limits.ts";
import type { Pages } from "./pages.ts";

/** What the doors are hung with: main.ts and tests fill it in. */
export type DoorOptions = {
  db: Database;
  house: House;
  /** The endpoints of every subject. */
  served: Served;
  /** Whole pages, such as the customer's. */
  pages?: Pages[];
  authenticate: Authenticate;
  now: () => Instant;
  log: Logger;
  limits?: Partial<Limits>;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. */
  trustedProxies?: string[];
  metricsToken?: string | undefined;
  /** So long /readyz says no before the doors close. */
  drainSeconds?: number;
};
