import { type Instant, instant, isAfter, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";

type Raw = Record<string, unknown>;
type Event = { at: Instant; seq: number; what: "told of a new due" | "closed" | "opened again"; due?: Instant };

/**
 * The record as somebody else would count it, with nothing but the lines of an export and the words of the domain: what
 * was late, silent or moved in time is worked out from what happened, not taken from what we say of it.
 */
export function recomputed(lines: Raw[], whose: (promise: Raw) => boolean, now: Instant) {
  const of = (type: string) => lines.filter((line) => line.type === type);
  const byPromise = (type: string) => Map.groupBy(of(type), (line) => String(line.promise_id));
  const [moves, tellings, rings, verdicts] = ["promise_move", "telling", "ring", "verdict"].map(byPromise);
  const journal = Map.groupBy(
    of("journal").map((line) => ({ ...JSON.parse(String(line.entry)), seq: Number(line.seq) }) as Raw),
    (entry) => String(entry.subject_id),
  );
  const zones = new Map(of("customer").map((customer) => [customer.id, customer.time_zone]));
  const house = String(of("workspace")[0]?.time_zone);
  const all = of("promise").filter((promise) => promise.audience === "customer" && whose(promise));
  const outcomes = all.map((promise) => {
    const id = String(promise.id);
    const told = (moves?.get(id) ?? []).filter((move) => move.told_at && !move.undone_at);
    const spoken = (tellings?.get(id) ?? []).filter((telling) => telling.at && telling.author === "human");
    const facts = { promise, moves: told, spoken, rings: rings?.get(id) ?? [], entries: journal.get(id) ?? [] };
    const said = { ...facts, verdicts: verdicts?.get(id) ?? [] };
    return outcomeOf(said, String(zones.get(promise.customer_id) ?? house), now);
  });
  return figuresOf(outcomes);
}

type Said = { promise: Raw; moves: Raw[]; spoken: Raw[]; rings: Raw[]; entries: Raw[]; verdicts: Raw[] };
type Outcome = ReturnType<typeof outcomeOf>;

function outcomeOf(said: Said, zone: string, now: Instant) {
  const { promise, moves, verdicts, entries } = said;
  const { isLate, silentDues } = latenessOf(said, now);
  const asked = entries
    .filter((entry) => entry.what === "customer asked")
    .map((entry) => time(factsOf(entry).asked_at));
  const passed = entries.filter((entry) => entry.what === "promise passed its due" && factsOf(entry).silently);
  const reopened = verdicts.filter((verdict) => verdict.outcome === "open_again").map(({ at }) => time(at));
  const silent = [...silentDues.slice(0, 1), ...passed.map((entry) => time(factsOf(entry).due_at))];
  const days = [...asked, ...silent, ...reopened].map((at) => at.toZonedDateTimeISO(zone).toPlainDate().toString());
  const lateMoves = moves.filter((move) => move.notice !== "in_time").length;
  const early = secondsBetween(time(promise.settled_at ?? promise.first_due_at), time(promise.first_due_at));
  const isKept = (promise.state === "kept" || promise.state === "kept_late") && !isLate;
  return {
    part: partOf(promise, isLate, lateMoves),
    isLate,
    moves: moves.length,
    isSilent: silentDues.length > 0,
    isChased: asked.length > 0,
    isDisputed: verdicts.some((verdict) => verdict.answer === "not_yet"),
    isReopened: reopened.length > 0,
    early: isKept && early >= secondsBetween(time(promise.made_at), time(promise.first_due_at)) / 10 ? early : null,
    days,
  };
}

function partOf(promise: Raw, isLate: boolean, lateMoves: number): string {
  if (!promise.is_visible) return "hidden";
  if (promise.state === "void" || promise.state === "declined") return promise.state;
  if (promise.is_recorded_afterwards) return "recorded_afterwards";
  if (promise.state !== "kept" && promise.state !== "kept_late") return String(promise.state);
  if (isLate) return "late";
  if (!isAfter(time(promise.settled_at), time(promise.first_due_at))) return "kept_as_first_promised";
  return lateMoves === 0 ? "kept_as_moved_in_time" : "late";
}

/** Goes through its life: whenever a due passes while it is open it is late, and silently so if nobody had spoken. */
function latenessOf(said: Said, now: Instant): { isLate: boolean; silentDues: Instant[] } {
  const { promise } = said;
  const silentDues: Instant[] = [];
  let isLate = false;
  let isOpen = true;
  let due = time(promise.first_due_at);
  let spanFrom = time(promise.made_at);
  let isDecided = false;
  for (const event of [...eventsOf(said), { at: now, seq: 0, what: "closed" as const }]) {
    if (isOpen && !isDecided && isAfter(event.at, due)) {
      isLate = true;
      isDecided = true;
      if (!wasWarned(said, due, spanFrom)) silentDues.push(due);
    }
    if (event.what === "closed") isOpen = false;
    if (event.what === "opened again") {
      isOpen = true;
      const passed = isAfter(event.at, due);
      isLate ||= passed;
      isDecided ||= passed;
    }
    if (event.what === "told of a new due" && event.due) {
      due = event.due;
      spanFrom = event.at;
      isDecided = false;
    }
  }
  return { isLate, silentDues };
}

function eventsOf({ moves, entries }: Said): Event[] {
  const events: Event[] = moves.map((move) => {
    return { at: time(move.told_at), seq: 0, what: "told of a new due", due: time(move.to_due_at) };
  });
  for (const entry of entries) {
    const at = { at: time(factsOf(entry).kept_at ?? entry.at), seq: Number(entry.seq) };
    const isYes = entry.what === "customer answered" && factsOf(entry).answer !== "open_again";
    const isEnd = ["promise kept", "promise released", "promise not kept", "promise voided"].includes(
      String(entry.what),
    );
    if (isEnd || isYes) events.push({ ...at, what: "closed" });
    if (entry.what === "promise reopened") events.push({ ...at, what: "opened again" });
  }
  return events.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || a.seq - b.seq);
}

