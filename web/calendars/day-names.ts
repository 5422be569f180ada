import { useMemo } from "react";
import { useReader } from "#web/ui/reader.ts";

/** The days of the week by their names, from Monday on. */
export function useDayNames(): readonly string[] {
  const { locale } = useReader();
  return useMemo(() => {
    const { format } = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
    // 1 January 2024 was a Monday.
    return [1, 2, 3, 4, 5, 6, 7].map((day) => format(Date.UTC(2024, 0, day)));
  }, [locale]);
}

/** "Thu, 24 Dec 2026": a date of a calendar, which is the same on every clock. */
export function useDateSaid(): (on: string) => string {
  const { locale } = useReader();
  return useMemo(() => {
    const shape = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
    const { format } = new Intl.DateTimeFormat(locale, shape);
    return (on) => format(Date.parse(on));
  }, [locale]);
}
