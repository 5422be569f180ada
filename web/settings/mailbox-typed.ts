import type { encryptions, SignIn } from "#app/mailboxes/mailbox.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";

export type Mailbox = AnswerAt<"GET", "/mailboxes">["items"][number];
type NewMailbox = NonNullable<SentAt<"POST", "/mailboxes">["body"]>;

/** What stands in the form of a mailbox; its secrets are never shown again, so they begin empty. */
export type Typed = {
  address: string;
  takesPlus: boolean;
  host: string;
  port: string;
  encryption: (typeof encryptions)[number];
  userName: string;
  folder: string;
  signIn: SignIn;
  password: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
};

const blank: Typed = {
  ...{ address: "", host: "", port: "993", userName: "", folder: "INBOX", encryption: "tls", takesPlus: true },
  ...{ signIn: "password", password: "", clientId: "", clientSecret: "", refreshToken: "" },
};

export function typedOf(saved: Mailbox | null): Typed {
  if (!saved) return blank;
  const { address, takes_plus: takesPlus, host, port, encryption, user_name: userName, sign_in: signIn } = saved;
  return {
    ...{ ...blank, address, takesPlus, host: host ?? "", port: String(port ?? blank.port) },
    ...{ encryption: encryption ?? "tls", userName: userName ?? "", folder: saved.folder ?? "" },
    ...{ signIn: signIn ?? "password" },
  };
}

/** Where these providers keep the mail of everybody, so that nobody has to look it up. */
export const providerHosts = { google: "imap.gmail.com", microsoft: "outlook.office365.com" } as const;

const secretsOf = {
  password: ["password"],
  google: ["clientId", "clientSecret", "refreshToken"],
  microsoft: ["clientId", "clientSecret", "refreshToken"],
} as const;

/** The secrets that a way to sign in needs, in the order of the form. */
export function secretsFor(signIn: SignIn): readonly Secret[] {
  return secretsOf[signIn];
}

export type Secret = "password" | "clientId" | "clientSecret" | "refreshToken";

/** What is still missing; a saved one keeps its secrets unless another server, way to sign in or one of them is given. */
export function missingIn(typed: Typed, kind: "imap" | "relay", saved: Mailbox | null) {
  const wanted =
    kind === "relay" ? [] : (["host", ...(isResigned(typed, saved) ? secretsFor(typed.signIn) : [])] as const);
  return (["address", ...wanted] as const).find((name) => typed[name].trim() === "") ?? null;
}

function isResigned(typed: Typed, saved: Mailbox | null): boolean {
  return !keepsSecrets(typed, saved) || secretsFor(typed.signIn).some((name) => typed[name] !== "");
}

/** Are there secrets that open this very server in this way? Another is never shown them. */
export function keepsSecrets({ signIn, host }: Typed, saved: Mailbox | null): boolean {
  return signIn === saved?.sign_in && host.trim().toLowerCase() === saved.host;
}

/** Where customers write to, as the house is told. */
export function whereOf({ address, takesPlus }: Typed) {
  return { address: address.trim(), takes_plus: takesPlus };
}

/** The folder and what opens it, as the house is told; secrets only where they are given anew. */
export function serverOf(typed: Typed, saved: Mailbox | null): Omit<NewMailbox, "address" | "takes_plus" | "team_id"> {
  const { address, host, port, encryption, userName, folder, signIn } = typed;
  return {
    ...{ host: host.trim(), port: Number(port), encryption, folder: folder.trim() || blank.folder },
    // Emptied, it is the address: left out, the one before would stay.
    user_name: userName.trim() || address.trim(),
    ...(isResigned(typed, saved) && { sign_in: signIn, ...secrets(typed) }),
  };
}

function secrets({ signIn, password, clientId, clientSecret, refreshToken }: Typed) {
  if (signIn === "password") return { password };
  return { client_id: clientId.trim(), client_secret: clientSecret.trim(), refresh_token: refreshToken.trim() };
}
