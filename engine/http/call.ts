import type { AnswerOf, BodyOf, Contract, Endpoint, ParamsOf, QueryOf, Scope } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Identity } from "#engine/identity/identity.ts";
import type { Session } from "#engine/identity/sessions.ts";

/** The member who acts, as the key or session that opened the door says. */
export type Actor = {
  workspaceId: string;
  memberId: string;
  name: string;
  role: "proprietor" | "admin" | "manager" | "member" | "viewer";
  /** The key or session itself: idempotency keys are remembered per actor. */
  credentialId: string;
  scopes: readonly Scope[];
};

/** What every door knows of the house it is in. `secret` derives links and passwords and is never shown. */
export type House = {
  publicUrl: string;
  secret: string;
  /** Of the operator's own networks those in which a workspace may have its mail server. */
  privateNetworks?: readonly string[];
  /** The operator's own mail server, for workspaces that have none. */
  smtpUrl?: string | null;
};

/** One call of an endpoint: checked input, an open transaction in the member's workspace, and the time it is. */
export type Call<E extends Endpoint> = {
  tx: Tx;
  /** In a transaction of its own after this one, for what is read while the answer is already being sent. */
  readLater: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  member: Actor;
  now: Instant;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The version named by If-Match, null without one. */
  version: number | null;
  house: House;
  /** The browser's session through which they came; null for a key. */
  session: Session | null;
  identity: Identity;
};

type Handlers<C extends Contract> = { [Verb in keyof C]: (call: Call<C[Verb]>) => Promise<AnswerOf<C[Verb]>> };

/** A subject's endpoints with what serves each; a missing handler is a type error. */
export type Served = { endpoint: Endpoint; handle: (call: Call<Endpoint>) => Promise<unknown> }[];

export function serve<C extends Contract>(contract: C, handlers: Handlers<C>): Served {
  return Object.entries(contract).map(([verb, endpoint]) => ({
    endpoint,
    handle: handlers[verb as keyof C] as unknown as Served[number]["handle"],
  }));
}
