import { type OpenBlock, type Weekday, weekdays } from "#base/calendar.ts";
import { invalid } from "#base/refusal.ts";
import type { Policy } from "./policy.ts";

/** What a new workspace may start from: how businesses of one trade work, before it says how it does itself. */
export type Trade = {
  name: string;
  /** How its title and its people speak, by language. */
  wording: Record<"en" | "de", Wording>;
  week: readonly OpenBlock[];
  policy: Partial<Policy>;
};

/** The word for a customer, and promises as they are made in the trade, to show in empty fields. */
export type Wording = { title: string; customer: string; examples: readonly string[] };

/** The template of this name. Refuses `unknown_trade`. */
export function tradeNamed(name: string): Trade {
  const trade = trades.find((candidate) => candidate.name === name);
  if (trade) return trade;
  const known = trades.map((candidate) => candidate.name).join(", ");
  throw invalid("unknown_trade", `There is no trade template of this name. There are: ${known}.`, "trade");
}

export const trades: readonly Trade[] = [
  {
    name: "restaurant",
    wording: {
      en: { title: "Restaurant", customer: "guest", examples: ["Your table by the window is ready at 20:15"] },
      de: { title: "Restaurant", customer: "Gast", examples: ["Ihr Tisch am Fenster ist um 20:15 Uhr frei"] },
    },
    week: [...open([2, 3, 4, 5, 6, 7], "11:30", "14:30"), ...open([2, 3, 4, 5, 6, 7], "17:30", "23:00")],
    // Minutes count here, also while the kitchen is closed; nobody bundles rings about a table.
    policy: { estimateIn: "clock", ringBundleSeconds: 60, kinds: ["table_ready", "reservation", "allergy_answer"] },
  },
  {
    name: "contractor",
    wording: {
      en: { title: "Contractor", customer: "client", examples: ["Plumber at your door on Friday between 8 and 10"] },
      de: { title: "Handwerk", customer: "Kunde", examples: ["Installateur am Freitag zwischen 8 und 10 bei Ihnen"] },
    },
    week: [...open(workdays(), "07:00", "12:00"), ...open(workdays(), "12:45", "16:30")],
    policy: { ringLeadMaxWorkingDays: 3, verdictWithinDays: 60, kinds: ["materials_ordered", "inspection"] },
  },
  {
    name: "body-shop",
    wording: {
      en: { title: "Body shop", customer: "customer", examples: ["Car repaired and washed by Thursday 5pm"] },
      de: {
        title: "Karosseriewerkstatt",
        customer: "Kunde",
        examples: ["Auto repariert und gewaschen bis Do. 17 Uhr"],
      },
    },
    week: [...open(workdays(), "07:30", "17:30"), ...open([6], "09:00", "12:00")],
    policy: { kinds: ["repair_ready", "parts_arrived", "insurer_answer", "loan_car"] },
  },
  {
    name: "agency",
    wording: {
      en: { title: "Agency", customer: "client", examples: ["First draft of the campaign by Tuesday noon"] },
      de: { title: "Agentur", customer: "Kunde", examples: ["Erster Entwurf der Kampagne bis Dienstagmittag"] },
    },
    week: open(workdays(), "09:00", "18:00"),
    policy: { kinds: ["draft", "revision", "report"] },
  },
  {
    name: "software-vendor",
    wording: {
      en: { title: "Software vendor", customer: "customer", examples: ["Fix for the export in Monday's release"] },
      de: { title: "Softwarehaus", customer: "Kunde", examples: ["Korrektur des Exports mit der Version am Montag"] },
    },
    week: open(workdays(), "09:00", "17:00"),
    policy: { verdictWithinDays: 45, kinds: ["release", "workaround", "security_answer"] },
  },
  {
    name: "online-shop",
    wording: {
      en: { title: "Online shop", customer: "customer", examples: ["Replacement parcel handed to the carrier today"] },
      de: { title: "Onlineshop", customer: "Kunde", examples: ["Ersatzpaket geht heute an den Zusteller"] },
    },
    week: [...open(workdays(), "08:00", "18:00"), ...open([6], "09:00", "13:00")],
    policy: { kinds: ["parcel_handed_over", "refund", "return_checked"] },
  },
];

function workdays(): readonly Weekday[] {
  return weekdays.slice(0, 5);
}

function open(on: readonly Weekday[], from: string, to: string): OpenBlock[] {
  return on.map((weekday) => ({ weekday, from, to }));
}
