import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";

/** What the form holds: every field as it is typed, empty for what is not set. */
export type AboutMe = {
  name: string;
  language: "own" | "en" | "de";
  timeZone: string;
  quietFrom: string;
  quietUntil: string;
};

type Member = AnswerAt<"GET", "/members/:id">;
type Change = NonNullable<SentAt<"PATCH", "/members/:id">["body"]>;

/** A member as the form shows them. */
export function typedOf(
  member: Pick<Member, "name" | "language" | "time_zone" | "quiet_from" | "quiet_until">,
): AboutMe {
  const { name, language, time_zone, quiet_from, quiet_until } = member;
  return {
    name,
    language: language === null ? "own" : language.startsWith("de") ? "de" : "en",
    timeZone: time_zone ?? "",
    quietFrom: quiet_from ?? "",
    quietUntil: quiet_until ?? "",
  };
}

/** Only what was changed goes to the house; null when nothing was. */
export function changeOf(saved: AboutMe, typed: AboutMe): Change | null {
  const change: Change = {
    ...(typed.name !== saved.name && { name: typed.name }),
    ...(typed.language !== saved.language && { language: typed.language === "own" ? null : typed.language }),
    ...(typed.timeZone !== saved.timeZone && { time_zone: typed.timeZone.trim() || null }),
    ...(typed.quietFrom !== saved.quietFrom && { quiet_from: typed.quietFrom || null }),
    ...(typed.quietUntil !== saved.quietUntil && { quiet_until: typed.quietUntil || null }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