/** Did a person's word reach the customer since the first ring for this due, or in the last quarter of its span? */
function wasWarned({ spoken, rings }: Said, due: Instant, spanFrom: Instant): boolean {
  const lastQuarter = plusSeconds(due, -secondsBetween(spanFrom, due) / 4);
  const ofDue = ["first", "second", "due"];
  const rang = rings
    .filter((ring) => time(ring.for_due_at).epochMilliseconds === due.epochMilliseconds)
    .filter((ring) => ofDue.includes(String(ring.stage)))
    .map((ring) => time(ring.rang_at));
  const from = [...rang, lastQuarter].reduce((a, b) => (isBefore(b, a) ? b : a));
  return spoken.some((word) => !isBefore(time(word.at), from) && !isAfter(time(word.at), due));
}

function figuresOf(outcomes: Outcome[]) {
  const rated = ["open", "kept_as_first_promised", "kept_as_moved_in_time", "late", "not_kept", "released"];
  const outside = ["declined", "void", "recorded_afterwards"];
  const inPart = (part: string) => outcomes.filter((outcome) => outcome.part === part).length;
  const parts = (names: string[]) => Object.fromEntries(names.map((part) => [part, inPart(part)]));
  const counted = outcomes.filter(({ part }) => rated.includes(part));
  const those = (is: (outcome: Outcome) => boolean) => counted.filter(is).length;
  const openLate = those(({ part, isLate }) => part === "open" && isLate);
  const kept = inPart("kept_as_first_promised") + inPart("kept_as_moved_in_time");
  const toTell = those(({ moves, isLate }) => isLate || moves > 0);
  const early = counted.flatMap((outcome) => outcome.early ?? []).toSorted((a, b) => a - b);
  const middle = [early[Math.floor((early.length - 1) / 2)] ?? 0, early[Math.floor(early.length / 2)] ?? 0];
  return {
    counts: { ...parts(rated), total: counted.length },
    kept: { count: kept, of: kept + inPart("late") + inPart("not_kept") + openLate },
    outside: parts(outside),
    hidden: { count: inPart("hidden"), of: outcomes.length },
    flags: {
      moved: those(({ moves }) => moves > 0),
      moved_more_than_once: those(({ moves }) => moves > 1),
      past_due: those(({ isLate }) => isLate),
      open_late: openLate,
      moved_or_past_due: toTell,
      silently_late: those(({ isSilent }) => isSilent),
      held_late: 0,
      chased: those(({ isChased }) => isChased),
      disputed: those(({ isDisputed }) => isDisputed),
      reopened: those(({ isReopened }) => isReopened),
      let_down: those(({ isChased, isSilent, isReopened }) => isChased || isSilent || isReopened),
      tried: 0,
      told_before_due: toTell > 0 ? { count: toTell - those(({ isSilent }) => isSilent), of: toTell } : null,
      early: { count: early.length, median: early.length > 0 ? iso(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2) : null },
      let_down_days: new Set(counted.flatMap(({ days }) => days)).size,
    },
  };
}

function factsOf(entry: Raw): Raw {
  return entry.facts as Raw;
}

function time(value: unknown): Instant {
  return instant(String(value));
}

/** A duration as ISO 8601 writes it, in hours, minutes and seconds. */
function iso(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.round(seconds % 60)];
  return `PT${h ? `${h}H` : ""}${m ? `${m}M` : ""}${s ? `${s}S` : ""}`;
}
