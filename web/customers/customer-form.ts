import type { CustomerKind } from "#app/customers/customer.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import { wordsIn } from "./filters.ts";

type Customer = AnswerAt<"GET", "/customers/:id">;
type Change = NonNullable<SentAt<"PATCH", "/customers/:id">["body"]>;

/** The form of a customer, every field as it is typed. */
export type Typed = {
  name: string;
  kind: CustomerKind;
  language: string;
  timeZone: string;
  tier: string;
  tags: string;
  ownerId: string;
  whyUs: string;
  isStandIn: boolean;
};

export function typedOf(customer: Customer): Typed {
  return {
    name: customer.name,
    kind: customer.kind,
    language: customer.language ?? "",
    timeZone: customer.time_zone ?? "",
    tier: customer.tier ?? "",
    tags: customer.tags.join(", "),
    ownerId: customer.account_owner_id ?? "",
    whyUs: customer.why_us ?? "",
    isStandIn: customer.is_stand_in,
  };
}

/** Only what was changed goes to the house; null when nothing was. */
export function changeOf(saved: Typed, typed: Typed): Change | null {
  const differs = (name: keyof Typed) => saved[name] !== typed[name];
  const change: Change = {
    ...(differs("name") && { name: typed.name.trim() }),
    ...(differs("kind") && { kind: typed.kind }),
    ...(differs("language") && { language: typed.language.trim() || null }),
    ...(differs("timeZone") && { time_zone: typed.timeZone.trim() || null }),
    ...(differs("tier") && { tier: typed.tier.trim() || null }),
    ...(differs("tags") && { tags: wordsIn(typed.tags) }),
    ...(differs("ownerId") && { account_owner_id: typed.ownerId || null }),
    ...(differs("whyUs") && { why_us: typed.whyUs.trim() || null }),
    ...(differs("isStandIn") && { is_stand_in: typed.isStandIn }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
