import { createTransport } from "nodemailer";
import { codeOf } from "#engine/http/door-problem.ts";
import { type Finding, well, wrong } from "./finding.ts";

const patienceMs = 10_000;

/** Calls on the mail server as far as signing in; no mail is sent. Names its host and never what signs in. */
export async function checkMail(smtpUrl: string | undefined): Promise<Finding> {
  if (smtpUrl === undefined) {
    return well("mail server", "SMTP_URL is not set: only workspaces with a mail server of their own send.");
  }
  const host = URL.parse(smtpUrl)?.host;
  const todo = "Look at SMTP_URL, like smtp://user:password@mail.example.com:587, and at the server itself.";
  if (!host) return wrong("mail server", "SMTP_URL is no address of a mail server.", todo);
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = createTransport({ url: smtpUrl, dnsTimeout: patienceMs, ...timeouts });
  try {
    await transport.verify();
    return well("mail server", `${host} answers and lets us in.`);
  } catch (problem) {
    if (codeOf(problem) === "EAUTH") return wrong("mail server", `${host} refuses our sign-in.`, todo);
    return wrong("mail server", `${host} cannot be reached (${codeOf(problem) || "no answer"}).`, todo);
  } finally {
    transport.close();
  }
}
