import { lookup } from "node:dns/promises";
import { OutOfReach, type Reach } from "./reach.ts";
import { isAboutTrust, lineTo, type Mail, oneLine, outOfReach, type SmtpProblem, written } from "./smtp.ts";

/** How far a trial came: the name is known, a line stands, it is safe, we are let in, the mail is taken. */
type TrialStep = "name" | "connection" | "encryption" | "sign_in" | "sender" | "recipient" | "mail" | "taken";

/** `taken` is well; any other step is where it stopped, and `says` is what is wrong and what to do. */
export type Trial = { step: TrialStep; says: string };

// Somebody waits before a screen.
const timeouts = { connectSeconds: 5, greetSeconds: 5, silenceSeconds: 8, wholeSeconds: 20 };

/**
 * Tries a mail server now, as far as a mail that it takes. Words of the server are repeated only where they answer a
 * sender, a recipient or a mail: what answers before that may be no mail server, and is nobody's to read.
 */
export async function tryMailServer(url: string, reach: Reach, mail: Mail): Promise<Trial> {
  const { hostname, host } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, "");
  if ((await lookup(name).catch(() => null)) === null) {
    return { step: "name", says: `No server of the name ${hostname} is known. Look for a typing error.` };
  }
  const line = await lineTo({ url, reach, timeouts });
  try {
    await line.sendMail(written(mail));
    return { step: "taken", says: `${host} took the mail. It should be in your inbox in a minute.` };
  } catch (problem) {
    return whatStopped(problem as SmtpProblem, host, mail);
  } finally {
    line.close();
  }
}

function whatStopped(problem: SmtpProblem, host: string, { from, to }: Mail): Trial {
  const { code, originalCode, command, response } = problem;
  const said = response ? ` It says: ${oneLine(response).slice(0, 200)}` : "";
  const stopped = (step: TrialStep, says: string): Trial => ({ step, says });
  if (problem instanceof OutOfReach) return stopped("connection", outOfReach);
  if (code === "EAUTH") {
    const hint = "Look at user and password; many providers want a password made for programs.";
    return stopped("sign_in", `${host} does not let us in. ${hint}`);
  }
  if (code === "ETLS" || isAboutTrust.test(originalCode ?? code ?? "")) {
    const hint = "Use smtps:// for port 465 and smtp:// for port 587, and look at its certificate.";
    return stopped("encryption", `${host} offers no safe line that we can trust. ${hint}`);
  }
  if (command === "MAIL FROM") return stopped("sender", `${host} does not let us write from ${from.address}.${said}`);
  if (command === "RCPT TO") return stopped("recipient", `${host} takes no mail for ${to.address}.${said}`);
  if (command === "DATA" || code === "EMESSAGE") return stopped("mail", `${host} did not take the mail.${said}`);
  if (originalCode === "ECONNREFUSED" || code === "ECONNREFUSED") {
    return stopped("connection", `Nothing answers at ${host}. Look at the port: 587 is usual, or 465 with smtps://.`);
  }
  const hint = "Look at the port, and whether a firewall is in the way.";
  return stopped("connection", `${host} did not answer as a mail server does within some seconds. ${hint}`);
}
