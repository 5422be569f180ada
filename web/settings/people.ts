import type { AnswerAt } from "#web/desk/contracts.ts";

/** Who works here, as the settings show them. */
export type People = AnswerAt<"GET", "/members">["items"];
export type Member = People[number];
