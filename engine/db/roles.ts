import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import type { Connection, Connections } from "./database.ts";
import { pg } from "./types.ts";

export const roles = ["truepenny_app", "truepenny_clock", "truepenny_auth"] as const;

/** The password of a login role, derived from the house's key so that every process knows it and nobody stores it. */
export function rolePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
}

/** How each role enters by the owner's door. */
export function roleConnections(
  owner: Connection,
  secret: string,
): Required<Pick<Connections, "app" | "clock" | "auth">> {
  const as = (user: (typeof roles)[number]) => ({ ...owner, user, password: rolePassword(secret, user) });
  return { app: as("truepenny_app"), clock: as("truepenny_clock"), auth: as("truepenny_auth") };
}

/** Makes the login roles, and gives them this house's passwords where they do not open yet. */
export async function ensureRoles(owner: pg.Client, connection: Connection, secret: string): Promise<void> {
  for (const role of roles) {
    const password = rolePassword(secret, role);
    const { rows } = await owner.query("select 1 from pg_roles where rolname = $1", [role]);
    if (rows.length > 0 && (await opens({ ...connection, user: role, password }))) continue;
    const verb = rows.length > 0 ? "alter" : "create";
    await owner.query(`${verb} role ${role} login password '${verifierOf(password)}'`);
    // Our statements are many and short: compiling one costs more than running it.
    await owner.query(`alter role ${role} set jit = off`);
    // better-auth names its tables without their schema.
    if (role === "truepenny_auth") await owner.query(`alter role ${role} set search_path = auth`);
  }
}

async function opens(connection: Connection): Promise<boolean> {
  const client = new pg.Client(connection);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

/**
 * What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803), made here so that the password itself is never part of
 * a statement, which a server may log.
 */
function verifierOf(password: string): string {
  const rounds = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyed = (name: string) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(keyed("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${keyed("Server Key").toString("base64")}`;
}
