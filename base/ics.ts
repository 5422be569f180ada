import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Instant } from "./instant.ts";

/** Something in a calendar: from when until when, and so many seconds before its end it rings. */
export type CalendarEvent = {
  id: string;
  /** When it last changed, and how often before: by both a calendar knows the newer one. */
  changedAt: Instant;
  version: number;
  from: Instant;
  until: Instant;
  title: string;
  description: string;
  url: string;
  /** Does it take the time itself, or only end there? */
  isBusy: boolean;
  ringsSecondsBefore: readonly number[];
};

/** A calendar as phones and programs read it (RFC 5545), the same text for the same events. `name` is what they call it. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Truepenny", product: "Truepenny", language: "EN" },
    ttl: 900,
  });
  for (const event of events) {
    const made = calendar.createEvent({
      id: event.id,
      stamp: dateOf(event.changedAt),
      sequence: event.version,
      start: dateOf(event.from),
      end: dateOf(event.until),
      summary: event.title,
      description: event.description,
      url: event.url,
      transparency: event.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
    for (const trigger of event.ringsSecondsBefore) {
      // What an alarm is related to is only taken from its own method.
      made
        .createAlarm({ type: ICalAlarmType.display, trigger, description: event.title })
        .relatesTo(ICalAlarmRelatesTo.end);
    }
  }
  return calendar.toString();
}

function dateOf(at: Instant): Date {
  return new Date(at.epochMilliseconds);
}
