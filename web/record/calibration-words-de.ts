import type { Part } from "./calibration.ts";
import type { en } from "./calibration-words-en.ts";

const parts: Record<Part, string> = {
  tenth: "um ein Zehntel",
  fifth: "um ein Fünftel",
  quarter: "um ein Viertel",
  third: "um ein Drittel",
  half: "um die Hälfte",
};

export const de: typeof en = {
  title: "Wie gut unsere Aussichten sind",
  lead: "Die Aussicht, die beim Notieren genannt wurde, und was davon gehalten wurde. Die letzten zwölf Monate.",
  ourWord: "Unser Wort",
  kind: "Von welcher Art",
  allKinds: "Alle Arten",
  of: (count, of) => `${count} von ${of}`,
  kept: "gehalten bis zur zuerst genannten Zeit",
  stated: "zu halten, nach der genannten Aussicht",
  advised: (share) => `getan bis zur Zeit, die für ${share} von 100 geraten war`,
  chance: (isWithin) =>
    isWithin === null
      ? "Noch zu wenige, um die Aussichten daran zu messen."
      : isWithin
        ? "Was dazwischen liegt, ist nicht mehr als Zufall."
        : "Was dazwischen liegt, ist mehr als Zufall.",
  widened: (widened) => {
    if (!widened) return "Die Zeiten werden so genannt, wie die Arbeit selbst es sagt.";
    const by = typeof widened.by === "number" ? `um ${widened.by} %` : parts[widened.by];
    return widened.how === "longer"
      ? `Die Zeiten sind nun ${by} länger, weil frühere zu kurz waren.`
      : `Die Zeiten sind nun ${by} kürzer, weil frühere zu lang waren.`;
  },
  pending: (count) => (count === 1 ? "Eines ist noch nicht fällig." : `${count} sind noch nicht fällig.`),
  byOdds: "Nach der genannten Aussicht",
  band: (from, to) => (from === 0 ? `unter ${to} von 100` : `${from} bis ${to} von 100`),
  outside: "mehr als Zufall",
  key: "Die dunkle Linie ist, was genannt wurde, das breite Band, wo der Zufall es lassen kann (99 von 100 Malen), die Marke, was gehalten wurde.",
  overMonths: "Monat für Monat",
  overMonthsSaid:
    "Die Linie ist der gehaltene Anteil nach dem Monat des Versprechens; das Band, wo der Zufall das Genannte ließe.",
  month: "Monat",
  pendingHead: "Noch nicht fällig",
  took: "Wie lange so etwas dauerte",
  empty: "Noch wurde keine Aussicht an etwas gemessen.",
  emptyLead: (pending) =>
    pending > 0
      ? `${pending === 1 ? "Ein Versprechen mit Aussicht ist" : `${pending} Versprechen mit Aussicht sind`} noch nicht fällig. Dann steht hier, ob die Aussichten wahr waren.`
      : "Eine Aussicht wird genannt, sobald zwanzig Versprechen einer Art getan sind. Sind solche fällig geworden, steht hier, ob die Aussichten wahr waren.",
};
