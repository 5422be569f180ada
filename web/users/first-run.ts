import type { AnswerAt } from "#web/desk/contracts.ts";
import { type Language, validLocales } from "#web/ui/reader.ts";

/** What the house says of itself before anybody lives in it. */
export type Beginning = { needed: boolean; needs_code: boolean; trades: AnswerAt<"GET", "/trades">["items"] };

/** What the first page asks, as it is typed; the password is kept nowhere else. */
export type FirstRun = {
  business: string;
  trade: string;
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  country: string;
  currency: string;
  code: string;
};

/** What a browser says of the place it is in: its language, zone and country, and what one pays with there. */
export function guessed(language: Language, locales: readonly string[], timeZone: string): FirstRun {
  const [country = ""] = validLocales(locales).flatMap((tag) => new Intl.Locale(tag).region ?? []);
  const currency = currencies[country] ?? "EUR";
  return { business: "", trade: "", name: "", email: "", language, timeZone, country, currency, code: "" };
}

/** The form as the house takes it. What is empty is left to the house. */
export function sentOf(typed: FirstRun, password: string) {
  const { business, trade, name, email, language, timeZone, country, currency, code } = typed;
  return {
    business_name: business,
    member_name: name,
    member_email: email.trim(),
    password,
    language,
    time_zone: timeZone.trim(),
    currency: currency.trim().toUpperCase(),
    ...(country.trim() && { country: country.trim().toUpperCase() }),
    ...(trade && { trade }),
    ...(code && { setup_code: code }),
  };
}

const currencies: Record<string, string> = {
  AU: "AUD",
  CA: "CAD",
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HU: "HUF",
  IN: "INR",
  JP: "JPY",
  LI: "CHF",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  SE: "SEK",
  US: "USD",
};
