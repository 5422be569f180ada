// Making a formatter costs a hundred times what using one does, and tens of kilobytes that are given back late: a letter
// with some hundred times in it would stop the house for half a second. A few languages in a few zones are all there is.
const mostKept = 200;

const times = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const units = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();
const plurals = new Map<string, Intl.PluralRules>();

/** Times as `shape` says, which `name` stands for: the same name always means the same shape. */
export function timeFormat(locale: string, timeZone: string, name: string, shape: Intl.DateTimeFormatOptions) {
  return kept(times, `${locale} ${timeZone} ${name}`, () => new Intl.DateTimeFormat(locale, { ...shape, timeZone }));
}

/** "today", "tomorrow"; with `always`, "in 1 day". */
export function relativeFormat(locale: string, numeric: "auto" | "always" = "auto"): Intl.RelativeTimeFormat {
  return kept(relatives, `${locale} ${numeric}`, () => new Intl.RelativeTimeFormat(locale, { numeric }));
}

/** "3 hours". */
export function unitFormat(locale: string, unit: string): Intl.NumberFormat {
  const shape = { style: "unit", unit, unitDisplay: "long" } as const;
  return kept(units, `${locale} ${unit}`, () => new Intl.NumberFormat(locale, shape));
}

/** "Ana and Ben". */
export function listFormat(locale: string): Intl.ListFormat {
  return kept(lists, locale, () => new Intl.ListFormat(locale));
}

/** Which form of a sentence a number takes. */
export function pluralRules(locale: string): Intl.PluralRules {
  return kept(plurals, locale, () => new Intl.PluralRules(locale));
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key);
  if (known) return known;
  if (all.size >= mostKept) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}
