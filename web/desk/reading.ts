import { useMemo } from "react";
import { useCell } from "#web/ui/cell.ts";
import { languageOf, localeOf, type Reader } from "#web/ui/reader.ts";
import { session } from "./session.ts";

/** As the member set it, else their workspace, else their browser. */
export function useReaderNow(): Reader {
  const me = useCell(session);
  return useMemo(() => {
    const language = languageOf(me ? (me.member.language ?? me.workspace.language) : navigator.language);
    const timeZone = me?.member.time_zone ?? me?.workspace.time_zone ?? browserZone();
    return { language, locale: localeOf(language, navigator.languages), timeZone };
  }, [me]);
}

/** The zone of the machine that one sits at. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
