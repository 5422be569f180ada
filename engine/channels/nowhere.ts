import type { Mail, Outcome } from "./smtp.ts";

/** The address of a mail server that is none: for houses whose customers live only on paper. */
export const nowhere = "nowhere:";

/** Takes a mail and keeps nothing of it, so that it counts as accepted; only at `gone.example` nobody has a mailbox. */
export function sendNowhere({ to }: Mail): Outcome {
  if (!to.address.endsWith("@gone.example")) return { is: "accepted", response: "250 taken, and sent nowhere" };
  return { is: "never", problem: `The mail server refused ${to.address}: 550 No such mailbox here` };
}
