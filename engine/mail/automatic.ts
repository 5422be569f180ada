/**
 * A mail that no person sat down to write (RFC 3834): an answer by a machine ("I am on holiday"), a list, a machine's
 * own mail, or a report that one of ours did not arrive. None of them is answered by a machine.
 */
export type Automatic = "reply" | "list" | "generated" | "bounce";

type Header = { key: string; value: string };

const answeringMachines = ["x-autoreply", "x-autorespond", "x-autoresponse", "x-autoreply-from", "x-mail-autoreply"];
const lists = ["list-id", "list-unsubscribe", "list-post", "list-help", "x-mailing-list", "x-mailman-version"];
const answeringWords =
  /^(?:(?:automatic|auto)[ -]?(?:reply|response)|out of (?:the )?office|autoreply|automatische antwort|abwesenheits?(?:notiz|nachricht|meldung)|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina)\b/i;

export function automaticOf(headers: readonly Header[], from: string | null, isReport: boolean): Automatic | null {
  const saidIn = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const has = (names: string[]) => headers.some(({ key }) => names.includes(key));
  const submitted = saidIn("auto-submitted")?.split(/[\s;(]/)[0];
  const precedence = saidIn("precedence");
  const isDaemon = /^(?:mailer-daemon|postmaster)@/.test(from ?? "");
  const hasNoWayBack = saidIn("return-path")?.replace(/\s/g, "") === "<>";
  if (isReport || (isDaemon && hasNoWayBack)) return "bounce";
  if (submitted === "auto-replied" || has(answeringMachines) || precedence === "auto_reply") return "reply";
  if (answeringWords.test(saidIn("subject") ?? "") && (submitted || hasNoWayBack || has(["x-auto-response-suppress"])))
    return "reply";
  if (has(lists) || precedence === "list") return "list";
  if (precedence === "bulk" || precedence === "junk") return "generated";
  if ((submitted && submitted !== "no") || hasNoWayBack || isDaemon) return "generated";
  return /\b(?:all|oof|autoreply)\b/.test(saidIn("x-auto-response-suppress") ?? "") ? "generated" : null;
}
