import type { ImapFolder } from "./imap.ts";
import { OutOfReach } from "./reach.ts";
import { isAboutTrust, oneLine, outOfReach } from "./smtp.ts";

/** How far we came: the name is known, a line stands, it is safe, we are let in, the folder is there. */
export type ImapStep = "name" | "connection" | "encryption" | "sign_in" | "folder";
export type ImapTrouble = { step: ImapStep; says: string };

type Problem = Error & {
  code?: string;
  authenticationFailed?: boolean;
  responseStatus?: string;
  responseText?: string;
  oauthRefused?: boolean;
};

/**
 * What is wrong, in a sentence for a person. Words of the server are repeated only once we are let in: what answers before
 * that may be no mail server, and is nobody's to read.
 */
export function imapTrouble(
  problem: unknown,
  { host, port, folder }: Pick<ImapFolder, "host" | "port" | "folder">,
): ImapTrouble {
  const { code = "", message, authenticationFailed, responseStatus, responseText, oauthRefused } = problem as Problem;
  const at = `${host}:${port}`;
  const trouble = (step: ImapStep, says: string): ImapTrouble => ({ step, says });
  if (problem instanceof OutOfReach) return trouble("connection", outOfReach);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return trouble("name", `No server of the name ${host} is known. Look for a typing error.`);
  }
  if (oauthRefused) {
    return trouble("sign_in", "The sign-in was not renewed: grant it again, and enter the new refresh token here.");
  }
  if (authenticationFailed) {
    const hint = "Look at user and password; many providers want a password made for programs.";
    return trouble("sign_in", `${at} does not let us in. ${hint}`);
  }
  if (isAboutTrust.test(code) || /certificate|STARTTLS|TLS|SSL|altnames/i.test(message)) {
    const hint = "Use port 993 with tls or port 143 with starttls, and look at its certificate.";
    return trouble("encryption", `${at} offers no safe line that we can trust. ${hint}`);
  }
  if (responseStatus === "NO" || responseStatus === "BAD") {
    const said = responseText ? ` It says: ${oneLine(responseText).slice(0, 200)}` : "";
    return trouble("folder", `The folder ${folder} cannot be read.${said}`);
  }
  if (code === "ECONNREFUSED") {
    return trouble("connection", `Nothing answers at ${at}. Look at the port: 993 is usual, or 143 with starttls.`);
  }
  return trouble("connection", `${at} cannot be reached, or it cut the line.`);
}
