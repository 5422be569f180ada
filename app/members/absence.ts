import { type Instant, isAfter, isBefore } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";

/** A member is away, and who stands in for them: the work goes to the cover, never the ownership. */
export type Absence = {
  id: string;
  memberId: string;
  fromAt: Instant;
  untilAt: Instant;
  coverId: string | null;
};

/** Is it a time that can be lived through, and still to come? `others` are absences of the same member. */
export function mayBeAway(absence: Absence, others: readonly Absence[], now: Instant): Ruling {
  if (!isAfter(absence.untilAt, absence.fromAt)) {
    return invalid("ends_before_it_begins", "An absence ends after it begins.", "until_at");
  }
  if (!isAfter(absence.untilAt, now)) {
    return invalid("absence_over", "This absence is over already; it changes nothing any more.", "until_at");
  }
  if (!others.some((other) => overlap(absence, other))) return yes;
  return conflict("absent_already", "This member is away at that time already: end that absence first.");
}

/** A cover works here, is somebody else, and is there while they stand in. */
export function mayCover(
  absence: Absence,
  cover: { leftAt: Instant | null } | undefined,
  theirs: readonly Absence[],
): Ruling {
  const refuse = (code: string, sentence: string) => invalid(code, sentence, "cover_id");
  if (absence.coverId === absence.memberId)
    return refuse("own_cover", "Nobody stands in for themself: name somebody else.");
  if (!cover || cover.leftAt) return refuse("no_such_cover", "There is no such member here who could stand in.");
  if (!theirs.some((other) => overlap(absence, other))) return yes;
  return refuse("cover_absent", "The cover is away at that time, too: name somebody who is there.");
}

function overlap(a: Absence, b: Absence): boolean {
  return isBefore(a.fromAt, b.untilAt) && isBefore(b.fromAt, a.untilAt);
}
