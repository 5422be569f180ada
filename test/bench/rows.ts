import { alarms } from "#test/bench/rows/alarms.ts";
import { caseList, caseOpen } from "#test/bench/rows/cases.ts";
import { fullExport } from "#test/bench/rows/export.ts";
import { firstLoad } from "#test/bench/rows/first-load.ts";
import { interaction } from "#test/bench/rows/interaction.ts";
import { mailIn } from "#test/bench/rows/mail-in.ts";
import { memory } from "#test/bench/rows/memory.ts";
import { page } from "#test/bench/rows/page.ts";
import { quotes } from "#test/bench/rows/quotes.ts";
import { read } from "#test/bench/rows/read.ts";
import { record } from "#test/bench/rows/record.ts";
import { rings } from "#test/bench/rows/rings.ts";
import { search } from "#test/bench/rows/search.ts";
import { sentences } from "#test/bench/rows/sentences.ts";
import { start } from "#test/bench/rows/start.ts";
import { today } from "#test/bench/rows/today.ts";
import { todayFlat } from "#test/bench/rows/today-flat.ts";
import { urgent } from "#test/bench/rows/urgent.ts";
import type { Row } from "./row.ts";

/** In this order: memory comes after all that could use some, and the start, which ends the house of the others, is last. */
export const rows: Record<string, Row> = {
  record,
  read,
  urgent,
  today,
  "today-flat": todayFlat,
  alarms,
  rings,
  search,
  page,
  "case-list": caseList,
  "case-open": caseOpen,
  "mail-in": mailIn,
  quotes,
  sentences,
  "first-load": firstLoad,
  interaction,
  memory,
  export: fullExport,
  start,
};
